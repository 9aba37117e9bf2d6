"""A werkleider on their page: what is typed is kept, what is wrong is said, and who is away when."""

import re

import pytest

from tests.marketplace.groepsdetachering.klein_bedrijf import WEEK, plan_group
from tests.marketplace.web.groepsdetachering.bedrijf.conftest import EIGEN, WERKLEIDER, Huis

ANNA = {
    "naam": "Anna Voorbeeld",
    "uren": "32",
    "span": "8",
    "dagen": [0, 1, 2, 3],
    "trainingen": "VCA, heftruck",
}


async def make(huis: Huis, **other: object) -> str:
    """Make a werkleider and give the page."""
    status, _ = await huis.post("/bedrijf/werkleiders/nieuw", **{**ANNA, **other})
    assert status == 303
    [(number,)] = await huis.rows("select max(id) from werkleiders")
    return f"/bedrijf/werkleiders/{number}"


async def test_a_werkleider_is_made_shown_and_changed(huis: Huis) -> None:
    one, two = huis.klein.werkprocessen
    page = await huis.get("/bedrijf")
    assert "Er zijn nog geen werkleiders" in page
    path = await make(huis, werkprocessen=[one])
    page = await huis.get("/bedrijf")
    for words in ("Anna Voorbeeld", "ma t/m do", "VCA, heftruck", "Onkruid weghalen", "32 uur"):
        assert words in page
    form = await huis.get(path)
    assert 'value="VCA, heftruck"' in form
    changed = {**ANNA, "uren": "16,5", "dagen": [0, 2], "werkprocessen": [two], "versie": 1}
    assert (await huis.post(path, **changed))[0] == 303
    page = await huis.get("/bedrijf")
    for words in ("ma, wo", "16 uur 30", "Hagen snoeien"):
        assert words in page
    history = await huis.get(path)
    assert "Wat er is veranderd (2)" in history


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("naam", "", "Vul dit veld in."),
        ("naam", "111222333", "BSN"),
        ("uren", "0", "Vul 1 tot 40 uur per week in."),
        ("uren", "41", "Vul 1 tot 40 uur per week in."),
        ("uren", "veel", "Vul een aantal uren in"),
        ("span", "0", "Vul 1 of meer in."),
        ("span", "101", "Vul 100 of minder in."),
        ("dagen", [], "Kies ten minste één dag."),
        ("dagen", [5], "Kies alleen dagen uit de lijst."),
        ("trainingen", ",".join(str(n) for n in range(21)), "Kies er hooguit 20."),
        ("trainingen", "x" * 201, "Er passen 200 tekens in."),
        ("werkprocessen", [9999], "Maak een keuze uit de lijst."),
    ],
)
async def test_what_is_wrong_is_said_at_its_field_and_the_rest_is_kept(
    huis: Huis, field: str, value: object, words: str
) -> None:
    status, page = await huis.post("/bedrijf/werkleiders/nieuw", **{**ANNA, field: value})
    assert status == 400
    assert re.search(rf'id="{field}-fout".*?{re.escape(words)}', page, re.DOTALL), page
    kept = "heftruck" if field != "trainingen" else "Anna Voorbeeld"
    assert kept in page
    assert await huis.rows("select count(*) from werkleiders") == [(0,)]


async def test_a_name_that_is_taken_and_words_that_come_twice(huis: Huis) -> None:
    await make(huis, trainingen=" VCA , vca,, heftruck ")
    assert await huis.rows("select trainingen from werkleiders") == [(["VCA", "heftruck"],)]
    status, page = await huis.post("/bedrijf/werkleiders/nieuw", **ANNA)
    assert (status, "Er is al een werkleider met deze naam." in page) == (400, True)


async def test_who_is_late_sees_what_they_typed_and_may_save_it_then(huis: Huis) -> None:
    path = await make(huis)
    assert (await huis.post(path, **{**ANNA, "span": 9, "versie": 1}))[0] == 303
    status, page = await huis.post(path, **{**ANNA, "span": 77, "versie": 1})
    assert status == 409
    assert "Iemand anders heeft dit intussen gewijzigd" in page
    assert 'value="77"' in page
    assert 'name="versie" value="2"' in page
    assert (await huis.post(path, **{**ANNA, "span": 77}))[0] == 409
    assert (await huis.post(path, **{**ANNA, "span": 77, "versie": 2}))[0] == 303


async def test_a_period_of_absence_comes_and_goes(huis: Huis) -> None:
    path = await make(huis)
    days = {"eerste": "2026-12-07", "laatste": "2026-12-11", "versie": 1}
    status, where = await huis.post(f"{path}/afwezig", **days)
    assert (status, where) == (303, f"{huis.path}{path}#afwezig")
    said = "7 december 2026 tot en met 11 december 2026"
    assert said in await huis.get(path)
    assert "7 dec 2026 t/m 11 dec 2026" in await huis.get("/bedrijf")
    for wrong, field, words in (
        ({"eerste": "2026-12-11", "laatste": "2026-12-14"}, "eerste", said),
        (
            {"eerste": "2026-12-20", "laatste": "2026-12-19"},
            "laatste",
            "De laatste dag ligt voor de eerste dag.",
        ),
        ({"eerste": "2027-01-01", "laatste": "2028-06-01"}, "laatste", "Dit is langer dan een jaar."),
        ({"eerste": "morgen", "laatste": "2027-01-01"}, "eerste", "Vul een datum in"),
        ({"eerste": "2027-01-01", "laatste": ""}, "laatste", "Vul dit veld in."),
    ):
        status, page = await huis.post(f"{path}/afwezig", **wrong, versie=2)
        assert status == 400
        assert re.search(rf'id="{field}-fout".*?{re.escape(words)}', page, re.DOTALL), page
        assert wrong["eerste"] in page
    late = await huis.post(f"{path}/afwezig/intrekken", weg="2026-12-07", versie=1)
    assert late[0] == 409
    assert (await huis.post(f"{path}/afwezig/intrekken", weg="2026-12-07", versie=2))[0] == 303
    assert "Er is geen afwezigheid vastgelegd." in await huis.get(path)


async def test_who_stands_in_the_plan_is_not_put_away(huis: Huis) -> None:
    path = await make(huis)
    await plan_group(huis.eigenaar, huis.klein, int(path.rsplit("/", 1)[1]), None, WEEK, "concept")
    status, page = await huis.post(f"{path}/archiveren", versie=1)
    assert (status, "voor het eerst in de week van 16 november 2026" in page) == (409, True)
    await huis.eigenaar.execute("update groepsplannen set status = 'vervallen'")
    status, page = await huis.post(f"{path}/archiveren", versie=7)
    assert (status, "Iemand anders was u voor." in page) == (409, True)
    assert (await huis.post(f"{path}/archiveren", versie=1))[0] == 303
    assert "Er zijn nog geen werkleiders" in await huis.get("/bedrijf")
    assert (await huis.ask(path))[0] == 404


async def test_a_werkleider_reads_and_a_stranger_finds_nothing(huis: Huis) -> None:
    path = await make(huis)
    page = await huis.get("/bedrijf", WERKLEIDER)
    assert "Anna Voorbeeld" in page
    assert "toevoegen" not in page
    assert path not in page
    for where in (path, "/bedrijf/werkleiders/nieuw", "/bedrijf/treden", "/bedrijf/beleid"):
        assert (await huis.ask(where, WERKLEIDER))[0] == 403
        assert (await huis.ask(where, "buurplanner@voorbeeld.plekwijs.nl"))[0] == 404
        assert (await huis.ask(where, EIGEN))[0] == 403
    assert (await huis.ask("/bedrijf", "buurplanner@voorbeeld.plekwijs.nl"))[0] == 404
    assert (await huis.post(path, WERKLEIDER, **ANNA, versie=1))[0] == 403
    assert (await huis.post(f"{path}/archiveren", WERKLEIDER, versie=1))[0] == 403
    assert await huis.rows("select versie, gearchiveerd_op from werkleiders") == [(1, None)]

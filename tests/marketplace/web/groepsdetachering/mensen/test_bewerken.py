"""A medewerker is edited: what is typed is kept, what is wrong is said at its field."""

import re

import pytest

from tests.marketplace.web.groepsdetachering.bedrijf.conftest import WERKLEIDER, Huis

JAN = {
    "dagen": [0, 1, 2, 3],
    "uren": "7,5",
    "behoefte": 2,
    "trede": 1,
    "wil_buiten": "ja",
    "stap_dagen_1": 1,
    "stap_weken_1": 3,
    "stap_dagen_2": 3,
    "stap_weken_2": 26,
    "versie": 1,
}


def path(huis: Huis) -> str:
    """K-0001."""
    return f"/mensen/{huis.klein.regio.kandidaten[0]}"


async def test_an_edit_is_kept_and_shown(huis: Huis) -> None:
    status, where = await huis.post(f"{path(huis)}/bewerken", **JAN)
    assert (status, where) == (303, huis.path + path(huis))
    page = await huis.get(path(huis))
    for words in ("ma t/m do", "hooguit 7 uur 30", "2: een paar keer per dag hulp", "0 van 3 weken"):
        assert words in page
    assert "Wat er is veranderd (1)" in page
    form = await huis.get(f"{path(huis)}/bewerken")
    assert 'value="7:30"' in form
    assert 'name="versie" value="2"' in form


@pytest.mark.parametrize(
    ("field", "value", "at", "words"),
    [
        ("dagen", [], "dagen", "Kies ten minste één dag."),
        ("uren", "11", "uren", "Vul 1 tot 10 uur per dag in."),
        ("behoefte", "21", "behoefte", "Vul 20 of minder in."),
        ("trede", "2", "trede", "Voer eerst een gesprek over de volgende trede"),
        ("trede", "9", "trede", "Iemand gaat één trede tegelijk omhoog."),
        ("stap_dagen_2", "", "stappen", "Vul bij elke stap het aantal dagen en het aantal weken in."),
        ("stap_dagen_1", "4", "stappen", "minder dagen dan de stap ervoor"),
        ("stap_dagen_2", "5", "stappen", "meer dagen dan deze medewerker werkt"),
        ("stap_dagen_2", "6", "stap_dagen_2", "Vul 5 of minder in."),
        ("leerdoelen", [9999], "leerdoelen", "Maak een keuze uit de lijst."),
        ("uit_dienst_op", "morgen", "uit_dienst_op", "Vul een datum in"),
    ],
)
async def test_what_is_wrong_is_said_at_its_field_and_the_rest_is_kept(
    huis: Huis, field: str, value: object, at: str, words: str
) -> None:
    status, page = await huis.post(f"{path(huis)}/bewerken", **{**JAN, field: value})
    assert status == 400
    assert re.search(rf'id="{at}-fout".*?{re.escape(words)}', page, re.DOTALL), page
    assert 'value="3"' in page
    assert await huis.rows("select max(versie) from medewerkers") == [(1,)]


async def test_a_new_learning_goal_asks_for_weeks_and_says_where_it_cannot_be_learned(huis: Huis) -> None:
    doel = huis.klein.werkprocessen[0]
    status, where = await huis.post(f"{path(huis)}/bewerken", **JAN, leerdoelen=[doel])
    assert (status, where) == (303, f"{huis.path}{path(huis)}/bewerken#leren")
    form = await huis.get(f"{path(huis)}/bewerken")
    assert "Geen open opdracht bij een erkend bedrijf biedt dit." in form
    again = {**JAN, "versie": 2, "leerdoelen": [doel], f"weken_{doel}": 4}
    assert (await huis.post(f"{path(huis)}/bewerken", **again))[0] == 303
    assert "0 van 4 weken geoefend" in await huis.get(path(huis))
    wrong = {**again, "versie": 3, f"weken_{doel}": 53}
    status, page = await huis.post(f"{path(huis)}/bewerken", **wrong)
    assert (status, "Vul 52 of minder in." in page) == (400, True)


async def test_who_is_late_sees_what_they_typed_and_may_save_it_then(huis: Huis) -> None:
    assert (await huis.post(f"{path(huis)}/bewerken", **JAN))[0] == 303
    status, page = await huis.post(f"{path(huis)}/bewerken", **{**JAN, "uren": "6"})
    assert status == 409
    assert "Iemand anders heeft dit intussen gewijzigd" in page
    assert 'value="6"' in page
    assert (await huis.post(f"{path(huis)}/bewerken", **{**JAN, "uren": "6", "versie": 2}))[0] == 303


async def test_absence_comes_and_goes_and_no_reason_is_asked(huis: Huis) -> None:
    days = {"eerste": "2026-12-07", "laatste": "2026-12-11", "versie": 1}
    status, where = await huis.post(f"{path(huis)}/afwezig", **days)
    assert (status, where) == (303, f"{huis.path}{path(huis)}/bewerken#afwezig")
    assert "7 december 2026 tot en met 11 december 2026" in await huis.get(path(huis))
    status, page = await huis.post(f"{path(huis)}/afwezig", **{**days, "versie": 2})
    assert (status, "vallen samen met een andere periode" in page) == (400, True)
    gone = {"weg": "2026-12-07", "versie": 2}
    assert (await huis.post(f"{path(huis)}/afwezig/intrekken", **gone))[0] == 303
    assert await huis.rows("select count(*) from medewerker_afwezig") == [(0,)]


async def test_a_pair_is_made_by_kenmerk_and_taken_away(huis: Huis) -> None:
    two = huis.klein.regio.kandidaten[1]
    status, page = await huis.post(f"{path(huis)}/paren", kenmerk="K-0003", soort="apart", versie=1)
    assert (status, "niet van een medewerker" in page, 'value="K-0003"' in page) == (400, True, True)
    assert (await huis.post(f"{path(huis)}/paren", kenmerk="K-0002", soort="apart", versie=1))[0] == 303
    assert "Nooit in dezelfde groep" in await huis.get(f"/mensen/{two}")
    assert (await huis.post(f"{path(huis)}/paren/{two}/weg", versie=2))[0] == 303
    assert await huis.rows("select count(*) from medewerker_paren") == [(0,)]


async def test_a_werkleider_changes_nothing(huis: Huis) -> None:
    for end, fields in (
        ("bewerken", JAN),
        ("afwezig", {"eerste": "2026-12-07", "laatste": "2026-12-11", "versie": 1}),
        ("paren", {"kenmerk": "K-0002", "soort": "apart", "versie": 1}),
    ):
        assert (await huis.post(f"{path(huis)}/{end}", WERKLEIDER, **fields))[0] == 403
    assert await huis.rows("select max(versie) from medewerkers") == [(1,)]

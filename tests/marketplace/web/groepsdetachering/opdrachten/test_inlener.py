"""The groups of an inlener: asked for, answered, week by week, and nothing of anybody else."""

from typing import Any

import pytest

from tests.marketplace.groepsdetachering.opdrachten.test_aanvragen import GROEP
from tests.marketplace.web.groepsdetachering.opdrachten.conftest import Huis, said

VRAGEN = "/mijn-groepen/vragen"


def fields(huis: Huis, **other: object) -> dict[str, Any]:
    """A group as people ask for it."""
    return {
        "bedrijf": huis.klein.bedrijf,
        "vestiging": huis.klein.vestiging,
        "naam": "Perken schoffelen",
        "werkprocessen": list(huis.klein.werkprocessen),
        "van": "2027-01-04",
        "tot": "2027-02-28",
        "dagen": [0, 2],
        "minuten": "6",
        "minimum": 2,
        "gevraagd": 4,
        "maximum": 5,
        "toelichting": "Graag met laarzen.",
        **other,
    }


async def test_a_group_is_asked_for_and_the_answer_is_read(huis: Huis) -> None:
    page = await huis.get(VRAGEN, "werkgever")
    assert "Het werk is bij Voorbeeld Tuinen, Vestiging, Zelhem." in page
    status, path = await huis.post(VRAGEN, "werkgever", **fields(huis))
    assert status == 303
    page = await huis.get(path, "werkgever")
    for words in (
        "Voorbeeld Werk bekijkt uw vraag.",
        "ma, wo",
        "Graag met laarzen.",
        "Je haalt onkruid weg.",
    ):
        assert words in page, words
    made = int(path.rpartition("/")[2])
    stored = "select status, tarief, kort, gevraagd, gevraagd_door from opdrachten order by id desc"
    assert await huis.row(stored) == ("gevraagd", 0, "schoffelen", 4, huis.klein.inlener.account_id)
    page = await huis.get(f"{huis.lijst}/{made}")
    assert "Gevraagd door de inlener" in page
    refusal = {"versie": 1, "weiger_reden": "Te weinig werkleiders."}
    assert (await huis.post(f"{huis.lijst}/{made}/afwijzen", **refusal))[0] == 303
    assert "Reden: Te weinig werkleiders." in await huis.get(path, "werkgever")
    assert "afgewezen. Te weinig werkleiders." in await huis.get("/mijn-groepen", "werkgever")


async def test_why_a_group_does_not_come_after_all_is_read(huis: Huis) -> None:
    _, path = await huis.post(VRAGEN, "werkgever", **fields(huis))
    made = int(path.rpartition("/")[2])
    await huis.eigenaar.execute("update opdrachten set status = 'open' where id = $1", made)
    typed = {"versie": 1, "intrek_reden": "Er is geen werkleider."}
    assert (await huis.post(f"{huis.lijst}/{made}/intrekken", **typed))[0] == 303
    assert "Reden: Er is geen werkleider." in await huis.get(path, "werkgever")
    assert "ingetrokken. Er is geen werkleider." in await huis.get("/mijn-groepen", "werkgever")


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("minimum", "6", "Het minimum is hoger dan het maximum."),
        ("gevraagd", "6", "Dit aantal ligt niet tussen het minimum en het maximum."),
        ("tot", "2027-01-03", "De laatste dag ligt voor de eerste dag."),
        ("van", "2026-11-19", "Deze dag is al geweest."),
        ("minuten", "een dag", "Vul een aantal uren in, bijvoorbeeld 16 of 16,5."),
        ("dagen", "7", "Kies alleen dagen uit de lijst."),
        ("naam", "123456782", "Hier staat een getal dat een BSN kan zijn."),
        ("bedrijf", "9999", "Maak een keuze uit de lijst."),
        ("maximum", "61", "Vul 60 of minder in."),
    ],
)
async def test_bad_input_comes_back_as_typed_with_its_sentence(
    huis: Huis, field: str, typed: str, sentence: str
) -> None:
    status, page = await huis.post(VRAGEN, "werkgever", **fields(huis, **{field: typed}))
    assert status == 400
    assert sentence in said(page, field)
    assert "Graag met laarzen.</textarea>" in page
    assert await huis.row("select count(*) from opdrachten") == (1,)


async def test_days_outside_the_period_and_somebody_elses_vestiging_are_refused(huis: Huis) -> None:
    wrong = fields(huis, tot="2027-01-05", dagen=[4])
    status, page = await huis.post(VRAGEN, "werkgever", **wrong)
    assert (status, "Geen van deze dagen" in said(page, "dagen")) == (400, True)
    for where in (huis.klein.buurvestiging, huis.klein.verre_vestiging):
        status, page = await huis.post(VRAGEN, "werkgever", **fields(huis, vestiging=where))
        assert (status, "Maak een keuze" in said(page, "vestiging")) == (400, True)


async def test_the_weeks_show_the_group_and_of_people_as_much_as_was_agreed(huis: Huis) -> None:
    statement = GROEP
    klein = huis.klein
    given = (klein.bedrijf, klein.opdracht, klein.medewerker, klein.planner.account_id)
    for number, value in enumerate(given, start=1):
        statement = statement.replace(f"${number}", str(value))
    await huis.eigenaar.execute(statement)
    for path in ("/mijn-groepen", f"/mijn-groepen/{klein.opdracht}"):
        page = await huis.get(path, "praktijkopleider")
        for words in ("week 47 (16 november 2026)", "Wim Voorbeeld", "ma, di", "Onkruid weghalen"):
            assert words in page, words
        assert "K-0001" not in page
        assert "Sanne" not in page
        assert "12,50" not in page
    await huis.eigenaar.execute("update opdrachten set toont = 'voornaam'")
    assert "1: K-0001" in await huis.get("/mijn-groepen", "werkgever")
    await huis.eigenaar.execute("update medewerkers set naam_delen = true")
    assert "1: Sanne" in await huis.get("/mijn-groepen", "werkgever")


async def test_an_inlener_finds_it_in_the_navigation_and_sees_only_its_own(huis: Huis) -> None:
    assert 'href="/mijn-groepen"' in await huis.get("/", "werkgever")
    assert 'href="/mijn-groepen"' not in await huis.get("/", "planner")
    assert "Voorbeeld perken" in await huis.get("/mijn-groepen", "werkgever")
    page = await huis.get("/mijn-groepen", "buurman")
    assert "Voorbeeld perken" not in page
    assert "Er werkt nu geen groep bij u" in page
    mine = f"/mijn-groepen/{huis.klein.opdracht}"
    assert [await huis.status(mine, who) for who in ("werkgever", "buurman", "planner")] == [200, 404, 403]


async def test_a_praktijkopleider_reads_and_does_not_ask(huis: Huis) -> None:
    assert "Een groep vragen" not in await huis.get("/mijn-groepen", "praktijkopleider")
    assert await huis.status(VRAGEN, "praktijkopleider") == 403
    assert (await huis.post(VRAGEN, "praktijkopleider", **fields(huis)))[0] == 403


async def test_where_nobody_lends_out_groups_that_is_said(huis: Huis) -> None:
    await huis.eigenaar.execute(
        "delete from opdrachten; delete from medewerkers; delete from treden; delete from detacheringsbeleid"
    )
    assert "In uw regio kan dit nog niet" in await huis.get(VRAGEN, "werkgever")

"""The doelgroepen of a person: with dates, for who may know the person, and nowhere else."""

import pytest

from tests.marketplace.web.kandidaten.rollen_site import add_rollen
from tests.marketplace.web.regio_site import BUURMAN, EIGEN, VREEMD, WERKGEVER, RegioSite
from tests.marketplace.web.site import Fields

GOOD: Fields = {"doelgroepen": ["lks"], "gezien": [], "vanaf": "2026-06-01"}
NAME = "Loonkostensubsidie"


@pytest.fixture
async def path(huis: RegioSite) -> str:
    """The form of the first kandidaat, with two doelgroepen to choose from."""
    await huis.eigenaar.execute(
        "insert into doelgroepen values ('lks', 'Loonkostensubsidie'), ('wsw', 'Wsw')"
    )
    return f"/kandidaten/{huis.regio.kandidaten[0]}/doelgroepen"


async def rows(huis: RegioSite) -> list[str]:
    """What is recorded."""
    found = await huis.eigenaar.fetch(
        "select doelgroep || ' ' || periode as rij from kandidaat_doelgroepen order by 1"
    )
    return [row["rij"] for row in found]


async def test_a_doelgroep_begins_and_ends_on_a_day_and_the_record_does_not_name_it(
    huis: RegioSite, path: str
) -> None:
    page = path.removesuffix("/doelgroepen")
    async with huis.site.logged_in(EIGEN) as visitor:
        assert (await visitor.post(path, GOOD)).status_code == 303
        text = (await visitor.get(page)).text
        assert NAME in text
        assert "sinds 1 juni 2026" in text
        assert "Doelgroepen gewijzigd" in text
        assert 'name="gezien" value="lks"' in (await visitor.get(path)).text
        ended = {"doelgroepen": [], "gezien": ["lks"], "vanaf": "2026-11-01"}
        assert (await visitor.post(path, ended)).status_code == 303
        assert NAME not in (await visitor.get(page)).text
    assert await rows(huis) == ["lks [2026-06-01,2026-11-01)"]
    told = await huis.eigenaar.fetchval("select string_agg(gegevens::text, '') from gebeurtenissen")
    assert "lks" not in told


async def test_who_was_never_in_it_leaves_no_trace_and_who_returns_has_one_period(
    huis: RegioSite, path: str
) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        await visitor.post(path, GOOD)
        mistake = {"doelgroepen": ["wsw"], "gezien": ["lks"], "vanaf": "2026-06-01"}
        assert (await visitor.post(path, mistake)).status_code == 303
    assert await rows(huis) == ["wsw [2026-06-01,)"]


async def test_who_was_overtaken_sees_both_and_saves_again(huis: RegioSite, path: str) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        await visitor.post(path, GOOD)
        late = await visitor.post(path, {**GOOD, "doelgroepen": ["wsw"]})
        assert late.status_code == 409
        assert "Iemand anders heeft de doelgroepen intussen gewijzigd" in late.text
        assert 'name="gezien" value="lks"' in late.text
        assert await rows(huis) == ["lks [2026-06-01,)"]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"vanaf": "2026-11-21"}, "Kies vandaag of een eerdere dag."),
        ({"vanaf": ""}, "Vul"),
        ({"doelgroepen": ["diagnose"]}, "Maak een keuze uit de lijst."),
    ],
)
async def test_what_is_wrong_is_said(huis: RegioSite, path: str, wrong: Fields, sentence: str) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        response = await visitor.post(path, {**GOOD, **wrong})
    assert response.status_code == 400
    assert sentence in response.text
    assert await rows(huis) == []


async def test_only_who_may_know_the_person_reads_it_and_who_edits_writes_it(
    huis: RegioSite, path: str
) -> None:
    mensen = await add_rollen(huis)
    page = path.removesuffix("/doelgroepen")
    await huis.eigenaar.execute(
        "insert into kandidaat_doelgroepen values ($1, 'lks', '[2026-01-01,)')", huis.regio.kandidaten[0]
    )
    before = await rows(huis)
    for email in (VREEMD, WERKGEVER, BUURMAN, mensen.kandidaat.email, mensen.coordinator.email):
        async with huis.site.logged_in(email) as visitor:
            assert (await visitor.get(path)).status_code in {403, 404}, email
            assert (await visitor.post(path, {**GOOD, "gezien": ["lks"]})).status_code in {403, 404}, email
            reads = email == mensen.kandidaat.email
            assert (NAME in (await visitor.get(page)).text) is reads, email
    assert await rows(huis) == before
    async with huis.site.logged_in(EIGEN) as visitor:
        for elsewhere in ("/kandidaten", "/gegevens/kandidaten/download.csv"):
            assert NAME not in (await visitor.get(elsewhere)).text

"""Something happened: the form keeps what was typed, and the board waits for the repair."""

from collections.abc import AsyncIterator

import pytest

from marketplace.clock import FixedClock
from marketplace.embedded import Dsns
from tests.marketplace.roulatie.kleine_roulatie import BEGIN
from tests.marketplace.web.roulatie.roulatie_site import EIGEN, VREEMD, RoulatieSite, open_roulatie


@pytest.fixture
async def plaats(database: Dsns, clock: FixedClock) -> AsyncIterator[RoulatieSite]:
    async with open_roulatie(database, clock) as made:
        yield made


async def roulatie_versie(plaats: RoulatieSite) -> str:
    return str(await plaats.eigenaar.fetchval("select versie from roulaties"))


async def test_a_company_that_stops_is_written_down_and_a_repair_is_asked_for(plaats: RoulatieSite) -> None:
    where = f"/roulaties/{plaats.kleine.id}/gebeurd?wat=bedrijf"
    async with plaats.site.logged_in(EIGEN) as visitor:
        fields = {
            "versie": await roulatie_versie(plaats),
            "bedrijf": str(plaats.kleine.organisaties[0]),
            "vanaf": "2020-01-06",
            "reden": "Het bedrijf sluit",
        }
        page = await visitor.post(where, fields)
        assert page.status_code == 400
        assert "Kies een maandag in de tijd van de roulatie, vanaf deze week." in page.text
        assert "Het bedrijf sluit" in page.text
        done = await visitor.post(where, fields | {"vanaf": BEGIN.isoformat(), "max_cellen": "4"})
        assert done.status_code == 303
        asked = await plaats.eigenaar.fetchval("select vraag ->> 'max_cellen' from rekenruns")
        assert asked == "4"
        page = await visitor.get(plaats.bord)
        assert "Het is vastgelegd." in page.text
        assert "Er wordt een rooster gemaakt" in page.text
    assert await plaats.eigenaar.fetchval("select count(*) from rekenruns where status = 'wachtrij'") == 1
    assert (
        await plaats.eigenaar.fetchval("select stopt_op from roulatie_plekken where kort = 'Tuin'") == BEGIN
    )


async def test_while_a_rooster_is_made_nothing_is_written_and_what_was_typed_stays(
    plaats: RoulatieSite,
) -> None:
    async with plaats.site.logged_in(EIGEN) as visitor:
        await visitor.post(f"{plaats.bord}/rekenen", {})
        fields = {
            "versie": await roulatie_versie(plaats),
            "bedrijf": str(plaats.kleine.organisaties[0]),
            "vanaf": BEGIN.isoformat(),
            "reden": "Het bedrijf sluit",
        }
        page = await visitor.post(f"/roulaties/{plaats.kleine.id}/gebeurd?wat=bedrijf", fields)
        assert page.status_code == 400
        assert "Er wordt nog een rooster gemaakt." in page.text
        assert "Het bedrijf sluit" in page.text
    assert (
        await plaats.eigenaar.fetchval("select count(*) from roulatie_plekken where stopt_op is not null")
        == 0
    )


@pytest.mark.parametrize("wat", ["afwezig", "gestopt", "bedrijf", "erkenning", "erbij"])
async def test_each_form_asks_for_what_it_lacks(plaats: RoulatieSite, wat: str) -> None:
    async with plaats.site.logged_in(EIGEN) as visitor:
        page = await visitor.post(f"/roulaties/{plaats.kleine.id}/gebeurd?wat={wat}", {"versie": "1"})
        assert page.status_code == 400
        assert "dingen niet" in page.text


async def test_a_stranger_lets_nothing_happen(plaats: RoulatieSite) -> None:
    async with plaats.site.logged_in(VREEMD) as visitor:
        where = f"/roulaties/{plaats.kleine.id}/gebeurd?wat=gestopt"
        assert (await visitor.get(where)).status_code == 404
        fields = {"versie": "1", "deelnemer": "1", "vanaf": BEGIN.isoformat(), "reden": "Zomaar iets"}
        assert (await visitor.post(where, fields)).status_code == 404

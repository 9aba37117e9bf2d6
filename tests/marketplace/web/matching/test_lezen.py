"""Who only reads a region sees its runs, plans and voorstellen, and can decide nothing there."""

import re
from collections.abc import AsyncIterator

import pytest

from marketplace.clock import FixedClock
from marketplace.embedded import Dsns
from tests.marketplace.web.matching.lezer import add_lezer
from tests.marketplace.web.werkbank import VREEMD, Werkbank, open_werkbank

PAGES = (
    "/plan",
    "/plannen",
    "/plannen/{plan}",
    "/plannen/{plan}/verschil",
    "/plannen/{plan}/geen-plek",
    "/rekenruns",
    "/rekenruns/{run}",
    "/voorstellen/{voorstel}",
    "/kandidaten/{kandidaat}/waarom-niet",
    "/leerwerkplekken",
    "/leerwerkplekken/{plek}",
    "/leerwerkplekken/{plek}/weken",
    "/",
)
ACTS = (
    "/rekenruns",
    "/rekenruns/{run}/annuleren",
    "/rekenruns/{run}/afronden",
    "/rekenruns/{run}/opnieuw",
    "/plannen/{plan}/publiceren",
    "/voorstellen/{voorstel}/bespreken",
    "/voorstellen/{voorstel}/akkoord",
    "/voorstellen/{voorstel}/afwijzen",
    "/voorstellen/{voorstel}/vastzetten",
    "/voorstellen/{voorstel}/losmaken",
    "/voorstellen/{voorstel}/terugzetten",
    "/kandidaten/{kandidaat}/voorstel",
    "/leerwerkplekken/{plek}/publiceren",
    "/leerwerkplekken/{plek}/sluiten",
)


@pytest.fixture
async def planned(database: Dsns, clock: FixedClock) -> AsyncIterator[tuple[Werkbank, dict[str, int]]]:
    """The workbench with a plan, and the numbers that its addresses ask."""
    async with open_werkbank(database, clock) as bank:
        plan = await bank.solve()
        yield (
            bank,
            {
                "plan": plan,
                "run": await bank.eigenaar.fetchval("select max(id) from rekenruns"),
                "voorstel": (await bank.voorstellen(plan))[0],
                "kandidaat": bank.regio.kandidaten[0],
                "plek": bank.regio.plekken[0],
            },
        )


async def test_a_regiocoordinator_reads_every_page_and_is_offered_nothing_to_decide(
    planned: tuple[Werkbank, dict[str, int]],
) -> None:
    bank, ids = planned
    async with bank.site.logged_in(await add_lezer(bank)) as visitor:
        for path in PAGES:
            page = await visitor.get(path.format(**ids))
            assert page.status_code == 200, path
            assert set(re.findall(r'method="post"\s+action="([^"]+)"', page.text)) == {"/uitloggen"}, path
            assert "/bewerken" not in page.text, path


async def test_what_a_regiocoordinator_sends_anyway_is_refused(
    planned: tuple[Werkbank, dict[str, int]],
) -> None:
    bank, ids = planned
    async with bank.site.logged_in(await add_lezer(bank)) as visitor:
        for path in ACTS:
            assert (await visitor.post(path.format(**ids), {"versie": "1"})).status_code == 403, path
    assert await bank.status(ids["voorstel"]) == "voorgesteld"


async def test_a_reader_of_another_region_finds_nothing(planned: tuple[Werkbank, dict[str, int]]) -> None:
    bank, ids = planned
    for email in (await add_lezer(bank, "AM07"), VREEMD):
        async with bank.site.logged_in(email) as visitor:
            for path in PAGES:
                if "{" in path:
                    assert (await visitor.get(path.format(**ids))).status_code == 404, path
                else:
                    assert "K-0001" not in (await visitor.get(path)).text, path

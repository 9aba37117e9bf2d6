"""A regio loses a gemeente on a date: who lives and works there stays and can be edited."""

from collections.abc import AsyncIterator

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.embedded import Dsns
from marketplace.matching.instance import load_opgave
from marketplace.voorstellen import publicatie
from marketplace.voorstellen.service import discuss
from tests.marketplace.kleine_regio import REGIO
from tests.marketplace.web.inlezen.bestanden import text_of
from tests.marketplace.web.kandidaten.test_bewerken import GOOD
from tests.marketplace.web.regio_site import EIGEN, RegioSite, open_regio_site
from tests.marketplace.web.werkbank import Werkbank

LOST = """
    update gemeente_regios set periode = '[2024-01-01,2026-11-20)' where gemeente_id = 1876;
    insert into gemeente_regios values (1876, 'AM07', '[2026-11-20,)');
"""


@pytest.fixture
async def huis(database: Dsns, clock: FixedClock) -> AsyncIterator[RegioSite]:
    """The small region with a plan and one yes; then its only gemeente goes elsewhere."""
    async with open_regio_site(database, clock) as opened:
        conn, regio = opened.eigenaar, opened.regio
        bank = Werkbank(opened.site, regio, conn, clock)
        plan = await bank.solve()
        await publicatie.publish(conn, regio.eigen, clock=clock, plan_id=plan, versie=1, gezien=None)
        voorstel, *_ = await bank.voorstellen(plan)
        await discuss(conn, regio.eigen, clock=clock, voorstel_id=voorstel, versie=1, ja_op=clock.today())
        await conn.execute(LOST)
        yield opened


async def held(conn: Connection) -> list[tuple[object, ...]]:
    """Who stands where with what."""
    rows = await conn.fetch("select kandidaat_id, leerwerkplek_id, status from voorstellen order by id")
    return [tuple(row) for row in rows]


async def test_every_page_still_tells_of_who_lives_there(huis: RegioSite) -> None:
    kandidaat, plek = huis.regio.kandidaten[0], huis.regio.plekken[0]
    paths = (
        "/",
        "/plan",
        "/kandidaten",
        f"/kandidaten/{kandidaat}",
        f"/kandidaten/{kandidaat}/bewerken",
        f"/kandidaten/{kandidaat}/waarom-niet",
        "/leerwerkplekken",
        f"/leerwerkplekken/{plek}",
        f"/leerwerkplekken/{plek}/bewerken",
        f"/vestigingen/{huis.regio.vestiging}/bewerken",
        "/regios/AM09",
    )
    before = await held(huis.eigenaar)
    async with huis.site.logged_in(EIGEN) as visitor:
        assert [path for path in paths if (await visitor.get(path)).status_code != 200] == []
        assert "K-0001" in await text_of(visitor, "/kandidaten")
        assert "Zelhem" in await text_of(visitor, f"/vestigingen/{huis.regio.vestiging}/bewerken")
    assert await held(huis.eigenaar) == before


async def test_the_next_run_counts_who_lives_there_and_keeps_what_was_promised(
    huis: RegioSite, clock: FixedClock
) -> None:
    instance = (await load_opgave(huis.eigenaar, REGIO, clock.today())).instance
    assert [each.id for each in instance.kandidaten] == list(huis.regio.kandidaten)
    promised = await huis.eigenaar.fetch(
        "select kandidaat_id from voorstellen where ja_kandidaat_op is not null"
    )
    assert [each.kandidaat for each in instance.vast] == [row["kandidaat_id"] for row in promised]
    assert promised


async def test_a_profile_is_saved_while_the_person_stays_and_refused_for_a_newcomer(huis: RegioSite) -> None:
    path = f"/kandidaten/{huis.regio.kandidaten[0]}/bewerken"
    async with huis.site.logged_in(EIGEN) as visitor:
        response = await visitor.post(path, {**GOOD, "pc4": "7021"})
        assert response.status_code == 303, response.text
        moved = await visitor.post(path, {**GOOD, "versie": "2", "pc4": "7251"})
        assert moved.status_code == 400
        assert "Vorden ligt buiten deze regio. Verwijs de kandidaat naar de regio van Vorden." in moved.text


async def test_a_vestiging_there_keeps_its_place(huis: RegioSite) -> None:
    path = f"/vestigingen/{huis.regio.vestiging}/bewerken"
    plaats = await huis.eigenaar.fetchval(
        "select plaats_id from vestigingen where id = $1", huis.regio.vestiging
    )
    fields = {"naam": "Nieuwe naam", "plaats": str(plaats), "leerbedrijf_id": "", "versie": "1"}
    async with huis.site.logged_in(EIGEN) as visitor:
        assert (await visitor.post(path, fields)).status_code == 303
        overtaken = await visitor.post(path, {**fields, "naam": "Te laat"})
        assert overtaken.status_code == 409
        assert "Zelhem" in overtaken.text

"""A web process killed while it publishes, asks for a run or stops one: all or nothing, and then again."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import asyncpg
import httpx2
import pytest

from marketplace.clock import clock_at
from marketplace.db import Connection, prepare_connection
from marketplace.embedded import Dsns
from tests.live import Live, start_live
from tests.marketplace.klein_plan import keep_plan
from tests.marketplace.kleine_regio import KleineRegio, make_regio
from tests.marketplace.web.conftest import password_hash
from tests.marketplace.web.regio_site import EIGEN
from tests.marketplace.web.site import Visitor
from tests.marketplace.werkplaats import VANDAAG
from tests.storingen.stilstand import Moment, Overgang, read_all, stand_still

PUBLISHED = """
    select (select count(*) from plannen where status = 'gepubliceerd') = 1
       and (select status from plannen where id = $1) = 'gepubliceerd'
       and (select count(*) from voorstellen where status = 'vervallen') = 1
       and (select count(*) from gebeurtenissen where soort = 'plan_gepubliceerd') = 1
"""
ASKED = """
    select (select count(*) from rekenruns where status = 'wachtrij') = 1
       and (select count(*) from gebeurtenissen where soort = 'rekenrun_gevraagd') = 1
"""
STOPPED = """
    select (select status from rekenruns where id = $1) = 'geannuleerd'
       and (select count(*) from gebeurtenissen where soort = 'rekenrun_geannuleerd') = 1
"""


@dataclass(frozen=True, slots=True)
class Huis:
    """A web process on the small region, and what is in it."""

    live: Live
    regio: KleineRegio
    eigenaar: Connection

    async def send(self, path: str, fields: Mapping[str, str]) -> int:
        """Log in and send a form; its status, 0 when the web died meanwhile."""
        async with httpx2.AsyncClient(base_url=self.live.url, timeout=60) as client:
            visitor = Visitor(client)
            assert (await visitor.login(EIGEN)).status_code == 303
            try:
                return (await visitor.post(path, fields)).status_code
            except httpx2.TransportError:
                return 0

    async def kill_while(self, soort: str, moment: Moment, path: str, fields: Mapping[str, str]) -> bool:
        """Kill the web at this gebeurtenis, the last it writes, and start another; whether it came to be."""
        last = Overgang("gebeurtenissen", "insert", f"new.soort = '{soort}'")
        async with stand_still(self.eigenaar, last, moment) as until_it_stands:
            sending = asyncio.create_task(self.send(path, fields))
            before = await until_it_stands()
            self.live.kill("web")
        assert await sending == 0
        happened = await read_all(self.eigenaar) != before
        self.live.start("web")
        await asyncio.to_thread(self.live.wait_until_up)
        return happened


@pytest.fixture
async def huis(database: Dsns, tmp_path: Path) -> AsyncIterator[Huis]:
    """The small region with a web process."""
    eigenaar = await asyncpg.connect(database.eigenaar)
    await prepare_connection(eigenaar)
    regio = await make_regio(eigenaar)
    await eigenaar.execute("update accounts set wachtwoord_hash = $1", password_hash())
    live = start_live(database, tmp_path, parts=("web",))
    try:
        await asyncio.to_thread(live.wait_until_up)
        yield Huis(live, regio, eigenaar)
    finally:
        live.stop()
        await eigenaar.close()


async def test_a_plan_is_published_whole_or_not_at_all_and_then_again(huis: Huis) -> None:
    clock = clock_at(VANDAAG)
    former = await keep_plan(huis.eigenaar, huis.regio, clock, (0, 0))
    await huis.eigenaar.execute(
        "update plannen set status = 'gepubliceerd', gepubliceerd_op = $1", clock.now()
    )
    plan = await keep_plan(huis.eigenaar, huis.regio, clock, (1, 1))
    path = f"/plannen/{plan.id}/publiceren"
    fields = {"versie": str(plan.versie), "gezien": str(former.id)}
    assert not await huis.kill_while("plan_gepubliceerd", Moment.WRITTEN, path, fields)
    assert not await huis.eigenaar.fetchval(PUBLISHED, plan.id)
    assert await huis.kill_while("plan_gepubliceerd", Moment.COMMITTING, path, fields)
    assert await huis.eigenaar.fetchval(PUBLISHED, plan.id)
    # Who saw no answer and sends the form again learns that it was done.
    assert await huis.send(path, fields) == 303
    assert await huis.eigenaar.fetchval(PUBLISHED, plan.id)


async def test_a_run_is_asked_for_and_stopped_whole_or_not_at_all(huis: Huis) -> None:
    assert not await huis.kill_while("rekenrun_gevraagd", Moment.WRITTEN, "/rekenruns", {})
    assert await huis.eigenaar.fetchval("select count(*) from rekenruns") == 0
    assert await huis.kill_while("rekenrun_gevraagd", Moment.COMMITTING, "/rekenruns", {})
    assert await huis.eigenaar.fetchval(ASKED)
    run = await huis.eigenaar.fetchval("select id from rekenruns")
    path = f"/rekenruns/{run}/annuleren"
    assert not await huis.kill_while("rekenrun_geannuleerd", Moment.WRITTEN, path, {})
    assert await huis.eigenaar.fetchval(ASKED)
    assert await huis.kill_while("rekenrun_geannuleerd", Moment.COMMITTING, path, {})
    assert await huis.eigenaar.fetchval(STOPPED, run)

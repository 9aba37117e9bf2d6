"""Following a rekenrun and stopping it."""

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.errors import Conflict, NotFound
from marketplace.matching.service import request_rekenrun
from marketplace.rekenruns import claims, queries, service
from marketplace.rekenruns.model import RekenrunStatus
from tests.marketplace.kleine_regio import REGIO, KleineRegio, make_regio


@pytest.fixture
async def regio(conn: Connection) -> KleineRegio:
    return await make_regio(conn)


@pytest.fixture
async def run(conn: Connection, regio: KleineRegio, clock: FixedClock) -> int:
    return await request_rekenrun(conn, regio.eigen, clock=clock, regio_code=REGIO, hoogstens=2)


async def test_a_stranger_sees_no_run_and_no_progress(
    conn: Connection, regio: KleineRegio, clock: FixedClock, run: int
) -> None:
    await conn.execute("reset role")
    await claims.insert_voortgang(conn, run, now=clock.now(), fase="rekenen", zin="Bezig.")
    assert len(await queries.list_voortgang(conn, regio.eigen, run)) == 1
    assert await queries.get_latest_rekenrun(conn, regio.eigen, REGIO) is not None
    for stranger in (regio.vreemd, regio.werkgever):
        assert await queries.get_rekenrun(conn, stranger, run) is None
        assert await queries.get_latest_rekenrun(conn, stranger, REGIO) is None
        assert (await queries.list_rekenruns(conn, stranger, REGIO)).totaal == 0
        assert await queries.list_voortgang(conn, stranger, run) == []
        for stop in (service.cancel_rekenrun, service.finish_rekenrun):
            with pytest.raises(NotFound):
                await stop(conn, stranger, clock=clock, rekenrun_id=run)


async def test_a_waiting_run_is_stopped_at_once(
    conn: Connection, regio: KleineRegio, clock: FixedClock, run: int
) -> None:
    stopped = await service.cancel_rekenrun(conn, regio.eigen, clock=clock, rekenrun_id=run)
    assert stopped.status is RekenrunStatus.GEANNULEERD
    with pytest.raises(Conflict, match="al klaar"):
        await service.cancel_rekenrun(conn, regio.eigen, clock=clock, rekenrun_id=run)


async def test_a_run_is_finished_early_once_and_says_by_whom(
    conn: Connection, regio: KleineRegio, clock: FixedClock, run: int
) -> None:
    stopped = await service.finish_rekenrun(conn, regio.eigen, clock=clock, rekenrun_id=run)
    assert (stopped.status, stopped.afronden) == (RekenrunStatus.WACHTRIJ, True)
    assert stopped.gestopt_door == await conn.fetchval(
        "select naam from accounts where id = $1", regio.eigen.account_id
    )
    with pytest.raises(Conflict, match="wordt al gestopt"):
        await service.finish_rekenrun(conn, regio.eigen, clock=clock, rekenrun_id=run)
    await service.cancel_rekenrun(conn, regio.eigen, clock=clock, rekenrun_id=run)
    with pytest.raises(Conflict, match="al klaar"):
        await service.finish_rekenrun(conn, regio.eigen, clock=clock, rekenrun_id=run)

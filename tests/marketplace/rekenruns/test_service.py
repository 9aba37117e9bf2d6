"""Asking for a rekenrun, following it and stopping it."""

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.errors import Conflict, Forbidden, NotFound
from marketplace.rekenruns import claims, queries, service
from marketplace.rekenruns.model import RekenrunStatus
from tests.marketplace.kleine_regio import REGIO, KleineRegio, make_regio


@pytest.fixture
async def regio(conn: Connection) -> KleineRegio:
    return await make_regio(conn)


async def ask(conn: Connection, regio: KleineRegio, clock: FixedClock) -> int:
    return await service.request_rekenrun(conn, regio.eigen, clock=clock, regio_code=REGIO, seconden=2)


async def test_a_run_waits_after_it_is_asked(conn: Connection, regio: KleineRegio, clock: FixedClock) -> None:
    run = await queries.get_rekenrun(conn, regio.eigen, await ask(conn, regio, clock))
    assert run is not None
    assert (run.status, run.gevraagd_door, run.vandaag) == (RekenrunStatus.WACHTRIJ, "eigen", clock.today())


async def test_a_second_run_is_refused_while_one_waits(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    await ask(conn, regio, clock)
    with pytest.raises(service.AlreadyRunning):
        await ask(conn, regio, clock)


async def test_a_region_without_plekken_is_refused(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    await conn.execute("update leerwerkplekken set status = 'gesloten'")
    with pytest.raises(service.NothingToPlan, match="geen gepubliceerde leerwerkplekken"):
        await ask(conn, regio, clock)


async def test_a_region_without_kandidaten_is_refused(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    await conn.execute("reset role")
    await conn.execute("update kandidaten set status = 'lopend'")
    await conn.execute("set local role app")
    with pytest.raises(service.NothingToPlan, match="geen kandidaten"):
        await ask(conn, regio, clock)


async def test_a_stranger_may_not_ask(conn: Connection, regio: KleineRegio, clock: FixedClock) -> None:
    for stranger in (regio.vreemd, regio.werkgever):
        with pytest.raises(Forbidden):
            await service.request_rekenrun(conn, stranger, clock=clock, regio_code=REGIO, seconden=2)


async def test_a_stranger_sees_no_run_and_no_progress(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    run = await ask(conn, regio, clock)
    await conn.execute("reset role")
    await claims.insert_voortgang(conn, run, now=clock.now(), fase="rekenen", zin="Bezig.")
    assert len(await queries.list_voortgang(conn, regio.eigen, run)) == 1
    for stranger in (regio.vreemd, regio.werkgever):
        assert await queries.get_rekenrun(conn, stranger, run) is None
        assert await queries.list_rekenruns(conn, stranger) == []
        assert await queries.list_voortgang(conn, stranger, run) == []
        with pytest.raises(NotFound):
            await service.cancel_rekenrun(conn, stranger, clock=clock, rekenrun_id=run)


async def test_a_waiting_run_is_cancelled_at_once(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    run = await service.cancel_rekenrun(
        conn, regio.eigen, clock=clock, rekenrun_id=await ask(conn, regio, clock)
    )
    assert run.status is RekenrunStatus.GEANNULEERD
    with pytest.raises(Conflict, match="al klaar"):
        await service.cancel_rekenrun(conn, regio.eigen, clock=clock, rekenrun_id=run.id)


async def test_a_cancelled_run_starts_again(conn: Connection, regio: KleineRegio, clock: FixedClock) -> None:
    first = await ask(conn, regio, clock)
    with pytest.raises(service.AlreadyRunning):
        await service.retry_rekenrun(conn, regio.eigen, clock=clock, rekenrun_id=first)
    await service.cancel_rekenrun(conn, regio.eigen, clock=clock, rekenrun_id=first)
    second = await service.retry_rekenrun(conn, regio.eigen, clock=clock, rekenrun_id=first)
    assert second != first


async def test_the_first_run_is_asked_once(conn: Connection, regio: KleineRegio, clock: FixedClock) -> None:
    assert regio.kandidaten
    assert await service.request_first(conn, clock=clock, regio_code=REGIO) is not None
    assert await service.request_first(conn, clock=clock, regio_code=REGIO) is None

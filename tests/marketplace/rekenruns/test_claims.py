"""What workers do to runs: claim, beat, finish, and what happens when one falls silent."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.matching.service import request_rekenrun
from marketplace.rekenruns import claims, queries, service
from marketplace.rekenruns.model import Claim, RekenrunStatus, Verzoek
from tests.marketplace.kleine_regio import REGIO, KleineRegio, make_regio


@pytest.fixture
async def regio(conn: Connection) -> KleineRegio:
    """Verbs of web and worker meet here on one connection; test_uitvoering has each in its own role."""
    made = await make_regio(conn)
    await conn.execute("reset role")
    return made


@pytest.fixture
async def claim(conn: Connection, regio: KleineRegio, clock: FixedClock) -> Claim:
    await request_rekenrun(conn, regio.eigen, clock=clock, regio_code=REGIO, hoogstens=2)
    claimed = await claims.claim_rekenrun(conn, "een", clock.now())
    assert claimed is not None
    return claimed


async def status_of(conn: Connection, regio: KleineRegio, run: int) -> RekenrunStatus:
    found = await queries.get_rekenrun(conn, regio.eigen, run)
    assert found is not None
    return found.status


async def test_a_run_is_claimed_once(conn: Connection, claim: Claim, clock: FixedClock) -> None:
    assert claim.poging == 1
    assert await claims.claim_rekenrun(conn, "twee", clock.now()) is None


async def test_a_beat_tells_that_people_want_to_stop(
    conn: Connection, regio: KleineRegio, claim: Claim, clock: FixedClock
) -> None:
    assert await claims.beat(conn, claim, clock.now()) is Verzoek.GEEN
    await service.cancel_rekenrun(conn, regio.eigen, clock=clock, rekenrun_id=claim.id)
    assert await claims.beat(conn, claim, clock.now()) is Verzoek.ANNULEREN
    assert await claims.finish_rekenrun(conn, claim, {}, clock.now()) is False
    assert await claims.cancel_claimed(conn, claim, clock.now())
    assert await claims.beat(conn, claim, clock.now()) is None


async def test_a_silent_run_goes_back_once_and_then_fails(
    conn: Connection, regio: KleineRegio, claim: Claim, clock: FixedClock
) -> None:
    later = clock.now() + timedelta(minutes=1)
    assert await claims.sweep_rekenruns(conn, silent_since=later, now=later) == [claim.id]
    assert await status_of(conn, regio, claim.id) is RekenrunStatus.WACHTRIJ
    second = await claims.claim_rekenrun(conn, "twee", clock.now())
    assert second is not None
    assert second.poging == 2
    assert await claims.sweep_rekenruns(conn, silent_since=later, now=later) == [claim.id]
    run = await queries.get_rekenrun(conn, regio.eigen, claim.id)
    assert run is not None
    assert run.status is RekenrunStatus.MISLUKT
    assert "opnieuw starten" in (run.fout or "")


async def test_a_run_that_beats_is_left_alone(conn: Connection, claim: Claim, clock: FixedClock) -> None:
    assert claim.id
    before = clock.now() - timedelta(seconds=1)
    assert await claims.sweep_rekenruns(conn, silent_since=before, now=clock.now()) == []


async def test_a_worker_that_lost_its_run_writes_nothing(
    conn: Connection, regio: KleineRegio, claim: Claim, clock: FixedClock
) -> None:
    later = clock.now() + timedelta(minutes=1)
    await claims.sweep_rekenruns(conn, silent_since=later, now=later)
    assert await claims.claim_rekenrun(conn, "twee", clock.now()) is not None
    assert await claims.beat(conn, claim, clock.now()) is None
    assert not await claims.store_instantie(conn, claim, {}, "x", gelezen_op=clock.now())
    assert not await claims.fail_rekenrun(conn, claim, "Mislukt.", clock.now())
    assert await claims.release_claimed(conn, claim, clock.now()) is None
    assert await claims.return_claimed(conn, claim, clock.now()) is None
    assert await status_of(conn, regio, claim.id) is RekenrunStatus.BEZIG


async def test_a_released_run_waits_and_its_attempt_does_not_count(
    conn: Connection, claim: Claim, clock: FixedClock
) -> None:
    assert await claims.release_claimed(conn, claim, clock.now()) is RekenrunStatus.WACHTRIJ
    again = await claims.claim_rekenrun(conn, "twee", clock.now())
    assert again is not None
    assert again.poging == 1


@pytest.mark.parametrize("give_up", [claims.release_claimed, claims.return_claimed])
async def test_a_run_that_people_stopped_does_not_wait_again_when_its_worker_gives_up(
    conn: Connection,
    regio: KleineRegio,
    claim: Claim,
    clock: FixedClock,
    give_up: Callable[[Connection, Claim, datetime], Awaitable[RekenrunStatus | None]],
) -> None:
    await service.cancel_rekenrun(conn, regio.eigen, clock=clock, rekenrun_id=claim.id)
    assert await give_up(conn, claim, clock.now()) is RekenrunStatus.GEANNULEERD
    run = await queries.get_rekenrun(conn, regio.eigen, claim.id)
    assert run is not None
    assert (run.status, run.fout, run.klaar_op) == (RekenrunStatus.GEANNULEERD, None, clock.now())


async def test_progress_is_numbered_in_order(
    conn: Connection, regio: KleineRegio, claim: Claim, clock: FixedClock
) -> None:
    await conn.execute("reset role")
    for zin in ("Een.", "Twee.", "Drie."):
        await claims.insert_voortgang(conn, claim.id, now=clock.now(), fase="rekenen", zin=zin)
    stappen = await queries.list_voortgang(conn, regio.eigen, claim.id, na=1)
    assert [(stap.volgnummer, stap.zin) for stap in stappen] == [(2, "Twee."), (3, "Drie.")]


async def test_a_beat_tells_that_people_want_the_best_plan(
    conn: Connection, regio: KleineRegio, claim: Claim, clock: FixedClock
) -> None:
    await service.finish_rekenrun(conn, regio.eigen, clock=clock, rekenrun_id=claim.id)
    assert await claims.beat(conn, claim, clock.now()) is Verzoek.AFRONDEN
    await service.cancel_rekenrun(conn, regio.eigen, clock=clock, rekenrun_id=claim.id)
    assert await claims.beat(conn, claim, clock.now()) is Verzoek.ANNULEREN

"""The clock of a machine jumps: an hour back, a day ahead, and back again."""

from datetime import timedelta

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.inlezen import service as inlezen
from marketplace.inlezen.model import Status
from marketplace.inlezen.order import Taak
from marketplace.inlezen.plekken import LEERWERKPLEKKEN
from marketplace.matching.service import request_rekenrun
from marketplace.rekenruns import claims
from marketplace.rekenruns.model import Claim, Verzoek
from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.toegang.service import find_sessie, start_sessie
from marketplace.toegang.sleutels import find_dienst, make_sleutel
from marketplace.voorstellen import plan_queries, publicatie, service
from marketplace.voorstellen.model import VoorstelStatus
from tests.marketplace.klein_plan import keep_plan, voorstel_of
from tests.marketplace.kleine_regio import REGIO, WEEK0, KleineRegio, make_regio
from tests.marketplace.toegang.test_sleutels import beheerder, new

HOUR, DAY, SILENT = timedelta(hours=1), timedelta(days=1), timedelta(seconds=15)


def moved(clock: FixedClock, by: timedelta) -> FixedClock:
    """The clock after a jump."""
    return FixedClock(clock.moment + by)


@pytest.fixture
async def regio(conn: Connection) -> KleineRegio:
    return await make_regio(conn)


@pytest.fixture
async def claim(conn: Connection, regio: KleineRegio, clock: FixedClock) -> Claim:
    """A run that a worker has."""
    await conn.execute("reset role")
    await request_rekenrun(conn, regio.eigen, clock=clock, regio_code=REGIO, hoogstens=2)
    claimed = await claims.claim_rekenrun(conn, "een", clock.now())
    assert claimed is not None
    return claimed


async def sweep(conn: Connection, clock: FixedClock) -> list[int]:
    """What another worker takes away."""
    return await claims.sweep_rekenruns(conn, silent_since=clock.now() - SILENT, now=clock.now())


async def test_a_session_ends_early_and_never_late_and_stands_again_once_the_clock_is_right(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    await conn.execute("reset role")
    token = await start_sessie(conn, clock=clock, account_id=regio.eigen.account_id)
    assert await find_sessie(conn, clock=moved(clock, -HOUR), token=token)
    assert await find_sessie(conn, clock=moved(clock, DAY), token=token) is None
    assert await find_sessie(conn, clock=clock, token=token)


async def test_a_key_rests_while_the_clock_is_past_its_last_day(conn: Connection, clock: FixedClock) -> None:
    await make_regio(conn)
    _, token = await make_sleutel(
        conn, await beheerder(conn, "carla", regio_code=REGIO), clock=clock, nieuw=new(clock)
    )
    assert await find_dienst(conn, clock=moved(clock, -HOUR), token=token)
    assert await find_dienst(conn, clock=moved(clock, 200 * DAY), token=token) is None
    assert await find_dienst(conn, clock=clock, token=token)


async def test_a_run_of_a_dead_worker_is_taken_though_the_clock_was_set_back_an_hour(
    conn: Connection, claim: Claim, clock: FixedClock
) -> None:
    assert await sweep(conn, moved(clock, -HOUR)) == [claim.id]


async def test_a_run_that_beats_stays_though_the_clock_was_set_back(
    conn: Connection, claim: Claim, clock: FixedClock
) -> None:
    back = moved(clock, -HOUR)
    assert await claims.beat(conn, claim, back.now()) is Verzoek.GEEN
    assert await sweep(conn, back) == []
    assert await sweep(conn, moved(back, timedelta(seconds=-5))) == [], "clocks of machines differ a little"


async def test_a_run_taken_from_a_living_worker_by_a_jump_ahead_is_done_once(
    conn: Connection, claim: Claim, clock: FixedClock
) -> None:
    ahead = moved(clock, DAY)
    assert await sweep(conn, ahead) == [claim.id]
    assert await claims.beat(conn, claim, ahead.now()) is None, "the first one hears that it lost the run"
    assert await claims.finish_rekenrun(conn, claim, {}, ahead.now()) is False
    second = await claims.claim_rekenrun(conn, "twee", ahead.now())
    assert second is not None
    assert second.poging == 2


async def test_a_file_whose_work_died_can_be_done_again_though_the_clock_was_set_back(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    actor, back = regio.eigen, moved(clock, -HOUR)
    number = await inlezen.keep_file(
        conn, actor, clock=clock, soort=LEERWERKPLEKKEN, bestandsnaam="plekken.csv", bestand=b"Titel"
    )
    kept = await inlezen.visible_inlezing(conn, actor, number)
    assert kept.is_busy(clock.now())
    assert kept.is_busy(moved(clock, timedelta(seconds=-5)).now())
    assert kept.stands(back.now()) is Status.MISLUKT
    await inlezen.begin(conn, actor, clock=back, inlezing_id=number, taak=Taak.NAKIJKEN)
    assert (await inlezen.visible_inlezing(conn, actor, number)).is_busy(back.now())


async def test_a_file_is_wiped_by_a_day_ahead_and_says_so_afterwards(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    actor, ahead = regio.eigen, moved(clock, DAY)
    numbers = [
        await inlezen.keep_file(
            conn, actor, clock=each, soort=LEERWERKPLEKKEN, bestandsnaam="plekken.csv", bestand=b"Titel"
        )
        for each in (clock, ahead)
    ]
    first, second = [await inlezen.visible_inlezing(conn, actor, number) for number in numbers]
    assert (first.bewaard, second.bewaard) == (False, True)


async def test_a_pin_and_its_voorstel_outlive_a_jump_ahead(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    plan = await keep_plan(conn, regio, clock, (0, 0))
    voorstel_id = await voorstel_of(conn, regio, plan, 0)
    await service.pin(
        conn,
        regio.eigen,
        clock=clock,
        voorstel_id=voorstel_id,
        versie=1,
        reden="Kent de werkgever.",
        tot=clock.today() + 30 * DAY,
        startweek=WEEK0,
        uiterlijk=clock.today() + 60 * DAY,
    )
    plan = await keep_plan(conn, regio, moved(clock, DAY), (1, 1))
    await publicatie.publish(
        conn, regio.eigen, clock=moved(clock, DAY), plan_id=plan.id, versie=plan.versie, gezien=None
    )
    kept = await service.visible_voorstel(conn, regio.eigen, voorstel_id)
    assert kept.status is VoorstelStatus.VOORGESTELD
    assert kept.pin is not None


async def test_what_happened_keeps_its_order_though_the_clock_was_set_back(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    voorstel_id = await voorstel_of(conn, regio, await keep_plan(conn, regio, clock, (0, 0)), 0)
    first = await service.discuss(
        conn, regio.eigen, clock=clock, voorstel_id=voorstel_id, versie=1, ja_op=clock.today()
    )
    back = moved(clock, -HOUR)
    await service.accept(
        conn, regio.eigen, clock=back, voorstel_id=voorstel_id, versie=first.versie, startweek=WEEK0
    )
    told = await list_geschiedenis(conn, regio.eigen, "voorstel", voorstel_id)
    assert [each.soort for each in told] == ["voorstel_akkoord", "voorstel_besproken"]
    assert await plan_queries.count_decisions_since(conn, regio.eigen, REGIO, back.now() - HOUR) == 1

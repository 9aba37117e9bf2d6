"""Two people decide about one person at the same moment, each over a connection of the own."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import date
from typing import TypeAlias

import asyncpg
import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection, prepare_connection, transaction
from marketplace.embedded import Dsns
from marketplace.errors import StaleVersion
from marketplace.toegang.model import Actor
from marketplace.voorstellen import afwijzing, publicatie, service
from marketplace.voorstellen.afwijzing import Afwijzing
from marketplace.voorstellen.model import Voorstel
from tests.marketplace.klein_plan import keep_plan, voorstel_of
from tests.marketplace.kleine_regio import KleineRegio, make_regio

WAITING = (
    "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
)
Decision: TypeAlias = Callable[[Connection, Voorstel], Awaitable[object]]


@pytest.fixture
async def eigenaar(database: Dsns) -> AsyncIterator[Connection]:
    conn = await asyncpg.connect(database.eigenaar)
    await prepare_connection(conn)
    yield conn
    await conn.close()


@pytest.fixture
async def regio(eigenaar: Connection) -> KleineRegio:
    return await make_regio(eigenaar)


@pytest.fixture
async def two(eigenaar: Connection, regio: KleineRegio, clock: FixedClock) -> tuple[Voorstel, Voorstel]:
    """Two open voorstellen of one person: one in the published plan, one in the concept."""
    first = await keep_plan(eigenaar, regio, clock, (0, 0))
    await publicatie.publish(
        eigenaar, regio.eigen, clock=clock, plan_id=first.id, versie=first.versie, gezien=None
    )
    second = await keep_plan(eigenaar, regio, clock, (0, 1))
    one, other = [
        await service.visible_voorstel(eigenaar, regio.eigen, await voorstel_of(eigenaar, regio, plan, 0))
        for plan in (first, second)
    ]
    assert one.id != other.id
    return one, other


@pytest.fixture
def discuss(regio: KleineRegio, clock: FixedClock) -> Decision:
    return lambda conn, voorstel: service.discuss(
        conn,
        regio.eigen,
        clock=clock,
        voorstel_id=voorstel.id,
        versie=voorstel.versie,
        ja_op=clock.today(),
    )


@pytest.fixture
def pin(regio: KleineRegio, clock: FixedClock) -> Decision:
    return lambda conn, voorstel: service.pin(
        conn,
        regio.eigen,
        clock=clock,
        voorstel_id=voorstel.id,
        versie=voorstel.versie,
        reden="De werkgever kent de kandidaat al.",
        tot=date(2026, 12, 20),
        startweek=None,
        uiterlijk=date(2027, 1, 15),
    )


@pytest.fixture
def reject(regio: KleineRegio, clock: FixedClock) -> Decision:
    return lambda conn, voorstel: afwijzing.reject(
        conn,
        regio.eigen,
        clock=clock,
        voorstel_id=voorstel.id,
        versie=voorstel.versie,
        afwijzing=Afwijzing(reden="te_ver", max_reistijd=30),
    )


async def decide(pool: asyncpg.Pool, who: Actor, decision: Decision, voorstel: Voorstel) -> object:
    """One decision in a transaction of its own."""
    async with transaction(pool, who.account_id) as conn:
        return await decision(conn, voorstel)


async def wait_for_waiting(pool: asyncpg.Pool, number: int) -> None:
    """Wait until this many decisions wait for a lock, a moment at most."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(3):
            while await pool.fetchval(WAITING) < number:  # noqa: ASYNC110 (a lock has no event)
                await asyncio.sleep(0.01)


@pytest.mark.parametrize(
    "names", [("discuss", "discuss"), ("discuss", "pin"), ("pin", "discuss"), ("pin", "pin")]
)
async def test_a_person_is_not_kept_at_two_plekken_by_two_at_once(
    names: tuple[str, str],
    pool: asyncpg.Pool,
    eigenaar: Connection,
    regio: KleineRegio,
    two: tuple[Voorstel, Voorstel],
    request: pytest.FixtureRequest,
) -> None:
    first, second = (request.getfixturevalue(name) for name in names)
    async with transaction(pool, regio.eigen.account_id) as conn:
        await first(conn, two[0])
        later = asyncio.ensure_future(decide(pool, regio.eigen, second, two[1]))
        await wait_for_waiting(pool, 1)
    with pytest.raises(service.WrongStep, match="staat al vast op 'Tuin aanleggen'"):
        await later
    kept = await eigenaar.fetchval(
        "select count(*) from voorstellen where status = 'besproken_met_kandidaat' or pin_reden is not null"
    )
    assert kept == 1


async def test_the_database_refuses_a_second_yes_from_who_did_not_wait(
    pool: asyncpg.Pool,
    eigenaar: Connection,
    regio: KleineRegio,
    two: tuple[Voorstel, Voorstel],
    discuss: Decision,
) -> None:
    async with eigenaar.transaction():
        await eigenaar.execute(
            "update voorstellen set status = 'besproken_met_kandidaat', ja_kandidaat_op = '2026-11-20',"
            " ja_vastgelegd_door = (select min(id) from accounts) where id = $1",
            two[0].id,
        )
        later = asyncio.ensure_future(decide(pool, regio.eigen, discuss, two[1]))
        await wait_for_waiting(pool, 1)
    with pytest.raises(service.WrongStep, match="net op een andere plek besproken"):
        await later


async def test_who_rejects_and_who_discusses_one_voorstel_do_not_wait_in_a_circle(
    pool: asyncpg.Pool,
    eigenaar: Connection,
    regio: KleineRegio,
    two: tuple[Voorstel, Voorstel],
    discuss: Decision,
    reject: Decision,
) -> None:
    async with eigenaar.transaction():
        await eigenaar.execute("select id from kandidaten for no key update")
        first = asyncio.ensure_future(decide(pool, regio.eigen, discuss, two[0]))
        await wait_for_waiting(pool, 1)
        second = asyncio.ensure_future(decide(pool, regio.eigen, reject, two[0]))
        await wait_for_waiting(pool, 2)
    await first
    with pytest.raises(StaleVersion):
        await second

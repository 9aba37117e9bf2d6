"""Two acceptances of the last plaats at one moment: one gets it, the other a sentence."""

import asyncio

import asyncpg
import pytest

from marketplace.bezetting import service
from marketplace.bezetting.model import Verblijf
from marketplace.bezetting.queries import list_bezetting
from marketplace.clock import FixedClock
from marketplace.db import create_pool, prepare_connection, transaction
from marketplace.embedded import Dsns
from marketplace.errors import CapacityReached
from marketplace.voorstellen.service import accept, discuss, visible_voorstel
from tests.marketplace.klein_plan import keep_plan, voorstel_of
from tests.marketplace.kleine_regio import REGIO, WEEK0, KleineRegio, make_regio


@pytest.fixture
async def regio(database: Dsns) -> KleineRegio:
    conn = await asyncpg.connect(database.eigenaar)
    await prepare_connection(conn)
    made = await make_regio(conn)
    await conn.close()
    return made


async def test_of_two_acceptances_at_one_moment_one_gets_the_last_plaats(
    database: Dsns, regio: KleineRegio, clock: FixedClock
) -> None:
    eigenaar = await asyncpg.connect(database.eigenaar)
    await prepare_connection(eigenaar)
    plan = await keep_plan(eigenaar, regio, clock, (0, 0), (1, 0))
    numbers = [await voorstel_of(eigenaar, regio, plan, number) for number in (0, 1)]
    await eigenaar.close()
    pool = await create_pool(database.app, size=4)
    both_ready = asyncio.Barrier(2)

    async def say_yes(voorstel_id: int) -> None:
        async with transaction(pool, regio.eigen.account_id) as conn:
            seen = await visible_voorstel(conn, regio.eigen, voorstel_id)
            await discuss(
                conn,
                regio.eigen,
                clock=clock,
                voorstel_id=voorstel_id,
                versie=seen.versie,
                ja_op=clock.today(),
            )

    async def agree(voorstel_id: int) -> str:
        async with transaction(pool, regio.eigen.account_id) as conn:
            said = await visible_voorstel(conn, regio.eigen, voorstel_id)
            await both_ready.wait()
            try:
                assert said.inplanning is not None
                await accept(
                    conn,
                    regio.eigen,
                    clock=clock,
                    voorstel_id=voorstel_id,
                    versie=said.versie,
                    startweek=said.inplanning.startweek,
                )
            except CapacityReached as refusal:
                return refusal.sentence
        return ""

    for number in numbers:
        await say_yes(number)
    outcomes = await asyncio.gather(*(agree(number) for number in numbers))
    assert min(outcomes) == ""
    assert "geen plaats meer vrij" in max(outcomes)
    async with transaction(pool, regio.eigen.account_id) as conn:
        assert len({each.kandidaat_id for each in await list_bezetting(conn, REGIO, WEEK0)}) == 1
    await pool.close()


async def test_a_refused_stay_leaves_the_transaction_usable(
    database: Dsns, regio: KleineRegio, clock: FixedClock
) -> None:
    conn = await asyncpg.connect(database.eigenaar)
    await prepare_connection(conn)
    plan = await keep_plan(conn, regio, clock, (0, 0), (1, 0))
    stays = [
        Verblijf(
            voorstel_id=await voorstel_of(conn, regio, plan, number),
            kandidaat_id=regio.kandidaten[number],
            leerwerkplek_id=regio.plekken[0],
            startweek=WEEK0,
            weken=6,
        )
        for number in (0, 1)
    ]
    async with conn.transaction():
        await service.reserve(conn, stays[0])
        with pytest.raises(CapacityReached):
            await service.reserve(conn, stays[1])
        assert len(await list_bezetting(conn, REGIO, WEEK0)) == 6
        await service.free(conn, stays[0].voorstel_id)
        await service.reserve(conn, stays[1])
    assert {each.kandidaat_id for each in await list_bezetting(conn, REGIO, WEEK0)} == {regio.kandidaten[1]}
    await conn.close()

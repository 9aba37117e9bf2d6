"""A run of a roulatie with what a worker may do: read, solve, keep; what stands on the board stays."""

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.rekenruns import claims
from marketplace.roulatie.model import Rooster, RoosterStatus
from marketplace.roulatie.planner import ROULATIE
from marketplace.roulatie.publicatie import publish
from marketplace.roulatie.rekenen import MOST_BESIDE, request_rooster
from marketplace.roulatie.roosters import list_roosters
from marketplace.roulatie.run import solve_question
from tests.marketplace.roulatie.kleine_roulatie import KleineRoulatie, make_roulatie


@pytest.fixture
async def kleine(conn: Connection) -> KleineRoulatie:
    return await make_roulatie(conn)


async def run(conn: Connection, kleine: KleineRoulatie, clock: FixedClock) -> None:
    """Ask for a rooster and carry the run out as role worker."""
    await request_rooster(conn, kleine.actor, clock=clock, roulatie_id=kleine.id, hoogstens=0.5, vraag={})
    await conn.execute("reset role; set local role worker")
    claim = await claims.claim_rekenrun(conn, "proef", clock.now())
    assert claim is not None
    opgave = await ROULATIE.load(conn, claim)
    question = ROULATIE.make_question(opgave, claim)
    assert await claims.store_instantie(conn, claim, question, "proef", gelezen_op=clock.now())
    answer = solve_question(question, lambda _step: None)
    assert await ROULATIE.keep(conn, claim, opgave, answer, clock.now())
    await conn.execute("reset role; set local role app_ongebonden")


async def roosters(conn: Connection, kleine: KleineRoulatie) -> list[Rooster]:
    return await list_roosters(conn, kleine.actor, kleine.id, list(RoosterStatus))


async def test_the_first_rooster_comes_on_the_board_and_the_next_beside_it(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    await run(conn, kleine, clock)
    first = await roosters(conn, kleine)
    assert [each.status for each in first] == [RoosterStatus.CONCEPT]
    assert len(first[0].cellen) == len(kleine.deelnemers) * len(kleine.blokken)
    await run(conn, kleine, clock)
    second = await roosters(conn, kleine)
    assert [each.status for each in second] == [RoosterStatus.ALTERNATIEF, RoosterStatus.CONCEPT]
    assert second[1] == first[0]


async def test_the_oldest_alternative_makes_room_and_publishing_lets_all_lapse(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    for _ in range(MOST_BESIDE + 2):
        await run(conn, kleine, clock)
    found = await roosters(conn, kleine)
    standing = [each.status for each in sorted(found, key=lambda each: each.id)]
    assert standing == [
        RoosterStatus.CONCEPT,
        RoosterStatus.VERVALLEN,
        *[RoosterStatus.ALTERNATIEF] * MOST_BESIDE,
    ]
    (concept,) = (each for each in found if each.status is RoosterStatus.CONCEPT)
    await publish(conn, kleine.actor, clock=clock, roulatie_id=kleine.id, versie=concept.versie, reden=None)
    assert {each.status for each in await roosters(conn, kleine)} == {
        RoosterStatus.GEPUBLICEERD,
        RoosterStatus.VERVALLEN,
    }

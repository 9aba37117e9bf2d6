"""Why somebody changes plek: what was wrong, a wish, a lasting place, or room for others."""

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.roulatie import roosters
from marketplace.roulatie.model import Cel, RoosterStatus
from marketplace.roulatie.overzicht import load_overzicht
from marketplace.roulatie.uitleg import Waarom, explain
from tests.marketplace.roulatie.kleine_roulatie import REGIO, KleineRoulatie, make_published


@pytest.fixture
async def kleine(conn: Connection, clock: FixedClock) -> KleineRoulatie:
    return await make_published(conn, clock)


async def swap_last(conn: Connection, kleine: KleineRoulatie, clock: FixedClock) -> dict[int, Waarom]:
    """Why the first two change plek in the last block, by person."""
    told = await roosters.get_by_status(conn, [REGIO], kleine.id, RoosterStatus.GEPUBLICEERD)
    assert told is not None
    een, ander = (told.where(who, kleine.blokken[2]) for who in kleine.deelnemers[:2])
    assert een is not None
    assert ander is not None
    rest = [each for each in told.cellen if each not in (een, ander)]
    made = await roosters.insert_rooster(
        conn,
        roulatie_id=kleine.id,
        status=RoosterStatus.ALTERNATIEF,
        basis_id=told.id,
        now=clock.now(),
        account_id=kleine.actor.account_id,
        cellen=[
            *rest,
            Cel(een.kandidaat_id, een.blok_id, ander.leerwerkplek_id),
            Cel(ander.kandidaat_id, ander.blok_id, een.leerwerkplek_id),
        ],
    )
    assert made is not None
    rooster = await roosters.get_rooster(conn, kleine.actor, made)
    assert rooster is not None
    uitleg = explain(await load_overzicht(conn, kleine.actor, clock, kleine.id), rooster)
    assert uitleg is not None
    return {each.verschil.kandidaat_id: each for each in uitleg.waarom}


async def test_who_comes_more_gladly_is_said_so_and_who_makes_room_is_not(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    first, second = kleine.deelnemers[:2]
    await conn.execute(
        "insert into roulatie_voorkeuren (roulatie_id, kandidaat_id, leerwerkplek_id, wens)"
        " values ($1, $2, $3, 100)",
        kleine.id,
        first,
        kleine.plekken[0],
    )
    found = await swap_last(conn, kleine, clock)
    assert {who: (each.liever, each.blijvend) for who, each in found.items()} == {
        first: (True, False),
        second: (False, False),
    }


async def test_a_last_block_at_the_own_company_suits_better_as_a_lasting_place(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    first, second = kleine.deelnemers[:2]
    await conn.execute(
        "update roulatie_deelnemers set moederbedrijf_id = $2 where kandidaat_id = $1",
        first,
        kleine.organisaties[0],
    )
    found = await swap_last(conn, kleine, clock)
    assert (found[first].liever, found[first].blijvend) == (False, True)
    assert not found[second].blijvend

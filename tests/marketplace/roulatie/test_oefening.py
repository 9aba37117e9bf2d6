"""What a praktijkopleider saw changes the coverage: weeks that were not practised, and who does it alone."""

import pytest

from marketplace.db import Connection
from marketplace.roulatie import oordeel
from marketplace.roulatie.model import Stand
from marketplace.roulatie.oordeel import NieuwOordeel
from marketplace.roulatie.overzicht import Overzicht, load_overzicht
from tests.marketplace.roulatie.gepubliceerd import at_end, make_gepubliceerd
from tests.marketplace.roulatie.kleine_roulatie import KleineRoulatie

CAN = "insert into leerwerkplek_werkprocessen values ($1, $2)"


@pytest.fixture
async def kleine(conn: Connection) -> KleineRoulatie:
    """The first plek teaches the first two werkprocessen; the first person is there in the first block."""
    made = await make_gepubliceerd(conn)
    await conn.execute("reset role")
    await conn.execute(CAN, made.plekken[0], made.werkprocessen[1])
    await conn.execute("set local role app_ongebonden")
    return made


async def judge(conn: Connection, kleine: KleineRoulatie, days: int = 0, **standen: Stand) -> Overzicht:
    """Judge the first person in the first block; een and twee are the first werkprocessen."""
    versie = await conn.fetchval("select versie from roulaties")
    ids = dict(zip(("een", "twee"), kleine.werkprocessen, strict=False))
    new = NieuwOordeel(
        kandidaat_id=kleine.deelnemers[0],
        blok_id=kleine.blokken[0],
        standen={ids[name]: stand for name, stand in standen.items()},
        wat_werkte="Voordoen.",
        gezien=None,
    )
    clock = at_end(days=days)
    await oordeel.record_told(
        conn, kleine.actor, clock=clock, roulatie_id=kleine.id, versie=versie, oordeel=new
    )
    return await load_overzicht(conn, kleine.actor, clock, kleine.id)


def practised(over: Overzicht, kleine: KleineRoulatie) -> list[int]:
    """In how many weeks the first person practises the first two werkprocessen."""
    assert over.stand is not None
    return [over.stand.geoefend[kleine.deelnemers[0], each] for each in kleine.werkprocessen[:2]]


def lacking(over: Overzicht) -> int:
    """How many leerdoelen are not reached."""
    assert over.stand is not None
    return sum(1 for each in over.stand.conflicten if each.regel == "leerdoelen")


async def test_what_was_only_seen_or_not_done_in_a_block_that_is_over_does_not_count(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    assert practised(await load_overzicht(conn, kleine.actor, at_end(), kleine.id), kleine) == [4, 8]
    over = await judge(conn, kleine, een=Stand.GEZIEN)
    assert practised(over, kleine) == [0, 4]
    assert lacking(over) == 1


async def test_what_was_not_done_yet_in_a_block_that_goes_on_may_still_come(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    assert practised(await judge(conn, kleine, days=-7, een=Stand.GEOEFEND), kleine) == [4, 8]


async def test_words_alone_say_nothing_of_practice(conn: Connection, kleine: KleineRoulatie) -> None:
    assert practised(await judge(conn, kleine), kleine) == [4, 8]


async def test_who_does_it_alone_is_ready_with_it(conn: Connection, kleine: KleineRoulatie) -> None:
    over = await judge(conn, kleine, een=Stand.ZELFSTANDIG, twee=Stand.GEOEFEND)
    assert over.opgave is not None
    doel = over.opgave.instance.deelnemers[0].leerdoelen[0]
    assert doel.geoefend == doel.weken


async def test_weeks_in_which_somebody_was_away_or_out_of_season_are_not_lost_twice(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    await conn.execute("reset role")
    await conn.execute(
        "insert into roulatie_afwezig (roulatie_id, kandidaat_id, week) values ($1, $2, '2026-12-14')",
        kleine.id,
        kleine.deelnemers[0],
    )
    await conn.execute(
        "insert into roulatie_seizoenen values ($1, $2, $3, '{1}')",
        kleine.id,
        kleine.plekken[0],
        kleine.werkprocessen[1],
    )
    await conn.execute("set local role app_ongebonden")
    over = await judge(conn, kleine, een=Stand.GEZIEN)
    assert practised(over, kleine) == [0, 4]
    assert over.opgave is not None
    assert over.opgave.verloren == {(kleine.deelnemers[0], kleine.werkprocessen[0]): 3}


async def test_of_who_stops_before_the_end_nothing_is_asked(conn: Connection, kleine: KleineRoulatie) -> None:
    await conn.execute("reset role")
    await conn.execute(
        "update roulatie_deelnemers set gestopt_op = '2027-01-04', gestopt_reden = 'Verhuisd'"
        " where kandidaat_id = $1",
        kleine.deelnemers[0],
    )
    await conn.execute("set local role app_ongebonden")
    over = await load_overzicht(conn, kleine.actor, at_end(), kleine.id)
    assert over.opgave is not None
    assert {each.weken for each in over.opgave.instance.deelnemers[0].leerdoelen} == {0}
    assert lacking(over) == 0

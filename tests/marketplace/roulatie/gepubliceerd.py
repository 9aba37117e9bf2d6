"""A small roulatie with a published rooster: each deelnemer at each plek in turn; and clocks of later."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.toegang.model import Actor, Rol, Toekenning
from tests.databases import act_as
from tests.marketplace.roulatie.kleine_roulatie import BEGIN, WEKEN, KleineRoulatie, make_roulatie

ROOSTER = """
    insert into roulatie_roosters (roulatie_id, status, gemaakt_op, gemaakt_door)
    values ($1, 'concept', '2026-11-20', $2) returning id
"""
CEL = """
    insert into roulatie_cellen (rooster_id, roulatie_id, kandidaat_id, blok_id, leerwerkplek_id)
    values ($1, $2, $3, $4, $5)
"""
PUBLICEER = """
    update roulatie_roosters
    set status = 'gepubliceerd', gepubliceerd_op = '2026-11-20', gepubliceerd_door = $2
    where id = $1
"""


async def publish_rooster(conn: Connection, kleine: KleineRoulatie, verschuif: int = 0) -> int:
    """Publish a rooster in which person n is at plek n in the first block, and moves up each block."""
    await conn.execute("update roulatie_roosters set status = 'historie' where status = 'gepubliceerd'")
    rooster = await conn.fetchval(ROOSTER, kleine.id, kleine.actor.account_id)
    await conn.executemany(
        CEL,
        [
            (rooster, kleine.id, person, blok, kleine.plekken[(number + later + verschuif) % 3])
            for number, person in enumerate(kleine.deelnemers)
            for later, blok in enumerate(kleine.blokken)
        ],
    )
    await conn.execute(PUBLICEER, rooster, kleine.actor.account_id)
    await conn.execute("update roulaties set status = 'lopend' where id = $1", kleine.id)
    return int(rooster)


async def make_gepubliceerd(conn: Connection) -> KleineRoulatie:
    """The small roulatie with that rooster, and its accountmanager acting."""
    kleine = await make_roulatie(conn)
    await conn.execute("reset role")
    await publish_rooster(conn, kleine)
    await conn.execute("set local role app_ongebonden")
    await act_as(conn, kleine.actor)
    return kleine


async def employer_of(conn: Connection, kleine: KleineRoulatie, number: int) -> Actor:
    """The werkgever of the small region, now of the company of a plek by number."""
    organisatie = kleine.organisaties[number]
    role = await conn.fetchval("select current_user")
    await conn.execute("reset role")
    await conn.execute(
        "update account_rollen set organisatie_id = $2 where account_id = $1",
        kleine.regio.werkgever.account_id,
        organisatie,
    )
    if role != await conn.fetchval("select session_user"):
        await conn.execute(f"set local role {role}")
    toekenning = Toekenning(rol=Rol.WERKGEVER, organisatie_id=organisatie)
    return replace(kleine.regio.werkgever, toekenningen=(toekenning,))


def at_end(blok: int = 0, *, days: int = 0) -> FixedClock:
    """Noon on the Monday after a block by number, so many days later."""
    day = BEGIN + timedelta(weeks=WEKEN * (blok + 1), days=days)
    return FixedClock(datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("Europe/Amsterdam")))

"""Making a database ready for a demonstration: migrated, filled, and a first plan asked for."""

import asyncio
from collections.abc import Callable
from datetime import date

import asyncpg

from marketplace.clock import Clock
from marketplace.db import prepare_connection
from marketplace.matching.queries import Planstand, get_planstand
from marketplace.matching.service import request_first
from marketplace.migrate import is_current, migrate
from seed.load import is_empty, load

REGIO = "AM09"


def prepare_database(dsn: str, *, scale: int, vandaag: date, say: Callable[[str], None]) -> None:
    """Migrate what has not been migrated, fill what is empty; as the owner."""
    if not asyncio.run(is_current(dsn)):
        say("De tabellen maken")
        migrate(dsn)
    asyncio.run(_fill(dsn, scale=scale, vandaag=vandaag, say=say))


async def _fill(dsn: str, *, scale: int, vandaag: date, say: Callable[[str], None]) -> None:
    """Load the example region into an empty database, whole or not at all."""
    conn = await asyncpg.connect(dsn)
    try:
        await prepare_connection(conn)
        async with conn.transaction():
            if not await is_empty(conn):
                if scale != 1:
                    say("De gegevens van de vorige keer blijven; --scale werkt alleen samen met --reset.")
                return
            say("De Achterhoek vullen met voorbeelden")
            await load(conn, vandaag=vandaag, scale=scale)
    finally:
        await conn.close()


async def ask_first_plan(dsn: str, *, clock: Clock, seconds: float) -> bool:
    """Ask for a first rekenrun when there was none; whether we did."""
    conn = await asyncpg.connect(dsn)
    try:
        await prepare_connection(conn)
        async with conn.transaction():
            return await request_first(conn, regio_code=REGIO, clock=clock, hoogstens=seconds) is not None
    finally:
        await conn.close()


async def first_plan_state(dsn: str) -> Planstand:
    """Whether there is a plan, one is computed now, or neither."""
    conn = await asyncpg.connect(dsn)
    try:
        return await get_planstand(conn, REGIO)
    finally:
        await conn.close()

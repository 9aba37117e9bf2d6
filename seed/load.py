"""Fill an empty database with the example region, as the role that owns the tables."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import asyncpg

from marketplace.clock import clock_at
from seed.beleid import insert_beleid
from seed.groepsplannen import confirm_uren
from seed.wereld import build_wereld

if TYPE_CHECKING:
    from datetime import date

    from marketplace.db import Connection
    from marketplace.settings import Settings


class NotEmpty(RuntimeError):
    """The database already holds regions; the example region is only for an empty one."""


async def is_empty(conn: Connection) -> bool:
    """Whether nothing was loaded yet."""
    return not await conn.fetchval("select exists (select from regios)")


async def load(conn: Connection, *, vandaag: date, scale: int = 1) -> None:
    """Copy the whole region in one transaction; raises NotEmpty when there is one already."""
    rijen = build_wereld(vandaag, scale)
    async with conn.transaction():
        if not await is_empty(conn):
            raise NotEmpty("The database is not empty: the example region was not loaded.")
        await rijen.copy_to(conn)
        await insert_beleid(conn)
        await confirm_uren(conn)


async def load_from_settings(settings: Settings, scale: int) -> None:
    """Connect as eigenaar and load; the business date is the one of the settings or today's."""
    conn = await asyncpg.connect(settings.url_of_owner())
    try:
        await load(conn, vandaag=clock_at(settings.vandaag).today(), scale=scale)
    finally:
        await conn.close()


def main(settings: Settings, scale: int = 1) -> None:
    """`python -m marketplace seed`: fill the database that the settings name."""
    asyncio.run(load_from_settings(settings, scale))

"""`check` at the terminal: a sentence for all that breaks an invariant, on the database as its owner."""

import asyncio
from datetime import date

import asyncpg

from marketplace.controle.model import Overtreding
from marketplace.controle.service import REGELS, check


def run(dsn: str, vandaag: date) -> int:
    """Say what is wrong; 0 when nothing is."""
    found = asyncio.run(_check(dsn, vandaag))
    for each in found:
        print(f"{each.regel}: {each.zin}")
    print(f"{len(REGELS)} regels nagekeken, {len(found)} keer klopt er iets niet.")
    return 1 if found else 0


async def _check(dsn: str, vandaag: date) -> list[Overtreding]:
    """Over one moment of a database that others may write."""
    conn = await asyncpg.connect(dsn)
    try:
        async with conn.transaction(isolation="repeatable_read", readonly=True):
            return await check(conn, vandaag)
    finally:
        await conn.close()

"""The doorbells: one wakes the workers, one tells who follows a run; both sound at commit.

PostgreSQL holds the truth; a bell that nobody hears does no harm, because both sides also look by themselves.
"""

import asyncio
from collections.abc import Callable
from typing import NoReturn

import asyncpg

from marketplace.db import AWAY, Connection

WORK = "rekenrun"
PROGRESS = "rekenrun_voortgang"
RETRY_SECONDS = 1.0


async def ring_work(conn: Connection, rekenrun_id: int) -> None:
    """Tell the workers that a run waits or must stop."""
    await conn.execute("select pg_notify($1, $2)", WORK, str(rekenrun_id))


async def ring_progress(conn: Connection, rekenrun_id: int) -> None:
    """Tell the followers of a run that something was reported or that it ended."""
    await conn.execute("select pg_notify($1, $2)", PROGRESS, str(rekenrun_id))


async def listen(dsn: str, channel: str, ring: Callable[[str | None], None]) -> NoReturn:
    """Hear a doorbell on a connection of its own, made anew when it breaks or PostgreSQL is away.

    Rings with the id of the run, and with None at each beginning, because something may have been missed.
    """
    while True:
        try:
            await _listen_once(dsn, channel, ring)
        except AWAY:
            await asyncio.sleep(RETRY_SECONDS)


async def _listen_once(dsn: str, channel: str, ring: Callable[[str | None], None]) -> None:
    """Listen until the connection breaks; leaves none behind, however it ends."""
    conn = await asyncpg.connect(dsn)
    try:
        broken = asyncio.Event()
        conn.add_termination_listener(lambda _conn: broken.set())
        await conn.add_listener(channel, lambda *news: ring(str(news[3])))
        ring(None)
        await broken.wait()
    finally:
        conn.terminate()

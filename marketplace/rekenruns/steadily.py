"""Keep trying while PostgreSQL is away: a worker outlives a restart of the database."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import asyncpg
import structlog

from marketplace.db import AWAY, Connection, transaction

T = TypeVar("T")

FIRST_WAIT, LONGEST_WAIT = 0.1, 2.0

log = structlog.get_logger("marketplace.worker")


async def steadily(pool: asyncpg.Pool, action: Callable[[Connection], Awaitable[T]]) -> T:
    """Run an action in a transaction of its own, again and again until PostgreSQL answers.

    The action must bear being run twice, because an answer can be lost after the commit.
    """
    wait = FIRST_WAIT
    while True:
        try:
            async with transaction(pool, None) as conn:
                return await action(conn)
        except AWAY as error:
            log.warning("database away", kind=type(error).__name__)
            await asyncio.sleep(wait)
            wait = min(2 * wait, LONGEST_WAIT)

"""Hearing the doorbell: every ring, again after the connection broke, and nothing left behind."""

import asyncio
from collections.abc import AsyncIterator

import asyncpg
import pytest

from marketplace.db import Connection
from marketplace.embedded import Dsns
from marketplace.rekenruns.doorbell import PROGRESS, listen, ring_progress
from tests.databases import Databases

OTHERS = (
    "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
)


@pytest.fixture
async def superuser(database: Dsns, databases: Databases) -> AsyncIterator[Connection]:
    """A connection that sees all others of the test's own database."""
    async with databases.superuser(database.app.rpartition("/")[2].partition("?")[0]) as conn:
        yield conn


async def heard(rings: "asyncio.Queue[str | None]") -> str | None:
    """The next ring, within a few seconds."""
    return await asyncio.wait_for(rings.get(), 10)


async def test_rings_are_heard_again_after_the_connection_broke(
    database: Dsns, superuser: Connection
) -> None:
    rings: asyncio.Queue[str | None] = asyncio.Queue()
    task = asyncio.create_task(listen(database.app, PROGRESS, rings.put_nowait))
    assert await heard(rings) is None
    await ring_progress(superuser, 7)
    assert await heard(rings) == "7"
    await superuser.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity"
        " where datname = current_database() and query ilike 'listen%'"
    )
    assert await heard(rings) is None
    await ring_progress(superuser, 8)
    assert await heard(rings) == "8"
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_a_channel_that_cannot_be_heard_is_told_and_leaves_no_connection(
    database: Dsns, superuser: Connection
) -> None:
    with pytest.raises(asyncpg.PostgresSyntaxError):
        await listen(database.app, "", lambda _run: None)
    async with asyncio.timeout(5):
        while await superuser.fetchval(OTHERS):  # noqa: ASYNC110 (a table has no event)
            await asyncio.sleep(0.05)

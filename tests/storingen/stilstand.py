"""Processes that stand still in the middle of a transition, so that a test can kill them right there.

A trigger in the test's own database waits for a lock that the test holds. WRITTEN: everything so far was
written and nothing committed. COMMITTING: the process has asked for the commit and waits for its answer.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from enum import StrEnum

from marketplace.db import Connection

PATIENCE = 60.0
LOCK = 470_011
STOP = f"""
    create function sta_stil() returns trigger language plpgsql as $$
    begin
        perform pg_advisory_xact_lock({LOCK});
        return null;
    end
    $$
"""
STANDS = """
    select exists (select from pg_locks where locktype = 'advisory' and objid = $1::bigint and not granted)
"""
TABLES = """
    select table_name::text from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1
"""


class Moment(StrEnum):
    """Where in its transaction a process stands still."""

    WRITTEN = "immediate"
    COMMITTING = "deferred"


@dataclass(frozen=True, slots=True)
class Overgang:
    """A transition: what happens (`insert`, `update`) to which table, and to which rows of it."""

    table: str
    event: str
    rows: str


@asynccontextmanager
async def stand_still(
    eigenaar: Connection, overgang: Overgang, moment: Moment
) -> AsyncIterator[Callable[[], Awaitable[str]]]:
    """Stop whoever makes this transition; gives what waits for that and tells what all others see then.

    At the end who stood there goes on, or is ended by the database when its process is gone.
    """
    await eigenaar.execute(STOP)
    await eigenaar.execute(
        f"create constraint trigger sta_stil after {overgang.event} on {overgang.table}"
        f" deferrable initially {moment} for each row when ({overgang.rows}) execute function sta_stil()"
    )
    await eigenaar.execute("select pg_advisory_lock($1)", LOCK)

    async def wait() -> str:
        async with asyncio.timeout(PATIENCE):
            while not await eigenaar.fetchval(STANDS, LOCK):  # noqa: ASYNC110 (the database tells)
                await asyncio.sleep(0.02)
        return await read_all(eigenaar)

    try:
        yield wait
    finally:
        await eigenaar.execute("select pg_advisory_unlock($1)", LOCK)
        # This waits until the transaction that stood there has ended.
        await eigenaar.execute(f"drop trigger sta_stil on {overgang.table}; drop function sta_stil")


async def read_all(eigenaar: Connection) -> str:
    """A digest of all that is committed, but for the sign of life of a worker."""
    query = """
        select md5(string_agg(line, '' order by line))
        from (select (to_jsonb(row) - 'hartslag')::text as line from {} row) lines
    """
    tables = [row[0] for row in await eigenaar.fetch(TABLES)]
    digests = [await eigenaar.fetchval(query.format(table)) for table in tables]
    return " ".join(str(each) for each in digests)

"""The way to PostgreSQL: pools, one transaction per request or job, JSON as Python objects."""

import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TypeAlias

import asyncpg
from asyncpg.pool import PoolConnectionProxy

Connection: TypeAlias = asyncpg.Connection | PoolConnectionProxy

# Long enough for a short crowd, short enough that people do not send their form again.
ACQUIRE_SECONDS = 5.0
# A process that froze with a transaction open must not hold what others wait for.
LET_GO = "60s"
# PostgreSQL restarts, is cut off or is full: it will answer later.
AWAY = (
    OSError,
    TimeoutError,
    asyncpg.PostgresConnectionError,
    asyncpg.CannotConnectNowError,
    asyncpg.TooManyConnectionsError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
)
ACT_AS = "select set_config('app.account', $1, true)"


class UnsafeRole(RuntimeError):
    """The service would connect as a role that row-level security does not bind."""


async def create_pool(dsn: str, *, size: int = 10) -> asyncpg.Pool:
    """A pool of at most `size` connections with the JSON codec; raises UnsafeRole for a superuser."""
    pool = await asyncpg.create_pool(
        dsn,
        min_size=1,
        max_size=size,
        init=prepare_connection,
        reset=_leave_as_is,
        # Policies make a plan look dear; compiling one takes longer than what pages ask of it.
        server_settings={"idle_in_transaction_session_timeout": LET_GO, "jit": "off"},
    )
    try:
        async with pool.acquire() as conn:
            await refuse_superuser(conn)
    except BaseException:
        await pool.close()
        raise
    return pool


async def prepare_connection(conn: Connection) -> None:
    """Let json and jsonb come and go as Python objects."""
    for kind in ("json", "jsonb"):
        await conn.set_type_codec(kind, encoder=_to_json, decoder=json.loads, schema="pg_catalog")


def _to_json(value: object) -> str:
    """Compact JSON that keeps its letters; NaN is a mistake."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


async def _leave_as_is(_conn: Connection) -> None:
    """Undo nothing, as all that we set ends with its transaction; asyncpg would ask a statement for it."""


async def refuse_superuser(conn: Connection) -> None:
    """Raise UnsafeRole when the role of this connection escapes row-level security."""
    unsafe = await conn.fetchval("select rolsuper or rolbypassrls from pg_roles where rolname = current_user")
    if unsafe:
        raise UnsafeRole("This database role escapes row-level security: use the role app or worker.")


class Busy(TimeoutError):
    """No connection of the pool came free in time."""


@asynccontextmanager
async def single(pool: asyncpg.Pool) -> AsyncIterator[Connection]:
    """A connection on which nobody acts and each statement stands alone; raises Busy like `transaction`."""
    async with AsyncExitStack() as stack:
        try:
            conn = await stack.enter_async_context(pool.acquire(timeout=ACQUIRE_SECONDS))
        except TimeoutError:
            raise Busy from None
        yield conn


@asynccontextmanager
async def transaction(pool: asyncpg.Pool, account_id: int | None) -> AsyncIterator[Connection]:
    """One transaction in which the database knows who acts (None: nobody); an exception rolls it back.

    Raises Busy when all connections stay taken. Nobody may hold one while asking for another.
    """
    async with single(pool) as conn, conn.transaction():
        if account_id is not None:
            await conn.execute(ACT_AS, str(account_id))
        yield conn

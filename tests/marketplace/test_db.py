"""The way to the database."""

import asyncpg
import pytest

from marketplace.db import Connection, UnsafeRole, create_pool, transaction
from marketplace.embedded import Dsns
from tests.databases import Databases


async def test_the_database_knows_who_acts(pool: asyncpg.Pool) -> None:
    async with transaction(pool, 17) as conn:
        assert await conn.fetchval("select current_setting('app.account')") == "17"


async def test_nobody_acts_after_the_transaction(pool: asyncpg.Pool) -> None:
    async with transaction(pool, 17):
        pass
    async with transaction(pool, None) as conn:
        assert await conn.fetchval("select current_setting('app.account')") == ""


async def test_an_exception_rolls_the_transaction_back(pool: asyncpg.Pool) -> None:
    await pool.execute("create temporary table probe (waarde integer)")
    with pytest.raises(LookupError):
        await _insert_and_fail(pool)
    assert await pool.fetchval("select count(*) from probe") == 0


async def _insert_and_fail(pool: asyncpg.Pool) -> None:
    async with transaction(pool, None) as conn:
        await conn.execute("insert into probe values (1)")
        raise LookupError


async def test_json_comes_and_goes_as_python_objects(pool: asyncpg.Pool) -> None:
    value = {"naam": "Zoë", "lijst": [1, None]}
    assert await pool.fetchval("select $1::jsonb", value) == value


async def test_a_superuser_is_refused(databases: Databases) -> None:
    with pytest.raises(UnsafeRole):
        await create_pool(databases.cluster.dsn("postgres"))


@pytest.mark.parametrize("role", ["app", "worker", "eigenaar"])
async def test_no_role_of_ours_escapes_row_level_security(database: Dsns, role: str) -> None:
    conn = await asyncpg.connect(getattr(database, role))
    found = await conn.fetchrow(
        "select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user"
    )
    await conn.close()
    assert tuple(found or ()) == (False, False, False, False)


async def test_a_test_connection_may_what_app_may_and_no_more(conn: Connection) -> None:
    assert await conn.fetchval("select current_user") == "app_ongebonden"
    assert await conn.fetchval("select pg_has_role('app', 'usage')")
    assert not await conn.fetchval("select pg_has_role('eigenaar', 'usage')")


async def test_who_falls_silent_in_a_transaction_lets_go(pool: asyncpg.Pool) -> None:
    assert await pool.fetchval("show idle_in_transaction_session_timeout") == "1min"

"""The migrations and what they add up to."""

import re

import asyncpg
import pytest

from marketplace.embedded import DATABASE, Dsns, EmbeddedPostgres
from marketplace.migrate import MIGRATIONS, is_current, migrate, newest_revision
from migrations.schema import SCHEMA, dump_schema
from tests.databases import Databases

VERSIONS = MIGRATIONS / "versions"


async def test_the_migrations_add_up_to_schema_sql(database: Dsns) -> None:
    assert dump_schema(database.eigenaar) == SCHEMA.read_text(encoding="utf-8"), "run ./dev schema"


def test_migrating_again_changes_nothing(databases: Databases, cluster: EmbeddedPostgres) -> None:
    migrate(databases.dsns(DATABASE).eigenaar)
    assert dump_schema(cluster.dsns().eigenaar) == SCHEMA.read_text(encoding="utf-8")


async def test_a_migrated_database_is_current(database: Dsns) -> None:
    assert await is_current(database.eigenaar)


async def test_an_empty_database_is_not_current(databases: Databases) -> None:
    name = await databases.clone("template1")
    assert not await is_current(databases.dsns(name).eigenaar)
    await databases.drop(name)


def test_every_revision_is_a_sql_file_and_a_few_lines_that_run_it() -> None:
    numbers = sorted(path.stem for path in VERSIONS.glob("[0-9]*.sql"))
    assert numbers == sorted(path.stem for path in VERSIONS.glob("[0-9]*.py"))
    assert numbers[-1].startswith(newest_revision())


def test_migrations_ask_for_no_extension() -> None:
    for path in VERSIONS.glob("*.sql"):
        assert not re.search(r"create\s+extension", path.read_text(encoding="utf-8"), re.IGNORECASE), path


async def test_all_tables_are_the_owners(database: Dsns) -> None:
    conn = await asyncpg.connect(database.app)
    owners = await conn.fetch("select distinct tableowner from pg_tables where schemaname = 'public'")
    await conn.close()
    assert [row["tableowner"] for row in owners] == ["eigenaar"]


@pytest.mark.parametrize("role", ["app", "worker"])
async def test_the_service_cannot_change_the_schema(database: Dsns, role: str) -> None:
    conn = await asyncpg.connect(getattr(database, role))
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await conn.execute("create table probe (id integer)")
    await conn.close()

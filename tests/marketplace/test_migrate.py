"""Migrating, by one at a time and only where the roles are."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest

from marketplace.embedded import EmbeddedPostgres
from marketplace.migrate import MissingRoles, is_current, migrate
from marketplace.settings import ROOT


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[EmbeddedPostgres]:
    """A server of the test's own, not yet migrated: roles belong to a whole server."""
    postgres = EmbeddedPostgres(tmp_path / "data", fsync=False)
    postgres.start()
    yield postgres
    postgres.stop()


async def _drop_worker(dsn: str) -> None:
    """Take one role away."""
    conn = await asyncpg.connect(dsn)
    await conn.execute("drop owned by worker; drop role worker")
    await conn.close()


def test_a_missing_role_is_named_with_the_way_to_make_it(empty: EmbeddedPostgres) -> None:
    asyncio.run(_drop_worker(empty.dsn("postgres")))
    with pytest.raises(MissingRoles, match="create role worker login"):
        migrate(empty.dsns().eigenaar)


def test_three_migrators_at_once_do_no_harm(empty: EmbeddedPostgres) -> None:
    dsns = empty.dsns()
    environment = os.environ | {"DATABASE_URL": dsns.app, "DATABASE_URL_EIGENAAR": dsns.eigenaar}
    command = [sys.executable, "-m", "marketplace", "migrate"]
    started = [subprocess.Popen(command, cwd=ROOT, env=environment) for _ in range(3)]
    assert [child.wait(60) for child in started] == [0, 0, 0]
    assert asyncio.run(is_current(dsns.eigenaar))

"""Fixtures of all tests: one real PostgreSQL, databases cloned from it, a clock that stands still, a browser.

conn              a rolled-back transaction on an empty, migrated database as role app_ongebonden, which may
                  what app may but is not bound by row-level security, so that the WHERE of each query is
                  tried on its own; `reset role` makes the test superuser (to insert what it needs)
seeded_conn       the same on the example region
pool              connections as app itself: bound, so say who acts
database          the addresses of an empty database of the test's own, for what commits or crosses a process
seeded_database   the same with the example region
clock, vandaag    2026-11-20 09:00 UTC
page              a browser page; live: web and worker as processes on a seeded database
"""

import asyncio
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import asyncpg
import pytest
from playwright.async_api import Browser, Page, async_playwright

from marketplace.clock import FixedClock
from marketplace.db import Connection, create_pool, prepare_connection
from marketplace.embedded import DATABASE, Dsns, EmbeddedPostgres
from marketplace.migrate import migrate
from tests.databases import Databases, make_unbound
from tests.live import Live, start_live

CHROMIUM = "/usr/bin/chromium"
NO_BROWSER = "No Chromium found: install one (apt-get install chromium, or playwright install chromium)."


@pytest.fixture(scope="session")
def cluster() -> Iterator[EmbeddedPostgres]:
    """One PostgreSQL for all tests; its files need not survive a crash."""
    data = Path(tempfile.mkdtemp(prefix="plekwijs-test-"))
    postgres = EmbeddedPostgres(data / "data", fsync=False)
    postgres.start()
    yield postgres
    postgres.stop()
    shutil.rmtree(data)


@pytest.fixture(scope="session")
def databases(cluster: EmbeddedPostgres) -> Databases:
    """What clones databases from the migrated one."""
    migrate(cluster.dsns().eigenaar)
    asyncio.run(make_unbound(cluster.dsn("postgres", "postgres")))
    return Databases(cluster)


@pytest.fixture(scope="session")
def vandaag() -> date:
    """The business date of all tests."""
    return date(2026, 11, 20)


@pytest.fixture(scope="session")
def clock() -> FixedClock:
    """A clock that stands still at ten in the morning in Amsterdam."""
    return FixedClock(datetime(2026, 11, 20, 9, 0, tzinfo=UTC))


@pytest.fixture(scope="session")
async def seeded_template(databases: Databases, vandaag: date) -> str:
    """The name of a database that holds the example region; nobody may stay connected to it."""
    from seed.load import load  # noqa: PLC0415 (only tests that ask for the region pay for it)

    name = await databases.clone(DATABASE)
    conn = await asyncpg.connect(databases.dsns(name).eigenaar)
    await prepare_connection(conn)
    async with conn.transaction():
        await load(conn, vandaag=vandaag, scale=1)
    await conn.close()
    return name


@pytest.fixture
async def database(databases: Databases) -> AsyncIterator[Dsns]:
    """An empty, migrated database of the test's own."""
    name = await databases.clone(DATABASE)
    yield databases.dsns(name)
    await databases.drop(name)


@pytest.fixture
async def seeded_database(databases: Databases, seeded_template: str) -> AsyncIterator[Dsns]:
    """The example region in a database of the test's own."""
    name = await databases.clone(seeded_template)
    yield databases.dsns(name)
    await databases.drop(name)


@pytest.fixture
async def pool(database: Dsns) -> AsyncIterator[asyncpg.Pool]:
    """A pool as role app on an empty database of the test's own."""
    made = await create_pool(database.app, size=4)
    yield made
    await made.close()


@pytest.fixture(scope="session")
async def empty_session(databases: Databases) -> AsyncIterator[Connection]:
    """The one connection that the rolled-back tests share."""
    async with databases.superuser(await databases.clone(DATABASE)) as conn:
        yield conn


@pytest.fixture(scope="session")
async def seeded_session(databases: Databases, seeded_template: str) -> AsyncIterator[Connection]:
    """The one connection that the rolled-back tests of the example region share."""
    async with databases.superuser(await databases.clone(seeded_template)) as conn:
        yield conn


@pytest.fixture
async def conn(empty_session: Connection) -> AsyncIterator[Connection]:
    """A transaction as role app that is rolled back."""
    transaction = empty_session.transaction()
    await transaction.start()
    await empty_session.execute("set local role app_ongebonden")
    yield empty_session
    await transaction.rollback()


@pytest.fixture
async def seeded_conn(seeded_session: Connection) -> AsyncIterator[Connection]:
    """A transaction as role app on the example region that is rolled back."""
    transaction = seeded_session.transaction()
    await transaction.start()
    await seeded_session.execute("set local role app_ongebonden")
    yield seeded_session
    await transaction.rollback()


def _find_chromium(own: str) -> Path:
    """The system's Chromium, else playwright's own; without any skip, or fail where CI is set."""
    for path in (Path(CHROMIUM), Path(own)):
        if path.exists():
            return path
    if os.environ.get("CI"):
        pytest.fail(NO_BROWSER)
    pytest.skip(NO_BROWSER)


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One Chromium for all browser tests."""
    async with async_playwright() as playwright:
        found = _find_chromium(playwright.chromium.executable_path)
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        launched = await playwright.chromium.launch(executable_path=found, args=arguments)
        yield launched
        await launched.close()


@pytest.fixture
async def page(browser: Browser) -> AsyncIterator[Page]:
    """A page in a window of its own, wide as a laptop."""
    context = await browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    yield await context.new_page()
    await context.close()


@pytest.fixture
async def live(seeded_database: Dsns, tmp_path: Path) -> AsyncIterator[Live]:
    """Web and worker as processes of their own on an example region of the test's own."""
    running = start_live(seeded_database, tmp_path)
    try:
        await asyncio.to_thread(running.wait_until_up)
        yield running
    finally:
        running.stop()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the longest stories begin first: at the end one process would do them alone."""
    items.sort(key=lambda item: "verhaal" not in item.nodeid)

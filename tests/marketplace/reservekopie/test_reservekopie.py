"""A reservekopie that was tried: made, put back elsewhere, the same to the last row; or nothing at all."""

import asyncio
import os
import stat
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import asyncpg
import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.embedded import Dsns
from marketplace.reservekopie import backup as making
from marketplace.reservekopie.archive import (
    Inhoud,
    ReservekopieError,
    open_whole,
    read_archive,
    read_dump,
    write_archive,
)
from marketplace.reservekopie.backup import backup
from marketplace.reservekopie.programs import Programs
from marketplace.reservekopie.queries import RIGHTS, TABLES
from marketplace.reservekopie.restore import restore
from marketplace.settings import ROOT
from tests.databases import Databases

DIGEST = "select md5(coalesce(string_agg(rij::text, chr(10) order by rij::text), '')) from {} rij"


@pytest.fixture(scope="module")
async def source(databases: Databases, seeded_template: str) -> AsyncIterator[Dsns]:
    """An example region that only these tests read."""
    name = await databases.clone(seeded_template)
    yield databases.dsns(name)
    await databases.drop(name)


@pytest.fixture(scope="module")
async def kopie(source: Dsns, clock: FixedClock, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A reservekopie of it."""
    path = tmp_path_factory.mktemp("kopie") / "regio.zip"
    await backup(source.eigenaar, path, clock)
    return path


@pytest.fixture
async def empty(databases: Databases) -> AsyncIterator[Dsns]:
    """A database in which nothing was made yet."""
    name = "leeg_voor_een_kopie"
    async with databases.superuser("postgres") as conn:
        await conn.execute(f"create database {name} owner eigenaar")
        await conn.execute(f"grant connect on database {name} to app, worker")
    yield databases.dsns(name)
    await databases.drop(name)


async def everything(dsn: str) -> dict[str, str]:
    """The digest of every table of a database, of its sequences and of its rights."""
    conn = await asyncpg.connect(dsn)
    try:
        found = {
            each["tabel"]: await conn.fetchval(DIGEST.format(each["tabel"]))
            for each in await conn.fetch(TABLES)
        }
        found["sequences"] = await conn.fetchval(
            "select md5(string_agg(s::text, chr(10) order by sequencename)) from pg_sequences s"
        )
        found["rechten"] = await conn.fetchval(RIGHTS)
        return found
    finally:
        await conn.close()


async def test_what_is_put_back_is_the_same_to_the_last_row(source: Dsns, kopie: Path, empty: Dsns) -> None:
    inhoud = await restore(empty.eigenaar, kopie, replace=False)
    before = await everything(source.eigenaar)
    assert await everything(empty.eigenaar) == before
    assert len(inhoud.rijen) == len(before) - 2
    assert inhoud.rijen["public.kandidaten"] > 100
    conn = await asyncpg.connect(empty.app)
    assert await conn.fetchval("select count(*) from regios") == 35
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await conn.execute("delete from sessies")
    await conn.close()


def test_a_reservekopie_is_for_its_owner_alone_and_never_writes_over_another(
    source: Dsns, kopie: Path
) -> None:
    assert stat.S_IMODE(kopie.stat().st_mode) == 0o600
    before = kopie.read_bytes()
    done = run_backup(source, kopie)
    assert (done.returncode, "bestaat al" in done.stderr) == (1, True)
    assert kopie.read_bytes() == before
    assert list(kopie.parent.iterdir()) == [kopie]


async def test_what_changes_meanwhile_is_not_in_it_by_half(
    seeded_database: Dsns, clock: FixedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    conn = await asyncpg.connect(seeded_database.eigenaar)
    loop, real = asyncio.get_running_loop(), making._dump
    change = "insert into gemeenten (id, naam) values (9999, 'Later')"

    def dump_late(programs: Programs, dsn: str, snapshot: str) -> Iterator[bytes]:
        asyncio.run_coroutine_threadsafe(conn.execute(change), loop).result()
        return real(programs, dsn, snapshot)

    monkeypatch.setattr(making, "_dump", dump_late)
    inhoud = await backup(seeded_database.eigenaar, tmp_path / "kopie", clock)
    assert await conn.fetchval("select count(*) from gemeenten") == inhoud.rijen["public.gemeenten"] + 1
    await conn.close()
    again = await restore(seeded_database.eigenaar, tmp_path / "kopie", replace=True)
    assert again == inhoud


async def test_a_database_with_something_in_it_is_only_replaced_when_that_was_said(
    kopie: Path, seeded_database: Dsns, source: Dsns
) -> None:
    conn = await asyncpg.connect(seeded_database.eigenaar)
    await conn.execute("create table van_later (id integer); delete from regio_beleid")
    await conn.close()
    before = await everything(seeded_database.eigenaar)
    with pytest.raises(ReservekopieError, match=r"niet leeg\..*--replace"):
        await restore(seeded_database.eigenaar, kopie, replace=False)
    assert await everything(seeded_database.eigenaar) == before
    await restore(seeded_database.eigenaar, kopie, replace=True)
    assert await everything(seeded_database.eigenaar) == await everything(source.eigenaar)


async def test_a_database_that_is_in_use_is_left_alone(kopie: Path, seeded_database: Dsns) -> None:
    conn = await asyncpg.connect(seeded_database.app)
    with pytest.raises(ReservekopieError, match="Stop eerst web en worker"):
        await restore(seeded_database.eigenaar, kopie, replace=True)
    await conn.close()


def cut(text: bytes) -> bytes:
    """A file of which the end lacks."""
    return text[: len(text) // 2]


def flip(text: bytes) -> bytes:
    """A file in which one bit is another."""
    middle = len(text) // 2
    return text[:middle] + bytes([text[middle] ^ 1]) + text[middle + 1 :]


@pytest.mark.parametrize("damage", [cut, flip, lambda _: b"", lambda _: b"PK\x03\x04 geen kopie"])
async def test_a_damaged_file_changes_nothing(
    kopie: Path, empty: Dsns, tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    bad = tmp_path / "kapot"
    await asyncio.to_thread(lambda: bad.write_bytes(damage(kopie.read_bytes())))
    with pytest.raises(ReservekopieError, match="beschadigd"):
        await restore(empty.eigenaar, bad, replace=False)
    assert await everything_made(empty) == 0


async def everything_made(dsns: Dsns) -> int:
    """How many tables there are."""
    conn = await asyncpg.connect(dsns.eigenaar)
    try:
        return len(await conn.fetch(TABLES))
    finally:
        await conn.close()


async def altered(kopie: Path, path: Path, **other: object) -> Path:
    """The same reservekopie that says something else of itself."""
    with kopie.open("rb") as file, open_whole(path) as target:
        inhoud = read_archive(file)
        fields = {name: getattr(inhoud, name) for name in Inhoud.__dataclass_fields__}
        write_archive(target, Inhoud(**{**fields, **other}), read_dump(file))
    return path


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"revisie": "9999"}, "nieuwere versie"),
        ({"major": 99}, "komt van PostgreSQL 99"),
        ({"rijen": {"public.regios": 34}}, "heeft 35 rijen, de reservekopie 34"),
        ({"revisie": "0000"}, "versie van de database is anders"),
        ({"rechten": "x"}, "rechten zijn anders"),
    ],
)
async def test_what_is_not_as_it_says_changes_nothing(
    kopie: Path, seeded_database: Dsns, tmp_path: Path, other: dict[str, object], sentence: str
) -> None:
    before = await everything(seeded_database.eigenaar)
    path = await altered(kopie, tmp_path / "anders", **other)
    with pytest.raises(ReservekopieError, match=sentence) as told:
        await restore(seeded_database.eigenaar, path, replace=True)
    assert "Er is niets veranderd." in str(told.value)
    assert await everything(seeded_database.eigenaar) == before


async def wait_for_lock(conn: Connection, name: str, *, held: bool) -> None:
    """Wait until somebody changes the tables of a database, or nobody does."""
    query = """
        select exists (select from pg_locks join pg_database on pg_database.oid = database
            where datname = $1 and mode = 'AccessExclusiveLock')
    """
    async with asyncio.timeout(60):
        while await conn.fetchval(query, name) != held:  # noqa: ASYNC110 (a lock has no event)
            await asyncio.sleep(0.005)


async def test_a_restore_that_is_killed_halfway_changes_nothing(
    kopie: Path, seeded_database: Dsns, conn: Connection
) -> None:
    before = await everything(seeded_database.eigenaar)
    name = seeded_database.app.rpartition("/")[2]
    command = [sys.executable, "-m", "marketplace", "restore", str(kopie), "--replace"]
    environment = os.environ | {
        "DATABASE_URL": seeded_database.app,
        "DATABASE_URL_EIGENAAR": seeded_database.eigenaar,
    }
    child = await asyncio.create_subprocess_exec(*command, cwd=ROOT, env=environment)
    await wait_for_lock(conn, name, held=True)
    child.kill()
    await child.wait()
    await wait_for_lock(conn, name, held=False)
    assert await everything(seeded_database.eigenaar) == before


def run_backup(dsns: Dsns, path: Path, limit: str = "unlimited") -> "subprocess.CompletedProcess[str]":
    """The command, with the largest file that it may write in blocks of 1,024 bytes."""
    return subprocess.run(
        ["/bin/bash", "-c", f"ulimit -f {limit}; exec {sys.executable} -m marketplace backup {path}"],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": dsns.app, "DATABASE_URL_EIGENAAR": dsns.eigenaar},
        check=False,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("limit", ["4", "128"])
def test_a_disk_that_is_full_leaves_no_half_file(source: Dsns, tmp_path: Path, limit: str) -> None:
    done = run_backup(source, tmp_path / "kopie", limit)
    assert done.returncode == 1, done.stderr
    assert "groter dan deze schijf of dit systeem toestaat. Er is niets veranderd." in done.stderr
    assert not list(tmp_path.iterdir())

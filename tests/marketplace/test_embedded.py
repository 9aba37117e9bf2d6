"""A real PostgreSQL of our own."""

import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import asyncpg
import pytest

from marketplace import cluster, identity
from marketplace.cluster import EmbeddedError
from marketplace.embedded import QUIET, AlreadyRunning, EmbeddedPostgres, find_running
from marketplace.identity import choose_identity
from marketplace.process import command_line
from marketplace.settings import ROOT

HOLDER = """
import sys, time
from pathlib import Path
from marketplace.embedded import EmbeddedPostgres
postgres = EmbeddedPostgres(Path(sys.argv[1]), fsync=False)
postgres.start()
print(postgres.pid(), flush=True)
time.sleep(600)
"""


@pytest.fixture
def postgres(tmp_path: Path) -> Iterator[EmbeddedPostgres]:
    """A server of the test's own, not yet started."""
    made = EmbeddedPostgres(tmp_path / "data", fsync=False)
    yield made
    made.stop()


def ask(dsn: str, sql: str) -> object:
    """Run one statement on a connection of its own; the first value of the first row."""

    async def run() -> object:
        conn = await asyncpg.connect(dsn)
        try:
            return await conn.fetchval(sql)
        finally:
            await conn.close()

    return asyncio.run(run())


def test_it_is_postgresql_18_that_tells_time_in_utc(postgres: EmbeddedPostgres) -> None:
    dsns = postgres.start()
    assert str(ask(dsns.app, "show server_version")).startswith("18.")
    assert ask(dsns.app, "show timezone") == "UTC"


def test_the_data_outlive_a_stop(postgres: EmbeddedPostgres) -> None:
    ask(postgres.start().eigenaar, "create table probe as select 7 as waarde")
    postgres.stop()
    assert not postgres.alive()
    assert ask(postgres.start().eigenaar, "select waarde from probe") == 7


def test_a_killed_server_comes_back_on_the_same_port_with_what_was_committed(tmp_path: Path) -> None:
    postgres = EmbeddedPostgres(tmp_path / "data", fsync=True)
    dsns = postgres.start()
    ask(dsns.eigenaar, "create table probe as select 7 as waarde")
    pid = postgres.pid()
    assert pid
    os.kill(pid, 9)
    until = time.monotonic() + 5
    while postgres.alive() and time.monotonic() < until:
        time.sleep(0.02)
    assert postgres.start() == dsns
    assert ask(dsns.eigenaar, "select waarde from probe") == 7
    postgres.stop()


def test_a_second_holder_is_told_so(postgres: EmbeddedPostgres) -> None:
    postgres.start()
    with pytest.raises(AlreadyRunning, match="al in gebruik"):
        EmbeddedPostgres(postgres.cluster.data).start()
    assert postgres.alive()


def test_another_process_finds_it_only_while_it_runs(postgres: EmbeddedPostgres) -> None:
    data = postgres.cluster.data
    assert find_running(data) is None
    assert postgres.start() == find_running(data)
    old = (postgres.cluster.path / "postmaster.pid").read_text()
    postgres.stop()
    assert find_running(data) is None
    (postgres.cluster.path / "postmaster.pid").write_text(old)
    assert find_running(data) is None


def test_a_server_that_was_never_finished_is_made_again(postgres: EmbeddedPostgres) -> None:
    half = postgres.cluster.path
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")
    assert ask(postgres.start().app, "select 1") == 1


def test_passwords_and_logs_are_for_their_owner_alone(postgres: EmbeddedPostgres) -> None:
    postgres.start()
    for path in (postgres.cluster.secrets, postgres.cluster.log):
        assert path.stat().st_mode & 0o077 == 0
    assert not (postgres.cluster.data / "first-password").exists()


REFUSED = [
    "create table proef as select 'Proefpersoon' as naam; alter table proef add check (naam < 'A')",
    "create table proef (naam text check (naam < 'A')); insert into proef values ('Proefpersoon')",
    "create table proef (naam text unique); insert into proef values ('Proefpersoon'), ('Proefpersoon')",
    "select 'Proefpersoon'::integer",
    "do $$ begin raise exception 'Op Proefpersoon is geen plaats vrij' using errcode = 'PW001'; end $$",
    "do $$ begin raise warning 'Proefpersoon'; end $$",
]


def test_the_log_tells_no_row_and_no_typed_text_and_still_tells_of_the_server(
    postgres: EmbeddedPostgres,
) -> None:
    dsn = postgres.start().eigenaar
    for sql in REFUSED[:-1]:
        with pytest.raises(asyncpg.PostgresError):
            ask(dsn, sql)
    ask(dsn, REFUSED[-1])
    ask(postgres.dsn("postgres"), "select pg_reload_conf()")
    until = time.monotonic() + 5
    while "SIGHUP" not in (said := postgres.cluster.log.read_text()) and time.monotonic() < until:
        time.sleep(0.02)
    assert "SIGHUP" in said
    assert "Proefpersoon" not in said


def test_the_server_of_docker_is_as_quiet() -> None:
    compose = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    assert [name for name, value in QUIET.items() if f"- -c{name}={value}\n" not in compose] == []


def test_a_wrong_password_does_not_come_in(postgres: EmbeddedPostgres) -> None:
    password = postgres.start().app.partition("app:")[2].partition("@")[0]
    with pytest.raises(asyncpg.InvalidPasswordError):
        ask(postgres.dsn("app").replace(password, "verkeerd"), "select 1")


def test_killing_the_holder_leaves_no_server_and_the_next_start_works(postgres: EmbeddedPostgres) -> None:
    command = [sys.executable, "-c", HOLDER, str(postgres.cluster.data)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout
        server = int(holder.stdout.readline())
        assert "postgres" in command_line(server)
        holder.kill()
    assert ask(postgres.start().app, "select 1") == 1
    assert str(postgres.cluster.path) not in command_line(server)


def test_without_binaries_the_message_says_what_to_do(
    postgres: EmbeddedPostgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "CARRIER", "no_such_carrier")
    with pytest.raises(EmbeddedError, match="DATABASE_URL"):
        postgres.start()


def test_a_failing_initdb_shows_its_last_words(
    postgres: EmbeddedPostgres,
) -> None:
    postgres.cluster.data.mkdir(parents=True)
    with pytest.raises(EmbeddedError, match="password file"):
        cluster.initialise(postgres.cluster, choose_identity(), "", fsync=False)


def test_a_server_that_cannot_read_its_settings_says_so(postgres: EmbeddedPostgres) -> None:
    postgres.start()
    postgres.stop()
    (postgres.cluster.path / "postgresql.conf").write_text("dit is geen instelling\n")
    with pytest.raises(EmbeddedError, match="wil niet starten"):
        postgres.start()


as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root needs another identity")


def forbid(monkeypatch: pytest.MonkeyPatch, *forbidden: Callable[[], None]) -> None:
    """Let the machine refuse some changes of identity, as containers do."""
    monkeypatch.setattr(identity, "can", lambda change: change not in forbidden)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that everybody can pass through."""
    made = Path(tempfile.mkdtemp())
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)


@as_root
def test_where_a_user_namespace_is_forbidden_root_runs_it_as_nobody(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forbid(monkeypatch, identity.enter_user_namespace)
    with EmbeddedPostgres(folder / "data", fsync=False) as dsns:
        assert (folder / "data" / "pg").stat().st_uid == identity.NOBODY
        assert ask(dsns.app, "select 1") == 1


@as_root
def test_nobody_gets_a_key_to_a_closed_folder_and_nothing_else(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forbid(monkeypatch, identity.enter_user_namespace)
    folder.chmod(0o700)
    postgres = EmbeddedPostgres(folder / "data", fsync=False)
    with postgres as dsns:
        status = Path(f"/proc/{postgres.pid()}/status").read_text()
        assert f"Uid:\t{identity.NOBODY}" in status
        assert "CapEff:\t0000000000000002" in status
        assert ask(dsns.app, "select 1") == 1


@as_root
def test_a_closed_folder_without_a_key_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forbid(monkeypatch, identity.enter_user_namespace, identity.become_nobody_with_key)
    (folder / "dicht").mkdir(mode=0o700)
    with pytest.raises(EmbeddedError, match="dicht"):
        EmbeddedPostgres(folder / "dicht" / "data").start()


def test_an_ordinary_user_needs_no_other_identity(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert identity.choose_identity() == identity.Identity()

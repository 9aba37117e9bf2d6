"""The commands."""

import os
import subprocess
import sys
from pathlib import Path

import asyncpg
import pytest

from marketplace.embedded import Dsns
from marketplace.settings import ROOT
from tests.marketplace.geo.diensten import locatieserver, serve, vondst


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DATABASE_URL")}
    return subprocess.run(
        [sys.executable, "-m", "marketplace", *arguments],
        cwd=ROOT,
        env=clean | environment,
        check=False,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize(
    "command", [["web"], ["worker"], ["migrate"], ["seed"], ["postcodes", "7071"], ["backup", "x"]]
)
def test_without_a_database_a_command_says_what_lacks(command: list[str]) -> None:
    done = run(*command)
    assert done.returncode == 2
    assert "DATABASE_URL lacks" in done.stderr


def test_replay_without_a_database_or_a_demo_says_what_to_do(tmp_path: Path) -> None:
    done = run("replay", "1", "--data", str(tmp_path))
    assert done.returncode == 2
    assert f"No demo runs on {tmp_path}: start it with ./dev demo" in done.stderr


@pytest.mark.parametrize("command", [["worker"], ["replay", "1"]])
def test_what_a_worker_does_is_never_done_as_the_role_of_the_pages(command: list[str]) -> None:
    done = run(*command, DATABASE_URL="postgresql://app@127.0.0.1:1/plekwijs")
    assert done.returncode == 2
    assert "DATABASE_URL_WORKER lacks" in done.stderr


async def test_postcodes_are_looked_up_where_the_settings_say(database: Dsns) -> None:
    addresses = {"DATABASE_URL": database.app, "DATABASE_URL_EIGENAAR": database.eigenaar}
    off = run("postcodes", "7071", **addresses)
    assert (off.returncode, off.stdout) == (2, "")
    assert "PLEKWIJS_LOCATIESERVER lacks" in off.stderr
    ulft = vondst("7071AA", "Ulft", "Oude IJsselstreek", "1509", 51.89, 6.38)
    conn = await asyncpg.connect(database.eigenaar)
    await conn.execute("insert into gemeenten (id, naam) values (1509, 'Oude IJsselstreek')")
    with serve(locatieserver(ulft)) as server:
        done = run("postcodes", "7071", "9999", PLEKWIJS_LOCATIESERVER=server.adres, **addresses)
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "7071: added, in Ulft (gemeente Oude IJsselstreek)",
        "9999: the Locatieserver does not know this postcode",
    ]
    assert await conn.fetchval("select count(*) from postcodes") == 1
    await conn.close()


@pytest.mark.parametrize("command", ["web", "worker"])
def test_a_routing_service_that_cannot_be_is_refused_at_the_start(command: str) -> None:
    done = run(command, DATABASE_URL="postgresql://app@127.0.0.1:1/plekwijs", PLEKWIJS_OSRM="bus=http://osrm")
    assert done.returncode == 2
    assert "PLEKWIJS_OSRM must be like" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["dans"],
        ["seed", "--scale", "0"],
        ["replay", "een"],
        ["replay", "9" * 20],
        ["postcodes"],
        ["restore"],
    ],
)
def test_a_command_line_that_cannot_be_read_shows_its_use(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert "usage:" in done.stderr


async def test_migrating_a_current_database_changes_nothing(database: Dsns) -> None:
    done = run("migrate", DATABASE_URL=database.app, DATABASE_URL_EIGENAAR=database.eigenaar)
    assert (done.returncode, done.stderr) == (0, "")

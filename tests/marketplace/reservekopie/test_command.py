"""The commands at the terminal, on the data of a demo."""

import os
import subprocess
import sys
from pathlib import Path

from marketplace.embedded import EmbeddedPostgres
from marketplace.migrate import migrate, newest_revision
from marketplace.settings import ROOT


def run(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    """Run a command to its end, without a database in the environment."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DATABASE_URL")}
    command = [sys.executable, "-m", "marketplace", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env=clean, check=False, capture_output=True, text=True)


def test_the_data_of_a_demo_go_to_a_file_and_into_another_demo(tmp_path: Path) -> None:
    first, second, kopie = tmp_path / "een", tmp_path / "twee", tmp_path / "kopie"
    first.mkdir()
    with EmbeddedPostgres(first / "postgres", fsync=False) as dsns:
        migrate(dsns.eigenaar)
        running = run("backup", kopie, "--data", first)
    assert (running.returncode, running.stderr) == (0, "")
    assert f"versie {newest_revision()}" in running.stdout
    second.mkdir()
    back = run("restore", kopie, "--data", second)
    assert (back.returncode, back.stderr) == (0, "")
    assert "teruggezet en nageteld" in back.stdout
    again = run("restore", kopie, "--data", second)
    assert again.returncode == 1
    assert "niet leeg" in again.stderr
    assert run("backup", tmp_path / "andere", "--data", second).returncode == 0


def test_where_there_is_no_demo_nothing_is_made(tmp_path: Path) -> None:
    done = run("backup", tmp_path / "kopie", "--data", tmp_path / "leeg")
    assert done.returncode == 1
    assert "staan geen gegevens van een demo" in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_database_that_does_not_answer_is_said(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "marketplace", "backup", str(tmp_path / "kopie")]
    nowhere = "postgresql://eigenaar@127.0.0.1:1/plekwijs"
    environment = os.environ | {"DATABASE_URL": nowhere, "DATABASE_URL_EIGENAAR": nowhere}
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (1, "De database antwoordt niet. Er is niets veranderd.\n")

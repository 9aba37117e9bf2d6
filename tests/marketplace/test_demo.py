"""The demonstration as a person starts it."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from marketplace.process import command_line, free_port, tail
from marketplace.settings import ROOT

UP_SECONDS = 180.0
GREETING = "Plekwijs draait."


class Started:
    """A demonstration in a process of its own."""

    def __init__(self, data: Path, *arguments: str, port: int | None = None) -> None:
        self.data = data
        self.port = port or free_port()
        self.began = time.monotonic()
        self.output = data.with_name(f"{data.name}-{self.port}.out")
        command = [sys.executable, "-m", "marketplace", "demo", "--data", str(data), "--port", str(self.port)]
        environment = {name: value for name, value in os.environ.items() if "DATABASE_URL" not in name}
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(
                [*command, *arguments],
                cwd=ROOT,
                env=environment | {"PLEKWIJS_SOLVE_SECONDS": "1"},
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def wait_until_up(self) -> float:
        """Wait for the greeting; the seconds it took."""
        while GREETING not in self.said():
            assert self.process.poll() is None, self.said()
            assert time.monotonic() - self.began < UP_SECONDS, self.said()
            time.sleep(0.05)
        return time.monotonic() - self.began

    def said(self) -> str:
        """What it has printed."""
        return tail(self.output, 60)

    def stop(self, sig: signal.Signals = signal.SIGTERM) -> int:
        """Stop it; its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(sig)
        return self.process.wait(20)

    def descendants(self) -> list[int]:
        """The processes that work on its data or its port."""
        numbers = [int(path.name) for path in Path("/proc").iterdir() if path.name.isdecimal()]
        return [pid for pid in numbers if pid != self.process.pid and self._is_ours(pid)]

    def _is_ours(self, pid: int) -> bool:
        """Whether a process has our data on its command line or in its environment."""
        try:
            environment = Path(f"/proc/{pid}/environ").read_bytes().decode(errors="replace")
        except OSError:
            environment = ""
        return f"PLEKWIJS_DATA={self.data}" in environment or str(self.data) in command_line(pid)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Started]:
    """One demonstration that the tests of this module share."""
    started = Started(tmp_path_factory.mktemp("demo") / "data")
    try:
        started.wait_until_up()
        yield started
    finally:
        started.stop()


def _ask(url: str) -> int:
    """The status of a page."""
    with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310 (our own address)
        return int(answer.status)


def test_it_greets_with_an_address_that_answers(demo: Started) -> None:
    assert f"http://127.0.0.1:{demo.port}" in demo.said()
    assert _ask(f"http://127.0.0.1:{demo.port}/inloggen") == 200


def test_it_tells_who_may_come_in(demo: Started) -> None:
    assert "accountmanager@voorbeeld.plekwijs.nl" in demo.said()


def test_a_second_start_points_to_the_first(demo: Started) -> None:
    second = Started(demo.data)
    assert second.process.wait(20) == 0
    assert f"De demo draait al: http://127.0.0.1:{demo.port}" in second.said()
    assert demo.process.poll() is None


def test_its_first_run_can_be_replayed_beside_it(demo: Started) -> None:
    environment = {name: value for name, value in os.environ.items() if "DATABASE_URL" not in name}
    command = [sys.executable, "-m", "marketplace", "replay", "1", "--data", str(demo.data)]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "Rekenrun 1: the same plan" in done.stdout


def test_beginning_anew_under_a_running_one_is_refused(demo: Started) -> None:
    second = Started(demo.data, "--reset")
    assert second.process.wait(20) == 1
    assert "Stop die demo eerst" in second.said()
    assert _ask(f"http://127.0.0.1:{demo.port}/gezond") == 200


def test_a_taken_port_is_said_clearly(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        started = Started(tmp_path / "data", port=port)
        assert started.process.wait(20) == 1
    assert f"Poort {port} is al in gebruik" in started.said()
    assert "--port" in started.said()


def test_stopping_and_killing_leave_nothing_and_the_data_stay(tmp_path: Path) -> None:
    first = Started(tmp_path / "data")
    first.wait_until_up()
    assert first.descendants()
    assert first.stop(signal.SIGINT) == 0
    assert not first.descendants()

    second = Started(tmp_path / "data")
    second.wait_until_up()
    assert "vullen" not in second.said()
    second.stop(signal.SIGKILL)
    until = time.monotonic() + 5
    while second.descendants() and time.monotonic() < until:
        time.sleep(0.05)
    assert not second.descendants()

    third = Started(tmp_path / "data", "--reset")
    third.wait_until_up()
    assert "vullen" in third.said()
    assert third.stop() == 0

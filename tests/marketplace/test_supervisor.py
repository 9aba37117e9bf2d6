"""What dies is started again."""

import sys
import time
from pathlib import Path

from marketplace.supervisor import Child, Supervisor


def _supervised(tmp_path: Path, program: str) -> tuple[Supervisor, Child, list[str]]:
    """A supervisor with one child that runs a Python program."""
    said: list[str] = []
    child = Child("De proef", [sys.executable, "-c", program], tmp_path / "log", {})
    supervisor = Supervisor(said.append)
    supervisor.add(child)
    return supervisor, child, said


def _look_after(supervisor: Supervisor, seconds: float) -> None:
    """Let the supervisor do its work for a while."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        supervisor.look_after()
        time.sleep(0.02)


def test_a_killed_child_is_started_again_and_it_is_said(tmp_path: Path) -> None:
    supervisor, child, said = _supervised(tmp_path, "import time; time.sleep(60)")
    assert child.running
    first = child.running.pid
    child.running.kill()
    child.running.wait()
    _look_after(supervisor, 0.8)
    assert not child.is_down()
    assert child.running.pid != first
    assert said == ["De proef is gestopt (code -9) en start over 0.5 s opnieuw."]
    supervisor.stop()


def test_a_child_that_keeps_dying_waits_longer_each_time(tmp_path: Path) -> None:
    supervisor, child, said = _supervised(tmp_path, "raise SystemExit('stuk')")
    while child.failures < 2:
        _look_after(supervisor, 0.1)
    assert any("1.0 s" in sentence for sentence in said)
    assert "stuk" in said[-1]
    supervisor.stop()


def test_stopping_leaves_nothing_running(tmp_path: Path) -> None:
    supervisor, child, _said = _supervised(tmp_path, "import time; time.sleep(60)")
    running = child.running
    supervisor.stop()
    assert running
    assert running.poll() is not None

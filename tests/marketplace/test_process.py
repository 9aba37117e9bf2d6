"""Processes of our own."""

import gc
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from marketplace.process import (
    command_line,
    free_port,
    is_port_free,
    keep_loaded,
    start_child,
    stop_child,
    stop_leftover,
    tail,
)
from marketplace.settings import ROOT

PARENT = """
import sys, time
from pathlib import Path
from marketplace.process import start_child, keep_loaded
child = start_child(["sleep", "600"], log=Path(sys.argv[1]))
print(child.pid, flush=True)
time.sleep(600)
"""


def _is_gone(pid: int) -> bool:
    """Whether a process ends within some seconds."""
    until = time.monotonic() + 5
    while time.monotonic() < until:
        if not command_line(pid):
            return True
        time.sleep(0.02)
    return False


def test_a_child_does_not_outlive_a_killed_parent(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PARENT, str(tmp_path / "log")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        assert "sleep" in command_line(child)
        parent.kill()
    assert _is_gone(child)


def test_the_log_of_a_child_is_for_its_owner_alone(tmp_path: Path) -> None:
    log = tmp_path / "log"
    assert start_child(["echo", "hallo"], log=log).wait() == 0
    assert log.read_text() == "hallo\n"
    assert log.stat().st_mode & 0o777 == 0o600


def test_a_child_that_does_not_listen_is_ended(tmp_path: Path) -> None:
    deaf = "import signal as s, time; s.signal(s.SIGTERM, s.SIG_IGN); print(1, flush=True); time.sleep(60)"
    child = start_child([sys.executable, "-c", deaf], log=tmp_path / "log")
    while "1" not in tail(tmp_path / "log"):
        time.sleep(0.02)
    stop_child(child, signal.SIGTERM, seconds=0.2)
    assert child.returncode == -signal.SIGKILL


def test_stopping_what_has_stopped_is_no_mistake(tmp_path: Path) -> None:
    child = start_child(["true"], log=tmp_path / "log")
    child.wait()
    stop_child(child, signal.SIGTERM)
    assert child.returncode == 0


def test_a_leftover_of_ours_is_stopped_and_its_pid_file_removed(tmp_path: Path) -> None:
    pidfile = tmp_path / "pid"
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)", str(tmp_path)]) as leftover:
        while str(tmp_path) not in command_line(leftover.pid):  # the kernel shows it a moment after the start
            time.sleep(0.01)
        pidfile.write_text(f"{leftover.pid}\n")
        stop_leftover(pidfile, str(tmp_path), patience=0.3)
    assert leftover.returncode in {-signal.SIGINT, -signal.SIGKILL}
    assert not pidfile.exists()


def test_a_stranger_with_the_same_number_is_left_alone(tmp_path: Path) -> None:
    pidfile = tmp_path / "pid"
    pidfile.write_text(f"{os.getpid()}\n")
    stop_leftover(pidfile, "/nowhere/pg")
    assert not pidfile.exists()


def test_a_pid_file_without_a_number_is_removed(tmp_path: Path) -> None:
    pidfile = tmp_path / "pid"
    pidfile.write_text("")
    stop_leftover(pidfile, "/nowhere/pg")
    assert not pidfile.exists()


def test_a_free_port_is_free_until_somebody_listens() -> None:
    port = free_port()
    assert is_port_free("127.0.0.1", port)
    with socket.create_server(("127.0.0.1", port)):
        assert not is_port_free("127.0.0.1", port)


def test_the_tail_of_a_log_is_its_last_lines(tmp_path: Path) -> None:
    log = tmp_path / "log"
    assert tail(log) == ""
    log.write_text("een\ntwee\ndrie\n")
    assert tail(log, 2) == "twee\ndrie"


def test_what_is_loaded_is_not_looked_through_again() -> None:
    keep_loaded()
    try:
        assert gc.get_freeze_count() > len(gc.get_objects())
    finally:
        gc.unfreeze()

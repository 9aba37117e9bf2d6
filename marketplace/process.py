"""Processes of our own: they end when their parent does, stop in order, and are told from strangers."""

import contextlib
import ctypes
import gc
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

PR_SET_PDEATHSIG = 1
PROC = Path("/proc")


def die_with_parent(sig: signal.Signals, parent: int) -> None:
    """Let the kernel send `sig` to this process when its parent dies; Linux only.

    `parent` is the pid of the parent as it knew itself before the fork: it may be dead by now.
    """
    if sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, int(sig), 0, 0, 0)
    if os.getppid() != parent:
        os.kill(os.getpid(), sig)


def keep_loaded() -> None:
    """Let Python no more look through all that is loaded by now for what can go.

    It is most of what a process holds, and looking through it stops every answer for 50 ms and more.
    """
    gc.collect()
    gc.freeze()


def start_child(
    command: Sequence[str | Path],
    *,
    log: Path,
    sig: signal.Signals = signal.SIGTERM,
    environment: Mapping[str, str] | None = None,
    prepare: Callable[[], None] | None = None,
) -> subprocess.Popen[bytes]:
    """Start a process that gets `sig` when we die, its output appended to a log; call from the main thread.

    `prepare` runs in the child just before the program. The child leads a session of its own, so that Ctrl-C
    in the terminal reaches only the supervisor, which stops its children in order.
    """
    parent = os.getpid()

    def before() -> None:
        if prepare is not None:
            prepare()
        die_with_parent(sig, parent)

    with open_log(log) as output:
        return subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=None if environment is None else dict(environment),
            start_new_session=True,
            preexec_fn=before,  # noqa: PLW1509 (a parent's death can only be asked for from within the child)
        )


def open_log(log: Path) -> IO[bytes]:
    """A log to append to that only its owner reads."""
    return os.fdopen(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab")


def stop_child(child: subprocess.Popen[bytes], sig: signal.Signals, *, seconds: float = 10) -> None:
    """Ask a child to stop, and after some seconds end it."""
    if child.poll() is not None:
        return
    child.send_signal(sig)
    try:
        child.wait(seconds)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def stop_leftover(pidfile: Path, mark: str, *, patience: float = 5.0) -> None:
    """Clear a pid file: stop the process it names if its command line holds `mark`, then remove the file.

    The server of a killed supervisor may still be shutting down; a number that belongs to a stranger, or to a
    process that nobody reaps, only means that the file is old.
    """
    if not pidfile.exists():
        return
    first = pidfile.read_text(encoding="utf-8").partition("\n")[0]
    pid = int(first) if first.isdecimal() else 0
    for sig in (None, signal.SIGINT, signal.SIGKILL):
        if pid and mark in command_line(pid):
            with contextlib.suppress(ProcessLookupError):
                if sig is not None:
                    os.kill(pid, sig)
            _wait_until_gone(pid, mark, patience)
    pidfile.unlink(missing_ok=True)


def _wait_until_gone(pid: int, mark: str, patience: float) -> None:
    """Wait some seconds for a process that is not our child."""
    until = time.monotonic() + patience
    while time.monotonic() < until and mark in command_line(pid):
        time.sleep(0.05)


def command_line(pid: int) -> str:
    """The command line of a process; empty when there is none, or when it is dead and not yet reaped."""
    if PROC.exists():
        try:
            return (PROC / str(pid) / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            return ""
    asked = subprocess.run(
        ["/bin/ps", "-o", "command=", "-p", str(pid)], check=False, capture_output=True, text=True
    )
    return asked.stdout


def free_port() -> int:
    """A TCP port of this machine that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def is_port_free(host: str, port: int) -> bool:
    """Whether we could listen there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
        return True


def tail(log: Path, lines: int = 15) -> str:
    """The last lines of a log, for the person at the terminal."""
    if not log.exists():
        return ""
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:])

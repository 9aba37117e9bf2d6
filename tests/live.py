"""Web and worker as real processes, for the tests that play a story or kill something."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from marketplace.embedded import Dsns
from marketplace.process import free_port, start_child, stop_child, tail

UP_SECONDS = 30.0


@dataclass(slots=True)
class Live:
    """A running service; a test may kill and restart a part by name (`web`, `worker`)."""

    url: str
    environment: dict[str, str]
    logs: Path
    children: dict[str, subprocess.Popen[bytes]]

    def start(self, part: str) -> None:
        """Start web or worker."""
        command = [sys.executable, "-m", "marketplace", part]
        self.children[part] = start_child(
            command, log=self.logs / f"{part}.log", environment=self.environment
        )

    def kill(self, part: str) -> None:
        """End a part as a power cut would."""
        self.children[part].kill()
        self.children[part].wait()

    def stop(self) -> None:
        """Stop all."""
        for child in self.children.values():
            stop_child(child, signal.SIGTERM)

    def wait_until_up(self) -> None:
        """Wait until the web process answers; raises AssertionError with its last words."""
        until = time.monotonic() + UP_SECONDS
        while time.monotonic() < until and self.children["web"].poll() is None:
            try:
                with urllib.request.urlopen(f"{self.url}/gezond", timeout=2):  # noqa: S310 (our own address)
                    return
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.05)
        raise AssertionError(f"web does not answer:\n{tail(self.logs / 'web.log', 40)}")


def start_live(
    dsns: Dsns,
    folder: Path,
    *,
    solve_seconds: float = 2.0,
    vandaag: str = "2026-11-20",
    parts: tuple[str, ...] = ("web", "worker"),
) -> Live:
    """Start web and worker, or one of them, on a database."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    environment = os.environ | {
        "DATABASE_URL": dsns.app,
        "DATABASE_URL_WORKER": dsns.worker,
        "PLEKWIJS_PORT": str(port),
        "PLEKWIJS_BASE_URL": url,
        "PLEKWIJS_DATA": str(folder),
        "PLEKWIJS_SOLVE_SECONDS": str(solve_seconds),
        "PLEKWIJS_VANDAAG": vandaag,
    }
    live = Live(url, environment, folder, {})
    for part in parts:
        live.start(part)
    return live

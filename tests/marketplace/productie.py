"""The production form as processes: two webs and two workers on one database and one Redis."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import asyncpg
import httpx2

from marketplace.db import Connection
from marketplace.embedded import Dsns
from marketplace.process import free_port, start_child, stop_child, tail
from seed.accounts import ACCOUNTS
from tests.marketplace.web.site import Visitor
from tests.redis_server import RedisServer

PATIENCE = 90.0
TOKEN = "een-token-voor-de-cijfers"


@dataclass(slots=True)
class Productie:
    """Every process by its name (`web1`, `worker2`), and a connection as eigenaar to look with."""

    dsns: Dsns
    redis: RedisServer
    logs: Path
    conn: Connection
    children: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    ports: dict[str, int] = field(default_factory=dict)

    def start(self, name: str) -> None:
        """Start a process, as its container would."""
        command = name.rstrip("12")
        port = self.ports.setdefault(name, free_port())
        environment = {key: value for key, value in os.environ.items() if key != "PLEKWIJS_LOGS"} | {
            "DATABASE_URL": self.dsns.app,
            "DATABASE_URL_WORKER": self.dsns.worker if command == "worker" else "",
            "REDIS_URL": self.redis.url,
            "PLEKWIJS_PORT": str(port),
            "PLEKWIJS_METRICS_TOKEN": TOKEN,
            "PLEKWIJS_SOLVE_SECONDS": "3",
            "PLEKWIJS_VANDAAG": "2026-11-20",
        }
        self.children[name] = start_child(
            [sys.executable, "-m", "marketplace", command], log=self.log(name), environment=environment
        )

    def log(self, name: str) -> Path:
        """What a process said."""
        return self.logs / f"{name}.log"

    def events(self, name: str) -> list[dict[str, Any]]:
        """What a process said, event by event; whatever is no JSON fails."""
        if not self.log(name).exists():
            return []
        return [json.loads(line) for line in self.log(name).read_text(encoding="utf-8").splitlines()]

    def count(self, name: str, event: str) -> int:
        """How often a process told of an event."""
        return sum(each["event"] == event for each in self.events(name))

    def kill(self, name: str) -> None:
        """End a process as a power cut would."""
        self.children[name].kill()
        self.children[name].wait()

    def stop(self) -> None:
        """Stop all."""
        for child in self.children.values():
            stop_child(child, signal.SIGTERM)

    def url(self, name: str) -> str:
        """The address of a web."""
        return f"http://127.0.0.1:{self.ports[name]}"

    async def wait_until_up(self, name: str) -> None:
        """Wait until a web is ready, or a worker once more."""
        ready = self.count(name, "worker ready") + 1
        while self.children[name].poll() is None:
            if name.startswith("worker") and self.count(name, "worker ready") >= ready:
                return
            if name.startswith("web") and await asyncio.to_thread(_answers, f"{self.url(name)}/klaar"):
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f"{name} has ended:\n{tail(self.log(name), 40)}")

    @asynccontextmanager
    async def visitors(self) -> AsyncIterator[tuple[Visitor, Visitor]]:
        """One accountmanager who logged in at web 1 and is known at web 2 as well."""
        email = next(each.email for each in ACCOUNTS if each.rol == "accountmanager")
        async with (
            httpx2.AsyncClient(base_url=self.url("web1")) as first,
            httpx2.AsyncClient(base_url=self.url("web2")) as second,
        ):
            visitor = Visitor(first)
            assert (await visitor.login(email)).status_code == 303
            for cookie in first.cookies.jar:
                second.cookies.set(cookie.name, cookie.value or "")
            yield visitor, Visitor(second)

    async def ask(self, visitor: Visitor) -> int:
        """Ask for a run; its id."""
        response = await visitor.post("/rekenruns")
        assert response.status_code == 303, response.text
        return int(response.headers["location"].rpartition("/")[2])

    async def wait_for(self, query: str, *values: object, expected: object) -> None:
        """Wait until a query gives what is expected."""
        try:
            async with asyncio.timeout(PATIENCE):
                while await self.conn.fetchval(query, *values) != expected:  # noqa: ASYNC110 (a table has no event)
                    await asyncio.sleep(0.05)
        except TimeoutError:
            said = "\n".join(f"{name}:\n{tail(self.log(name), 8)}" for name in self.children)
            raise AssertionError(f"waited too long for {expected!r}\n{said}") from None

    async def wait_for_status(self, run: int, status: str) -> None:
        """Wait until a run has this status."""
        await self.wait_for("select status from rekenruns where id = $1", run, expected=status)

    async def wait_until_solving(self, run: int) -> str:
        """Wait until a run is being solved; the name of the process that has it."""
        await self.wait_for("select instantie is not null from rekenruns where id = $1", run, expected=True)
        holder = await self.conn.fetchval("select geclaimd_door from rekenruns where id = $1", run)
        pid = int(holder.split(":")[1])
        return next(name for name, child in self.children.items() if child.pid == pid)


def _answers(address: str) -> bool:
    """Whether an address gives a good answer."""
    try:
        with urllib.request.urlopen(address, timeout=5):  # noqa: S310 (our own address)
            return True
    except (urllib.error.URLError, ConnectionError):
        return False


@asynccontextmanager
async def open_productie(dsns: Dsns, folder: Path) -> AsyncIterator[Productie]:
    """Start everything on a database, and stop it."""
    redis = RedisServer(folder)
    redis.start()
    conn = await asyncpg.connect(dsns.eigenaar)
    place = Productie(dsns, redis, folder, conn)
    try:
        for name in ("web1", "web2", "worker1", "worker2"):
            place.start(name)
        async with asyncio.timeout(PATIENCE):
            await asyncio.gather(*(place.wait_until_up(name) for name in place.children))
        yield place
    finally:
        place.stop()
        await conn.close()
        redis.stop()

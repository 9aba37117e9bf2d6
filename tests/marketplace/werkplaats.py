"""A database with real worker processes on it that a test may kill."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import asyncpg
import pytest

from marketplace.clock import SystemClock, clock_at
from marketplace.db import Connection, prepare_connection
from marketplace.embedded import Dsns
from marketplace.matching import service
from marketplace.process import start_child, stop_child
from marketplace.toegang.model import Actor, Rol, Toekenning
from tests.marketplace.kleine_regio import REGIO

PATIENCE = 90.0
VANDAAG = date(2026, 11, 20)


@dataclass(slots=True)
class Werkplaats:
    """Workers by the order in which they were started, and a connection as eigenaar to look with."""

    dsns: Dsns
    conn: Connection
    logs: Path
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def clock(self) -> SystemClock:
        """The clock that the workers have."""
        return clock_at(VANDAAG)

    def start_worker(self, redis_url: str = "") -> subprocess.Popen[bytes]:
        """Start one worker process, which hears the doorbell of Redis where one is given."""
        environment = os.environ | {
            "DATABASE_URL": self.dsns.app,
            "DATABASE_URL_WORKER": self.dsns.worker,
            "PLEKWIJS_VANDAAG": VANDAAG.isoformat(),
            "REDIS_URL": redis_url,
        }
        command = [sys.executable, "-m", "marketplace", "worker"]
        self.workers.append(start_child(command, log=self.logs / "worker.log", environment=environment))
        return self.workers[-1]

    async def actor(self, regio: str = REGIO) -> Actor:
        """The accountmanager of the region, who may stand for one elsewhere."""
        account = await self.conn.fetchval(
            "select account_id from account_rollen where rol = 'accountmanager' and regio_code = $1", REGIO
        )
        role = Toekenning(rol=Rol.ACCOUNTMANAGER, regio_code=regio)
        return Actor(account_id=account, naam="eigen", email="eigen@voorbeeld", toekenningen=(role,))

    async def ask(self, seconden: float = 0.2, regio: str = REGIO) -> int:
        """Ask for a run."""
        actor = await self.actor(regio)
        return await service.request_rekenrun(
            self.conn, actor, clock=self.clock, regio_code=regio, hoogstens=seconden
        )

    async def wait_for(self, query: str, run: int, expected: object) -> None:
        """Wait until a query on one run gives what is expected; fails with the last words of the workers."""
        try:
            async with asyncio.timeout(PATIENCE):
                while await self.conn.fetchval(query, run) != expected:  # noqa: ASYNC110 (a table has no event)
                    await asyncio.sleep(0.05)
        except TimeoutError:
            words = (self.logs / "worker.log").read_text()[-3000:]
            pytest.fail(f"waited too long for {expected!r}; the worker said:\n{words}")

    async def wait_until_ready(self) -> None:
        """Wait until every worker that was started takes work."""
        log = self.logs / "worker.log"
        async with asyncio.timeout(PATIENCE):
            while log.read_text().count("worker ready") < len(self.workers):  # noqa: ASYNC110 (a file has no event)
                await asyncio.sleep(0.05)

    async def wait_for_status(self, run: int, status: str) -> None:
        """Wait until a run has this status."""
        await self.wait_for("select status from rekenruns where id = $1", run, status)

    async def wait_until_solving(self, run: int) -> None:
        """Wait until the question of a run is stored: from then on it is being solved."""
        await self.wait_for("select instantie is not null from rekenruns where id = $1", run, expected=True)


@asynccontextmanager
async def open_werkplaats(dsns: Dsns, logs: Path) -> AsyncIterator[Werkplaats]:
    """A workplace on a database; its workers stop at the end."""
    conn = await asyncpg.connect(dsns.eigenaar)
    await prepare_connection(conn)
    place = Werkplaats(dsns, conn, logs)
    try:
        yield place
    finally:
        for child in place.workers:
            stop_child(child, signal.SIGTERM)
        await place.conn.close()

"""The worker: waits for rekenruns, carries them out one at a time, and takes over what a dead worker left.

Besides it throws away files whose term is over.

PostgreSQL holds the truth; the doorbell (arq where there is a Redis, else NOTIFY) only saves waiting, and
what it does not tell is found by looking. SIGTERM gives the run back and ends.
"""

import asyncio
import contextlib
import os
import secrets
import signal
import socket
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, NoReturn, TypeAlias

import asyncpg
import structlog

from marketplace.clock import Clock, clock_at
from marketplace.db import AWAY, Connection, create_pool
from marketplace.geo.keuze import choose_routeplanner
from marketplace.groepsdetachering.plan.planner import GROEPSDETACHERING
from marketplace.inlezen.writes import wipe_expired
from marketplace.logs import where
from marketplace.matching.planner import MATCHING
from marketplace.rekenruns import claims
from marketplace.rekenruns.doorbell import WORK, listen, ring_progress
from marketplace.rekenruns.model import Claim, PlannerNaam, RekenrunStatus
from marketplace.rekenruns.planner import Planner
from marketplace.rekenruns.redis_doorbell import hear
from marketplace.rekenruns.rekenproces import Rekenproces
from marketplace.rekenruns.steadily import LONGEST_WAIT, steadily
from marketplace.rekenruns.uitvoering import Uitvoering
from marketplace.roulatie.planner import ROULATIE
from marketplace.settings import Settings

LOOK_SECONDS = 2.0
WIPE_SECONDS = 60.0
SILENT_SECONDS = 15.0

GiveBack: TypeAlias = Callable[[Connection, Claim, datetime], Awaitable[RekenrunStatus | None]]

PLANNERS: Mapping[PlannerNaam, Planner[Any]] = {
    PlannerNaam.MATCHING: MATCHING,
    PlannerNaam.ROULATIE: ROULATIE,
    PlannerNaam.GROEPSDETACHERING: GROEPSDETACHERING,
}

log = structlog.get_logger("marketplace.worker")


def main(settings: Settings) -> int:
    """Work until SIGTERM or SIGINT; 1 when it could not go on."""
    try:
        asyncio.run(Worker(settings, clock_at(settings.vandaag)).work())
    except ExceptionGroup as group:
        for error in group.exceptions:
            log.error("worker ends", **where(error))  # noqa: TRY400 (messages of the database may quote rows)
        return 1
    return 0


class Worker:
    """One worker process with one child that solves."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self.dsn = settings.url_of_worker()
        self.redis_url = settings.redis_url
        self.hartslag = settings.hartslag
        self.clock = clock
        self.name = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"
        self.routes = choose_routeplanner(settings)
        self.proces = Rekenproces()
        self.bell = asyncio.Event()
        self.idle = asyncio.Event()

    async def work(self) -> None:
        """Look for work at every ring and every two seconds until asked to stop.

        Raises an ExceptionGroup when it can no longer listen or solve: the supervisor starts it again.
        """
        current = asyncio.current_task()
        assert current is not None  # noqa: S101 (a coroutine runs in a task)
        loop = asyncio.get_running_loop()
        for sig in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(sig, current.cancel)
        try:
            async with await self._open_pool() as pool:
                await self._listen_and_work(pool)
        except asyncio.CancelledError:
            log.info("worker stopped")
        finally:
            await self.proces.close()

    async def _open_pool(self) -> asyncpg.Pool:
        """Wait until PostgreSQL is there."""
        while True:
            try:
                return await create_pool(self.dsn, size=3)
            except AWAY:
                await asyncio.sleep(LONGEST_WAIT)

    async def _listen_and_work(self, pool: asyncpg.Pool) -> NoReturn:
        """Listen and work side by side; the end of one is the end of both."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._listen())
            group.create_task(self._show_life())
            group.create_task(self._wipe(pool))
            await self._work_on(pool)

    async def _show_life(self) -> None:
        """Touch the file, where one was set, by which a supervisor sees that this process does not hang."""
        while self.hartslag is not None:
            self.hartslag.touch(mode=0o600)
            await asyncio.sleep(LOOK_SECONDS)

    async def _wipe(self, pool: asyncpg.Pool) -> NoReturn:
        """Throw away the files that people read in once their term is over."""
        while True:
            await steadily(pool, lambda conn: wipe_expired(conn, self.clock.now()))
            await asyncio.sleep(WIPE_SECONDS)

    async def _listen(self) -> NoReturn:
        """Hear the one doorbell that there is."""
        if self.redis_url:
            await hear(self.redis_url, self._answer)
        await listen(self.dsn, WORK, lambda _run: self.bell.set())

    async def _answer(self) -> None:
        """Look for work, and keep the ring until there is none: who is busy takes no other ring from arq."""
        self.idle.clear()
        self.bell.set()
        await self.idle.wait()

    async def _work_on(self, pool: asyncpg.Pool) -> NoReturn:
        """Carry out what waits, then wait for a ring, or look after a while without one."""
        await self.proces.warm()
        log.info("worker ready")
        while True:
            self.bell.clear()
            while (claim := await steadily(pool, self._take)) is not None:
                await self._perform(pool, claim)
            self.idle.set()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.bell.wait(), LOOK_SECONDS)

    async def _take(self, conn: Connection) -> Claim | None:
        """Put back what dead workers left, then claim the oldest run that waits."""
        now = self.clock.now()
        dead = [name for name in await claims.list_claimed(conn) if is_dead_neighbour(name)]
        silent = now - timedelta(seconds=SILENT_SECONDS)
        for touched in await claims.sweep_rekenruns(conn, silent_since=silent, now=now, dead=dead):
            log.warning("run taken from a silent worker", rekenrun=touched)
            await ring_progress(conn, touched)
        return await claims.claim_rekenrun(conn, self.name, now)

    async def _perform(self, pool: asyncpg.Pool, claim: Claim) -> None:
        """Carry a run out; when we are asked to stop it goes back unharmed."""
        log.info("run begins", rekenrun=claim.id, poging=claim.poging)
        try:
            ending = await Uitvoering(
                pool, self.clock, claim, PLANNERS[claim.planner], self.proces, self.routes
            ).perform()
        except asyncio.CancelledError:
            await self.proces.close()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LONGEST_WAIT):
                    await steadily(pool, lambda conn: self._give_back(conn, claim, claims.release_claimed))
            raise
        except Exception as error:  # noqa: BLE001 (the last resort: the run is tried again or fails in words)
            log.error("run failed", rekenrun=claim.id, **where(error))  # noqa: TRY400 (messages of the database may quote rows)
            await self.proces.close()
            await steadily(pool, lambda conn: self._give_back(conn, claim, claims.return_claimed))
            return
        log.info("run ended", rekenrun=claim.id, einde=ending)

    async def _give_back(self, conn: Connection, claim: Claim, give_back: GiveBack) -> None:
        """Let go of a run, and wake who follows it when it was still ours."""
        if await give_back(conn, claim, self.clock.now()) is not None:
            await ring_progress(conn, claim.id)


def is_dead_neighbour(name: str) -> bool:
    """Whether a worker of this name ran on this machine and its process is gone."""
    host, _, rest = name.partition(":")
    pid = rest.partition(":")[0]
    if host != socket.gethostname() or not pid.isdecimal():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False

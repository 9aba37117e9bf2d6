"""Carry out one claimed run: build and store the question, have it solved, keep the answer.

No transaction is open while a routing service is asked or while it solves; a heartbeat shows that the worker
lives and hears whether people want to stop.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any, Generic, TypeVar

import asyncpg
import structlog

from marketplace.clock import Clock
from marketplace.db import AWAY, Connection
from marketplace.errors import Refusal
from marketplace.geo.herkomst import SCHATTING, Herkomst
from marketplace.geo.routeplanner import Routeplanner
from marketplace.geo.wegen import ask_reistabel
from marketplace.rekenruns import claims
from marketplace.rekenruns.doorbell import ring_progress
from marketplace.rekenruns.model import Claim, RekenrunStatus, Verzoek
from marketplace.rekenruns.planner import Planner, Q
from marketplace.rekenruns.reizen import tell_herkomst
from marketplace.rekenruns.rekenproces import GRACE_SECONDS, Rekenproces, RekenprocesStopped
from marketplace.rekenruns.steadily import steadily
from marketplace.rekenruns.uitkomst import digest
from marketplace.toegang.gebeurtenissen import wait_for_changes

T = TypeVar("T")

HEARTBEAT_SECONDS = 0.5
STEP_SECONDS = 0.25
STOPPED = "Het rekenen is gestopt. Er is niets veranderd."
LOST = "verloren"

log = structlog.get_logger("marketplace.worker")


class Lost(Exception):
    """The run is no longer ours: another worker took it, or it ended."""


class Stopped(Exception):
    """People asked to stop, and the run has ended as they asked."""


class Uitvoering(Generic[Q]):
    """One run in the hands of this worker."""

    def __init__(
        self,
        pool: asyncpg.Pool,
        clock: Clock,
        claim: Claim,
        planner: Planner[Q],
        proces: Rekenproces,
        routes: Routeplanner | None = None,
    ) -> None:
        self.pool = pool
        self.clock = clock
        self.claim = claim
        self.planner = planner
        self.proces = proces
        self.routes = routes
        self._last_step = 0.0
        self._held: Mapping[str, Any] | None = None

    async def perform(self) -> str:
        """Carry the run out; returns how it ended, in a word for the log."""
        try:
            opgave, gelezen_op = await steadily(self.pool, self._load)
        except Refusal as refusal:
            return await self._fail(refusal.sentence)
        try:
            opgave = await self._route(opgave)
            question = self.planner.make_question(opgave, self.claim)
            await self._store(question, gelezen_op)
            answer = await self._solve(question)
        except RekenprocesStopped:
            await self.proces.close()
            return await self._give_back()
        except Lost:
            await self.proces.close()
            return LOST
        except Stopped:
            return "geannuleerd"
        if "fout" in answer:
            return await self._fail(answer["fout"])
        return await self._keep(opgave, answer)

    async def _load(self, conn: Connection) -> tuple[Q, datetime]:
        """Say what is done, and read the region; with the moment from which decisions are not in it."""
        await self._say(conn, "lezen", "De gegevens worden gelezen.")
        await wait_for_changes(conn, self.claim.regio_code)
        gelezen_op = self.clock.now()
        return await self.planner.load(conn, self.claim), gelezen_op

    async def _store(self, question: Mapping[str, Any], gelezen_op: datetime) -> None:
        """Keep the question before it is solved; raises Lost."""
        hashed = digest(question)

        async def store(conn: Connection) -> bool:
            kept = await claims.store_instantie(
                conn, self.claim, dict(question), hashed, gelezen_op=gelezen_op
            )
            if kept:
                herkomst = Herkomst.from_plain(question["reistijden"])
                if herkomst.bron != SCHATTING:
                    await self._say(conn, "reistijden", tell_herkomst(herkomst))
                await self._say(conn, "rekenen", self.planner.begins(question))
            return kept

        if not await steadily(self.pool, store):
            raise Lost

    async def _route(self, opgave: Q) -> Q:
        """Ask the routing service, where one was chosen. Raises Lost or Stopped."""
        if self.routes is None:
            return opgave
        asking = f"De reistijden worden opgevraagd bij {self.routes.naam}."
        await steadily(self.pool, lambda conn: self._say(conn, "reistijden", asking))
        task = asyncio.create_task(ask_reistabel(self.routes, opgave.zones))
        tabel, herkomst = await self._alive(task, self._end_stopped)
        return opgave.with_reistabel(tabel, herkomst)

    async def _solve(self, question: Mapping[str, Any]) -> dict[str, Any]:
        """Wait for the answer. Raises Lost or Stopped."""
        task = asyncio.create_task(self.proces.solve(question, self._on_step))
        return await self._alive(task, lambda: self._cancel(task), self.proces.finish)

    async def _alive(
        self,
        task: "asyncio.Task[T]",
        stop: Callable[[], Awaitable[None]],
        finish: Callable[[], Awaitable[None]] | None = None,
    ) -> T:
        """Wait for a task while showing that we live. Raises Lost, or Stopped when people asked to stop.

        That people want the best plan so far is told again at every beat: a child that begins may miss it.
        """
        try:
            while not (await asyncio.wait({task}, timeout=HEARTBEAT_SECONDS))[0]:
                verzoek = await steadily(self.pool, self._beat)
                if verzoek is None:
                    raise Lost
                if verzoek is Verzoek.ANNULEREN:
                    await stop()
                    raise Stopped
                if verzoek is Verzoek.AFRONDEN and finish is not None:
                    await finish()
            return task.result()
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _beat(self, conn: Connection) -> Verzoek | None:
        """Show that we live, tell of a plan that was held back, and hear what people ask."""
        verzoek = await claims.beat(conn, self.claim, self.clock.now())
        if verzoek is not None and self._held is not None:
            held, self._held = self._held, None
            await self._tell(conn, held)
        return verzoek

    async def _cancel(self, task: "asyncio.Task[dict[str, Any]]") -> None:
        """Stop the solver kindly, then by force, and end the run. Raises Lost."""
        await self.proces.stop_solving()
        if not (await asyncio.wait({task}, timeout=GRACE_SECONDS))[0]:
            await self.proces.close()
        await self._end_stopped()

    async def _end_stopped(self) -> None:
        """End the run as people asked. Raises Lost."""

        async def end(conn: Connection) -> bool:
            ended = await claims.cancel_claimed(conn, self.claim, self.clock.now())
            if ended:
                await self._say(conn, "geannuleerd", STOPPED)
            return ended

        if not await steadily(self.pool, end):
            raise Lost

    async def _on_step(self, step: Mapping[str, Any]) -> None:
        """Pass a step on; of plans that follow soon the last waits for a beat, as long as none is better.

        While the database is away steps are dropped.
        """
        moment, is_plan = time.monotonic(), "plan" in step
        if is_plan and moment - self._last_step < STEP_SECONDS:
            self._held = step
            return
        told = [each for each in (self._held, step) if each is step or (each and not is_plan)]
        self._last_step, self._held = moment, None
        try:
            async with self.pool.acquire() as conn, conn.transaction():
                for each in told:
                    await self._tell(conn, each)
        except AWAY:
            return

    async def _tell(self, conn: Connection, step: Mapping[str, Any]) -> None:
        """Report a step of the process that solves."""
        await self._say(conn, step["fase"], step["zin"], step.get("plan"))

    async def _keep(self, opgave: Q, answer: Mapping[str, Any]) -> str:
        """Keep the plan; when people asked to stop at the last moment, end the run as they asked."""

        async def keep(conn: Connection) -> bool:
            now = self.clock.now()
            if await self.planner.keep(conn, self.claim, opgave, answer, now):
                return True
            await claims.cancel_claimed(conn, self.claim, now)
            await ring_progress(conn, self.claim.id)
            return False

        return "geslaagd" if await steadily(self.pool, keep) else "niet bewaard"

    async def _fail(self, fout: str) -> str:
        """End the run with a sentence, whose placeholders for names the pages fill in as links."""

        async def fail(conn: Connection) -> bool:
            failed = await claims.fail_rekenrun(conn, self.claim, fout[:4000], self.clock.now())
            if failed:
                await self._say(conn, "mislukt", "Het rekenen is niet gelukt.")
            return failed

        return "mislukt" if await steadily(self.pool, fail) else LOST

    async def _give_back(self) -> str:
        """The solver stopped halfway: try once more, then fail with a sentence."""

        async def give_back(conn: Connection) -> RekenrunStatus | None:
            status = await claims.return_claimed(conn, self.claim, self.clock.now())
            if status is RekenrunStatus.GEANNULEERD:
                await self._say(conn, status.value, STOPPED)
            elif status is not None:
                await self._say(conn, status.value, "Het rekenprogramma viel uit.")
            return status

        return "uitgevallen" if await steadily(self.pool, give_back) else LOST

    async def _say(
        self, conn: Connection, fase: str, zin: str, plan: Mapping[str, Any] | None = None
    ) -> None:
        """Report one step to whoever follows the run."""
        await claims.insert_voortgang(
            conn,
            self.claim.id,
            now=self.clock.now(),
            fase=fase,
            zin=zin,
            plan=plan,
        )
        await ring_progress(conn, self.claim.id)

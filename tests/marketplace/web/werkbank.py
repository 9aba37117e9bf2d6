"""The real application on the small region with a concept plan, for the pages of the workbench."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import asyncpg

from marketplace.clock import Clock
from marketplace.db import prepare_connection
from marketplace.embedded import Dsns
from marketplace.matching.bewaren import keep_answer, make_question
from marketplace.matching.instance import load_opgave
from marketplace.matching.run import solve_question
from marketplace.matching.service import request_rekenrun
from marketplace.rekenruns import claims
from marketplace.rekenruns.model import Claim, RekenrunSoort
from marketplace.rekenruns.uitkomst import digest
from marketplace.toegang.model import Actor
from tests.marketplace.kleine_regio import REGIO, KleineRegio, make_regio
from tests.marketplace.web.conftest import password_hash
from tests.marketplace.web.site import Site, open_site

EIGEN, VREEMD, WERKGEVER = (f"{name}@voorbeeld.plekwijs.nl" for name in ("eigen", "vreemd", "werkgever"))


@dataclass(frozen=True, slots=True)
class Werkbank:
    """The running application, the ids of the region, and a connection of the owner to look behind it."""

    site: Site
    regio: KleineRegio
    eigenaar: asyncpg.Connection
    clock: Clock

    @property
    def actor(self) -> Actor:
        """The accountmanager."""
        return self.regio.eigen

    async def solve(
        self, max_verplaatst: int | None = None, soort: RekenrunSoort = RekenrunSoort.NIEUW
    ) -> int:
        """Ask for a run, do what a worker does with it, and give its plan."""
        conn = self.eigenaar
        await request_rekenrun(
            conn,
            self.actor,
            clock=self.clock,
            regio_code=REGIO,
            hoogstens=0.2,
            max_verplaatst=max_verplaatst,
            soort=soort,
        )
        return await self.work()

    async def work(self, claimed: Claim | None = None) -> int:
        """Do what a worker does with a run, claimed or the one that waits, and give its plan."""
        conn = self.eigenaar
        claim = claimed or await claims.claim_rekenrun(conn, "proef", self.clock.now())
        assert claim is not None
        opgave = await load_opgave(conn, REGIO, claim.vandaag, claim.max_verplaatst, claim.soort)
        question = make_question(opgave, claim)
        moment = self.clock.now()
        await claims.store_instantie(conn, claim, question, digest(question), gelezen_op=moment)
        answer = solve_question(question, lambda _step: None)
        plan = await keep_answer(conn, claim, opgave, answer, self.clock.now())
        assert plan is not None
        return plan

    async def voorstellen(self, plan: int) -> list[int]:
        """The ids of the voorstellen of a plan."""
        rows = await self.eigenaar.fetch(
            "select voorstel_id from plan_voorstellen where plan_id = $1 order by kandidaat_id", plan
        )
        return [row["voorstel_id"] for row in rows]

    async def versie(self, voorstel: int) -> str:
        """The version of a voorstel, as a form carries it."""
        return str(await self.eigenaar.fetchval("select versie from voorstellen where id = $1", voorstel))

    async def startweek(self, voorstel: int) -> str:
        """The startweek of a voorstel in its plan, as the form of the akkoord carries it."""
        query = "select max(startweek) from plan_voorstellen where voorstel_id = $1"
        return str(await self.eigenaar.fetchval(query, voorstel))

    async def status(self, voorstel: int) -> str:
        """The status of a voorstel."""
        return str(await self.eigenaar.fetchval("select status from voorstellen where id = $1", voorstel))


@asynccontextmanager
async def open_werkbank(database: Dsns, clock: Clock) -> AsyncIterator[Werkbank]:
    """Fill an empty database with the small region and start the application on it."""
    conn = await asyncpg.connect(database.eigenaar)
    await prepare_connection(conn)
    regio = await make_regio(conn)
    await conn.execute("update accounts set wachtwoord_hash = $1", password_hash())
    # Room for all three, so that pages have something to show.
    await conn.execute("update begeleidingscapaciteiten set minuten_per_week = 2000")
    async with open_site(database, clock) as site:
        yield Werkbank(site, regio, conn, clock)
    await conn.close()

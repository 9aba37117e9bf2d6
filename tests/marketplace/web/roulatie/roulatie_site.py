"""The real application on the small roulatie, with its accounts able to come in."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import asyncpg

from marketplace.clock import Clock
from marketplace.db import prepare_connection
from marketplace.embedded import Dsns
from marketplace.rekenruns import claims
from marketplace.rekenruns.uitkomst import digest
from marketplace.roulatie.planner import ROULATIE
from marketplace.roulatie.run import solve_question
from tests.marketplace.roulatie.kleine_roulatie import KleineRoulatie, make_roulatie
from tests.marketplace.web.conftest import password_hash
from tests.marketplace.web.site import Site, open_site

EIGEN, VREEMD, WERKGEVER = (f"{name}@voorbeeld.plekwijs.nl" for name in ("eigen", "vreemd", "werkgever"))


@dataclass(frozen=True, slots=True)
class RoulatieSite:
    """The running application, the ids of the roulatie, and a connection of the owner to look behind it."""

    site: Site
    kleine: KleineRoulatie
    eigenaar: asyncpg.Connection
    clock: Clock

    @property
    def bord(self) -> str:
        """The address of the board."""
        return f"/roulaties/{self.kleine.id}/bord"

    async def versie(self) -> str:
        """The version of the concept, as a form carries it."""
        query = "select versie from roulatie_roosters where roulatie_id = $1 and status = 'concept'"
        return str(await self.eigenaar.fetchval(query, self.kleine.id))

    async def work(self) -> bool:
        """Do what a worker does with the run that waits; False when its question could not be made."""
        conn = self.eigenaar
        claim = await claims.claim_rekenrun(conn, "proef", self.clock.now())
        assert claim is not None
        opgave = await ROULATIE.load(conn, claim)
        question = ROULATIE.make_question(opgave, claim)
        moment = self.clock.now()
        await claims.store_instantie(conn, claim, question, digest(question), gelezen_op=moment)
        answer: dict[str, Any] = solve_question(question, lambda _step: None)
        return await ROULATIE.keep(conn, claim, opgave, answer, self.clock.now())


@asynccontextmanager
async def open_roulatie(
    database: Dsns, clock: Clock, *, getekend: bool = True
) -> AsyncIterator[RoulatieSite]:
    """Fill an empty database with the small roulatie and start the application on it."""
    conn = await asyncpg.connect(database.eigenaar)
    await prepare_connection(conn)
    kleine = await make_roulatie(conn, getekend=getekend)
    await conn.execute("update accounts set wachtwoord_hash = $1", password_hash())
    async with open_site(database, clock) as site:
        yield RoulatieSite(site, kleine, conn, clock)
    await conn.close()

"""The real application on the small SW-bedrijf with its people, and the board behind it."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

import asyncpg

from marketplace.clock import Clock
from marketplace.db import prepare_connection
from marketplace.embedded import Dsns
from tests.marketplace.groepsdetachering.kleine_detachering import WEKEN, KleineDetachering, make_detachering
from tests.marketplace.groepsdetachering.plan.bordspel import Spel
from tests.marketplace.groepsdetachering.plan.rekenen import work
from tests.marketplace.web.conftest import password_hash
from tests.marketplace.web.site import Fields, Site, Visitor, open_site

PLANNER, WERKLEIDER, VREEMD, EIGEN = (
    f"{name}@voorbeeld.plekwijs.nl" for name in ("planner", "werkleider", "andere_planner", "eigen")
)


@dataclass(frozen=True, slots=True)
class BordSite:
    """The running application, who came in there, and the board as its owner plays it behind the pages."""

    site: Site
    spel: Spel
    open: AsyncExitStack
    inside: dict[str, Visitor] = field(default_factory=dict)

    @property
    def kleine(self) -> KleineDetachering:
        """The ids of what was made."""
        return self.spel.kleine

    @property
    def thuis(self) -> str:
        """Where the pages of the SW-bedrijf begin."""
        return f"/groepsdetachering/{self.kleine.id}"

    async def versie(self) -> str:
        """The version of the concept, as a form carries it."""
        return str((await self.spel.concept()).versie)

    async def visitor(self, email: str) -> Visitor:
        """Somebody who stays logged in."""
        if email not in self.inside:
            self.inside[email] = await self.open.enter_async_context(self.site.logged_in(email))
        return self.inside[email]

    async def ask(self, path: str, email: str = PLANNER) -> tuple[int, str]:
        """The status of a page, and the page or where one is sent."""
        response = await (await self.visitor(email)).get(self.thuis + path)
        return response.status_code, response.headers.get("location") or response.text

    async def get(self, path: str, email: str = PLANNER) -> str:
        """A page that must be there."""
        status, page = await self.ask(path, email)
        assert status == 200, page
        return page

    async def post(self, path: str, email: str = PLANNER, /, **fields: object) -> tuple[int, str]:
        """Send a form; gives the status and the page, or where one is sent."""
        data: Fields = {name: _sent(value) for name, value in fields.items()}
        response = await (await self.visitor(email)).post(self.thuis + path, data)
        return response.status_code, response.headers.get("location") or response.text

    async def move(self, verb: str, **fields: object) -> tuple[int, str]:
        """A move on the board over the version of now, in the first week unless said otherwise."""
        told: dict[str, object] = {"versie": await self.versie(), "week": WEKEN[0].isoformat()}
        return await self.post(f"/bord/{verb}", **(told | fields))

    async def work(self) -> str | None:
        """Do what a worker does with the run that waits; gives what was in the way."""
        return await work(self.spel.conn, self.spel.clock)


def _sent(value: object) -> str | list[str]:
    """A value as a browser sends it."""
    return [str(each) for each in value] if isinstance(value, list | tuple) else str(value)


@asynccontextmanager
async def open_bord(database: Dsns, clock: Clock) -> AsyncIterator[BordSite]:
    """Fill an empty database with the small SW-bedrijf and start the application on it."""
    conn = await asyncpg.connect(database.eigenaar)
    await prepare_connection(conn)
    kleine = await make_detachering(conn)
    await conn.execute("update detacheringsbeleid set weken = 2")
    await conn.execute("update accounts set wachtwoord_hash = $1", password_hash())
    async with open_site(database, clock) as site, AsyncExitStack() as stack:
        yield BordSite(site, Spel(conn, kleine, clock), stack)
    await conn.close()

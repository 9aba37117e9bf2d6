"""The application on the small SW-bedrijf."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import asyncpg
import pytest

from marketplace.clock import FixedClock
from marketplace.db import prepare_connection
from marketplace.embedded import Dsns
from tests.marketplace.groepsdetachering.klein_bedrijf import KleinBedrijf, make_bedrijf
from tests.marketplace.web.conftest import password_hash
from tests.marketplace.web.site import Fields, Site, open_site

PLANNER, WERKLEIDER, BUURPLANNER, EIGEN = (
    f"{name}@voorbeeld.plekwijs.nl" for name in ("planner", "werkleider", "buurplanner", "eigen")
)


@dataclass(frozen=True, slots=True)
class Huis:
    """The running application, what is in it, and a connection of the owner to look behind it."""

    site: Site
    klein: KleinBedrijf
    eigenaar: asyncpg.Connection

    @property
    def path(self) -> str:
        """Where the SW-bedrijf stands."""
        return f"/groepsdetachering/{self.klein.id}"

    async def ask(self, path: str, email: str = PLANNER) -> tuple[int, str]:
        """The status of a page below the SW-bedrijf, and the page or where one is sent."""
        async with self.site.logged_in(email) as visitor:
            response = await visitor.get(self.path + path)
        return response.status_code, response.headers.get("location") or response.text

    async def get(self, path: str, email: str = PLANNER) -> str:
        """A page that must be there."""
        status, page = await self.ask(path, email)
        assert status == 200, page
        return page

    async def post(self, path: str, email: str = PLANNER, /, **fields: object) -> tuple[int, str]:
        """Send a form; gives the status and the page, or where one is sent."""
        data: Fields = {name: _sent(value) for name, value in fields.items()}
        async with self.site.logged_in(email) as visitor:
            response = await visitor.post(self.path + path, data)
        return response.status_code, response.headers.get("location") or response.text

    async def rows(self, query: str) -> list[tuple[object, ...]]:
        """What stands in the database."""
        return [tuple(each) for each in await self.eigenaar.fetch(query)]


def _sent(value: object) -> str | list[str]:
    """A value as a browser sends it."""
    return [str(each) for each in value] if isinstance(value, list | tuple) else str(value)


@asynccontextmanager
async def open_huis(database: Dsns, clock: FixedClock, *, begonnen: bool) -> AsyncIterator[Huis]:
    """Fill an empty database and start the application on it."""
    conn = await asyncpg.connect(database.eigenaar)
    await prepare_connection(conn)
    klein = await make_bedrijf(conn, begonnen=begonnen)
    await conn.execute("update accounts set wachtwoord_hash = $1", password_hash())
    async with open_site(database, clock) as site:
        yield Huis(site, klein, conn)
    await conn.close()


@pytest.fixture
async def huis(database: Dsns, clock: FixedClock) -> AsyncIterator[Huis]:
    """A SW-bedrijf that has begun and has nothing yet."""
    async with open_huis(database, clock, begonnen=True) as opened:
        yield opened


@pytest.fixture
async def leeg(database: Dsns, clock: FixedClock) -> AsyncIterator[Huis]:
    """A SW-bedrijf that has not begun."""
    async with open_huis(database, clock, begonnen=False) as opened:
        yield opened

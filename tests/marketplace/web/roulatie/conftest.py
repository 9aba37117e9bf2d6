"""The application on the small roulatie."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import asyncpg
import pytest

from marketplace.clock import FixedClock
from marketplace.db import prepare_connection
from marketplace.embedded import Dsns
from tests.marketplace.roulatie.kleine_roulatie import KleineRoulatie, make_roulatie
from tests.marketplace.web.conftest import password_hash
from tests.marketplace.web.site import Fields, Site, open_site

EIGEN, VREEMD, WERKGEVER = (f"{name}@voorbeeld.plekwijs.nl" for name in ("eigen", "vreemd", "werkgever"))


@dataclass(frozen=True, slots=True)
class Huis:
    """The running application, the ids of the roulatie, and a connection of the owner to look behind it."""

    site: Site
    kleine: KleineRoulatie
    eigenaar: asyncpg.Connection

    @property
    def path(self) -> str:
        """Where the roulatie stands."""
        return f"/roulaties/{self.kleine.id}"

    async def get(self, path: str, email: str = EIGEN) -> str:
        """A page under the roulatie, or under the root when it begins with //; must be there."""
        async with self.site.logged_in(email) as visitor:
            response = await visitor.get(path[1:] if path.startswith("//") else self.path + path)
        assert response.status_code == 200, response.text
        return response.text

    async def post(self, path: str, email: str = EIGEN, /, **fields: object) -> tuple[int, str]:
        """Send a form over the version of now; gives the status and the page, or where one is sent."""
        versie = await self.eigenaar.fetchval("select versie from roulaties where id = $1", self.kleine.id)
        data: Fields = {"versie": str(versie), **{k: _sent(v) for k, v in fields.items()}}
        async with self.site.logged_in(email) as visitor:
            response = await visitor.post(path[1:] if path.startswith("//") else self.path + path, data)
        return response.status_code, response.headers.get("location") or response.text

    async def rows(self, query: str) -> list[tuple[object, ...]]:
        """What stands in the database."""
        return [tuple(each) for each in await self.eigenaar.fetch(query)]


def _sent(value: object) -> str | list[str]:
    """A value as a browser sends it."""
    return [str(each) for each in value] if isinstance(value, list | tuple) else str(value)


@pytest.fixture
async def huis(database: Dsns, clock: FixedClock) -> AsyncIterator[Huis]:
    """The running application with what is in it."""
    conn = await asyncpg.connect(database.eigenaar)
    await prepare_connection(conn)
    kleine = await make_roulatie(conn)
    await conn.execute("update accounts set wachtwoord_hash = $1", password_hash())
    async with open_site(database, clock) as site:
        yield Huis(site, kleine, conn)
    await conn.close()

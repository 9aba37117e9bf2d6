"""The application on the SW-bedrijf with its opdracht."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass

import asyncpg
import pytest

from marketplace.clock import FixedClock
from marketplace.db import prepare_connection
from marketplace.embedded import Dsns
from tests.marketplace.groepsdetachering.opdrachten.kleine_opdrachten import KleineOpdrachten, make_opdrachten
from tests.marketplace.web.conftest import password_hash
from tests.marketplace.web.site import Site, open_site


@dataclass(frozen=True, slots=True)
class Huis:
    """The running application, the ids of what is in it, and a connection of the owner to look behind it."""

    site: Site
    klein: KleineOpdrachten
    eigenaar: asyncpg.Connection

    @property
    def lijst(self) -> str:
        """Where the opdrachten of the SW-bedrijf stand."""
        return f"/groepsdetachering/{self.klein.bedrijf}/opdrachten"

    @property
    def een(self) -> str:
        """The page of the opdracht that is there."""
        return f"{self.lijst}/{self.klein.opdracht}"

    async def status(self, path: str, who: str) -> int:
        """What somebody gets at an address."""
        async with self.site.logged_in(f"{who}@voorbeeld.plekwijs.nl") as visitor:
            return (await visitor.get(path)).status_code

    async def get(self, path: str, who: str = "planner") -> str:
        """A page, with its white space as one sees it; must be there."""
        async with self.site.logged_in(f"{who}@voorbeeld.plekwijs.nl") as visitor:
            response = await visitor.get(path)
        assert response.status_code == 200, response.text
        return re.sub(r"\s+", " ", response.text)

    async def post(self, path: str, who: str = "planner", /, **fields: object) -> tuple[int, str]:
        """Send a form; gives the status and the page, or where one is sent."""
        data = {name: _sent(value) for name, value in fields.items()}
        async with self.site.logged_in(f"{who}@voorbeeld.plekwijs.nl") as visitor:
            response = await visitor.post(path, data)
        return response.status_code, response.headers.get("location") or re.sub(r"\s+", " ", response.text)

    async def row(self, query: str) -> tuple[object, ...]:
        """What stands in the database."""
        return tuple(await self.eigenaar.fetchrow(query) or ())


def _sent(value: object) -> str | list[str]:
    """A value as a browser sends it."""
    return [str(each) for each in value] if isinstance(value, list | tuple) else str(value)


def said(page: str, field: str) -> str:
    """What stands at a field as its error."""
    found = re.search(
        rf'id="{field}-fout">(.*?)</(?:p|span)>\s*(?:<input|<textarea|<select|</|<div|<details)', page
    )
    assert found, page
    return re.sub(r"<[^>]*>", "", found[1])


@pytest.fixture
async def huis(database: Dsns, clock: FixedClock) -> AsyncIterator[Huis]:
    """The running application with what is in it."""
    conn = await asyncpg.connect(database.eigenaar)
    await prepare_connection(conn)
    klein = await make_opdrachten(conn)
    await conn.execute("update accounts set wachtwoord_hash = $1", password_hash())
    async with open_site(database, clock) as site:
        yield Huis(site, klein, conn)
    await conn.close()

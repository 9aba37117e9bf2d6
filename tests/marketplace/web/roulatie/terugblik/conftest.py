"""The application on a small roulatie with a published rooster, on the Friday after its first block."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass

import asyncpg
import pytest

from marketplace.clock import FixedClock
from marketplace.db import prepare_connection
from marketplace.embedded import Dsns
from tests.marketplace.roulatie.gepubliceerd import at_end, employer_of, publish_rooster
from tests.marketplace.roulatie.kleine_roulatie import KleineRoulatie, make_roulatie
from tests.marketplace.web.conftest import password_hash
from tests.marketplace.web.site import Site, open_site


@dataclass(frozen=True, slots=True)
class RoulatieSite:
    """The running application, the ids of what is in it, and its owner's connection to look behind it."""

    site: Site
    kleine: KleineRoulatie
    eigenaar: asyncpg.Connection

    @property
    def pad(self) -> str:
        """Where the roulatie stands."""
        return f"/roulaties/{self.kleine.id}"

    def persoon(self, wie: int, blok: int = 0) -> str:
        """Where one person in one block stands, by number."""
        return f"{self.pad}/terugblik/{self.kleine.blokken[blok]}/{self.kleine.deelnemers[wie]}"

    async def versie(self) -> str:
        """The version that a page shows now."""
        return str(await self.eigenaar.fetchval("select versie from roulaties"))


@pytest.fixture
async def huis(database: Dsns) -> AsyncIterator[RoulatieSite]:
    """The running application; the werkgever is of the first plek."""
    conn = await asyncpg.connect(database.eigenaar)
    await prepare_connection(conn)
    kleine = await make_roulatie(conn)
    await publish_rooster(conn, kleine)
    await employer_of(conn, kleine, 0)
    await conn.execute("update accounts set wachtwoord_hash = $1", password_hash())
    async with open_site(database, AT) as site:
        yield RoulatieSite(site, kleine, conn)
    await conn.close()


AT: FixedClock = at_end(days=4)


def links_of(text: str, kind: str) -> list[str]:
    """The paths of the links that a page shows to copy."""
    return re.findall(rf"http://plekwijs.voorbeeld(/link/{kind}/[^\s<]+)</textarea>", text)

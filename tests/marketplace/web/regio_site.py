"""The real application on the small region, with its accounts able to come in."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import asyncpg

from marketplace.clock import Clock
from marketplace.db import prepare_connection
from marketplace.embedded import Dsns
from tests.marketplace.kleine_regio import KleineRegio, make_regio
from tests.marketplace.regio_details import Details, add_details
from tests.marketplace.web.conftest import password_hash
from tests.marketplace.web.site import Site, open_site

EIGEN = "eigen@voorbeeld.plekwijs.nl"
VREEMD = "vreemd@voorbeeld.plekwijs.nl"
WERKGEVER = "werkgever@voorbeeld.plekwijs.nl"
BUURMAN = "buurman@voorbeeld.plekwijs.nl"


@dataclass(frozen=True, slots=True)
class RegioSite:
    """The running application, the ids of what is in it, and a connection of its owner to look behind it."""

    site: Site
    regio: KleineRegio
    details: Details
    eigenaar: asyncpg.Connection


@asynccontextmanager
async def open_regio_site(database: Dsns, clock: Clock) -> AsyncIterator[RegioSite]:
    """Fill an empty database with the small region and start the application on it."""
    conn = await asyncpg.connect(database.eigenaar)
    await prepare_connection(conn)
    regio = await make_regio(conn)
    details = await add_details(conn, regio)
    await conn.execute("update accounts set wachtwoord_hash = $1", password_hash())
    async with open_site(database, clock) as site:
        yield RegioSite(site, regio, details, conn)
    await conn.close()


async def make_beheerder(conn: asyncpg.Connection) -> None:
    """Let `eigen` be a beheerder of the regio as well."""
    await conn.execute(
        """
        insert into rollen values ('beheerder', 'Beheerder', true, '{werkgever}');
        insert into account_rollen (account_id, rol, regio_code)
        select id, 'beheerder', 'AM09' from accounts where naam = 'eigen';
        """
    )

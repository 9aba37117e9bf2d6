"""The real application on a real database, and visitors who look at it as a browser would."""

import re
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

import asyncpg
import httpx2
from starlette.applications import Starlette

from marketplace.app import create_app
from marketplace.clock import Clock
from marketplace.db import prepare_connection
from marketplace.embedded import Dsns
from marketplace.settings import Settings

BASE = "http://plekwijs.voorbeeld"
PASSWORD = "plekwijs-demo"
Fields = Mapping[str, str | Sequence[str]]


@dataclass(slots=True)
class Visitor:
    """Somebody with a browser: cookies are kept, forms carry the token of their page."""

    client: httpx2.AsyncClient

    async def get(self, path: str, **headers: str) -> httpx2.Response:
        """Look at a page, without following a redirect."""
        return await self.client.get(path, headers=headers)

    async def token(self) -> str:
        """The token of the forms that this visitor gets to see now."""
        for path in ("/toegankelijkheid", "/inloggen"):
            found = re.search(r'name="csrf" value="([^"]+)"', (await self.get(path)).text)
            if found:
                return found[1]
        raise AssertionError("no form with a token")

    async def post(self, path: str, fields: Fields | None = None, **headers: str) -> httpx2.Response:
        """Send a form as the browser does."""
        data = {"csrf": await self.token(), **(fields or {})}
        return await self.client.post(path, data=data, headers={"sec-fetch-site": "same-origin", **headers})

    async def login(self, email: str, password: str = PASSWORD, naar: str = "/") -> httpx2.Response:
        """Fill in the login form."""
        return await self.post("/inloggen", {"email": email, "wachtwoord": password, "naar": naar})


@dataclass(slots=True)
class Site:
    """The running application, its own connections, and those of the owner for a look behind it."""

    app: Starlette
    pool: asyncpg.Pool
    behind: asyncpg.Pool

    @asynccontextmanager
    async def visitor(self, address: str = "192.0.2.1") -> AsyncIterator[Visitor]:
        """A visitor with a browser of their own."""
        transport = httpx2.ASGITransport(app=self.app, client=(address, 5000))
        async with httpx2.AsyncClient(transport=transport, base_url=BASE) as client:
            yield Visitor(client)

    @asynccontextmanager
    async def logged_in(self, email: str) -> AsyncIterator[Visitor]:
        """A visitor who has come in."""
        async with self.visitor() as visitor:
            response = await visitor.login(email)
            assert response.status_code == 303, response.text
            yield visitor


@asynccontextmanager
async def open_site(database: Dsns, clock: Clock) -> AsyncIterator[Site]:
    """Start the application on a database as role app, and stop it."""
    app = create_app(Settings(database_url=database.app, base_url=BASE), clock=clock)
    async with (
        asyncpg.create_pool(database.eigenaar, min_size=0, max_size=2, init=prepare_connection) as behind,
        app.router.lifespan_context(app),
    ):
        yield Site(app, app.state.pool, behind)

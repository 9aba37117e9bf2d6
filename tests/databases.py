"""Databases for tests, cloned from a template in some 60 ms."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count

import asyncpg

from marketplace.db import ACT_AS, Connection, prepare_connection
from marketplace.embedded import Dsns, EmbeddedPostgres
from marketplace.toegang.model import Actor


@dataclass(frozen=True, slots=True)
class Databases:
    """What makes and drops databases on the one server of the tests."""

    cluster: EmbeddedPostgres
    numbers: "count[int]" = field(default_factory=count)

    async def clone(self, template: str) -> str:
        """Make a copy of a database that nobody is connected to, and give its name."""
        name = f"proef_{next(self.numbers)}"
        async with self.superuser("postgres") as conn:
            await conn.execute(f"create database {name} template {template} owner eigenaar")
        return name

    async def drop(self, name: str) -> None:
        """Throw a database away, whoever is still connected."""
        async with self.superuser("postgres") as conn:
            await conn.execute(f"drop database {name} with (force)")

    def dsns(self, name: str) -> Dsns:
        """The addresses of a database for each role."""
        return self.cluster.dsns(name)

    @asynccontextmanager
    async def superuser(self, name: str) -> AsyncIterator[Connection]:
        """A connection as superuser."""
        conn = await asyncpg.connect(self.cluster.dsn("postgres", name))
        try:
            await prepare_connection(conn)
            yield conn
        finally:
            await conn.close()


async def make_unbound(dsn: str) -> None:
    """Make the role app_ongebonden: what app may, without row-level security."""
    conn = await asyncpg.connect(dsn)
    await conn.execute("create role app_ongebonden bypassrls in role app")
    await conn.close()


async def act_as(conn: Connection, actor: Actor) -> None:
    """Tell the database who acts in this transaction, as the edge of a request does."""
    await conn.execute(ACT_AS, str(actor.account_id))

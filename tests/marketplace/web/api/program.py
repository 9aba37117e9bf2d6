"""A program with a key, as another organisatie would write it."""

import hashlib
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

import httpx2
from starlette.applications import Starlette

from marketplace.db import Connection
from marketplace.toegang.sleutels import PREFIX
from marketplace.web.api.resource import ROOT
from marketplace.web.api.routes import SCOPES
from tests.marketplace.web.site import BASE, Visitor

NOW = datetime.fromisoformat("2026-11-20T09:00:00Z")


@dataclass(frozen=True, slots=True)
class Program:
    """What sends requests with one key."""

    client: httpx2.AsyncClient

    async def get(self, path: str, **headers: str) -> httpx2.Response:
        """Read."""
        return await self.client.get(ROOT + path, headers=headers)

    async def send(self, method: str, path: str, body: object = None, **headers: str) -> httpx2.Response:
        """Write; `if_match="1"` becomes the header If-Match with its quotes."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if "if-match" in sent:
            sent["if-match"] = f'"{sent["if-match"]}"'
        if body is None:
            return await self.client.request(method, ROOT + path, headers=sent)
        return await self.client.request(method, ROOT + path, headers=sent, json=body)


@asynccontextmanager
async def program(app: Starlette, token: str | None) -> AsyncIterator[Program]:
    """A program that shows this key, or none."""
    headers = {} if token is None else {"authorization": f"Bearer {token}"}
    transport = httpx2.ASGITransport(app=app)
    async with httpx2.AsyncClient(transport=transport, base_url=BASE, headers=headers) as client:
        yield Program(client)


async def make_sleutel(visitor: Visitor, als: str, scopes: Sequence[str]) -> str:
    """A key as a beheerder makes it on the page; returns it."""
    fields = {"naam": "Koppeling", "als": als, "scopes": [*scopes], "laatste_dag": "2027-05-01"}
    made = await visitor.post("/beheer/api-sleutels/nieuw", fields)
    found = re.search(r"plekwijs_[\w-]{43}", made.text)
    assert found, made.text
    return found[0]


async def insert_sleutel(
    conn: Connection,
    *,
    rol: str,
    regio_code: str | None = None,
    organisatie_id: int | None = None,
    scopes: Sequence[str] = SCOPES,
    ends: datetime = NOW + timedelta(days=90),
    token: str = f"{PREFIX}proef",
) -> str:
    """Store a key as its owner of the tables; returns it."""
    await conn.execute(
        "insert into rollen select $1::text, $1::text, true, array_agg(code) from organisatiesoorten"
        " on conflict do nothing",
        rol,
    )
    account = await conn.fetchval(
        """
        insert into accounts (email, naam, wachtwoord_hash, aangemaakt_op, soort)
        values (translate(gen_random_uuid()::text, '0123456789', 'ghijklmnop') || '@dienst.invalid',
                'Proefprogramma', '!', $1, 'dienst')
        returning id
        """,
        NOW,
    )
    await conn.execute(
        "insert into account_rollen values ($1, $2, $3, $4)", account, rol, regio_code, organisatie_id
    )
    await conn.execute(
        """
        insert into api_sleutels
            (account_id, naam, token_hash, scopes, aangemaakt_op, aangemaakt_door, verloopt_op)
        values ($1, 'Proef', $2, $3, $4, $1, $5)
        """,
        account,
        hashlib.sha256(token.encode()).digest(),
        list(scopes),
        NOW - timedelta(days=100),
        ends,
    )
    return token

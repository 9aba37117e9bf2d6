"""What a page asks of its request: who acts, the transaction, the clock, the settings.

    async def show_leerwerkplek(request: Request) -> Response:
        conn = await connection(request)
        plek = await get_leerwerkplek(conn, actor(request), path_id(request))
        return render(request, "leerwerkplekken/plek.html", plek=plek)

A page never commits: `edge.py` commits when the response is below 400 and rolls back otherwise.
"""

from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import cast

import asyncpg
from starlette.requests import Request

from marketplace.clock import Clock
from marketplace.db import Connection, transaction
from marketplace.errors import NotFound, NotLoggedIn
from marketplace.settings import Settings
from marketplace.toegang.model import Actor, Rol, Sessie
from marketplace.toegang.queries import get_sessie
from marketplace.toegang.weigeren import only_for

MAX_ID = 2**63 - 1


@dataclass(slots=True)
class Visit:
    """The state of one request; only the edge makes it."""

    stack: AsyncExitStack
    conn: Connection | None = None
    sessie: Sessie | None = None
    pre_token: str | None = None
    extra_cookies: dict[str, str] = field(default_factory=dict)


def visit(request: Request) -> Visit | None:
    """The state of this request; None outside the edge (a page that no route knows)."""
    return cast("Visit | None", getattr(request.state, "visit", None))


def settings(request: Request) -> Settings:
    """The settings the application was made with."""
    return cast("Settings", request.app.state.settings)


def clock(request: Request) -> Clock:
    """The one clock."""
    return cast("Clock", request.app.state.clock)


def pool(request: Request) -> asyncpg.Pool:
    """The pool itself: only for streams, which may hold no transaction while they wait."""
    return cast("asyncpg.Pool", request.app.state.pool)


async def connection(request: Request) -> Connection:
    """The transaction of this request, opened when first asked for."""
    state = cast("Visit", request.state.visit)
    if state.conn is None:
        state.conn = await state.stack.enter_async_context(transaction(pool(request), None))
    return state.conn


def sessie(request: Request) -> Sessie | None:
    """The live session of this request, if any."""
    state = visit(request)
    return state.sessie if state else None


def actor(request: Request) -> Actor:
    """Who acts; raises NotLoggedIn, which becomes the login page with the way back."""
    found = sessie(request)
    if found is None:
        raise NotLoggedIn
    return found.actor


def actor_as(request: Request, *rollen: Rol) -> Actor:
    """Who acts, when they hold one of these roles; raises Forbidden otherwise."""
    found = actor(request)
    if not found.heeft(*rollen):
        raise only_for(*rollen)
    return found


def path_id(request: Request, name: str = "id") -> int:
    """A number from the path (`{id:int}`, see `routes.py`); zero, which no row has, raises NotFound."""
    value = int(request.path_params[name])
    if value == 0:
        raise NotFound
    return value


def is_htmx(request: Request) -> bool:
    """Whether htmx asks for a fragment."""
    return request.headers.get("hx-request") == "true"


def local_path(value: str | None, otherwise: str = "/") -> str:
    """A way back that stays on this site: one slash first, no host, no backslash, no control characters."""
    if not value or not value.startswith("/") or value.startswith("//"):
        return otherwise
    if "\\" in value or any(ord(letter) < 32 for letter in value):  # noqa: PLR2004 (32 = the space)
        return otherwise
    return value


async def session_is_live(request: Request) -> bool:
    """Ask again, in a moment of its own, whether the session of this request still stands."""
    known = sessie(request)
    if known is None:
        return False
    async with transaction(pool(request), known.actor.account_id) as conn:
        return await get_sessie(conn, known.token_hash, clock(request).now()) is not None

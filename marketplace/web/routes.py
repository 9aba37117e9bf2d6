"""Every page of the service: one row per room, each room's `pages.py` lists its own in ROUTES.

    ROUTES = [Route("/kandidaten", show_kandidaten), Route("/kandidaten/{id:int}", save, methods=["POST"]), …]

Endpoints are plain functions `async def page(request) -> Response`; the edge is put around them here.
"""

from importlib import import_module
from importlib.util import find_spec

import asyncpg
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from marketplace.errors import NotFound
from marketplace.web.assets import serve_asset
from marketplace.web.edge import at_edge

ROOMS = (
    "start",
    "toegang",
    "matching",
    "voorstellen",
    "kandidaten",
    "leerwerkplekken",
    "beheer",
    "uitleg",
)


async def gezond(request: Request) -> Response:
    """Whether the service and its database answer; for a supervisor or load balancer."""
    try:
        async with request.app.state.pool.acquire(timeout=2) as conn:
            await conn.fetchval("select 1", timeout=2)
    except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError):
        return PlainTextResponse("de database antwoordt niet\n", status_code=503)
    return PlainTextResponse("gezond\n")


async def not_found(_: Request) -> Response:
    """Any other path, so that its page has the navigation too."""
    raise NotFound


def pages_of(room: str) -> list[Route]:
    """The pages of one room; a room without pages has none."""
    name = f"marketplace.web.{room}.pages"
    if find_spec(f"marketplace.web.{room}") is None or find_spec(name) is None:
        return []
    routes: list[Route] = import_module(name).ROUTES
    return routes


def all_routes() -> list[Route]:
    """Every route: files, health, the pages of all rooms behind the edge, and last what does not exist."""
    pages = [made for room in ROOMS for made in pages_of(room)]
    return [
        Route("/static/{hash}/{name:path}", serve_asset),
        Route("/gezond", gezond),
        *(Route(made.path, at_edge(made.endpoint), methods=list(made.methods or ["GET"])) for made in pages),
        Route("/{path:path}", at_edge(not_found)),
    ]

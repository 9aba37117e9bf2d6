"""For who keeps the service running: whether it lives, whether it can work, and its figures.

/gezond   the process lives; a supervisor starts it again when this does not answer
/klaar    it can work: its database answers and is migrated as this version expects; for a load balancer
/metrics  for Prometheus, by token, or from this machine when no token is set
"""

import secrets
from http import HTTPStatus
from ipaddress import ip_address

import asyncpg
from prometheus_client import CONTENT_TYPE_LATEST
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from marketplace.db import AWAY
from marketplace.errors import NotFound
from marketplace.migrate import CURRENT, newest_revision
from marketplace.monitoring.queries import list_rekenrunstanden
from marketplace.web.refusals import show_refusal
from marketplace.web.request import clock, pool, settings

PATIENCE = 2.0
PROBLEM = "application/problem+json"
SILENT = (*AWAY, asyncpg.PostgresError)
FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip")


async def gezond(_: Request) -> Response:
    """The process lives, whatever its database does."""
    return PlainTextResponse("gezond\n")


async def klaar(request: Request) -> Response:
    """Whether this process can serve pages now."""
    try:
        async with pool(request).acquire(timeout=PATIENCE) as conn:
            found = await conn.fetchval(CURRENT, timeout=PATIENCE)
    except asyncpg.UndefinedTableError:
        found = None
    except SILENT:
        return _not_ready("De database antwoordt niet, of heeft het te druk.")
    expected = newest_revision()
    if found != expected:
        return _not_ready(
            f"De database staat op versie {found or '0000'}, dit programma verwacht {expected}. "
            "Voer de migraties uit, of start het programma dat erbij hoort."
        )
    return PlainTextResponse("klaar\n")


def _not_ready(detail: str) -> Response:
    """The problem (RFC 9457) that keeps a load balancer away."""
    status = HTTPStatus.SERVICE_UNAVAILABLE
    problem = {"status": status, "title": "Plekwijs is nog niet klaar voor gebruik", "detail": detail}
    return JSONResponse(problem, status_code=status, media_type=PROBLEM, headers={"Retry-After": "5"})


async def show_metrics(request: Request) -> Response:
    """The figures; for who may not read them the page does not exist."""
    if not _may_measure(request):
        return show_refusal(request, NotFound())
    metrics = request.app.state.metrics
    metrics.read_pool(pool(request))
    try:
        async with pool(request).acquire(timeout=PATIENCE) as conn:
            standen = await list_rekenrunstanden(conn)
    except SILENT:
        standen = None
    metrics.read_rekenruns(standen, clock(request).now())
    return Response(metrics.text(), media_type=CONTENT_TYPE_LATEST)


def _may_measure(request: Request) -> bool:
    """Who shows the token; without one whoever asks from this machine and not through a proxy on it."""
    token = settings(request).metrics_token
    if token:
        shown = request.headers.get("authorization", "")
        return secrets.compare_digest(shown.encode(), f"Bearer {token}".encode())
    if request.client is None or any(name in request.headers for name in FORWARDED):
        return False
    return ip_address(request.client.host).is_loopback


ROUTES = [
    Route("/gezond", gezond),
    Route("/klaar", klaar),
    Route("/metrics", show_metrics),
]

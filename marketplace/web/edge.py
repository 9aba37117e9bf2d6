"""The edge of a request: session, one transaction, protection of forms, refusals as pages.

Every endpoint is `async def page(request) -> Response`. Below 400 the transaction is committed before
anything is sent; a response of 400 or more, a Refusal or an error rolls it back.
"""

import secrets
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack

import structlog
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from marketplace.db import ACT_AS
from marketplace.errors import NotLoggedIn, Refusal, refusal_from_database
from marketplace.toegang.service import find_sessie
from marketplace.web.cookies import read_cookie
from marketplace.web.csrf import SAFE_METHODS, refuse_other_sites, refuse_without_token
from marketplace.web.refusals import show_failure, show_http, show_refusal, to_login
from marketplace.web.request import Visit, clock, connection, sessie
from marketplace.web.sizes import limit_body

Endpoint = Callable[[Request], Awaitable[Response]]
SESSIE = "sessie"
MAX_TOKEN = 200
# The only forms that may be sent without a session.
OPEN_FORMS = frozenset({"/inloggen"})
FAILURE = 400

log = structlog.get_logger("marketplace.web")


class _Undo(Exception):
    """Carries a response of 400 or more out of the transaction."""

    def __init__(self, response: Response) -> None:
        super().__init__()
        self.response = response


def at_edge(endpoint: Endpoint) -> Endpoint:
    """The endpoint with everything around it."""

    async def page(request: Request) -> Response:
        try:
            return await _in_transaction(request, endpoint)
        except _Undo as undo:
            return undo.response
        except NotLoggedIn:
            return await to_login(request)
        except HTTPException as error:
            return show_http(request, error)
        except Exception as error:  # noqa: BLE001 (the last resort: a calm page, no personal data in the log)
            refusal = error if isinstance(error, Refusal) else refusal_from_database(error)
            return show_refusal(request, refusal) if refusal else _failed(request, endpoint, error)

    return page


async def _in_transaction(request: Request, endpoint: Endpoint) -> Response:
    """Run the endpoint inside its transaction, which the stack commits or rolls back."""
    async with AsyncExitStack() as stack:
        request.state.visit = Visit(stack=stack)
        await _load_sessie(request)
        if request.method not in SAFE_METHODS:
            await _protect(request)
        response = await endpoint(request)
        if response.status_code >= FAILURE:
            raise _Undo(response)
        return response


async def _protect(request: Request) -> None:
    """What a request must show before it may change anything."""
    refuse_other_sites(request)
    limit_body(request)
    if sessie(request) is None and request.url.path not in OPEN_FORMS:
        raise NotLoggedIn
    await refuse_without_token(request)


async def _load_sessie(request: Request) -> None:
    """Find the session that the cookie names and tell the database who acts."""
    token = read_cookie(request, SESSIE)
    if not token or len(token) > MAX_TOKEN:
        return
    conn = await connection(request)
    found = await find_sessie(conn, clock=clock(request), token=token)
    if found is not None:
        request.state.visit.sessie = found
        await conn.execute(ACT_AS, str(found.actor.account_id))


def _failed(request: Request, endpoint: Endpoint, error: Exception) -> Response:
    """Log where it broke, never what was in it (a path can be a key), and show a reference to call about."""
    reference = secrets.token_hex(4)
    log.error("page failed", reference=reference, page=getattr(endpoint, "__qualname__", ""), **_where(error))
    return show_failure(request, reference)


def _where(error: Exception) -> dict[str, object]:
    """The kind of error and its frames; messages of the database may quote what somebody typed."""
    frames = []
    trace = error.__traceback__
    while trace is not None:
        frames.append(f"{trace.tb_frame.f_code.co_qualname}:{trace.tb_lineno}")
        trace = trace.tb_next
    return {
        "kind": type(error).__name__,
        "sqlstate": getattr(error, "sqlstate", None),
        "frames": frames[-12:],
    }

"""The edge of a request: session, one transaction, protection of forms, refusals as pages.

Every endpoint is `async def page(request) -> Response`. A form is read to its end before its page gets a
connection, so that a visitor who sends slowly keeps nobody from the database. Below 400 the transaction is
committed before anything is sent; a response of 400 or more, a Refusal or an error rolls it back.
"""

import secrets
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack

import structlog
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from marketplace.db import Busy, single
from marketplace.errors import NotLoggedIn, Refusal, TooLarge, TooSlow, refusal_from_database
from marketplace.logs import where
from marketplace.toegang.model import Sessie
from marketplace.toegang.service import find_sessie
from marketplace.web.cookies import SESSIE, read_cookie
from marketplace.web.csrf import SAFE_METHODS, NotOurs, is_ours, refuse_other_sites, refuse_without_token
from marketplace.web.getypt import Getypt, read_getypt
from marketplace.web.refusals import show_busy, show_failure, show_http, show_refusal, to_login
from marketplace.web.request import Visit, clock, connection, pool, sessie
from marketplace.web.sizes import read_whole

Endpoint = Callable[[Request], Awaitable[Response]]
MAX_TOKEN = 200
# The only forms that may be sent without a session: to log in, and behind a signed link.
OPEN_FORMS = ("/inloggen", "/link/")
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
        except Exception as error:  # noqa: BLE001 (the last resort: a calm page, no personal data in the log)
            return await _explain(request, endpoint, error)

    return page


async def _explain(request: Request, endpoint: Endpoint, error: Exception) -> Response:
    """The page for what went wrong; after a form with what was typed."""
    if isinstance(error, HTTPException):
        return show_http(request, error)
    if isinstance(error, ClientDisconnect):
        return Response(status_code=FAILURE)  # nobody is there to read it
    refusal = error if isinstance(error, Refusal) else refusal_from_database(error)
    getypt = None if request.method in SAFE_METHODS else await _getypt(request, refusal)
    if isinstance(error, Busy):
        return show_busy(request, getypt)
    if refusal:
        return show_refusal(request, refusal, getypt)
    return report_failure(request, endpoint, error, getypt)


async def _getypt(request: Request, refusal: Refusal | None) -> Getypt:
    """What was typed in a form that is refused or broke; to send again where that may help."""
    if isinstance(refusal, TooLarge | TooSlow) or (isinstance(refusal, NotOurs) and not is_ours(request)):
        return Getypt()
    return await read_getypt(request, again=refusal is None or isinstance(refusal, NotOurs))


async def _in_transaction(request: Request, endpoint: Endpoint) -> Response:
    """Run the endpoint inside its transaction, which the stack commits or rolls back."""
    async with AsyncExitStack() as stack:
        request.state.visit = Visit(stack=stack)
        stack.push_async_callback(request.close)  # files that came with a form
        if request.method in SAFE_METHODS:
            await _enter(request)
        else:
            await _protect(request)
            if not _is_open(request) and await _enter(request) is None:
                raise NotLoggedIn
        response = await endpoint(request)
        if response.status_code >= FAILURE:
            raise _Undo(response)
        return response


def _is_open(request: Request) -> bool:
    """Whether this form may be sent without a session; its page then acts as nobody."""
    return request.url.path.startswith(OPEN_FORMS)


async def _protect(request: Request) -> None:
    """Read a form whole and judge what it must show, while no connection is held."""
    token = _sessie_token(request)
    if token is not None:
        async with single(pool(request)) as conn:
            request.state.visit.sessie = await find_sessie(conn, clock=clock(request), token=token)
    refuse_other_sites(request)
    form = await read_whole(request)
    if sessie(request) is None and not _is_open(request):
        raise NotLoggedIn
    refuse_without_token(request, form)


async def _enter(request: Request) -> Sessie | None:
    """Open the transaction of a page for the session that stands now, whose account acts in it."""
    token = _sessie_token(request)
    if token is None:
        return None
    conn = await connection(request)
    found = request.state.visit.sessie = await find_sessie(conn, clock=clock(request), token=token)
    return found


def _sessie_token(request: Request) -> str | None:
    """What the cookie of the session holds, unless it can be none of ours."""
    token = read_cookie(request, SESSIE)
    return token if token and len(token) <= MAX_TOKEN else None


def report_failure(
    request: Request, endpoint: object, error: Exception, getypt: Getypt | None = None
) -> Response:
    """Log where it broke, never what was in it (a path can be a key); show a reference to call about."""
    return show_failure(request, note_failure(endpoint, error), getypt)


def note_failure(endpoint: object, error: Exception) -> str:
    """Log where it broke and return the reference under which that stands."""
    reference = secrets.token_hex(4)
    page = getattr(endpoint, "__qualname__", "")
    log.error("page failed", reference=reference, page=page, **where(error))
    return reference

"""No other site makes a visitor act: the browser's own word about the sender, and a token in every form."""

import hmac
import secrets
from urllib.parse import urlsplit

from starlette.datastructures import FormData
from starlette.requests import Request

from marketplace.errors import Forbidden
from marketplace.web.cookies import read_cookie
from marketplace.web.request import settings, visit

FIELD = "csrf"
HEADER = "x-csrf"
PRE = "voor"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class NotOurs(Forbidden):
    """Dit formulier is niet verstuurd, omdat we niet zeker weten dat het van u komt.

    Ga terug, laad de pagina opnieuw en probeer het nog een keer.
    """


def is_ours(request: Request) -> bool:
    """Whether the browser itself says that a page of ours sent this."""
    return request.headers.get("sec-fetch-site") == "same-origin"


def refuse_other_sites(request: Request) -> None:
    """Raise NotOurs when the browser says that the request comes from elsewhere."""
    fetch_site = request.headers.get("sec-fetch-site")
    if fetch_site is not None:
        if fetch_site not in {"same-origin", "none"}:
            raise NotOurs
        return
    origin = request.headers.get("origin")
    if origin is None:
        return
    own = {request.headers.get("host", ""), urlsplit(settings(request).base_url).netloc}
    if _host(origin) not in own:
        raise NotOurs


def _host(origin: str) -> str | None:
    """The host that an Origin names; None for `null` and for what is no address."""
    try:
        return urlsplit(origin).netloc or None
    except ValueError:
        return None


def form_token(request: Request) -> str:
    """The token for the forms of this page: of the session, or of a cookie of its own before login."""
    state = visit(request)
    if state is None:
        return ""
    if state.sessie is not None:
        return state.sessie.csrf
    if state.pre_token is None:
        state.pre_token = read_cookie(request, PRE) or secrets.token_urlsafe(32)
    return state.pre_token


def refuse_without_token(request: Request, form: FormData) -> None:
    """Raise NotOurs unless the form (or the header, for htmx) carries the token of this visitor."""
    state = visit(request)
    expected = state.sessie.csrf if state and state.sessie else read_cookie(request, PRE)
    given = request.headers.get(HEADER) or form.get(FIELD)
    if (
        not expected
        or not isinstance(given, str)
        or not hmac.compare_digest(expected.encode(), given.encode())
    ):
        raise NotOurs

"""The three cookies: the session, the token of a form before login, and one message for the next page."""

import base64
import binascii

from starlette.requests import Request
from starlette.responses import Response

from marketplace.web.request import settings

SESSIE = "sessie"
MELDING = "melding"
MELDING_SECONDS = 60
MAX_MELDING = 300


def is_secure(request: Request) -> bool:
    """Whether people reach this site over https."""
    return settings(request).base_url.startswith("https://")


def cookie_name(request: Request, name: str) -> str:
    """With the __Host- prefix over https, so that no other host can set it."""
    return f"__Host-plekwijs-{name}" if is_secure(request) else f"plekwijs-{name}"


def read_cookie(request: Request, name: str) -> str | None:
    """The value of one of our cookies."""
    return request.cookies.get(cookie_name(request, name))


def write_cookie(request: Request, response: Response, name: str, value: str, *, seconds: int) -> None:
    """Set a cookie that scripts cannot read and other sites do not send along with a form."""
    response.set_cookie(
        cookie_name(request, name),
        value,
        max_age=seconds,
        path="/",
        secure=is_secure(request),
        httponly=True,
        samesite="lax",
    )


def drop_cookie(request: Request, response: Response, name: str) -> None:
    """Remove a cookie."""
    response.delete_cookie(
        cookie_name(request, name), path="/", secure=is_secure(request), httponly=True, samesite="lax"
    )


def write_melding(request: Request, response: Response, melding: str) -> None:
    """Leave one sentence for the next page that is rendered."""
    value = base64.urlsafe_b64encode(melding[:MAX_MELDING].encode()).decode()
    write_cookie(request, response, MELDING, value, seconds=MELDING_SECONDS)


def read_melding(request: Request) -> str | None:
    """The sentence that the page before left, if it is readable."""
    try:
        return base64.urlsafe_b64decode(read_cookie(request, MELDING) or "").decode() or None
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return None

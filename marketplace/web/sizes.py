"""How much a visitor may send: much with a session (a text too long is shown back), little without.

And how long that may take.
"""

import asyncio

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.types import Message

from marketplace.errors import TooLarge, TooSlow
from marketplace.web.request import sessie

FORM_BYTES = 4 * 1024 * 1024
STRANGER_BYTES = 16 * 1024
BODY_SECONDS = 15.0
MAX_DIGITS = 18


async def read_whole(request: Request) -> FormData:
    """Read a form to its end, which Starlette keeps for the page; raises TooLarge or TooSlow."""
    _limit_body(request)
    try:
        async with asyncio.timeout(BODY_SECONDS):
            return await request.form()
    except TimeoutError:
        raise TooSlow from None


def _limit_body(request: Request) -> None:
    """Raise TooLarge as soon as the body is known, or turns out, to be larger than this visitor may send."""
    limit = FORM_BYTES if sessie(request) else STRANGER_BYTES
    declared = request.headers.get("content-length", "0")
    if not declared.isdecimal() or len(declared) > MAX_DIGITS or int(declared) > limit:
        raise TooLarge
    receive = request._receive  # noqa: SLF001 (Starlette has no public way to count what a form reads)
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > limit:
            raise TooLarge
        return message

    request._receive = counted  # noqa: SLF001 (as above)

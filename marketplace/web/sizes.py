"""How much a visitor may send: much with a session (a text too long is shown back), little without.

And how long that may take, and that it is text which can be kept.
"""

import asyncio
import re

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.types import Message

from marketplace.errors import InvalidInput, TooLarge, TooSlow
from marketplace.imports.limits import MIB, MOST_BYTES
from marketplace.web.request import sessie

FORM_BYTES = 4 * 1024 * 1024
STRANGER_BYTES = 16 * 1024
BODY_SECONDS = 15.0
# A file that is read in; a slow line gets a minute for it.
UPLOAD = re.compile("/gegevens/[a-z_]+/inlezen")
FILE_BYTES = MOST_BYTES + STRANGER_BYTES
FILE_SECONDS = 60.0
MAX_DIGITS = 18
# Half of a pair: some encodings make them, and neither a page nor the database can hold them.
SURROGATE = re.compile("[\ud800-\udfff]")
UNREADABLE = (
    "In dit formulier zit een teken dat we niet kunnen lezen. Ga terug, typ de tekst opnieuw en verstuur hem."
)

TOO_LARGE_FILE = f"Dit bestand is te groot. Het mag hooguit {MOST_BYTES // MIB} MB zijn."


def _is_upload(request: Request) -> bool:
    """Whether somebody who is logged in sends a file."""
    return sessie(request) is not None and UPLOAD.fullmatch(request.url.path) is not None


async def read_whole(request: Request) -> FormData:
    """Read a form to its end, for Starlette to keep; raises TooLarge, TooSlow or InvalidInput."""
    _limit_body(request)
    try:
        async with asyncio.timeout(FILE_SECONDS if _is_upload(request) else BODY_SECONDS):
            form = await request.form(max_part_size=FORM_BYTES)
    except TimeoutError:
        raise TooSlow from None
    except ValueError:  # the sender chose an encoding that cannot be decoded
        raise InvalidInput(UNREADABLE) from None
    texts = (text for item in form.multi_items() for text in item if isinstance(text, str))
    if any(SURROGATE.search(text) for text in texts):
        raise InvalidInput(UNREADABLE)
    return form


def _limit_body(request: Request) -> None:
    """Raise TooLarge as soon as the body is known, or turns out, to be larger than this visitor may send."""
    refusal = TooLarge(TOO_LARGE_FILE) if _is_upload(request) else TooLarge()
    limit = FILE_BYTES if _is_upload(request) else FORM_BYTES if sessie(request) else STRANGER_BYTES
    declared = request.headers.get("content-length", "0")
    if not declared.isdecimal() or len(declared) > MAX_DIGITS or int(declared) > limit:
        raise refusal
    receive = request._receive  # noqa: SLF001 (Starlette has no public way to count what a form reads)
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > limit:
            raise refusal
        return message

    request._receive = counted  # noqa: SLF001 (as above)

"""What stood in a form that could not be kept, for its writer: to copy, or to send once more.

Never a password, and nothing of a form that another site may have written.
"""

import re
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request

from marketplace.errors import Refusal
from marketplace.web.csrf import FIELD, is_ours
from marketplace.web.request import sessie
from marketplace.web.sizes import read_whole

WACHTWOORD = "wachtwoord"  # how the name of each password begins
WORTH_COPYING = 12
CODE = re.compile("[a-z_]+")  # of a choice from a list, which nobody typed


@dataclass(frozen=True, slots=True)
class Getypt:
    """A form as it was sent: where to, its fields but the token, and the token that sends it again.

    `token` is empty where sending it again would not help, or cannot be: it had a file or a password.
    """

    pad: str = ""
    velden: tuple[tuple[str, str], ...] = ()
    token: str = ""

    @property
    def teksten(self) -> tuple[str, ...]:
        """What took effort to write."""
        return tuple(text for name, text in self.velden if is_written(name, text))


def is_written(name: str, text: str) -> bool:
    """Whether a field is worth showing: a text that somebody wrote."""
    return name != "versie" and len(text) > WORTH_COPYING and not CODE.fullmatch(text)


async def read_getypt(request: Request, *, again: bool = False) -> Getypt:
    """What was sent, to copy or to send again; nothing where it cannot be read.

    The token is that of now where the browser says that the form is ours; else what was sent.
    """
    try:
        items = (await read_whole(request)).multi_items()
    except (Refusal, HTTPException):
        return Getypt()
    shown = [(name, value) for name, value in items if not name.startswith(WACHTWOORD)]
    velden = tuple((name, value) for name, value in shown if isinstance(value, str) and name != FIELD)
    given = next((value for name, value in shown if name == FIELD and isinstance(value, str)), "")
    whole = len(shown) == len(items) and all(isinstance(value, str) for _, value in shown)
    live = sessie(request)
    token = live.csrf if live and is_ours(request) else given
    query = f"?{request.url.query}" if request.url.query else ""
    return Getypt(request.url.path + query, velden, token if again and whole else "")

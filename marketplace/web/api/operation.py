"""What an operation of the API is: declared once per noun, served by `resource.py`, told by `openapi.py`.

    OPERATIONS = (
        Operation(
            method="GET", path="/groepen", noun="groepen", naam="listGroepen", titel="Alle groepen",
            run=list_groepen, answer=Groep, many=True, query=Bladeren,
        ),
        …
    )

`run(call, **given)` gets by name what the declaration asks: the parameter of the path, `query`, `body` and
`versie` (from If-Match). It returns rows of the capability; `answer` says what of them is sent.
"""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.settings import Settings
from marketplace.toegang.model import Actor
from marketplace.web.api.models import Answer, Body, Query

# The parameters that a path can have: how Starlette reads them and how the schema tells them.
PATH_PARAMETERS: Mapping[str, tuple[str, Mapping[str, object]]] = MappingProxyType(
    {
        "id": ("int", {"type": "integer", "format": "int64", "minimum": 1, "maximum": 10**18 - 1}),
        "crebo": ("int", {"type": "integer", "minimum": 10_000, "maximum": 99_999}),
        "code": ("str", {"type": "string", "pattern": "^AM[0-9]{2}$", "examples": ["AM09"]}),
    }
)
_PARAMETER = re.compile(r"\{([a-z]+)\}")


@dataclass(slots=True, kw_only=True)
class Call:
    """What an operation works with; a rekenrun in `rings` wakes a worker once all is committed."""

    conn: Connection
    actor: Actor
    clock: Clock
    settings: Settings
    rings: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One method of one path. `versioned` asks If-Match; `many` answers a list, in pages with a `Bladeren`.

    `wrong(call, body, unread)` is asked of a body of which some fields cannot be read: what is wrong with
    the others, while an example stands in for each of those `unread`. `key` is the attribute of a row by
    which its list is in order, and that follows the path of a new row.
    """

    method: str
    path: str
    noun: str
    naam: str
    titel: str
    run: Callable[..., Awaitable[object]]
    answer: type[Answer]
    uitleg: str = ""
    many: bool = False
    query: type[Query] = Query
    body: type[Body] | None = None
    wrong: Callable[..., Awaitable[Mapping[str, str]]] | None = None
    versioned: bool = False
    status: int = 200
    key: str = "id"

    @property
    def writes(self) -> bool:
        """Whether it changes something."""
        return self.method != "GET"

    @property
    def scope(self) -> str:
        """What a key must allow."""
        return f"{self.noun}:{'schrijven' if self.writes else 'lezen'}"

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of the parameters in the path."""
        return tuple(_PARAMETER.findall(self.path))

    @property
    def route(self) -> str:
        """The path as Starlette reads it."""
        return _PARAMETER.sub(lambda found: f"{{{found[1]}:{PATH_PARAMETERS[found[1]][0]}}}", self.path)

"""What a planner brings to a run: how its question is read from rows, and how an answer is kept."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, Protocol, Self, TypeVar

from marketplace.db import Connection
from marketplace.geo.herkomst import Herkomst
from marketplace.geo.reistabel import Reistabel
from marketplace.geo.reistijd import Punt
from marketplace.rekenruns.model import Claim


class Routed(Protocol):
    """A question that was read, between whose zones the travel times can still be asked of a service."""

    @property
    def zones(self) -> tuple[Punt, ...]:
        """The points between which people travel, in the order of the reistabel."""

    def with_reistabel(self, tabel: Reistabel, herkomst: Herkomst) -> Self:
        """The same question with other travel times."""


Q = TypeVar("Q", bound=Routed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planner(Generic[Q]):
    """How one planner reads, asks and keeps; solving itself is done by a process of its own.

    `load` raises a Refusal with the sentence that people read. `begins` tells what is being solved. `keep`
    writes an answer with a plan, and is False when the run is no longer ours to end.
    """

    load: Callable[[Connection, Claim], Awaitable[Q]]
    make_question: Callable[[Q, Claim], dict[str, Any]]
    begins: Callable[[Mapping[str, Any]], str]
    keep: Callable[[Connection, Claim, Q, Mapping[str, Any], datetime], Awaitable[bool]]

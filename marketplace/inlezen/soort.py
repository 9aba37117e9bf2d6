"""What a noun must be able to do to go out as a file and come in again."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.organisaties.zicht import READS_IN_REGIO
from marketplace.tables.table import Table
from marketplace.toegang.model import Actor, Rol
from marketplace.toegang.rechten import BEHEERT_PLEKKEN

Codelijst = Sequence[tuple[str, str]]
LEEST = frozenset({*READS_IN_REGIO, *BEHEERT_PLEKKEN})  # the catalogue, and of organisaties what is theirs


@dataclass(frozen=True, slots=True)
class Huidig:
    """What is there now: its id and version, as a row of the file, and the noun itself."""

    id: int
    versie: int
    rij: Any
    bron: Any


class Stapel(Protocol):
    """A noun opened for one actor, with the lists that its columns choose from."""

    @property
    def table(self) -> Table[Any]:
        """Its columns, with the choices that this actor has."""

    @property
    def ordered(self) -> frozenset[str]:
        """The fields of several codes whose order means something."""

    @property
    def codelijsten(self) -> Mapping[str, Codelijst]:
        """By header the codes that may stand in a column, each with its words."""

    def key(self, row: Any) -> str:  # noqa: ANN401 (rows of every noun)
        """By which a row is the same thing as before."""

    def stream(self) -> AsyncIterator[Huidig]:
        """Everything that the actor may see."""

    def settle(self, row: Any, now: Huidig | None) -> Any:  # noqa: ANN401 (rows of every noun)
        """The row with what an empty cell means filled in."""

    async def check(self, row: Any, now: Huidig | None) -> Mapping[str, str]:  # noqa: ANN401 (rows of every noun)
        """A sentence at each field that cannot be written so."""

    async def create(self, clock: Clock, row: Any) -> int:  # noqa: ANN401 (rows of every noun)
        """Make what a row says and return its id; raises a Refusal."""

    async def edit(self, clock: Clock, now: Huidig, row: Any) -> None:  # noqa: ANN401 (rows of every noun)
        """Change what is there into what a row says; raises a Refusal."""

    async def remove(self, clock: Clock, now: Huidig) -> None:
        """Take away what a file made; raises a Refusal."""

    async def find(self, onderwerp_id: int) -> Huidig | None:
        """One of what the actor may see, as it is now."""


class Nieuw(StrEnum):
    """What undoing a file does with what it made; UIT is of accounts, which stay."""

    WEG = "weg"
    ARCHIEF = "archief"
    UIT = "uit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Soort:
    """A noun that goes out and comes in: who may download it, who may read it in, how it is opened.

    `sleutel` is the header of the first column, by which a row is known; `pad` is the page of the noun.
    """

    code: str
    naam: str
    veel: str
    sleutel: str
    uitleg: str
    leest: frozenset[Rol]
    schrijft: frozenset[Rol]
    pad: str
    open: Callable[[Connection, Actor, Clock], Awaitable[Stapel]]
    nieuw: Nieuw = Nieuw.WEG

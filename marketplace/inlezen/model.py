"""A file that was read in, how far it is, and what was found in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

A_DAY = timedelta(days=1)
SILENCE = timedelta(minutes=3)


class Status(StrEnum):
    """How far a file is; three of these only last while a process is at work."""

    NAKIJKEN = "nakijken"
    NAGEKEKEN = "nagekeken"
    SCHRIJVEN = "schrijven"
    GESCHREVEN = "geschreven"
    TERUGDRAAIEN = "terugdraaien"
    TERUGGEDRAAID = "teruggedraaid"
    MISLUKT = "mislukt"


# Work that was cut short has written nothing: the file is where it was before.
BEFORE: Mapping[Status, Status] = {
    Status.NAKIJKEN: Status.MISLUKT,
    Status.SCHRIJVEN: Status.NAGEKEKEN,
    Status.TERUGDRAAIEN: Status.GESCHREVEN,
}


@dataclass(frozen=True, slots=True)
class Verschil:
    """What a cell would change: the row, what the row is of, its column, what is there and what would be."""

    rij: int
    sleutel: str
    kolom: str
    oud: str
    nieuw: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """What a check found; `lijst` holds the first faults in words, `ongenoemd` counts those not in it.

    `melding` says why writing or undoing failed, `deelbaar` that every fault belongs to a row, so that the
    other rows can be written.
    """

    nieuw: int = 0
    gewijzigd: int = 0
    gelijk: int = 0
    fouten: int = 0
    foute_rijen: int = 0
    deelbaar: bool = False
    opmerkingen: Sequence[str] = ()
    lijst: Sequence[str] = ()
    ongenoemd: int = 0
    verschillen: Sequence[Verschil] = ()
    melding: str = ""
    redenen: Sequence[str] = ()

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "Uitkomst":
        """The outcome as it was stored."""
        rows = [Verschil(**each) for each in values.get("verschillen", ())]
        return cls(**{**values, "verschillen": rows})

    @property
    def schrijfbaar(self) -> int:
        """How many rows writing would change."""
        return self.nieuw + self.gewijzigd


@dataclass(frozen=True, slots=True, kw_only=True)
class Inlezing:
    """A file of somebody; `bewaard` says that the file itself is still there."""

    id: int
    soort: str
    bestandsnaam: str
    status: Status
    alleen_goede: bool
    stap: str
    aangemaakt_op: datetime
    teken_op: datetime
    geschreven_op: datetime | None
    vervalt_op: datetime
    bewaard: bool
    uitkomst: Uitkomst = field(default_factory=Uitkomst)

    def is_busy(self, now: datetime) -> bool:
        """Whether a process is at work on it; a sign that lies far ahead is of a clock that was set back."""
        return self.status in BEFORE and abs(now - self.teken_op) < SILENCE

    def stands(self, now: datetime) -> Status:
        """How far it is, where work that fell silent counts as cut short."""
        return self.status if self.is_busy(now) else BEFORE.get(self.status, self.status)

    def can_be_undone(self, now: datetime) -> bool:
        """Whether it was written less than a day ago."""
        written = self.geschreven_op
        return (
            self.stands(now) is Status.GESCHREVEN
            and self.bewaard
            and written is not None
            and now < written + A_DAY
        )


@dataclass(frozen=True, slots=True)
class RijStand:
    """What a row of a file does: make something (`onderwerp_id` None) or change it over this version.

    Once written it names what was made and its version, and `was` is what stood there before, by field.
    """

    rij: int
    onderwerp_id: int | None
    versie: int | None
    was: Mapping[str, str] | None = None

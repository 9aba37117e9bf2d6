"""The work that a process of its own does on a file, as it is handed over."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from marketplace.clock import Clock, SystemClock
from marketplace.inlezen.model import Status
from marketplace.toegang.model import Actor, Rol, Toekenning


class Taak(StrEnum):
    """What can be done with a file."""

    NAKIJKEN = "nakijken"
    SCHRIJVEN = "schrijven"
    TERUGDRAAIEN = "terugdraaien"

    @property
    def status(self) -> Status:
        """How far a file is while this is done."""
        return Status(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to do, for whom, on which database; `shift` are the seconds by which the clock is moved."""

    dsn: str
    taak: Taak
    inlezing_id: int
    actor: Actor
    shift: float

    @property
    def clock(self) -> Clock:
        """The clock of whoever asks."""
        return SystemClock(timedelta(seconds=self.shift))

    def to_line(self) -> bytes:
        """As one line."""
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def from_line(cls, line: bytes) -> "Order":
        """From that line."""
        values: Mapping[str, Any] = json.loads(line)
        person = values["actor"]
        roles = [Toekenning(**{**each, "rol": Rol(each["rol"])}) for each in person["toekenningen"]]
        actor = Actor(**{**person, "toekenningen": tuple(roles)})
        return cls(**{**values, "taak": Taak(values["taak"]), "actor": actor})


def shift_of(clock: Clock) -> float:
    """By how many seconds a clock is moved."""
    return (clock.now() - datetime.now(UTC)).total_seconds()

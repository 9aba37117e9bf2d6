"""What a rule says when it is broken, and the three labels that decide who may set it aside."""

from dataclasses import dataclass
from enum import StrEnum


class Label(StrEnum):
    """Whether a rule is law, policy or wish.

    Wet is never overruled, beleid with a reason, a wens has a price.
    """

    WET = "wet"
    BELEID = "beleid"
    WENS = "wens"


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One broken rule: the Dutch sentence a person reads and by how much it falls short (in `unit`)."""

    rule: str
    label: Label
    sentence: str
    shortfall: int = 1
    unit: str = ""

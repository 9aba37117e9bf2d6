"""What a rule says when it is broken, and the three labels that decide who may set it aside."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


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


SEVERAL = "delen"
Part: TypeAlias = tuple[str, int, str]


def join_parts(rule: str, label: Label, parts: Sequence[Part]) -> Violation | None:
    """One violation of all that breaks a rule at once: (sentence, shortfall, unit) each; None without any.

    Several parts have no unit in common: theirs is SEVERAL, their shortfall the sum.
    """
    if not parts:
        return None
    return Violation(
        rule=rule,
        label=label,
        sentence=" ".join(sentence for sentence, _, _ in parts),
        shortfall=sum(shortfall for _, shortfall, _ in parts),
        unit=parts[0][2] if len(parts) == 1 else SEVERAL,
    )

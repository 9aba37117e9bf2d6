"""The hours a week that the kandidaat can work overlap with those that the plek asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.matching.spreektaal import hours
from solver.rule import Label, Violation

if TYPE_CHECKING:
    from solver.arrays import BoolArray
    from solver.matching.columns import Block
    from solver.matching.instance import Instance, Kandidaat, Leerwerkplek

NAME = "uren"
LABEL = Label.BELEID
TIMED = False
STEP = 240


def allowed(block: Block) -> BoolArray:
    """Array form: (K, P, 1), two ranges that overlap."""
    kandidaat, plek = block.kandidaat, block.plek
    enough = kandidaat.minuten_max[:, None] >= plek.minuten_min[None, :]
    not_too_many = kandidaat.minuten_min[:, None] <= plek.minuten_max[None, :]
    both: BoolArray = enough & not_too_many
    return both[:, :, None]


def violation(
    _instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, _startweek: int
) -> Violation | None:
    """Single form: names what the one asks at least and the other can at most."""
    if kandidaat.minuten_max < plek.minuten_min:
        sentence = (
            f"De plek vraagt minstens {hours(plek.minuten_min)} per week. "
            f"De kandidaat kan hoogstens {hours(kandidaat.minuten_max)}."
        )
        short = plek.minuten_min - kandidaat.minuten_max
    elif plek.minuten_max < kandidaat.minuten_min:
        sentence = (
            f"De kandidaat wil minstens {hours(kandidaat.minuten_min)} per week werken. "
            f"De plek biedt hoogstens {hours(plek.minuten_max)}."
        )
        short = kandidaat.minuten_min - plek.minuten_max
    else:
        return None
    return Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=short, unit="minuten")


def wel_als(broken: Violation, _kandidaat: Kandidaat, _plek: Leerwerkplek) -> str:
    """Name the change that would make it possible."""
    return f"Wel als de uren per week {hours(broken.shortfall)} mogen schuiven."

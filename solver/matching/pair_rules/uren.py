"""The hours a week that the kandidaat can work overlap with those that the plek asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.rule import Label, Violation
from solver.spreektaal import hours

if TYPE_CHECKING:
    from solver.arrays import BoolArray, IntArray
    from solver.matching.columns import Columns
    from solver.matching.instance import Instance, Kandidaat, Leerwerkplek

NAME = "uren"
LABEL = Label.BELEID
TIMED = False
STEP = 240


def allowed(columns: Columns, kandidaat: IntArray, plek: IntArray, _startweek: IntArray) -> BoolArray:
    """Array form: two ranges that overlap."""
    people, places = columns.kandidaat, columns.plek
    enough = people.minuten_max[kandidaat] >= places.minuten_min[plek]
    both: BoolArray = enough & (people.minuten_min[kandidaat] <= places.minuten_max[plek])
    return both


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

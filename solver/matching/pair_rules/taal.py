"""The kandidaat speaks enough Dutch for the plek; levels run from 0 (none) to 4 (B2 or higher)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.rule import Label, Violation

if TYPE_CHECKING:
    from solver.arrays import BoolArray, IntArray
    from solver.matching.columns import Columns
    from solver.matching.instance import Instance, Kandidaat, Leerwerkplek

NAME = "taal"
LABEL = Label.BELEID
TIMED = False
STEP = 1
LEVELS = ("geen Nederlands", "A1", "A2", "B1", "B2")


def allowed(columns: Columns, kandidaat: IntArray, plek: IntArray, _startweek: IntArray) -> BoolArray:
    """Array form."""
    fits: BoolArray = columns.kandidaat.taal[kandidaat] >= columns.plek.taal[plek]
    return fits


def violation(
    _instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, _startweek: int
) -> Violation | None:
    """Single form: names both levels."""
    short = plek.taal - kandidaat.taal
    if short <= 0:
        return None
    sentence = f"De plek vraagt taalniveau {LEVELS[plek.taal]}. De kandidaat heeft {LEVELS[kandidaat.taal]}."
    return Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=short, unit="taalniveaus")


def wel_als(_broken: Violation, kandidaat: Kandidaat, _plek: Leerwerkplek) -> str:
    """Name the change that would make it possible."""
    return f"Wel als de plek taalniveau {LEVELS[kandidaat.taal]} genoeg vindt of taalhulp biedt."

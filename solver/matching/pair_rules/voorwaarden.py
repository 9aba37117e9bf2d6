"""The plek can offer every working condition that the kandidaat needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.arrays import count_common
from solver.rule import Label, Violation
from solver.spreektaal import listing

if TYPE_CHECKING:
    from solver.arrays import BoolArray, IntArray
    from solver.matching.columns import Columns
    from solver.matching.instance import Instance, Kandidaat, Leerwerkplek

NAME = "voorwaarden"
LABEL = Label.BELEID
TIMED = False
STEP = 1


def allowed(columns: Columns, kandidaat: IntArray, plek: IntArray, _startweek: IntArray) -> BoolArray:
    """Array form: no needed condition is lacking."""
    needed = columns.kandidaat.voorwaarde[kandidaat]
    fits: BoolArray = count_common(needed, ~columns.plek.voorwaarde[plek]) == 0
    return fits


def violation(
    _instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, _startweek: int
) -> Violation | None:
    """Single form: names what is lacking."""
    lacking = sorted(kandidaat.voorwaarden - plek.voorwaarden)
    if not lacking:
        return None
    words = listing([each.replace("_", " ") for each in lacking])
    sentence = f"De plek kan dit niet bieden: {words}."
    return Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=len(lacking), unit="voorwaarden")


def wel_als(_broken: Violation, kandidaat: Kandidaat, plek: Leerwerkplek) -> str:
    """Name the change that would make it possible."""
    lacking = listing([each.replace("_", " ") for each in sorted(kandidaat.voorwaarden - plek.voorwaarden)])
    return f"Wel als de plek ook dit kan bieden: {lacking}."

"""This pair was ruled out by a decision of people: a rejection that became a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.arrays import is_in
from solver.rule import Label, Violation

if TYPE_CHECKING:
    from solver.arrays import BoolArray, IntArray
    from solver.matching.columns import Columns
    from solver.matching.instance import Instance, Kandidaat, Leerwerkplek

NAME = "verboden"
LABEL = Label.BELEID
TIMED = False
STEP = 1


def allowed(columns: Columns, kandidaat: IntArray, plek: IntArray, _startweek: IntArray) -> BoolArray:
    """Array form: by the sorted list."""
    return ~is_in(columns.pair_key(kandidaat, plek), columns.verboden)


def violation(
    instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, _startweek: int
) -> Violation | None:
    """Single form: tells that it was decided."""
    if (kandidaat.id, plek.id) not in instance.verboden:
        return None
    sentence = "Deze combinatie is eerder afgewezen en mag niet opnieuw worden voorgesteld."
    return Violation(rule=NAME, label=LABEL, sentence=sentence, unit="combinatie")


def wel_als(_broken: Violation, _kandidaat: Kandidaat, _plek: Leerwerkplek) -> str:
    """Offer nothing: people decided this."""
    return ""

"""Kandidaat and plek share at least one plaatsingsvorm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.rule import Label, Violation
from solver.spreektaal import VORMEN, listing

if TYPE_CHECKING:
    from solver.arrays import BoolArray, IntArray
    from solver.matching.columns import Columns
    from solver.matching.instance import Instance, Kandidaat, Leerwerkplek

NAME = "plaatsingsvorm"
LABEL = Label.WET
TIMED = False
STEP = 1


def allowed(columns: Columns, kandidaat: IntArray, plek: IntArray, _startweek: IntArray) -> BoolArray:
    """Array form: by the vormen in common."""
    shared: BoolArray = columns.kandidaat.vorm[kandidaat] & columns.plek.vorm[plek] > 0
    return shared


def violation(
    _instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, _startweek: int
) -> Violation | None:
    """Single form: names both lists."""
    if any(each in plek.vormen for each in kandidaat.vormen):
        return None
    mine = listing([VORMEN[each] for each in kandidaat.vormen]) or "geen enkele vorm"
    theirs = listing([VORMEN[each] for each in sorted(plek.vormen)]) or "geen enkele vorm"
    sentence = f"De plaatsingsvormen passen niet. De kandidaat kan: {mine}. De plek kan: {theirs}."
    return Violation(rule=NAME, label=LABEL, sentence=sentence, unit="plaatsingsvorm")


def wel_als(_broken: Violation, _kandidaat: Kandidaat, _plek: Leerwerkplek) -> str:
    """Name the change that would make it possible."""
    return "Wel als de werkgever ook een andere plaatsingsvorm aanneemt."

"""This pair was ruled out by a decision of people: a rejection that became a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.rule import Label, Violation

if TYPE_CHECKING:
    from solver.arrays import BoolArray
    from solver.matching.columns import Block
    from solver.matching.instance import Instance, Kandidaat, Leerwerkplek

NAME = "verboden"
LABEL = Label.BELEID
TIMED = False
STEP = 1


def allowed(block: Block) -> BoolArray:
    """Array form: (K, P, 1), striking out the listed pairs of this block."""
    fits = np.ones((len(block.kandidaat.index), len(block.plek.zone), 1), dtype=np.bool_)
    if len(block.kandidaat.index):
        rows = block.columns.verboden
        here = rows[np.isin(rows[:, 0], block.kandidaat.index)]
        fits[here[:, 0] - block.kandidaat.index[0], here[:, 1]] = False
    return fits


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

"""Where the policy makes niveau a rule: the plek asks no higher niveau than the kandidaat has.

Without that policy niveau is only a wish, because people prove higher than they were thought.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.rule import Label, Violation

if TYPE_CHECKING:
    from solver.arrays import BoolArray, IntArray
    from solver.matching.columns import Columns
    from solver.matching.instance import Instance, Kandidaat, Leerwerkplek

NAME = "niveau"
LABEL = Label.BELEID
TIMED = False
STEP = 1


def allowed(columns: Columns, kandidaat: IntArray, plek: IntArray, _startweek: IntArray) -> BoolArray:
    """Array form: everyone without the policy."""
    if not columns.instance.beleid.niveau_is_eis:
        return np.ones(len(kandidaat), dtype=np.bool_)
    fits: BoolArray = columns.plek.niveau[plek] <= columns.kandidaat.niveau[kandidaat]
    return fits


def violation(
    instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, _startweek: int
) -> Violation | None:
    """Single form: names both niveaus."""
    if not instance.beleid.niveau_is_eis or plek.niveau <= kandidaat.niveau:
        return None
    sentence = f"De plek vraagt niveau {plek.niveau}. Het niveau van de kandidaat is {kandidaat.niveau}."
    return Violation(
        rule=NAME, label=LABEL, sentence=sentence, shortfall=plek.niveau - kandidaat.niveau, unit="niveaus"
    )


def wel_als(_broken: Violation, _kandidaat: Kandidaat, _plek: Leerwerkplek) -> str:
    """Name the change that would make it possible."""
    return "Wel als het niveau hoger mag zijn dan nu is geschat."

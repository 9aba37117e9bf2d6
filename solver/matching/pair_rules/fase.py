"""Where the policy orders the fases: at most one step up from the kandidaat's own fase.

Unknown fases bind nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.matching.instance import Fase
from solver.rule import Label, Violation

if TYPE_CHECKING:
    from solver.arrays import BoolArray, IntArray
    from solver.matching.columns import Columns
    from solver.matching.instance import Instance, Kandidaat, Leerwerkplek

NAME = "fase"
LABEL = Label.BELEID
TIMED = False
STEP = 1
STEPS = (Fase.BINNEN, Fase.BUITEN_BESCHERMD, Fase.REGULIER)
WORDS = {Fase.BINNEN: "binnen", Fase.BUITEN_BESCHERMD: "beschermd buiten", Fase.REGULIER: "regulier"}


def allowed(columns: Columns, kandidaat: IntArray, plek: IntArray, _startweek: IntArray) -> BoolArray:
    """Array form: everyone without the policy."""
    if not columns.instance.beleid.fase_volgorde:
        return np.ones(len(kandidaat), dtype=np.bool_)
    own, asked = columns.kandidaat.fase[kandidaat], columns.plek.fase[plek]
    fits: BoolArray = (own < 0) | (asked <= own + 1)
    return fits


def violation(
    instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, _startweek: int
) -> Violation | None:
    """Single form: names both fases."""
    if not instance.beleid.fase_volgorde or kandidaat.fase is None or plek.fase is None:
        return None
    if STEPS.index(plek.fase) <= STEPS.index(kandidaat.fase) + 1:
        return None
    step = f"van {WORDS[kandidaat.fase]} naar {WORDS[plek.fase]}"
    sentence = f"De stap {step} is te groot. De afspraak is: een stap tegelijk."
    return Violation(rule=NAME, label=LABEL, sentence=sentence, unit="fasen")


def wel_als(_broken: Violation, _kandidaat: Kandidaat, _plek: Leerwerkplek) -> str:
    """Name the change that would make it possible."""
    return "Wel als de kandidaat een fase mag overslaan."

"""People placed, weighted by waiting time.

100 for a person and more for each week of waiting, up to a year.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.matching.rule import Waardering
from solver.spreektaal import count

if TYPE_CHECKING:
    from solver.arrays import IntArray
    from solver.matching.columns import Columns
    from solver.matching.instance import Gewichten, Instance, Kandidaat, Leerwerkplek

NAME = "geplaatst"
TIER = "geplaatst"
PERSON = 100
WEEKS_COUNTED = 52


def weight(_gewichten: Gewichten) -> int:
    """Points count as they are."""
    return 1


def points(columns: Columns, kandidaat: IntArray, _plek: IntArray, _startweek: IntArray) -> IntArray:
    """Array form."""
    waited = np.minimum(columns.kandidaat.wachtweken[kandidaat], WEEKS_COUNTED)
    return PERSON + columns.instance.beleid.gewichten.per_wachtweek * waited


def waardering(instance: Instance, kandidaat: Kandidaat, _plek: Leerwerkplek, _startweek: int) -> Waardering:
    """Single form: says which weeks count."""
    weeks = min(kandidaat.wachtweken, WEEKS_COUNTED)
    given = PERSON + instance.beleid.gewichten.per_wachtweek * weeks
    sentence = f"De kandidaat krijgt een plek. De wachttijd van {count(weeks, 'week', 'weken')} telt mee."
    return Waardering(wish=NAME, tier=TIER, points=given, weight=1, sentence=sentence)

"""An early start: 5 points less for each week after the first week that the kandidaat can begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.matching.rule import Waardering
from solver.spreektaal import count

if TYPE_CHECKING:
    from solver.arrays import IntArray
    from solver.matching.columns import Columns
    from solver.matching.instance import Gewichten, Instance, Kandidaat, Leerwerkplek

NAME = "spoed"
TIER = "wensen"


def weight(gewichten: Gewichten) -> int:
    """The weight of this wish."""
    return gewichten.spoed


def points(columns: Columns, kandidaat: IntArray, _plek: IntArray, startweek: IntArray) -> IntArray:
    """Array form."""
    later = startweek - columns.kandidaat.eerste_week[kandidaat]
    early: IntArray = np.clip(100 - 5 * later, 0, 100)
    return early


def waardering(instance: Instance, kandidaat: Kandidaat, _plek: Leerwerkplek, startweek: int) -> Waardering:
    """Single form: counts the weeks."""
    later = startweek - kandidaat.eerste_week
    given = min(max(100 - 5 * later, 0), 100)
    sentence = "De start is in de eerste week dat de kandidaat kan."
    if later > 0:
        sentence = f"De start is {count(later, 'week', 'weken')} na de eerste week dat de kandidaat kan."
    return Waardering(
        wish=NAME, tier=TIER, points=given, weight=instance.beleid.gewichten.spoed, sentence=sentence
    )

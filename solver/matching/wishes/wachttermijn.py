"""Nobody waits beyond the term of the region: one point for each placed kandidaat who is at or past it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.matching.rule import Waardering
from solver.spreektaal import count

if TYPE_CHECKING:
    from solver.arrays import IntArray
    from solver.matching.columns import Columns
    from solver.matching.instance import Gewichten, Instance, Kandidaat, Leerwerkplek

NAME = "wachttermijn"
TIER = "wachttermijn"


def weight(_gewichten: Gewichten) -> int:
    """Points count as they are."""
    return 1


def points(columns: Columns, kandidaat: IntArray, _plek: IntArray, _startweek: IntArray) -> IntArray:
    """Array form: 1 at or past the term."""
    waited = columns.kandidaat.wachtweken >= columns.instance.beleid.wachttermijn_weken
    return waited.astype(np.int64)[kandidaat]


def waardering(instance: Instance, kandidaat: Kandidaat, _plek: Leerwerkplek, _startweek: int) -> Waardering:
    """Single form: says how long someone waits."""
    term = instance.beleid.wachttermijn_weken
    given = 1 if kandidaat.wachtweken >= term else 0
    sentence = (
        f"De kandidaat wacht {count(kandidaat.wachtweken, 'week', 'weken')}. De termijn is {term} weken."
    )
    return Waardering(wish=NAME, tier=TIER, points=given, weight=1, sentence=sentence)

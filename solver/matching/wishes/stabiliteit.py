"""The same plek as in the earlier plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.matching.rule import Waardering

if TYPE_CHECKING:
    from solver.arrays import IntArray
    from solver.matching.columns import Columns
    from solver.matching.instance import Gewichten, Instance, Kandidaat, Leerwerkplek

NAME = "stabiliteit"
TIER = "wensen"


def weight(gewichten: Gewichten) -> int:
    """The weight of this wish."""
    return gewichten.stabiliteit


def points(columns: Columns, kandidaat: IntArray, plek: IntArray, _startweek: IntArray) -> IntArray:
    """Array form."""
    return np.where(columns.kandidaat.vorige[kandidaat] == plek, 100, 0)


def waardering(instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, _startweek: int) -> Waardering:
    """Single form: says whether it is the same; nothing of who had no plek before."""
    former = [paar.plek for paar in instance.vorige if paar.kandidaat == kandidaat.id]
    given = 100 if former and former[-1] == plek.id else 0
    sentence = ""
    if former:
        sentence = f"Dit is {'dezelfde plek als' if given else 'een andere plek dan'} in het vorige plan."
    return Waardering(
        wish=NAME, tier=TIER, points=given, weight=instance.beleid.gewichten.stabiliteit, sentence=sentence
    )

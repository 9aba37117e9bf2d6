"""The niveau of the plek is that of the kandidaat: 50 points less for each niveau of difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.matching.rule import Waardering

if TYPE_CHECKING:
    from solver.arrays import IntArray
    from solver.matching.columns import Columns
    from solver.matching.instance import Gewichten, Instance, Kandidaat, Leerwerkplek

NAME = "niveau"
TIER = "wensen"


def weight(gewichten: Gewichten) -> int:
    """The weight of this wish."""
    return gewichten.niveau


def points(columns: Columns, kandidaat: IntArray, plek: IntArray, _startweek: IntArray) -> IntArray:
    """Array form."""
    apart = np.abs(columns.kandidaat.niveau[kandidaat] - columns.plek.niveau[plek])
    near: IntArray = np.maximum(100 - 50 * apart, 0)
    return near


def waardering(instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, _startweek: int) -> Waardering:
    """Single form: says whether it is higher or lower."""
    apart = plek.niveau - kandidaat.niveau
    given = max(100 - 50 * abs(apart), 0)
    sentence = f"De plek past bij niveau {kandidaat.niveau} van de kandidaat."
    if apart:
        other = "hoger" if apart > 0 else "lager"
        sentence = f"De plek vraagt niveau {plek.niveau}. Dat is {other} dan nu is geschat."
    return Waardering(
        wish=NAME, tier=TIER, points=given, weight=instance.beleid.gewichten.niveau, sentence=sentence
    )

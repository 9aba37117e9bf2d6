"""How many of the wanted werkprocessen occur at the plek: 100 points for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.arrays import count_common
from solver.matching.rule import Waardering

if TYPE_CHECKING:
    from solver.arrays import IntArray
    from solver.matching.columns import Columns
    from solver.matching.instance import Gewichten, Instance, Kandidaat, Leerwerkplek

NAME = "werkproces_dekking"
TIER = "wensen"


def weight(gewichten: Gewichten) -> int:
    """The weight of this wish."""
    return gewichten.werkproces_dekking


def points(columns: Columns, kandidaat: IntArray, plek: IntArray, _startweek: IntArray) -> IntArray:
    """Array form."""
    wanted = columns.kandidaat.werkproces
    number = np.maximum(count_common(wanted, wanted), 1)[kandidaat]
    covered: IntArray = 100 * count_common(wanted[kandidaat], columns.plek.werkproces[plek]) // number
    return covered


def waardering(instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, _startweek: int) -> Waardering:
    """Single form: counts them."""
    number = len(kandidaat.werkprocessen)
    shared = sum(1 for each in kandidaat.werkprocessen if each in plek.werkprocessen)
    given = 100 * shared // number if number else 0
    sentence = (
        f"Hier {'komt' if shared == 1 else 'komen'} {shared} van de {number} gewenste werkprocessen voor."
    )
    if not number:
        sentence = "Er zijn geen werkprocessen gekozen."
    return Waardering(
        wish=NAME,
        tier=TIER,
        points=given,
        weight=instance.beleid.gewichten.werkproces_dekking,
        sentence=sentence,
    )

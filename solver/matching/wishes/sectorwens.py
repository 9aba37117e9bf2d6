"""The sector stands high among the kandidaat's wishes: 100, 70, 40 points, 20 for a later wish."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.matching.rule import Waardering

if TYPE_CHECKING:
    from solver.arrays import IntArray
    from solver.matching.columns import Columns
    from solver.matching.instance import Gewichten, Instance, Kandidaat, Leerwerkplek

NAME = "sectorwens"
TIER = "wensen"
POINTS = (100, 70, 40, 20)
NO_WISH = 50


def weight(gewichten: Gewichten) -> int:
    """The weight of this wish."""
    return gewichten.sectorwens


def points(columns: Columns, kandidaat: IntArray, plek: IntArray, _startweek: IntArray) -> IntArray:
    """Array form."""
    ranks = columns.kandidaat.sector_rank
    rank = ranks[kandidaat, columns.plek.sector[plek]]
    earned = np.where(rank < 0, 0, np.array(POINTS)[np.minimum(rank, len(POINTS) - 1)])
    with_wish = np.any(ranks >= 0, axis=1)[kandidaat]
    valued: IntArray = np.where(with_wish, earned, NO_WISH)
    return valued


def waardering(instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, _startweek: int) -> Waardering:
    """Single form: names the rank of the sector."""
    wishes = kandidaat.sectorwensen
    if not wishes:
        given, sentence = NO_WISH, "De kandidaat heeft geen voorkeur voor een sector."
    elif plek.sector not in wishes:
        given, sentence = 0, f"De sector {plek.sector} is geen wens van de kandidaat."
    else:
        rank = wishes.index(plek.sector)
        given = POINTS[min(rank, len(POINTS) - 1)]
        sentence = f"De sector {plek.sector} is wens nummer {rank + 1} van de kandidaat."
    return Waardering(
        wish=NAME, tier=TIER, points=given, weight=instance.beleid.gewichten.sectorwens, sentence=sentence
    )

"""A short journey: 100 points for none, 0 for the kandidaat's own maximum."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.matching.rule import Waardering
from solver.spreektaal import VERVOER, count

if TYPE_CHECKING:
    from solver.arrays import IntArray
    from solver.matching.columns import Columns
    from solver.matching.instance import Gewichten, Instance, Kandidaat, Leerwerkplek

NAME = "reistijd"
TIER = "wensen"


def weight(gewichten: Gewichten) -> int:
    """The weight of this wish."""
    return gewichten.reistijd


def points(columns: Columns, kandidaat: IntArray, plek: IntArray, _startweek: IntArray) -> IntArray:
    """Array form."""
    people = columns.kandidaat
    minutes = columns.minuten[people.mode[kandidaat], people.zone[kandidaat], columns.plek.zone[plek]]
    most = people.max_reistijd[kandidaat]
    spared: IntArray = 100 * (most - minutes) // np.maximum(most, 1)
    return np.where(minutes >= 0, np.maximum(spared, 0), 0)


def waardering(instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, _startweek: int) -> Waardering:
    """Single form: names the minutes."""
    minutes = instance.reistabel.minuten[kandidaat.vervoermiddel][kandidaat.zone][plek.zone]
    most = kandidaat.max_reistijd
    given = 0 if minutes is None else max(0, 100 * (most - minutes) // max(most, 1))
    way = VERVOER[kandidaat.vervoermiddel]
    sentence = f"Deze reis kan niet {way}."
    if minutes is not None:
        sentence = f"De reistijd is {count(minutes, 'minuut', 'minuten')} {way}. Het maximum is {most}."
    return Waardering(
        wish=NAME, tier=TIER, points=given, weight=instance.beleid.gewichten.reistijd, sentence=sentence
    )

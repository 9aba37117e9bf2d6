"""A short journey: 100 points for none, 0 for the kandidaat's own maximum."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.matching.rule import Waardering
from solver.matching.spreektaal import VERVOER, count

if TYPE_CHECKING:
    from solver.arrays import IntArray
    from solver.matching.columns import Block
    from solver.matching.instance import Gewichten, Instance, Kandidaat, Leerwerkplek

NAME = "reistijd"
TIER = "wensen"


def weight(gewichten: Gewichten) -> int:
    """The weight of this wish."""
    return gewichten.reistijd


def points(block: Block) -> IntArray:
    """Array form: (K, P, 1)."""
    kandidaat = block.kandidaat
    minutes = block.columns.minuten[
        kandidaat.mode[:, None], kandidaat.zone[:, None], block.plek.zone[None, :]
    ]
    most = kandidaat.max_reistijd[:, None]
    spared: IntArray = 100 * (most - minutes) // np.maximum(most, 1)
    return np.where(minutes >= 0, np.maximum(spared, 0), 0)[:, :, None]


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

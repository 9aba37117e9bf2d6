"""A school in reach offers the kwalificatie to starters in the startweek.

Only for praktijkleren, and not for a pair that can go as proefplaatsing: no school is needed for that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.matching.instance import Plaatsingsvorm
from solver.rule import Label, Violation

if TYPE_CHECKING:
    from solver.arrays import BoolArray
    from solver.matching.columns import Block
    from solver.matching.instance import Instance, Kandidaat, Leerwerkplek

NAME = "opleider"
LABEL = Label.WET
TIMED = True
STEP = 1


def allowed(block: Block) -> BoolArray:
    """Array form: (K, P, S), by a table of open startweken per crebo with a last row for no crebo."""
    kandidaat, plek, start = block.kandidaat, block.plek, block.startweken
    trial = list(Plaatsingsvorm).index(Plaatsingsvorm.PROEFPLAATSING)
    free = ~kandidaat.praktijkleren[:, None] | (kandidaat.vorm[:, trial, None] & plek.vorm[None, :, trial])
    taught = np.zeros((len(block.columns.crebos) + 1, len(start)), dtype=np.bool_)
    for each in block.columns.instance.opleidingen:
        if each.crebo in block.columns.crebos:
            taught[block.columns.crebos[each.crebo]] |= (each.van_week <= start) & (start < each.tot_week)
    fits: BoolArray = free[:, :, None] | taught[kandidaat.crebo][:, None, :]
    return fits


def violation(
    instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, startweek: int
) -> Violation | None:
    """Single form: says whether no school offers it at all or only not in that week."""
    trial = Plaatsingsvorm.PROEFPLAATSING
    if not kandidaat.praktijkleren or (trial in kandidaat.vormen and trial in plek.vormen):
        return None
    return missing(instance, kandidaat, startweek)


def missing(instance: Instance, kandidaat: Kandidaat, startweek: int) -> Violation | None:
    """Say which opleider lacks for praktijkleren, whatever the plaatsingsvorm; None when one is there."""
    if kandidaat.crebo is None:
        sentence = "Er is nog geen kwalificatie gekozen. Daarom is er ook geen opleider."
        return Violation(rule=NAME, label=LABEL, sentence=sentence, unit="opleider")
    offers = [each for each in instance.opleidingen if each.crebo == kandidaat.crebo]
    if any(each.van_week <= startweek < each.tot_week for each in offers):
        return None
    sentence = f"Geen opleider biedt de kwalificatie {{crebo:{kandidaat.crebo}}} aan."
    if offers:
        sentence = f"Geen opleider laat mensen in week {{week:{startweek}}} met deze kwalificatie beginnen."
    return Violation(rule=NAME, label=LABEL, sentence=sentence, unit="opleider")


def wel_als(_broken: Violation, _kandidaat: Kandidaat, _plek: Leerwerkplek) -> str:
    """Name the change that would make it possible."""
    return "Wel als een opleider deze kwalificatie in die week aanbiedt."

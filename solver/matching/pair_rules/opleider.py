"""A school in reach offers the kwalificatie to starters in the startweek.

Only for praktijkleren, and not for a pair that can go as proefplaatsing: no school is needed for that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.matching.instance import Plaatsingsvorm
from solver.rule import Label, Violation

if TYPE_CHECKING:
    from solver.arrays import BoolArray, IntArray
    from solver.matching.columns import Columns
    from solver.matching.instance import Instance, Kandidaat, Leerwerkplek

NAME = "opleider"
LABEL = Label.WET
TIMED = True
STEP = 1
TRIAL = 1 << list(Plaatsingsvorm).index(Plaatsingsvorm.PROEFPLAATSING)


def allowed(columns: Columns, kandidaat: IntArray, plek: IntArray, startweek: IntArray) -> BoolArray:
    """Array form: by a table of open weeks per crebo with a last row for no crebo."""
    people = columns.kandidaat
    weeks = np.arange(columns.instance.weken)
    taught = np.zeros((len(columns.crebos) + 1, len(weeks)), dtype=np.bool_)
    for each in columns.instance.opleidingen:
        if each.crebo in columns.crebos:
            taught[columns.crebos[each.crebo]] |= (each.van_week <= weeks) & (weeks < each.tot_week)
    free = ~people.praktijkleren[kandidaat] | (people.vorm[kandidaat] & columns.plek.vorm[plek] & TRIAL > 0)
    fits: BoolArray = free | taught[people.crebo[kandidaat], startweek]
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

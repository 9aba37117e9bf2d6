"""Guidance: a stay takes the minutes the kandidaat needs from the praktijkopleider who leads that week."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.arrays import unroll
from solver.matching.rule import Row, Usage
from solver.matching.spreektaal import count, hours
from solver.rule import Label, Violation

if TYPE_CHECKING:
    from solver.arrays import IntArray
    from solver.matching.columns import Columns
    from solver.matching.instance import Instance, Kandidaat, Leerwerkplek

NAME = "begeleiding"
LABEL = Label.BELEID
STEP = 30


def weeks(columns: Columns) -> int:
    """One column a week of the horizon."""
    return columns.instance.weken


def capacities(columns: Columns) -> IntArray:
    """Free minutes per praktijkopleider and week."""
    return columns.opleider_minuten.ravel()


def usage(columns: Columns, kandidaat: IntArray, plek: IntArray, startweek: IntArray) -> Usage:
    """The need in each week of each stay, where it is more than nothing and someone leads."""
    horizon = columns.instance.weken
    length = np.minimum(columns.kandidaat.weken[kandidaat], horizon - startweek)
    pair, offset = unroll(length)
    week = startweek[pair] + offset
    lead = columns.plek.lead[plek[pair], week]
    need = columns.kandidaat.begeleiding
    amount = need[kandidaat[pair], np.minimum(offset, need.shape[1] - 1)]
    used = (amount > 0) & (lead >= 0)
    return Usage(pair[used], (lead * horizon + week)[used], amount[used])


def capacity(instance: Instance) -> dict[Row, int]:
    """Free minutes per praktijkopleider and week."""
    return {
        Row(NAME, person.id, week): free
        for person in instance.praktijkopleiders
        for week, free in enumerate(person.minuten)
    }


def uses(instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, startweek: int) -> dict[Row, int]:
    """The need in each week of the stay; the last value of the need goes on."""
    found: dict[Row, int] = {}
    need, last = kandidaat.begeleiding, len(kandidaat.begeleiding) - 1
    end = min(startweek + kandidaat.weken, instance.weken)
    for inzet in plek.inzet:
        for week in range(max(startweek, inzet.van_week), min(end, inzet.tot_week)):
            minutes = need[min(week - startweek, last)]
            if minutes:
                found[Row(NAME, inzet.praktijkopleider, week)] = minutes
    return found


def violation(row: Row, until: int, capacity: int, shortfall: int) -> Violation:
    """Say in how many weeks the praktijkopleider is short, and by how much at most."""
    words = count(until - row.week, "week", "weken")
    sentence = (
        f"Praktijkopleider {{praktijkopleider:{row.id}}} heeft te weinig tijd: "
        f"vanaf week {{week:{row.week}}} is er {words} lang tot {hours(shortfall)} per week te weinig. "
        f"Er is {hours(capacity)} per week."
    )
    return Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=shortfall, unit="minuten")


def wel_als(broken: Violation) -> str:
    """Offer more minutes."""
    return f"Wel als de praktijkopleider {hours(broken.shortfall)} per week meer tijd krijgt."

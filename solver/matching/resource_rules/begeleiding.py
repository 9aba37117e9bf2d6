"""Guidance: a stay takes the minutes the kandidaat needs from the praktijkopleider who leads that week."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.arrays import unroll
from solver.matching.rule import Row, Usage
from solver.rule import Label, Violation
from solver.spreektaal import count, hours

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


def needs(columns: Columns) -> IntArray:
    """How long the stay is, and the minutes in each of its weeks."""
    return np.column_stack([columns.kandidaat.weken, columns.kandidaat.begeleiding])


def usage(columns: Columns, kandidaat: IntArray, plek: IntArray, startweek: IntArray) -> Usage:
    """The need in each week of each stay, where it is more than nothing and someone leads."""
    horizon, inzet = columns.instance.weken, columns.inzet
    stay, first, past, amount = _need(columns, kandidaat)
    first, past = first + startweek[stay], np.minimum(past + startweek[stay], horizon)
    low = inzet.begin[plek[stay]]
    run, place = unroll(inzet.begin[plek[stay] + 1] - low)
    lead = low[run] + place
    first, past = np.maximum(first[run], inzet.van_week[lead]), np.minimum(past[run], inzet.tot_week[lead])
    used = first < past
    thing = inzet.praktijkopleider[lead][used] * horizon
    return Usage(stay[run][used], thing + first[used], thing + past[used], amount[run][used])


def _need(columns: Columns, kandidaat: IntArray) -> Usage:
    """The need of stays in weeks since their start, where it is more than nothing; runs may be empty."""
    need, length = columns.kandidaat.begeleiding[kandidaat], columns.kandidaat.weken[kandidaat]
    changes = np.diff(need, axis=1, prepend=-1) != 0
    stay, first = np.nonzero(changes)
    is_last = np.append(stay[1:] != stay[:-1], [True])[: len(stay)]
    past = np.where(is_last, length[stay], np.minimum(np.roll(first, -1), length[stay]))
    amount = need[stay, first]
    used = amount > 0
    return Usage(stay[used], first[used], past[used], amount[used])


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

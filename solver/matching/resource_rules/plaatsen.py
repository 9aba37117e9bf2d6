"""Seats: a stay takes one of the free plaatsen of its plek in each of its weeks within the horizon."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.matching.rule import Row, Usage
from solver.rule import Label, Violation
from solver.spreektaal import count

if TYPE_CHECKING:
    from solver.arrays import IntArray
    from solver.matching.columns import Columns
    from solver.matching.instance import Instance, Kandidaat, Leerwerkplek

NAME = "plaatsen"
LABEL = Label.WET
STEP = 1


def weeks(columns: Columns) -> int:
    """One column a week of the horizon."""
    return columns.instance.weken


def capacities(columns: Columns) -> IntArray:
    """Free plaatsen per plek and week."""
    return columns.plek.plaatsen.ravel()


def needs(columns: Columns) -> IntArray:
    """How long the stay is."""
    return columns.kandidaat.weken[:, None]


def usage(columns: Columns, kandidaat: IntArray, plek: IntArray, startweek: IntArray) -> Usage:
    """One plaats in all weeks of each stay."""
    horizon = columns.instance.weken
    end = np.minimum(startweek + columns.kandidaat.weken[kandidaat], horizon)
    stay = np.flatnonzero(startweek < end)
    thing = plek[stay] * horizon
    return Usage(stay, thing + startweek[stay], thing + end[stay], np.ones_like(stay))


def capacity(instance: Instance) -> dict[Row, int]:
    """Free plaatsen per plek and week."""
    return {
        Row(NAME, plek.id, week): free for plek in instance.plekken for week, free in enumerate(plek.plaatsen)
    }


def uses(instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, startweek: int) -> dict[Row, int]:
    """One plaats in each week of the stay."""
    last = min(startweek + kandidaat.weken, instance.weken)
    return {Row(NAME, plek.id, week): 1 for week in range(startweek, last)}


def violation(row: Row, until: int, capacity: int, shortfall: int) -> Violation:
    """Say since when and for how long all plaatsen are taken."""
    words = count(until - row.week, "week", "weken")
    taken = f"vanaf week {{week:{row.week}}} {words} lang bezet."
    sentence = f"Plek {{plek:{row.id}}} heeft {capacity} plaatsen voor dit plan. Die zijn {taken}"
    if capacity == 1:
        sentence = f"Plek {{plek:{row.id}}} heeft 1 plaats voor dit plan. Die is {taken}"
    if capacity == 0:
        sentence = f"Alle plaatsen op plek {{plek:{row.id}}} zijn {taken}"
    if shortfall > 1:
        sentence += f" Er zijn {shortfall} plaatsen te weinig."
    return Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=shortfall, unit="plaatsen")


def wel_als(broken: Violation) -> str:
    """Offer more plaatsen."""
    if broken.shortfall == 1:
        return "Wel als er 1 plaats bij komt."
    return f"Wel als er {broken.shortfall} plaatsen bij komen."

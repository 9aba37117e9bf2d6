"""The dagdelen that both have are enough for the least hours that suit both; a dagdeel is four hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.rule import Label, Violation
from solver.spreektaal import count

if TYPE_CHECKING:
    from solver.arrays import BoolArray, IntArray
    from solver.matching.columns import Columns
    from solver.matching.instance import Instance, Kandidaat, Leerwerkplek

NAME = "beschikbaarheid_dagdelen"
LABEL = Label.BELEID
TIMED = False
STEP = 1
MINUTES_A_DAGDEEL = 240


def allowed(columns: Columns, kandidaat: IntArray, plek: IntArray, _startweek: IntArray) -> BoolArray:
    """Array form: by the bits that both masks have."""
    people, places = columns.kandidaat, columns.plek
    shared = np.bitwise_count(people.dagdelen[kandidaat] & places.dagdelen[plek])
    agreed = np.maximum(people.minuten_min[kandidaat], places.minuten_min[plek])
    enough: BoolArray = shared * np.int64(MINUTES_A_DAGDEEL) >= agreed
    return enough


def violation(
    _instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, _startweek: int
) -> Violation | None:
    """Single form: says how many dagdelen are shared and how many are needed."""
    shared = (kandidaat.dagdelen & plek.dagdelen).bit_count()
    needed = -(-max(kandidaat.minuten_min, plek.minuten_min) // MINUTES_A_DAGDEEL)
    if shared >= needed:
        return None
    sentence = (
        f"Beiden kunnen op {count(shared, 'hetzelfde dagdeel', 'dezelfde dagdelen')}. "
        f"Er {'is' if needed == 1 else 'zijn'} {count(needed, 'dagdeel', 'dagdelen')} nodig."
    )
    return Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=needed - shared, unit="dagdelen")


def wel_als(broken: Violation, _kandidaat: Kandidaat, _plek: Leerwerkplek) -> str:
    """Name the change that would make it possible."""
    more = count(broken.shortfall, "dagdeel", "dagdelen")
    return f"Wel als beiden nog op {more} meer kunnen."

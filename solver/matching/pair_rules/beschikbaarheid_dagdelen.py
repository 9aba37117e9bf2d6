"""The dagdelen that both have are enough for the least hours that suit both; a dagdeel is four hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.matching.spreektaal import count
from solver.rule import Label, Violation

if TYPE_CHECKING:
    from solver.arrays import BoolArray
    from solver.matching.columns import Block
    from solver.matching.instance import Instance, Kandidaat, Leerwerkplek

NAME = "beschikbaarheid_dagdelen"
LABEL = Label.BELEID
TIMED = False
STEP = 1
MINUTES_A_DAGDEEL = 240


def allowed(block: Block) -> BoolArray:
    """Array form: (K, P, 1), by the bits that both masks have."""
    shared = np.bitwise_count(block.kandidaat.dagdelen[:, None] & block.plek.dagdelen[None, :])
    agreed = np.maximum(block.kandidaat.minuten_min[:, None], block.plek.minuten_min[None, :])
    enough: BoolArray = shared * np.int64(MINUTES_A_DAGDEEL) >= agreed
    return enough[:, :, None]


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

"""Who can reach which plek: by zone and by blocks, so that no table of everyone by everything is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.arrays import is_in, unroll
from solver.matching.pair_rules import MAY_BE_SET_ASIDE, reistijd

if TYPE_CHECKING:
    from collections.abc import Iterator

    from solver.arrays import BoolArray, IntArray
    from solver.matching.columns import Columns

BLOCK_PAIRS = 1 << 19


def iterate_reachable(columns: Columns) -> Iterator[tuple[IntArray, IntArray]]:
    """All pairs (kandidaat, plek) that the rule reistijd can leave, ascending, in blocks of kandidaten.

    A block has at most BLOCK_PAIRS pairs, or one kandidaat.
    """
    kandidaten, plekken = len(columns.kandidaat.zone), len(columns.plek.zone)
    count = np.bincount(columns.plek.zone, minlength=len(columns.kilometers))
    zones = np.flatnonzero(count)
    by_zone = np.argsort(columns.plek.zone, kind="stable")
    first = np.cumsum(count) - count
    excepted = columns.uitzonderingen.get(reistijd.NAME, np.zeros(0, dtype=np.int64))
    size = max(1, BLOCK_PAIRS // max(1, plekken))
    for low in range(0, kandidaten, size):
        people = np.arange(low, min(low + size, kandidaten))
        row, column = np.nonzero(reistijd.is_near(columns, people[:, None], zones[None, :]))
        zone = zones[column]
        entry, place = unroll(count[zone])
        near = columns.pair_key(people[row][entry], by_zone[first[zone][entry] + place])
        here = slice(*np.searchsorted(excepted, [low * plekken, (low + size) * plekken]))
        keys = np.unique(np.concatenate([near, excepted[here]]))
        yield keys // max(1, plekken), keys % max(1, plekken)


def is_set_aside(columns: Columns, rule: str, kandidaat: IntArray, plek: IntArray) -> BoolArray:
    """For which pairs people set this rule aside."""
    excepted = columns.uitzonderingen.get(rule)
    if excepted is None or rule not in MAY_BE_SET_ASIDE:
        return np.zeros(len(kandidaat), dtype=np.bool_)
    return is_in(columns.pair_key(kandidaat, plek), excepted)

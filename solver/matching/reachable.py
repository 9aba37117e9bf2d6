"""Who can reach which plek: by zone and by blocks, so that no table of everyone by everything is made."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from solver.arrays import is_in, unroll
from solver.matching.pair_rules import MAY_BE_SET_ASIDE, reistijd

if TYPE_CHECKING:
    from collections.abc import Iterator

    from solver.arrays import BoolArray, IntArray
    from solver.matching.columns import Columns

BLOCK_PAIRS = 1 << 16


def iterate_reachable(columns: Columns, kandidaten: range) -> Iterator[tuple[IntArray, IntArray]]:
    """All pairs (kandidaat, plek) that the rule reistijd can leave, ascending, in blocks of these kandidaten.

    A block has at most BLOCK_PAIRS pairs besides those of its last kandidaat.
    """
    plekken = len(columns.plek.zone)
    count = np.bincount(columns.plek.zone, minlength=len(columns.kilometers))
    zones, by_zone = np.flatnonzero(count), np.argsort(columns.plek.zone, kind="stable")
    first = np.cumsum(count) - count
    excepted = columns.uitzonderingen.get(reistijd.NAME, np.zeros(0, dtype=np.int64))
    for people in _parts(kandidaten, max(1, BLOCK_PAIRS // max(1, len(zones)))):
        row, column = np.nonzero(reistijd.is_near(columns, people[:, None], zones[None, :]))
        zone = zones[column]
        for low, high in _blocks(np.bincount(row, count[zone], len(people)).astype(np.int64)):
            here = slice(*np.searchsorted(row, [low, high]))
            entry, place = unroll(count[zone[here]])
            near = columns.pair_key(people[row[here][entry]], by_zone[first[zone[here]][entry] + place])
            yield _pairs(near, excepted, plekken, people[low], people[high - 1])


def _parts(kandidaten: range, size: int) -> Iterator[IntArray]:
    for low in range(0, len(kandidaten), size):
        yield np.array(kandidaten[low : low + size], dtype=np.int64)


def _blocks(lengths: IntArray) -> Iterator[tuple[int, int]]:
    """Ranges of rows of these lengths, cut where another BLOCK_PAIRS is full."""
    full = (np.cumsum(lengths) - lengths) // BLOCK_PAIRS
    borders = [0, *(np.flatnonzero(np.diff(full)) + 1).tolist(), len(lengths)]
    yield from pairwise(borders)


def _pairs(
    near: IntArray, excepted: IntArray, plekken: int, first: int, last: int
) -> tuple[IntArray, IntArray]:
    """Put the pairs in order, with those of these kandidaten for whom reistijd was set aside."""
    near.sort()
    here = excepted[slice(*np.searchsorted(excepted, [first * plekken, (last + 1) * plekken]))]
    if len(here):
        near = np.sort(np.concatenate([near, here[~is_in(here, near)]]))
    return np.divmod(near, max(1, plekken))


def is_set_aside(columns: Columns, rule: str, kandidaat: IntArray, plek: IntArray) -> BoolArray:
    """For which pairs people set this rule aside."""
    excepted = columns.uitzonderingen.get(rule)
    if excepted is None or rule not in MAY_BE_SET_ASIDE:
        return np.zeros(len(kandidaat), dtype=np.bool_)
    return is_in(columns.pair_key(kandidaat, plek), excepted)

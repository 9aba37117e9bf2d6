"""Which (thing, week) columns can bind: a week that a week beside it always covers is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from solver.arrays import BoolArray, IntArray
    from solver.matching.rule import Usage


class Changes:
    """Between which weeks of a thing the use of some stay changes; columns of one thing stand by week."""

    def __init__(self, week: IntArray) -> None:
        """Begin without stays: `week` is that of each column, 0 where a thing begins."""
        self._week = week
        self._grows = np.zeros(len(week), dtype=np.bool_)
        self._shrinks = np.zeros(len(week), dtype=np.bool_)

    def add(self, used: Usage) -> None:
        """Count what stays use, ascending by stay and column."""
        begins = np.ones(len(used.stay), dtype=np.bool_)
        ends = np.ones(len(used.stay), dtype=np.bool_)
        goes_on = (
            (np.diff(used.stay) == 0) & (used.past[:-1] == used.first[1:]) & (self._week[used.first[1:]] > 0)
        )
        begins[1:] = ~goes_on | (used.amount[1:] > used.amount[:-1])
        ends[:-1] = ~goes_on | (used.amount[:-1] > used.amount[1:])
        self._grows[used.first[begins]] = True
        self._shrinks[used.past[ends] - 1] = True

    def rise_above_former(self, capacity: IntArray) -> BoolArray:
        """Columns that the week before does not cover.

        It does where no use is more than the week before (no stay starts, no need grows, nobody is taken
        over) and the capacity is no less.
        """
        rising = np.diff(capacity, prepend=np.int64(0))
        found: BoolArray = (self._week == 0) | self._grows | (rising < 0)
        return found

    def covered_by_next(self, capacity: IntArray, binding: BoolArray) -> BoolArray:
        """Columns that the week after covers, which must bind itself: the same, looking ahead."""
        following = np.append(self._week[1:] > 0, [False])
        next_rise = np.append(np.diff(capacity), [np.int64(0)])
        found: BoolArray = following & ~self._shrinks & (next_rise <= 0) & np.append(binding[1:], [False])
        return found

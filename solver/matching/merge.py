"""Which (thing, week) columns can bind.

A week that another week of the same thing always covers is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from solver.arrays import BoolArray, IntArray
    from solver.matching.rule import Usage


def kept_columns(capacity: IntArray, week: IntArray, usage: Usage, kandidaat: IntArray) -> BoolArray:
    """Mark the columns to keep; usage is sorted by (pair, column) and columns of one thing by week.

    A column goes when everybody's largest use fits together, when its use never exceeds the use one week
    before and its capacity is no less (no stay starts, no need grows, nobody is taken over), or the same
    looking ahead.
    """
    count = len(capacity)
    grows, shrinks = _changes(count, week, usage)
    rising = np.diff(capacity, prepend=np.int64(0))
    binding = _can_bind(capacity, usage, kandidaat)
    covered_before = (week > 0) & ~grows & (rising >= 0)
    kept = binding & ~covered_before
    following = np.append(week[1:] > 0, [False])
    next_rise = np.append(capacity[1:] - capacity[:-1], [np.int64(0)])
    covered_after = following & ~shrinks & (next_rise <= 0) & np.append(kept[1:], [False])
    found: BoolArray = kept & ~covered_after
    return found


def _changes(count: int, week: IntArray, usage: Usage) -> tuple[BoolArray, BoolArray]:
    """Whether some pair uses more of a column than of the week before, and more than of the week after."""
    pair, column, amount = usage
    neighbour = (np.diff(pair) == 0) & (np.diff(column) == 1) & (week[column[1:]] > 0)
    before, after = np.zeros(len(pair), dtype=np.int64), np.zeros(len(pair), dtype=np.int64)
    before[1:][neighbour] = amount[:-1][neighbour]
    after[:-1][neighbour] = amount[1:][neighbour]
    grows, shrinks = np.zeros(count, dtype=np.bool_), np.zeros(count, dtype=np.bool_)
    grows[column[amount > before]] = True
    shrinks[column[amount > after]] = True
    return grows, shrinks


def _can_bind(capacity: IntArray, usage: Usage, kandidaat: IntArray) -> BoolArray:
    """Whether the largest use of every kandidaat together passes the capacity."""
    owner = kandidaat[usage.pair]
    order = np.lexsort((usage.amount, owner, usage.column))
    column, owner, amount = usage.column[order], owner[order], usage.amount[order]
    total = np.zeros(len(capacity), dtype=np.int64)
    if len(order):
        last = np.append((np.diff(column) != 0) | (np.diff(owner) != 0), [True])
        np.add.at(total, column[last], amount[last])
    return total > capacity

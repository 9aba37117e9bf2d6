"""What pairs use as entries, one pair after the other, and what that asks of each row."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from solver.arrays import unroll
from solver.compiled import compiled

if TYPE_CHECKING:
    from solver.arrays import BoolArray, FloatArray, IntArray
    from solver.toewijzing.volume import Rows


class Entries(NamedTuple):
    """How many entries each pair has, and the row and amount of each entry."""

    lengths: IntArray
    row: IntArray
    amount: IntArray

    @property
    def begin(self) -> IntArray:
        """Where the entries of each pair begin, and the end."""
        offsets: IntArray = np.append(0, np.cumsum(self.lengths)).astype(np.int64)
        return offsets

    def in_rows(self, rows: BoolArray) -> Entries:
        """The entries in these rows alone; every pair stays."""
        kept = rows[self.row]
        lengths = np.diff(np.append(0, np.cumsum(kept))[self.begin]).astype(np.int64)
        return Entries(lengths, self.row[kept], self.amount[kept])


def entries_of(rows: Rows, pairs: IntArray) -> Entries:
    """Entries of these pairs, those of groups, floors and changes last."""
    profile = rows.profiel[pairs]
    lengths = rows.begin[profile + 1] - rows.begin[profile]
    own, place = unroll(lengths)
    source = rows.begin[profile][own] + place
    row, amount = rows.middel[source], rows.gebruik[source]
    if len(rows.extra) == 1:
        return Entries(lengths, row, amount)
    more = rows.extra[pairs + 1] - rows.extra[pairs]
    others, place = unroll(more)
    source = rows.extra[pairs][others] + place
    order = np.argsort(np.concatenate([own, others]), kind="stable")
    row = np.concatenate([row, rows.row[source]])[order]
    return Entries(lengths + more, row, np.concatenate([amount, rows.amount[source]])[order])


class Demand(NamedTuple):
    """Per row: how many kandidaten can use it, the most that all together can, and a typical use."""

    users: IntArray
    most: IntArray
    typical: FloatArray


def demand_rows(first: IntArray, entries: Entries, rowcount: int) -> Demand:
    """Count what pairs ask of each row; `first` tells where the pairs of each kandidaat begin."""
    return Demand(*count_demand(first, entries.begin, entries.row, entries.amount, rowcount))


@compiled
def count_demand(
    first: IntArray, begin: IntArray, middel: IntArray, gebruik: IntArray, rowcount: int
) -> tuple[IntArray, IntArray, FloatArray]:
    """Users, most and typical use of each row; see Demand."""
    last = np.full(rowcount, -1, dtype=np.int64)
    most = np.zeros(rowcount, dtype=np.int64)
    users = np.zeros(rowcount, dtype=np.int64)
    total = np.zeros(rowcount, dtype=np.int64)
    mean = np.zeros(rowcount)
    seen = np.zeros(rowcount, dtype=np.int64)
    for kandidaat in range(len(first) - 1):
        for pair in range(first[kandidaat], first[kandidaat + 1]):
            for entry in range(begin[pair], begin[pair + 1]):
                row = middel[entry]
                amount = gebruik[entry]
                mean[row] += amount
                seen[row] += 1
                if last[row] != kandidaat:
                    last[row] = kandidaat
                    users[row] += 1
                    most[row] = 0
                if amount > most[row]:
                    total[row] += amount - most[row]
                    most[row] = amount
    return users, total, mean / np.maximum(seen, 1)

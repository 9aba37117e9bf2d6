"""Lines that follow from some lines of one block: half of their sum, rounded down.

Zero-half cuts (Caprara and Fischetti 1996): where the sum of what is allowed is odd, half a place is lost.
That a person is at one plek in a block is such a line too. They cut off parts of people who stand in for each
other at several plekken.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from solver.roulatie.routes.covers import LEAST_PASSED, MOST_AT_ONCE, NOTHING, Cover

if TYPE_CHECKING:
    from collections.abc import Iterator

    from solver.arrays import BoolArray, FloatArray, IntArray
    from solver.roulatie.routes.tables import Routes

# Lines with so much left at least are left out, and sums that lose more than the half place by what is over.
MOST_LEFT, MOST_LOST = 0.35, 0.98
# So many lines at most are put together, three only where there are few.
MOST_TOGETHER, FEW_LINES = 3, 30
# Who is there for less than this is not counted in or out to make a sum odd.
MOSTLY, NEVER = 0.5, 9.0


class _Sum(NamedTuple):
    """Lines and units that are in a block put together, and how much they lose of half a place, doubled."""

    lost: float
    block: int
    lines: IntArray
    units: IntArray


class Halves:
    """The lines of routes beside weights of their stays."""

    def __init__(self, routes: Routes, weights: FloatArray) -> None:
        """Ask what each line has left."""
        _, blocks, plekken, longest = routes.shape
        uses = routes.uses
        self.routes, self.weights = routes, weights
        active = np.flatnonzero(weights > NOTHING)
        self.weight = weights[active]
        self.unit = active // longest // plekken // blocks
        self.first = active // longest // plekken % blocks
        self.last = self.first + active % longest
        self.stay = np.repeat(np.arange(len(weights)), np.diff(uses.begin))
        place = np.searchsorted(active, self.stay).clip(max=max(0, len(active) - 1))
        is_active = weights[self.stay] > NOTHING
        self.amount: IntArray = np.zeros((len(uses.most), len(active)), dtype=np.int64)
        self.amount[uses.line[is_active], place[is_active]] = uses.amount[is_active]
        left = uses.most - self.amount @ self.weight
        self.left = np.where(self.amount.any(axis=1), left, np.inf)
        self.tight = np.flatnonzero(self.left < MOST_LEFT)

    def find(self) -> list[Cover]:
        """Those that the weights pass by most."""
        sums = [each for block in range(self.routes.shape[1]) for each in self._in_block(block)]
        sums.sort(key=lambda each: each.lost)
        found: dict[tuple[int, bytes, bytes], Cover] = {}
        for each in sums[: 2 * MOST_AT_ONCE]:
            cover = self._half(each)
            if self.weights[cover.stays] @ cover.amounts > cover.most + LEAST_PASSED * max(1, cover.most):
                found[cover.key()] = cover
        return list(found.values())[:MOST_AT_ONCE]

    def _in_block(self, block: int) -> Iterator[_Sum]:
        """Sums of lines of which all stays with a weight are in a block."""
        here = (self.first <= block) & (block <= self.last)
        lines = self.tight[~self.amount[self.tight][:, ~here].any(axis=1)]
        is_odd = self.amount[lines][:, here] % 2 == 1
        weight, unit = self.weight[here], self.unit[here]
        by_unit: FloatArray = np.zeros((len(weight), self.routes.shape[0]), dtype=np.float64)
        by_unit[np.arange(len(weight)), unit] = weight
        for number in range(1, MOST_TOGETHER + 1):
            if len(lines) >= number and (number < MOST_TOGETHER or len(lines) <= FEW_LINES):
                together = np.array(list(combinations(range(len(lines)), number)), dtype=np.int64)
                odd = np.bitwise_xor.reduce(is_odd[together], axis=1)
                yield from self._sums(block, lines[together], odd, by_unit)

    def _sums(self, block: int, lines: IntArray, odd: BoolArray, by_unit: FloatArray) -> Iterator[_Sum]:
        """Take units in where that loses less, and one more or less where the sum would be even."""
        total = by_unit.sum(axis=0)
        lost = odd @ by_unit
        is_in = lost > total - lost
        least = np.minimum(lost, total - lost).sum(axis=1) + self.left[lines].sum(axis=1)
        is_even = (self.routes.uses.most[lines].sum(axis=1) + is_in.sum(axis=1)) % 2 == 0
        turn = np.where(total < MOSTLY, NEVER, np.abs(total - 2 * lost))
        nearest = turn.argmin(axis=1)
        least = least + np.where(is_even, turn.min(axis=1), 0)
        for each in np.flatnonzero(least < MOST_LOST).tolist():
            is_in[each, nearest[each]] ^= is_even[each]
            yield _Sum(float(least[each]), block, lines[each], np.flatnonzero(is_in[each]))

    def _half(self, each: _Sum) -> Cover:
        """Half of a sum."""
        uses, shape = self.routes.uses, self.routes.shape
        total: IntArray = np.zeros(shape, dtype=np.int64)
        chosen = np.isin(uses.line, each.lines)
        np.add.at(total.reshape(-1), self.stay[chosen], uses.amount[chosen])
        for first in range(max(0, each.block - shape[3] + 1), each.block + 1):
            total[each.units, first, :, each.block - first :] += 1
        amounts = total.reshape(-1) // 2
        stays = np.flatnonzero(amounts)
        most = (int(uses.most[each.lines].sum()) + len(each.units)) // 2
        return Cover(most, stays, amounts[stays])

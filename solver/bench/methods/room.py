"""What a growing plan leaves free of every middel; the columns of the problem are read where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from solver.arrays import FloatArray, IntArray
    from solver.toewijzing.problem import Problem


class Room:
    """A plan, one pair a kandidaat at most, and the capacity that is left."""

    def __init__(self, problem: Problem) -> None:
        self.free: list[int] = problem.capaciteit.tolist()
        self.pair_of: dict[int, int] = {}
        self.owner = problem.kandidaat.data
        self._row = None if problem.profiel is None else problem.profiel.data
        self._begin = problem.begin.data
        self._middel = problem.middel.data
        self._gebruik = problem.gebruik.data

    def uses(self, pair: int) -> list[tuple[int, int]]:
        """(middel, amount) of a pair."""
        row = pair if self._row is None else self._row[pair]
        low, high = self._begin[row], self._begin[row + 1]
        return list(zip(self._middel[low:high], self._gebruik[low:high], strict=True))

    def fill(self, order: IntArray) -> None:
        """Put in pairs in this order, each where its kandidaat has none and it fits."""
        for pair in order.tolist():
            if self.owner[pair] not in self.pair_of and self.fits(uses := self.uses(pair)):
                self.put(pair, uses)

    def fits(self, uses: list[tuple[int, int]]) -> bool:
        """Whether this much is free."""
        free = self.free
        return all(amount <= free[middel] for middel, amount in uses)

    def put(self, pair: int, uses: list[tuple[int, int]]) -> None:
        """Choose a pair."""
        self.pair_of[self.owner[pair]] = pair
        for middel, amount in uses:
            self.free[middel] -= amount

    def take(self, pair: int, uses: list[tuple[int, int]]) -> None:
        """Drop a chosen pair."""
        del self.pair_of[self.owner[pair]]
        for middel, amount in uses:
            self.free[middel] += amount

    def paren(self) -> tuple[int, ...]:
        """Give the chosen pairs, ascending."""
        return tuple(sorted(self.pair_of.values()))


def value_for_use(problem: Problem) -> FloatArray:
    """The value of each pair for the share that it takes of the capacities it uses."""
    pair, middel, amount = problem.expanded()
    share = np.bincount(pair, amount / np.maximum(problem.capaciteit[middel], 1), problem.paren)
    worth: FloatArray = problem.waarde / np.maximum(share, 1e-9)
    return worth

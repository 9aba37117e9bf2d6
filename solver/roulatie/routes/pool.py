"""Routes listed one by one: the stays of each and what it is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Self

import numpy as np

from solver.roulatie.routes.search import points_of_each, stays_of_each

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.arrays import BoolArray, IntArray, MediumArray, ShortArray
    from solver.roulatie.routes.points import Worth
    from solver.roulatie.routes.tables import Routes

# For keys, which run over without harm.
MULTIPLIER = 1_000_003


class Pool(NamedTuple):
    """By route: its unit, its plekken, its stays by their numbers, its points, and those of each floor.

    Where it has fewer stays than blocks the number past the last stay fills up.
    """

    units: IntArray
    plekken: ShortArray
    stays: MediumArray
    points: IntArray
    above: IntArray

    def take(self, which: BoolArray | IntArray) -> Self:
        """Some of them."""
        return self._replace(
            units=self.units[which],
            plekken=self.plekken[which],
            stays=self.stays[which],
            points=self.points[which],
            above=self.above[:, which],
        )

    def plus(self, other: Self) -> Self:
        """Both, one after the other."""
        return self._replace(
            units=np.append(self.units, other.units),
            plekken=np.concatenate([self.plekken, other.plekken]),
            stays=np.concatenate([self.stays, other.stays]),
            points=np.append(self.points, other.points),
            above=np.concatenate([self.above, other.above], axis=1),
        )

    def keys(self) -> IntArray:
        """A number for each route by its stays; hardly ever the same for two."""
        factors = MULTIPLIER ** np.arange(1, self.stays.shape[1] + 1, dtype=np.int64)
        keys: IntArray = self.stays @ factors
        return keys

    def sums(self, by_stay: IntArray) -> IntArray:
        """What the stays of each route give together."""
        given = np.append(by_stay, 0)
        total: IntArray = np.zeros(len(self.units), dtype=np.int64)
        for place in range(self.stays.shape[1]):
            total += given[self.stays[:, place]]
        return total


def make_pool(
    routes: Routes, worth: Worth, floors: Sequence[tuple[Worth, int]], units: IntArray, taken: ShortArray
) -> Pool:
    """Of routes of units, each with a plek for every block."""
    tables, (_, _, plekken, longest) = routes.tables, routes.shape

    def points(each: Worth) -> IntArray:
        found: IntArray = points_of_each(tables, each.value, each.gain, units, taken)
        return found

    above: IntArray = np.zeros((len(floors), len(units)), dtype=np.int64)
    for place, (each, _) in enumerate(floors):
        above[place] = points(each)
    stays = stays_of_each(tables, units, taken, plekken, longest)
    return Pool(units, taken, stays, points(worth), above)

"""Three strict tiers in one integer: how much one point of each is worth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from solver.toewijzing.validate import LIMIT, exact_sum

if TYPE_CHECKING:
    from solver.arrays import IntArray


class TierSizeError(ValueError):
    """Weights whose total would not fit in an integer."""


@dataclass(frozen=True, slots=True)
class Scales:
    """The exchange rates between tiers: one point of tier i is worth `rates[i]` points of the last tier.

    `largest` is the most of each tier, `total` what the values of all pairs come to.
    """

    rates: tuple[int, ...]
    largest: tuple[int, ...]
    total: int

    def combine(self, values: tuple[int, ...]) -> int:
        """Give the one integer that stands for these tier values."""
        return sum(rate * value for rate, value in zip(self.rates, values, strict=True))

    def split(self, whole: int) -> tuple[int, ...]:
        """Give the tier values that one integer stands for."""
        values = []
        for rate in self.rates:
            value, whole = divmod(whole, rate)
            values.append(value)
        return tuple(values)

    def split_bound(self, values: tuple[int, ...], whole: int) -> tuple[int, ...]:
        """Bound each tier of a plan with these values by a bound on the whole.

        Behind a tier that is still open nothing is known but the best of everyone.
        """
        bounds: list[int] = []
        for rate, value, most in zip(self.rates, values, self.largest, strict=True):
            proven = all(bound == former for bound, former in zip(bounds, values, strict=False))
            bounds.append(min(most, whole // rate) if proven else most)
            whole -= rate * value
        return tuple(bounds)


def scale_tiers(points: IntArray, offsets: IntArray) -> Scales:
    """Choose rates such that one point outweighs all that later tiers can give: points is (tiers, pairs).

    Pairs are sorted by kandidaat with these offsets. Raises TierSizeError where one tier reaches 2^62.
    """
    for row in points:
        if exact_sum(row) >= LIMIT:
            raise TierSizeError(f"the weights of a tier reach {exact_sum(row)}, which is not below 2^62")
    largest = tuple(_largest_total(row, offsets) for row in points)
    rates: list[int] = []
    below = 0
    for most in reversed(largest):
        rates.insert(0, below + 1)
        below += most * (below + 1)
    total = sum(rate * exact_sum(row) for rate, row in zip(rates, points, strict=True))
    return Scales(rates=tuple(rates), largest=largest, total=total)


def _largest_total(row: IntArray, offsets: IntArray) -> int:
    """Sum over kandidaten of the best pair: no plan gives more."""
    filled = offsets[:-1][np.diff(offsets) > 0]
    return int(np.maximum.reduceat(row, filled).sum()) if len(filled) else 0

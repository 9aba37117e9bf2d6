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

    `largest` is the most of each tier, `least` what prices can bring an empty plan to, `total` what the
    values of all pairs and all prices come to.
    """

    rates: tuple[int, ...]
    largest: tuple[int, ...]
    total: int
    least: tuple[int, ...] = (0, 0, 0)

    def combine(self, values: tuple[int, ...]) -> int:
        """Give the one integer that stands for these tier values."""
        return sum(rate * value for rate, value in zip(self.rates, values, strict=True))

    def split(self, whole: int) -> tuple[int, ...]:
        """Give the tier values that one integer stands for."""
        values = []
        whole -= self.combine(self.least)
        for rate, least in zip(self.rates, self.least, strict=True):
            value, whole = divmod(whole, rate)
            values.append(least + value)
        return tuple(values)

    def bound_of(self, tier: int, whole: int) -> int:
        """Bound a tier by a bound on what it and the later ones give together."""
        later = slice(tier + 1, None)
        paid = sum(rate * least for rate, least in zip(self.rates[later], self.least[later], strict=True))
        return min(self.largest[tier], (whole - paid) // self.rates[tier])

    def split_bound(self, values: tuple[int, ...], whole: int) -> tuple[int, ...]:
        """Bound each tier of a plan with these values by a bound on the whole.

        Behind a tier that is still open nothing is known but the best of everyone.
        """
        bounds: list[int] = []
        for tier, (rate, value) in enumerate(zip(self.rates, values, strict=True)):
            proven = all(bound == former for bound, former in zip(bounds, values, strict=False))
            bounds.append(self.bound_of(tier, whole) if proven else self.largest[tier])
            whole -= rate * value
        return tuple(bounds)


def scale_tiers(points: IntArray, offsets: IntArray, prices: tuple[int, ...] = (0, 0, 0)) -> Scales:
    """Choose rates such that one point outweighs all that later tiers can give or take.

    `points` is (tiers, pairs), pairs sorted by kandidaat with these offsets; `prices` is the most that each
    tier can pay. Raises TierSizeError where one tier reaches 2^62.
    """
    sums = [exact_sum(row) + price for row, price in zip(points, prices, strict=True)]
    if max(sums) >= LIMIT:
        raise TierSizeError(f"the weights of a tier reach {max(sums)}, which is not below 2^62")
    largest = tuple(_largest_total(row, offsets) for row in points)
    rates: list[int] = []
    below = 0
    for most, price in zip(reversed(largest), reversed(prices), strict=True):
        rates.insert(0, below + 1)
        below += (most + price) * (below + 1)
    return Scales(
        rates=tuple(rates),
        largest=largest,
        total=sum(rate * each for rate, each in zip(rates, sums, strict=True)),
        least=tuple(-price for price in prices),
    )


def _largest_total(row: IntArray, offsets: IntArray) -> int:
    """Sum over kandidaten of the best pair: no plan gives more."""
    filled = offsets[:-1][np.diff(offsets) > 0]
    return int(np.maximum.reduceat(row, filled).sum()) if len(filled) else 0

"""Prices by the volume algorithm (Barahona and Anbil 2000): a subgradient that averages its plans, compiled.

Within a few hundred rounds over all pairs it is a fraction of a per cent from the linear relaxation, at sizes
where a simplex takes minutes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from solver.compiled import compiled, lean

if TYPE_CHECKING:
    from solver.arrays import BoolArray, FloatArray, IntArray


class Rows(NamedTuple):
    """All pairs of a problem with what they use: shared rows by profile, and further entries pair by pair.

    Floats where sums are taken. `most` is the highest price of each row.
    """

    first: IntArray  # (n+1)
    waarde: FloatArray  # (P) gain
    allowed: BoolArray  # (P)
    must: BoolArray  # (n)
    profiel: IntArray  # (P) row of usage
    begin: IntArray  # (profiles+1)
    middel: IntArray
    gebruik: IntArray
    extra: IntArray  # (P+1) or (1) when there are none: entries of groups, floors and changes
    row: IntArray
    amount: IntArray
    capaciteit: FloatArray  # (m)
    most: FloatArray  # (m)


@lean
def add_costs(rows: Rows, price: FloatArray, cost: FloatArray, low: int, high: int) -> None:
    """What the profiles from `low` to `high` pay at these prices."""
    for profile in range(low, high):
        paid = 0.0
        for entry in range(rows.begin[profile], rows.begin[profile + 1]):
            paid += rows.gebruik[entry] * price[rows.middel[entry]]
        cost[profile] = paid


@lean
def extra_cost(rows: Rows, price: FloatArray, pair: int) -> float:
    """What a pair pays besides its profile."""
    paid = 0.0
    if len(rows.extra) > 1:
        for entry in range(rows.extra[pair], rows.extra[pair + 1]):
            paid += rows.amount[entry] * price[rows.row[entry]]
    return paid


@lean
def evaluate(rows: Rows, price: FloatArray, cost: FloatArray, used: FloatArray, low: int, high: int) -> float:
    """What the kandidaten from `low` to `high` are worth at these prices, each at its best pair.

    `used` becomes the use of those pairs; `cost` is what each profile pays, see `add_costs`.
    """
    total = 0.0
    for row in range(len(price)):
        used[row] = 0.0
    for kandidaat in range(low, high):
        best = -np.inf if rows.must[kandidaat] else 0.0
        chosen = -1
        for pair in range(rows.first[kandidaat], rows.first[kandidaat + 1]):
            if rows.allowed[pair]:
                worth = rows.waarde[pair] - cost[rows.profiel[pair]] - extra_cost(rows, price, pair)
                if worth > best:
                    best = worth
                    chosen = pair
        if chosen >= 0:
            total += best
            add_use(rows, chosen, used)
    return total


@lean
def add_use(rows: Rows, pair: int, used: FloatArray) -> None:
    """Count what a pair uses."""
    profile = rows.profiel[pair]
    for entry in range(rows.begin[profile], rows.begin[profile + 1]):
        used[rows.middel[entry]] += rows.gebruik[entry]
    if len(rows.extra) > 1:
        for entry in range(rows.extra[pair], rows.extra[pair + 1]):
            used[rows.row[entry]] += rows.amount[entry]


@compiled
def step(rows: Rows, center: FloatArray, mean: FloatArray, scale: FloatArray, wanted: float) -> FloatArray:
    """Prices moved from the center against the averaged excess, by a Polyak step towards `wanted` less."""
    rowcount = len(center)
    excess = np.zeros(rowcount)
    norm = 0.0
    for row in range(rowcount):
        excess[row] = (mean[row] - rows.capaciteit[row]) / scale[row]
        if excess[row] < 0 and center[row] <= 0:
            excess[row] = 0.0
        norm += excess[row] * excess[row]
    price = np.zeros(rowcount)
    for row in range(rowcount):
        moved = center[row] + (wanted / max(norm, 1e-12)) * excess[row] / scale[row]
        price[row] = min(max(moved, 0.0), rows.most[row])
    return price


@lean
def average(rows: Rows, mean: FloatArray, used: FloatArray, scale: FloatArray, share: float) -> float:
    """Let the newest use count for a share of the mean; positive where both ask the same of the prices."""
    agree = 0.0
    for row in range(len(mean)):
        full = rows.capaciteit[row]
        agree += (used[row] - full) * (mean[row] - full) / scale[row] ** 2
        mean[row] += share * (used[row] - mean[row])
    return agree

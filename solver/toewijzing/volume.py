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

PATIENCE = 10
SMALLEST_STEP = 1e-4


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
def add_costs(rows: Rows, price: FloatArray, cost: FloatArray) -> None:
    """What each profile pays at these prices."""
    for profile in range(len(rows.begin) - 1):
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
def evaluate(rows: Rows, price: FloatArray, cost: FloatArray, used: FloatArray) -> float:
    """The Lagrangian bound at these prices; `used` becomes the use of everybody's best pair."""
    add_costs(rows, price, cost)
    total = 0.0
    for row in range(len(price)):
        total += rows.capaciteit[row] * price[row]
        used[row] = 0.0
    for kandidaat in range(len(rows.first) - 1):
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


@compiled
def lower_bound(
    rows: Rows, center: FloatArray, mean: FloatArray, scale: FloatArray, settings: FloatArray, rounds: int
) -> None:
    """Improve the prices in `center` for so many rounds; `settings` (bound, target, step, share) goes on.

    Bound is the best so far, target a value thought to be reachable, share how much the newest plan counts in
    the average `mean`.
    """
    used = np.zeros(len(center))
    cost = np.zeros(len(rows.begin) - 1)
    failed = 0
    better = 0
    for _ in range(rounds):
        price = step(rows, center, mean, scale, settings[2] * (settings[0] - settings[1]))
        bound = evaluate(rows, price, cost, used)
        agree = 0.0
        for row in range(len(center)):
            full = rows.capaciteit[row]
            agree += (used[row] - full) * (mean[row] - full) / scale[row] ** 2
            mean[row] += settings[3] * (used[row] - mean[row])
        if bound < settings[0]:
            settings[0] = bound
            center[:] = price
            failed = 0
            if agree > 0:
                better += 1
                if better == 2:  # noqa: PLR2004 (two good steps in a row: a longer one)
                    settings[2] = min(2.0, settings[2] * 1.1)
                    better = 0
        else:
            failed += 1
            if failed == PATIENCE:
                settings[2] = max(SMALLEST_STEP, settings[2] * 0.66)
                failed = 0

"""A bound by knapsacks: of each pair one middel is kept whole, the others and the kandidaten are priced.

The relaxation in which everybody has a price and each kept middel chooses its own best set by itself is never
looser than the linear one at the same prices (Geoffrion 1974, Lagrangian relaxation for integer programming);
the sets are found by dynamic programming over the capacity.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import gcd
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from solver.compiled import compiled
from solver.toewijzing.lagrange import constant_of, reduced_values
from solver.toewijzing.lines import allowed_pairs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.arrays import BoolArray, FloatArray, IntArray
    from solver.budget import Stop
    from solver.toewijzing.lagrange import Prices
    from solver.toewijzing.problem import Problem, Vloer

ROUNDS = 150
MOST_WIDE = 2000
MOST_WORK = 20_000_000
SAFE = 1 << 62
STEP, LEAST_STEP, SHARE, PATIENCE = 0.1, 1e-4, 0.1, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Knapzak:
    """A bound and what proves it: the middelen kept whole, the prices of the others and of the kandidaten."""

    bound: int
    middelen: tuple[int, ...]
    prijzen: Prices
    kandidaten: tuple[int, ...]


class Sacks(NamedTuple):
    """Pairs by the middel they are kept in: `pair` from `start[s]` to `start[s + 1]`, weights in units."""

    start: IntArray
    pair: IntArray
    weight: IntArray
    room: IntArray


@compiled
def fill_sacks(sacks: Sacks, owner: IntArray, gain: IntArray, price: IntArray, times: IntArray) -> int:
    """What the best sets of all middelen gain after prices; `times` counts who is in them."""
    total = 0
    widest = sacks.room.max() + 1
    most = np.diff(sacks.start).max()
    best = np.zeros(widest, dtype=np.int64)
    taken = np.zeros((most, widest), dtype=np.bool_)
    for sack in range(len(sacks.room)):
        room = sacks.room[sack]
        low, high = sacks.start[sack], sacks.start[sack + 1]
        best[: room + 1] = 0
        for place in range(low, high):
            pair, weight = sacks.pair[place], sacks.weight[place]
            worth = gain[pair] - price[owner[pair]]
            taken[place - low, : room + 1] = False
            if worth <= 0:
                continue
            for left in range(room, weight - 1, -1):
                if best[left - weight] + worth > best[left]:
                    best[left] = best[left - weight] + worth
                    taken[place - low, left] = True
        total += best[room]
        left = room
        for place in range(high - 1, low - 1, -1):
            if taken[place - low, left]:
                times[owner[sacks.pair[place]]] += 1
                left -= sacks.weight[place]
    return total


@compiled
def serve_others(others: IntArray, owner: IntArray, gain: IntArray, price: IntArray, times: IntArray) -> int:
    """What each kandidaat's best pair without a kept middel gains; `others` are sorted by kandidaat."""
    total = 0
    best = 0
    for place in range(len(others)):
        pair = others[place]
        best = max(best, gain[pair] - price[owner[pair]])
        if place + 1 == len(others) or owner[others[place + 1]] != owner[pair]:
            total += best
            times[owner[pair]] += best > 0
            best = 0
    return total


def choose_middelen(problem: Problem, prices: Prices, allowed: BoolArray) -> list[int]:
    """Middelen of which no pair uses two, those of which all room together is worth most first."""
    pair, middel, amount = problem.expanded()
    kept = allowed[pair]
    pair, middel, amount = pair[kept], middel[kept], amount[kept]
    order = np.argsort(middel, kind="stable")
    start = np.searchsorted(middel[order], np.arange(len(problem.capaciteit) + 1))
    soft = {each.middel for each in problem.zacht}
    worth = [int(cap) * price for cap, price in zip(problem.capaciteit, prices.middelen, strict=True)]
    taken = np.zeros(problem.paren, dtype=np.bool_)
    chosen = []
    number = np.maximum(np.diff(start), 1).tolist()
    for row in sorted(range(len(worth)), key=lambda row: -worth[row] / number[row]):
        users = pair[order[start[row] : start[row + 1]]]
        if worth[row] and row not in soft and not taken[users].any():
            unit = gcd(*amount[order[start[row] : start[row + 1]]].tolist())
            if int(problem.capaciteit[row]) // unit <= MOST_WIDE:
                taken[users] = True
                chosen.append(row)
    return sorted(chosen)


def make_sacks(problem: Problem, middelen: Sequence[int], allowed: BoolArray) -> tuple[Sacks, IntArray]:
    """Sort the pairs that use these middelen by middel, without what alone does not fit; and the others."""
    pair, middel, amount = problem.expanded()
    place = np.full(len(problem.capaciteit), -1, dtype=np.int64)
    place[middelen] = np.arange(len(middelen))
    sack = place[middel]
    others = allowed.copy()
    others[pair[sack >= 0]] = False
    kept = allowed[pair] & (sack >= 0) & (amount <= problem.capaciteit[middel])
    order = np.argsort(sack[kept], kind="stable")
    sack, pair, amount = sack[kept][order], pair[kept][order], amount[kept][order]
    start = np.searchsorted(sack, np.arange(len(middelen) + 1)).astype(np.int64)
    unit = np.ones(len(middelen), dtype=np.int64)
    filled = np.flatnonzero(np.diff(start))
    unit[filled] = np.gcd.reduceat(amount, start[filled])
    room = problem.capaciteit[middelen] // unit
    return Sacks(start, pair, amount // unit[sack], room), np.flatnonzero(others)


def knapsack_bound(
    problem: Problem, prices: Prices, vloeren: Sequence[Vloer], value: int, stop: Stop, rounds: int = ROUNDS
) -> Knapzak | None:
    """Find prices of kandidaten that prove a bound, given the value of a plan to aim at.

    None where no middel can be kept whole or integers would not hold the sums.
    """
    allowed, must = allowed_pairs(problem)
    middelen = choose_middelen(problem, prices, allowed)
    sacks, others = make_sacks(problem, middelen, allowed)
    if not len(sacks.pair) or int((np.diff(sacks.start) * (sacks.room + 1)).max()) > MOST_WORK:
        return None
    whole = set(middelen)
    rest = replace(
        prices, middelen=tuple(0 if row in whole else each for row, each in enumerate(prices.middelen))
    )
    gain = reduced_values(problem, rest, vloeren)
    if gain.dtype != np.int64 or int(np.abs(gain).max()) * 4 * (problem.kandidaten + 1) >= SAFE:
        return None
    top = _top(problem, reduced_values(problem, prices, vloeren), allowed, must)
    search = _Search(problem, sacks, others, gain, top, np.where(must, -np.inf, 0.0))
    fixed = constant_of(problem, rest, vloeren)
    aim = value * prices.schaal * (-1 if problem.minimaliseer else 1) - fixed
    search.run(aim, rounds, stop)
    bound = (search.best + fixed) // prices.schaal
    return Knapzak(
        bound=-bound if problem.minimaliseer else bound,
        middelen=tuple(middelen),
        prijzen=rest,
        kandidaten=tuple(search.price.tolist()),
    )


def _top(problem: Problem, reduced: IntArray, allowed: BoolArray, must: BoolArray) -> IntArray:
    """The best reduced value of each kandidaat, at least 0 for who need not be assigned."""
    none = np.iinfo(np.int64).min
    top = np.where(must, none, 0)
    np.maximum.at(top, problem.kandidaat[allowed], reduced[allowed])
    return np.where(top == none, 0, top)


class _Search:
    """Prices of kandidaten that fall and rise with how often each is wanted (subgradients, averaged)."""

    def __init__(
        self,
        problem: Problem,
        sacks: Sacks,
        others: IntArray,
        gain: IntArray,
        price: IntArray,
        least: FloatArray,
    ) -> None:
        self.sacks, self.others, self.gain, self.owner = sacks, others, gain, problem.kandidaat
        self.price, self.least = price, least
        self.times = np.zeros(problem.kandidaten, dtype=np.int64)
        self.best = self._evaluate(price)

    def _evaluate(self, price: IntArray) -> int:
        """The bound at these prices, scaled and without what is fixed; `times` counts who is wanted."""
        self.times[:] = 0
        total = fill_sacks(self.sacks, self.owner, self.gain, price, self.times)
        total += serve_others(self.others, self.owner, self.gain, price, self.times)
        return int(total) + int(price.sum())

    def run(self, aim: int, rounds: int, stop: Stop) -> None:
        """Do so many rounds, fewer when told to stop."""
        mean, size, failed = self.times.astype(np.float64), STEP, 0
        for _ in range(rounds):
            way = mean - 1.0
            way[(way < 0) & (self.price <= self.least)] = 0.0
            norm = float(way @ way)
            if norm == 0 or self.best <= aim or stop():
                return
            moved = np.maximum(self.price + size * float(self.best - aim) / norm * way, self.least)
            price = np.rint(moved).astype(np.int64)
            bound = self._evaluate(price)
            mean = (1 - SHARE) * mean + SHARE * self.times
            if bound < self.best:
                self.best, self.price, failed = bound, price, 0
                size = min(2.0, size * 1.05)
            else:
                failed += 1
                if failed == PATIENCE:
                    size, failed = max(LEAST_STEP, size * 0.7), 0

"""Prices: duals of the linear relaxation where a simplex is quick, else by the volume algorithm."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np

from solver.toewijzing.bound import lp_prices, round_prices
from solver.toewijzing.volume import add_costs, average, evaluate, step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.arrays import FloatArray
    from solver.budget import Budget, Stop
    from solver.toewijzing.lagrange import Prices
    from solver.toewijzing.problem import Problem, Vloer
    from solver.toewijzing.volume import Rows

SIMPLEX_PAIRS = 30_000
SLICE = 50
ROUNDS = 1000
STILL = 2e-5
STEP, SHARE = 0.3, 0.1
REACHABLE, LEAST_REACHABLE = 0.15, 0.03
SETTLED = 0.02
LEAST_SHARE = 0.005
SMALLEST_STEP = 1e-4
PATIENCE_WITH_GOOD, PATIENCE_WITH_BAD = 2, 10
MANY_ENTRIES = 2_000_000


def find_prices(problem: Problem, vloeren: Sequence[Vloer], rows: Rows, budget: Budget, stop: Stop) -> Prices:
    """Find prices that prove a good bound, within about the seconds of the budget."""
    if problem.paren <= SIMPLEX_PAIRS:
        return lp_prices(problem, budget.seconds, vloeren, stop)
    search = PriceSearch(rows, budget.workers)
    search.run(ROUNDS, stop)
    return round_prices(problem, search.price, len(vloeren))


class PriceSearch:
    """Prices that get better by rounds; `price` and `bound` are the best so far.

    `mean` averages the use of the plans seen, `step` is how far a round goes, `share` how much the newest
    plan counts, `reachable` by which share the bound is thought to be able to fall.
    """

    def __init__(self, rows: Rows, workers: int) -> None:
        """Begin at prices of zero."""
        self.rows = rows
        count, entries = len(rows.capaciteit), len(rows.gebruik) + len(rows.amount)
        middel = np.concatenate([rows.middel, rows.row])
        amounts = np.abs(np.concatenate([rows.gebruik, rows.amount]))
        often = np.maximum(np.bincount(middel, minlength=count), 1)
        self.scale: FloatArray = 1.0 + np.bincount(middel, amounts, count) / often
        self.halves = workers if entries > MANY_ENTRIES else 1
        self.cost: FloatArray = np.zeros(len(rows.begin) - 1)
        self.used: FloatArray = np.zeros((self.halves, count))
        self.price: FloatArray = np.zeros(count)
        self.reachable, self.step, self.share = REACHABLE, STEP, SHARE
        self.failed = self.better = 0
        with ThreadPoolExecutor(self.halves) as pool:
            self.bound = self._evaluate(self.price, pool)
        self.mean: FloatArray = self.used.sum(axis=0)

    def _evaluate(self, price: FloatArray, pool: ThreadPoolExecutor) -> float:
        """The Lagrangian bound at these prices; `used` becomes what everybody's best pair uses."""
        rows = self.rows

        def pay(part: int) -> None:
            low, high = (len(self.cost) * each // self.halves for each in (part, part + 1))
            add_costs(rows, price, self.cost, low, high)

        def value(part: int) -> float:
            low, high = ((len(rows.first) - 1) * each // self.halves for each in (part, part + 1))
            return evaluate(rows, price, self.cost, self.used[part], low, high)

        if self.halves == 1:
            pay(0)
            return float(rows.capaciteit @ price) + value(0)
        list(pool.map(pay, range(self.halves)))
        return float(rows.capaciteit @ price) + sum(pool.map(value, range(self.halves)))

    def run(self, rounds: int, stop: Stop) -> None:
        """Do so many rounds; fewer when told to stop, or when the bound hardly falls any more."""
        with ThreadPoolExecutor(self.halves) as pool:
            for _ in range(0, rounds, SLICE):
                before = self.bound
                for _ in range(SLICE):
                    if stop():
                        return
                    self._round(pool)
                if before - self.bound < SETTLED * self.reachable * abs(self.bound):
                    self.share = max(LEAST_SHARE, self.share / 2)
                    self.reachable = max(LEAST_REACHABLE, self.reachable * 0.7)
                if before - self.bound < STILL * abs(self.bound):
                    return

    def _round(self, pool: ThreadPoolExecutor) -> None:
        wanted = self.step * self.reachable * max(abs(self.bound), 1.0)
        price = step(self.rows, self.price, self.mean, self.scale, wanted)
        bound = self._evaluate(price, pool)
        agree = average(self.rows, self.mean, self.used.sum(axis=0), self.scale, self.share)
        if bound < self.bound:
            self.bound, self.price, self.failed = bound, price, 0
            self.better += agree > 0
            if self.better == PATIENCE_WITH_GOOD:
                self.step, self.better = min(2.0, self.step * 1.1), 0
        else:
            self.failed += 1
            if self.failed == PATIENCE_WITH_BAD:
                self.step, self.failed = max(SMALLEST_STEP, self.step * 0.66), 0

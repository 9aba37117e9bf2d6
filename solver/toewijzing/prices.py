"""Prices: duals of the linear relaxation where a simplex is quick, else by the volume algorithm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.toewijzing.bound import lp_prices, round_prices
from solver.toewijzing.volume import evaluate, lower_bound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.arrays import FloatArray
    from solver.budget import Stop
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


def find_prices(problem: Problem, vloeren: Sequence[Vloer], rows: Rows, seconds: float, stop: Stop) -> Prices:
    """Find prices that prove a good bound, within about these seconds."""
    if problem.paren <= SIMPLEX_PAIRS:
        return lp_prices(problem, seconds, vloeren)
    search = PriceSearch(rows)
    search.run(ROUNDS, stop)
    return round_prices(problem, search.price, len(vloeren))


class PriceSearch:
    """Prices that get better by rounds; `price` and `bound` are the best so far."""

    def __init__(self, rows: Rows) -> None:
        """Begin at prices of zero, and think that the bound can fall by a small share."""
        self.rows = rows
        self.reachable = REACHABLE
        count = len(rows.capaciteit)
        self.price: FloatArray = np.zeros(count)
        self.mean: FloatArray = np.zeros(count)
        bound = evaluate(rows, self.price, np.zeros(len(rows.begin) - 1), self.mean)
        middel = np.concatenate([rows.middel, rows.row])
        amounts = np.abs(np.concatenate([rows.gebruik, rows.amount]))
        entries = np.maximum(np.bincount(middel, minlength=count), 1)
        self.scale: FloatArray = 1.0 + np.bincount(middel, amounts, count) / entries
        self.settings = np.array([bound, self._target(bound), STEP, SHARE])

    def _target(self, bound: float) -> float:
        return bound - self.reachable * max(abs(bound), 1.0)

    @property
    def bound(self) -> float:
        """The best bound so far, in floats: lagrange.py computes the exact one."""
        return float(self.settings[0])

    def run(self, rounds: int, stop: Stop) -> None:
        """Do so many rounds; fewer when told to stop, or when the bound hardly falls any more."""
        for _ in range(0, rounds, SLICE):
            if stop():
                return
            before = self.bound
            lower_bound(self.rows, self.price, self.mean, self.scale, self.settings, SLICE)
            self.settings[1] = self._target(self.bound)
            if before - self.bound < SETTLED * (self.bound - self.settings[1]):
                self.settings[3] = max(LEAST_SHARE, self.settings[3] / 2)
                self.reachable = max(LEAST_REACHABLE, self.reachable * 0.7)
            if before - self.bound < STILL * abs(self.bound):
                return

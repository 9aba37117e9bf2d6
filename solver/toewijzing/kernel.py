"""Kernel search: the mixed-integer model of few pairs, those that cost least by their price, then of more.

Angelelli, Mansini & Speranza (2010), Kernel search: a general heuristic for the multi-dimensional knapsack
problem; here with the reduced values of the relaxation for the order. Where everyone must be assigned it
finds in seconds what the local search misses.
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from solver.toewijzing import check
from solver.toewijzing.bound import Relaxation
from solver.toewijzing.core import reduce_values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.arrays import FloatArray, IntArray
    from solver.budget import Stop
    from solver.toewijzing.problem import Problem, Vloer
    from solver.toewijzing.volume import Rows

# Pairs a kandidaat: at first, and how many times as many once all of these were looked at.
PAIRS_A_KANDIDAAT = 1.5
WIDER = 1.3
LEAST_SECONDS = 0.05


def losses(rows: Rows, price: FloatArray) -> FloatArray:
    """How far each pair lies below its kandidaat's best after prices; infinite where it may not be chosen.

    A plan with a pair that loses more than the plan at hand lies below the bound is no better.
    """
    reduced = reduce_values(rows, price)
    owner = np.repeat(np.arange(len(rows.first) - 1), np.diff(rows.first))
    best = np.full(len(rows.first) - 1, -np.inf)
    np.maximum.at(best, owner, reduced)
    lost = np.full(len(reduced), np.inf)
    np.subtract(best[owner], reduced, out=lost, where=rows.allowed)
    return lost


class KernelSearch:
    """Lets HiGHS look among few pairs; where it has seen them all, the next look is wider."""

    def __init__(self, problem: Problem, vloeren: Sequence[Vloer], rows: Rows, price: FloatArray) -> None:
        self.problem = problem
        self.vloeren = vloeren
        self.lost = losses(rows, price)
        self.order: IntArray = np.argsort(self.lost, kind="stable")
        self.number = PAIRS_A_KANDIDAAT * problem.kandidaten

    def improve(self, plan: tuple[int, ...], gap: float, seconds: float, stop: Stop) -> tuple[int, ...]:
        """Look for a better plan than this one, which lies so far from the bound of the prices."""
        until = time.monotonic() + seconds
        most = int((np.isfinite(self.lost) & (self.lost <= gap)).sum())
        while (left := until - time.monotonic()) > LEAST_SECONDS:
            kept = np.zeros(self.problem.paren, dtype=np.bool_)
            kept[self.order[: min(int(self.number), most)]] = True
            kept[list(plan)] = True
            few = replace(self.problem, verboden=tuple(np.flatnonzero(~kept).tolist()))
            found, is_best = Relaxation(few, self.vloeren).best_integers(left, plan, stop)
            if found is not None and self._is_better(found, plan):
                plan = found
            if not is_best or self.number >= most:
                break
            self.number *= WIDER
        return plan

    def _is_better(self, found: tuple[int, ...], plan: tuple[int, ...]) -> bool:
        """Whether a plan of HiGHS, which counts in doubles, is valid and better."""
        value, former = (check.value(self.problem, each) for each in (found, plan))
        gains = value < former if self.problem.minimaliseer else value > former
        return gains and not check.broken_lines(self.problem, found, self.vloeren)

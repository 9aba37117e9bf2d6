"""The straightforward mixed-integer model of the whole problem, through MathOpt."""

from __future__ import annotations

import math
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from ortools.math_opt.python import mathopt

from solver.bench.methods.answer import Answer
from solver.budget import Stopwatch

if TYPE_CHECKING:
    from solver.budget import Budget
    from solver.toewijzing.problem import Problem

CLEARLY = 0.5
TOLERANCE = 1e-6


def solve_mip(problem: Problem, budget: Budget, kind: mathopt.SolverType) -> Answer:
    """Build and solve within the seconds, on the threads the solver takes by itself.

    A bound is rounded the safe way past the tolerance of the solver.
    """
    clock = Stopwatch(budget)
    mip = _Mip(problem)
    params = mathopt.SolveParameters(time_limit=timedelta(seconds=clock.left()), random_seed=budget.seed)
    result = mathopt.solve(mip.model, kind, params=params)
    paren = None
    if result.has_primal_feasible_solution():
        values = result.variable_values(mip.pairs)
        paren = tuple(pair for pair, value in enumerate(values) if value > CLEARLY)
    return Answer(paren=paren, bound=_rounded(problem, result.dual_bound()))


def _rounded(problem: Problem, bound: float) -> int | None:
    if not math.isfinite(bound):
        return None
    slack = TOLERANCE * max(1.0, abs(bound))
    return math.ceil(bound - slack) if problem.minimaliseer else math.floor(bound + slack)


class _Mip:
    """One binary a pair, a row a kandidaat and a middel; what is paid for is a variable of its own."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.model = mathopt.Model()
        self.pairs = [self.model.add_binary_variable() for _ in range(problem.paren)]
        self.paid: list[mathopt.LinearTerm] = []
        for pair in problem.vast:
            self.model.add_linear_constraint(self.pairs[pair] == 1.0)
        for pair in problem.verboden:
            self.pairs[pair].upper_bound = 0.0
        self._add_kandidaten()
        self._add_middelen()
        self._add_groepen()
        self._add_changes()
        worth = mathopt.fast_sum(
            [value * pair for value, pair in zip(problem.waarde.tolist(), self.pairs, strict=True)]
        )
        paid = mathopt.fast_sum(self.paid)
        if problem.minimaliseer:
            self.model.minimize(worth + paid)
        else:
            self.model.maximize(worth - paid)

    def _pay(self, price: int) -> mathopt.Variable:
        extra = self.model.add_variable(lb=0.0)
        self.paid.append(price * extra)
        return extra

    def _add_kandidaten(self) -> None:
        least = 1.0 if self.problem.allen else 0.0
        for low, high in pairwise(self.problem.offsets.tolist()):
            self.model.add_linear_constraint(least <= (mathopt.fast_sum(self.pairs[low:high]) <= 1.0))

    def _add_middelen(self) -> None:
        problem = self.problem
        soft = {each.middel: each.prijs for each in problem.zacht}
        pair, middel, amount = problem.expanded()
        terms: list[list[mathopt.LinearTerm]] = [[] for _ in problem.capaciteit]
        for place, key, use in zip(pair.tolist(), middel.tolist(), amount.tolist(), strict=True):
            terms[key].append(use * self.pairs[place])
        for key, room in enumerate(problem.capaciteit.tolist()):
            used = mathopt.fast_sum(terms[key])
            self.model.add_linear_constraint(used - (self._pay(soft[key]) if key in soft else 0.0) <= room)

    def _add_groepen(self) -> None:
        for groep in self.problem.groepen:
            members = [self.pairs[pair] for pair in self.problem.group_pairs(groep).tolist()]
            reached = mathopt.fast_sum(members) + self._pay(groep.prijs)
            self.model.add_linear_constraint(reached >= groep.minstens)

    def _add_changes(self) -> None:
        problem = self.problem
        if problem.vorige is None or problem.wijzigingen is None:
            return
        kept = [self.pairs[pair] for pair in problem.vorige.tolist() if pair >= 0]
        new = [self.pairs[pair] for pair in np.flatnonzero((problem.vorige < 0)[problem.kandidaat]).tolist()]
        changed = mathopt.fast_sum(new) - mathopt.fast_sum(kept)
        self.model.add_linear_constraint(changed <= problem.wijzigingen - len(kept))

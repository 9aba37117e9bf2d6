"""Prices from the duals of the linear relaxation (OR-Tools GLOP through MathOpt), rounded to integers."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np
from ortools.math_opt.python import mathopt

from solver.budget import never
from solver.linear import Rows, Variables, solve_within
from solver.toewijzing.lagrange import Prices, lagrangian_bound, zero_prices
from solver.toewijzing.lines import allowed_pairs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ortools.math_opt import model_pb2

    from solver.arrays import FloatArray
    from solver.budget import Stop
    from solver.toewijzing.problem import Problem, Vloer

LARGEST_SCALE = 10**6
MOST_PAIRS = 400_000
HALF = 0.5


def lp_prices(problem: Problem, seconds: float, vloeren: Sequence[Vloer] = (), stop: Stop = never) -> Prices:
    """Solve the linear relaxation and round its duals; prices of zero when there is no time or no answer."""
    if seconds <= 0 or not problem.paren or problem.paren > MOST_PAIRS:
        return zero_prices(problem, len(vloeren))
    duals = Relaxation(problem, vloeren).duals(seconds, stop)
    return zero_prices(problem, len(vloeren)) if duals is None else round_prices(problem, duals, len(vloeren))


def prove_bound(problem: Problem, seconds: float, vloeren: Sequence[Vloer] = ()) -> int | None:
    """Prove a bound by prices alone; None when a kandidaat that must be assigned cannot be."""
    return lagrangian_bound(problem, lp_prices(problem, seconds, vloeren), vloeren)


class Relaxation:
    """Rows: one per kandidaat with pairs, then per middel, per group, per floor, and one for the changes.

    Columns: the pairs, then what is used beyond each soft middel, then what each group is short. Objective,
    middelen and floors are scaled to about 1, so that the tolerances of GLOP mean the same in all of them.
    """

    def __init__(self, problem: Problem, vloeren: Sequence[Vloer]) -> None:
        self.problem = problem
        self.unit = float(problem.waarde.max(initial=1))
        self.middel_scales = np.maximum(problem.capaciteit, 1).astype(np.float64)
        self.floor_scales = np.array([float(vloer.gewicht.max(initial=1)) for vloer in vloeren])
        self.rows = Rows()
        self.extra = [-price / self.unit for price in self._prices()]
        self._add_kandidaten()
        self._add_middelen()
        self._add_groepen()
        for vloer, scale in zip(vloeren, self.floor_scales.tolist(), strict=True):
            pairs = np.flatnonzero(vloer.gewicht).astype(np.int64)
            self.rows.add(pairs, vloer.gewicht[pairs] / scale, vloer.minstens / scale, np.inf)
        self._add_changes()

    def _prices(self) -> list[int]:
        return [each.prijs for each in self.problem.zacht] + [groep.prijs for groep in self.problem.groepen]

    def _add_kandidaten(self) -> None:
        problem = self.problem
        columns = np.arange(problem.paren, dtype=np.int64)
        known, row = np.unique(problem.kandidaat, return_inverse=True)
        self.rows.entries.append((row, columns, np.ones(problem.paren)))
        self.kandidaten = len(known)
        must = allowed_pairs(problem)[1][known]
        self.rows.low += np.where(must, 1.0, -np.inf).tolist()
        self.rows.high += [1.0] * self.kandidaten

    def _add_middelen(self) -> None:
        problem = self.problem
        pair, middel, amount = problem.expanded()
        first, scale = len(self.rows.low), self.middel_scales
        self.rows.entries.append((middel + first, pair, amount / scale[middel]))
        for place, each in enumerate(problem.zacht):
            column = np.array([problem.paren + place], dtype=np.int64)
            self.rows.entries.append(
                (np.array([first + each.middel]), column, np.array([-1.0 / scale[each.middel]]))
            )
        self.rows.low += [-np.inf] * len(scale)
        self.rows.high += (problem.capaciteit / scale).tolist()

    def _add_groepen(self) -> None:
        problem = self.problem
        for place, groep in enumerate(problem.groepen):
            pairs = problem.group_pairs(groep)
            short = problem.paren + len(problem.zacht) + place
            columns = np.append(pairs, np.int64(short))
            self.rows.add(columns, np.ones(len(columns)), float(groep.minstens), np.inf)

    def _add_changes(self) -> None:
        problem = self.problem
        if problem.vorige is None or problem.wijzigingen is None:
            return
        kept = problem.vorige[problem.vorige >= 0]
        new = np.flatnonzero((problem.vorige < 0)[problem.kandidaat]).astype(np.int64)
        factors = np.concatenate([np.ones(len(new)), -np.ones(len(kept))])
        self.rows.add(np.concatenate([new, kept]), factors, -np.inf, float(problem.wijzigingen - len(kept)))

    def duals(self, seconds: float, stop: Stop = never) -> FloatArray | None:
        """Solve and give the dual of each row after those of the kandidaten, in units of the problem."""
        model = mathopt.Model.from_model_proto(self.to_proto())
        limits = mathopt.SolveParameters(time_limit=timedelta(seconds=seconds), threads=1)
        result = solve_within(model, mathopt.SolverType.GLOP, limits, stop)
        if result is None or not result.solutions or result.solutions[0].dual_solution is None:
            return None
        values = result.solutions[0].dual_solution.dual_values
        rows = [
            values[model.get_linear_constraint(row)] for row in range(self.kandidaten, len(self.rows.low))
        ]
        found = np.abs(np.array(rows, dtype=np.float64))
        first = len(self.middel_scales) + len(self.problem.groepen)
        found[: len(self.middel_scales)] /= self.middel_scales
        found[first : first + len(self.floor_scales)] /= self.floor_scales
        return found * self.unit

    def best_integers(
        self, seconds: float, hint: Sequence[int], stop: Stop = never
    ) -> tuple[tuple[int, ...] | None, bool]:
        """Solve with whole pairs by HiGHS from a plan: what it chose, if any, and if it was done."""
        model = mathopt.Model.from_model_proto(self.to_proto(whole=True))
        chosen = set(hint)
        values = {model.get_variable(pair): float(pair in chosen) for pair in range(self.problem.paren)}
        begin = mathopt.SolutionHint(variable_values=values)
        limits = mathopt.SolveParameters(time_limit=timedelta(seconds=seconds))
        result = solve_within(model, mathopt.SolverType.HIGHS, limits, stop, hint=begin)
        if result is None or not result.solutions or result.solutions[0].primal_solution is None:
            return None, False
        values = result.solutions[0].primal_solution.variable_values
        count = self.problem.paren
        plan = tuple(pair for pair in range(count) if values[model.get_variable(pair)] > HALF)
        return plan, result.termination.reason == mathopt.TerminationReason.OPTIMAL

    def to_proto(self, *, whole: bool = False) -> model_pb2.ModelProto:
        """The relaxation as MathOpt reads it, or with pairs that are chosen whole or not at all."""
        problem = self.problem
        high = np.full(problem.paren + len(self.extra), np.inf)
        high[: problem.paren] = allowed_pairs(problem)[0]
        low = np.zeros(len(high))
        low[list(problem.vast)] = 1.0
        values = problem.waarde / self.unit
        objective = np.concatenate(
            [-values if problem.minimaliseer else values, np.array(self.extra, dtype=np.float64)]
        )
        is_whole = np.arange(len(high)) < (problem.paren if whole else 0)
        return self.rows.to_proto(Variables(objective, low, np.maximum(low, high), is_whole))


def round_prices(problem: Problem, duals: FloatArray, floors: int) -> Prices:
    """Scale prices of all rows to integers, never past the price of a soft middel or a group."""
    soft = {each.middel: each.prijs for each in problem.zacht}
    schaal = LARGEST_SCALE
    largest = max(float(duals.max(initial=0.0)), float(problem.waarde.max(initial=1)), 1.0)
    while schaal > 1 and schaal * largest > 2.0**58:
        schaal //= 10
    scaled = [max(0, round(each * schaal)) for each in duals.tolist()]
    count, groups = len(problem.capaciteit), len(problem.groepen)
    middelen = [
        min(price, soft[r] * schaal) if r in soft else price for r, price in enumerate(scaled[:count])
    ]
    groepen = [
        min(price, groep.prijs * schaal)
        for price, groep in zip(scaled[count : count + groups], problem.groepen, strict=True)
    ]
    rest = scaled[count + groups :]
    return Prices(
        middelen=tuple(middelen),
        groepen=tuple(groepen),
        vloeren=tuple(rest[:floors]),
        wijziging=rest[floors] if len(rest) > floors else 0,
        schaal=schaal,
    )

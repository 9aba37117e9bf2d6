"""A roulatie by one straightforward CP-SAT model and by the solver; every plan checked by the checker.

The straightforward model has all tiers in one objective, each scaled to outweigh what later ones can give.
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from solver.bench.outcome import Outcome, Times, judged
from solver.cpsat import solve_model
from solver.result import Status
from solver.roulatie.check import check
from solver.roulatie.solve import build_model, read, solve, tier_points

if TYPE_CHECKING:
    from solver.budget import Budget
    from solver.roulatie.instance import Instance
    from solver.roulatie.model import Term

LARGEST = 1 << 62


def compare(instance: Instance, budget: Budget) -> list[Outcome]:
    """Run both methods on one instance."""
    return [straightforward(instance, budget), engine(instance, budget)]


def straightforward(instance: Instance, budget: Budget) -> Outcome:
    """One model, one objective, one call; `gap` is of the objective, by its bound."""
    begun = time.perf_counter()
    model = build_model(instance)
    total: Term = 0
    rate = 1
    for tier in reversed(instance.beleid.tiers):
        points = tier_points(model, tier)
        total = rate * points + total
        rate *= most(points) + 1
    if rate >= LARGEST:
        raise OverflowError("the tiers do not fit in one objective")
    model.cp.maximize(total)
    first: list[float] = []
    solver, status = solve_model(model.cp, budget, lambda _, __: first.append(time.perf_counter() - begun))
    seconds = time.perf_counter() - begun
    solution = read(model, solver) if status in {cp_model.OPTIMAL, cp_model.FEASIBLE} else None
    gap = None
    if solution is not None:
        gap = 1 - solver.objective_value / solver.best_objective_bound
    ends = {int(cp_model.OPTIMAL): Status.OPTIMAL, int(cp_model.FEASIBLE): Status.FEASIBLE}
    end = ends.get(status, Status.UNKNOWN)
    report = check(instance, solution) if solution is not None else None
    nothing = (None,) * len(instance.beleid.tiers)
    return judged("straightforward", end, report, gap, Times(min(first, default=None), seconds), nothing)


def most(points: Term) -> int:
    """What an expression can be at most, by the bounds of its variables."""
    if isinstance(points, int):
        return points
    flat = cp_model.FlatIntExpr(points)
    ends = (
        max(coefficient * end for end in list(variable.proto.domain))
        for coefficient, variable in zip(flat.coeffs, flat.vars, strict=True)
    )
    return int(flat.offset + sum(ends))


def engine(instance: Instance, budget: Budget) -> Outcome:
    """The solver; `gap` is of the first tier that is still open."""
    begun = time.perf_counter()
    first: list[float] = []
    result = solve(instance, replace(budget, on_progress=lambda told: first.append(told.seconds)))
    seconds = time.perf_counter() - begun
    gaps = [tier.gap for tier in result.tiers if tier.value != tier.bound]
    bounds = tuple(tier.bound for tier in result.tiers)
    gap = gaps[0] if gaps else 0.0
    report = check(instance, result.solution) if result.solution is not None else None
    times = Times(min(first, default=None), seconds)
    return judged("engine", result.status, report, gap, times, bounds)

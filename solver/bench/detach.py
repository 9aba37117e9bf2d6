"""A groepsdetachering by one straightforward CP-SAT model and by the solver; every plan is checked.

The straightforward model is of all weeks, with the first tier as its only objective: what it is best at.
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from solver.bench.outcome import Outcome, Times, judged
from solver.cpsat import solve_model
from solver.groepsdetachering.build import build_model, tier_points
from solver.groepsdetachering.check import check
from solver.groepsdetachering.known import Known
from solver.groepsdetachering.model import everything
from solver.groepsdetachering.plan import Plan
from solver.groepsdetachering.reading import read
from solver.groepsdetachering.solution import Solution
from solver.groepsdetachering.solve import solve
from solver.result import Status

if TYPE_CHECKING:
    from solver.budget import Budget
    from solver.groepsdetachering.instance import Instance

ENDS = {int(cp_model.OPTIMAL): Status.OPTIMAL, int(cp_model.FEASIBLE): Status.FEASIBLE}


def compare(instance: Instance, budget: Budget, against: float) -> list[Outcome]:
    """Run both methods on one instance; `against` are the seconds of the straightforward one."""
    return [straightforward(instance, replace(budget, seconds=against)), engine(instance, budget)]


def straightforward(instance: Instance, budget: Budget) -> Outcome:
    """One model, one objective, one call; `first` is its first plan in which somebody works outside."""
    begun = time.perf_counter()
    known = Known(instance)
    model = build_model(known, Plan(instance, Solution()), everything(known))
    model.cp.maximize(tier_points(model, instance.beleid.tiers[0]))
    first: list[float] = []

    def tell(value: int, _bound: int) -> None:
        if value:
            first.append(time.perf_counter() - begun)

    left = max(0.0, budget.seconds - (time.perf_counter() - begun))
    solver, status = solve_model(model.cp, replace(budget, seconds=left), tell)
    seconds = time.perf_counter() - begun
    end = ENDS.get(status, Status.UNKNOWN)
    solution = read(model, solver.response_proto.solution) if status in ENDS else None
    gap = 1 - solver.objective_value / solver.best_objective_bound if solution is not None else None
    report = check(instance, solution) if solution is not None else None
    nothing = (None,) * len(instance.beleid.tiers)
    return judged("straightforward", end, report, gap, Times(min(first, default=None), seconds), nothing)


def engine(instance: Instance, budget: Budget) -> Outcome:
    """The solver; `gap` is of the first tier, `first` as above."""
    begun = time.perf_counter()
    told: list[tuple[float, int]] = []
    result = solve(
        instance, replace(budget, on_progress=lambda each: told.append((each.seconds, each.value)))
    )
    seconds = time.perf_counter() - begun
    first = [at for at, value in told if value]
    bounds = tuple(tier.bound for tier in result.tiers)
    report = check(instance, result.solution) if result.solution is not None else None
    times = Times(min(first, default=None), seconds)
    return judged("engine", result.status, report, result.tiers[0].gap, times, bounds)

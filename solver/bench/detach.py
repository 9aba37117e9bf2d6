"""A groepsdetachering by one straightforward CP-SAT model and by the solver; every plan is checked.

The straightforward model is of all weeks, with the first tier as its only objective: what it is best at.
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from solver.bench.outcome import Outcome
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

    def report(value: int, _bound: int) -> None:
        if value:
            first.append(time.perf_counter() - begun)

    left = max(0.0, budget.seconds - (time.perf_counter() - begun))
    solver, status = solve_model(model.cp, replace(budget, seconds=left), report)
    seconds = time.perf_counter() - begun
    end = ENDS.get(status, Status.UNKNOWN)
    solution = read(model, solver.response_proto.solution) if status in ENDS else None
    gap = 1 - solver.objective_value / solver.best_objective_bound if solution is not None else None
    return _judge(instance, "straightforward", end, solution, Times(first[:1], seconds), gap, ())


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
    times = Times(first[:1], seconds)
    return _judge(instance, "engine", result.status, result.solution, times, result.tiers[0].gap, bounds)


class Times:
    """When there was a first plan, if any, and the end."""

    def __init__(self, first: list[float], seconds: float) -> None:
        """In seconds from the beginning."""
        self.first = first[0] if first else None
        self.seconds = seconds


def _judge(
    instance: Instance,
    method: str,
    status: Status,
    solution: Solution | None,
    times: Times,
    gap: float | None,
    bounds: tuple[int | None, ...],
) -> Outcome:
    report = check(instance, solution) if solution is not None else None
    return Outcome(
        method=method,
        status=status,
        tiers=report.tiers if report else (),
        bounds=bounds or (None,) * len(instance.beleid.tiers),
        gap=gap,
        first=times.first,
        seconds=times.seconds,
        violations=len(report.violations) if report else 0,
    )

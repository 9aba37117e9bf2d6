"""Solve a matching instance: pairs, one scaled value for three tiers, the engine, bounds, the check."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from solver.budget import Budget, Stopwatch
from solver.matching.check import check
from solver.matching.pairs import Pairs, apply_pins, build_pairs, build_problem, scaled_values, stay_floor
from solver.matching.solution import Solution, Toewijzing
from solver.matching.tier_bounds import Reached, bound_tiers
from solver.matching.tiers import Scales, scale_tiers
from solver.matching.vorm import choose_vorm
from solver.matching.wishes import TIERS
from solver.result import Result, Status, TierResult
from solver.toewijzing.solve import UncheckedSolutionError
from solver.toewijzing.solve import solve as solve_toewijzing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.matching.instance import Instance

BOUNDS_SHARE = 0.2
BOUNDS_SECONDS = 2.5


def solve(instance: Instance, budget: Budget) -> Result[Solution]:
    """Find a plan within the budget: status, value, bound and gap per tier, checked before it leaves.

    Infeasible means that pins contradict rules or each other; relax.py tells which. Raises TierSizeError when
    the weights do not fit in an integer.
    """
    clock = Stopwatch(budget)
    pinned = apply_pins(build_pairs(instance))
    if pinned is None:
        return _without(Status.INFEASIBLE, clock)
    pairs, vloeren = pinned
    scales = scale_tiers(pairs.points, pairs.offsets)
    problem = build_problem(pairs, scaled_values(pairs, scales.rates))
    floor = stay_floor(pairs, problem)
    vloeren += () if floor is None else (floor,)
    found = solve_toewijzing(problem, replace(budget, seconds=_search_seconds(clock.left())), vloeren=vloeren)
    if found.solution is None:
        return _without(found.status, clock)
    solution = to_solution(instance, pairs, found.solution.paren)
    values = _checked_values(instance, solution)
    reached = Reached(paren=found.solution.paren, values=values, whole=found.bound)
    bounds = bound_tiers(pairs, problem, vloeren, scales, reached, budget, clock)
    return _result(solution, scales, values, bounds, clock)


def _search_seconds(left: float) -> float:
    """Keep some time to bound the tiers."""
    return left - min(BOUNDS_SHARE * left, BOUNDS_SECONDS)


def to_solution(instance: Instance, pairs: Pairs, paren: Sequence[int]) -> Solution:
    """Name the chosen pairs by ids and give each its plaatsingsvorm."""
    chosen = []
    for pair in paren:
        kandidaat = instance.kandidaten[int(pairs.kandidaat[pair])]
        plek = instance.plekken[int(pairs.plek[pair])]
        startweek = int(pairs.startweek[pair])
        vorm = choose_vorm(instance, kandidaat, plek, startweek)
        if vorm is None:
            raise UncheckedSolutionError(f"kandidaat {kandidaat.id} has no plaatsingsvorm at plek {plek.id}")
        chosen.append(Toewijzing(kandidaat=kandidaat.id, plek=plek.id, startweek=startweek, vorm=vorm))
    return Solution(toewijzingen=tuple(sorted(chosen)))


def _checked_values(instance: Instance, solution: Solution) -> tuple[int, ...]:
    """Let the checker replay everything; a broken rule is a defect of the model."""
    report = check(instance, solution)
    if report.violations:
        raise UncheckedSolutionError("; ".join(each.sentence for each in report.violations))
    return report.tiers


def _result(
    solution: Solution, scales: Scales, values: tuple[int, ...], bounds: tuple[int, ...], clock: Stopwatch
) -> Result[Solution]:
    tiers = tuple(
        TierResult(name=name, value=value, bound=bound)
        for name, value, bound in zip(TIERS, values, bounds, strict=True)
    )
    return Result(
        status=Status.OPTIMAL if values == bounds else Status.FEASIBLE,
        solution=solution,
        value=scales.combine(values),
        bound=scales.combine(bounds),
        tiers=tiers,
        seconds=clock.elapsed(),
    )


def _without(status: Status, clock: Stopwatch) -> Result[Solution]:
    tiers = tuple(TierResult(name=name, value=0, bound=None) for name in TIERS)
    return Result(status=status, solution=None, value=0, bound=0, tiers=tiers, seconds=clock.elapsed())

"""Solve a matching instance: pairs, one scaled value for three tiers, the engine, bounds, the check."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from solver.budget import Budget, Stopwatch
from solver.matching.check import check
from solver.matching.pairs import Pairs, apply_pins, build_pairs, build_problem, scaled_values, stay_floor
from solver.matching.progress import PlanProgress, follow
from solver.matching.soft import priced, soften
from solver.matching.solution import Solution, Toewijzing
from solver.matching.tier_bounds import Reached, bound_tiers
from solver.matching.tier_search import search_by_tiers
from solver.matching.tiers import Scales, scale_tiers
from solver.matching.vorm import choose_vorm
from solver.matching.wishes import TIERS
from solver.result import Result, Status, TierResult
from solver.toewijzing.prices import SIMPLEX_PAIRS
from solver.toewijzing.solve import UncheckedSolutionError
from solver.toewijzing.solve import solve as solve_toewijzing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from solver.matching.instance import Instance
    from solver.toewijzing.problem import Problem, Vloer

BOUNDS_SHARE = 0.2
BOUNDS_SECONDS = 2.5
# Doubles, in which prices are found, hold whole numbers up to this.
LARGEST_SUM = 1 << 53
MOST_PAIRS_AT_ONCE = SIMPLEX_PAIRS


def solve(
    instance: Instance, budget: Budget, watch: Callable[[PlanProgress], None] | None = None
) -> Result[Solution]:
    """Find a plan within the budget: status, value, bound and gap per tier, checked before it leaves.

    `watch` hears of every better plan per tier, in place of the scaled sums that `on_progress` hears.
    Infeasible means that pins contradict rules or each other; relax.py tells which. Raises TierSizeError when
    the weights do not fit in an integer.
    """
    clock = Stopwatch(budget)
    prepared = prepare(instance)
    if prepared is None:
        return without_plan(Status.INFEASIBLE, clock)
    pairs, problem, vloeren, scales = prepared
    if watch is not None:
        budget = replace(budget, on_progress=follow(pairs, scales, watch))
    if scales.total >= LARGEST_SUM or len(pairs) > MOST_PAIRS_AT_ONCE:
        return _solve_by_tiers(instance, pairs, problem, vloeren, scales, budget, clock)
    whole = priced(problem, scaled_values(pairs, scales.rates), scales.rates)
    found = solve_toewijzing(whole, replace(budget, seconds=_search_seconds(clock.left())), vloeren=vloeren)
    if found.solution is None:
        return without_plan(found.status, clock)
    solution = to_solution(instance, pairs, found.solution.paren)
    values = checked_values(instance, solution)
    reached = Reached(paren=found.solution.paren, values=values, whole=found.bound)
    bounds = bound_tiers(pairs, problem, vloeren, scales, reached, budget, clock)
    return make_result(solution, scales, values, bounds, clock)


class Prepared(NamedTuple):
    """Allowed pairs, the softened problem of the first tier, its hard floors, and the rates of the tiers."""

    pairs: Pairs
    problem: Problem
    vloeren: tuple[Vloer, ...]
    scales: Scales


def prepare(instance: Instance) -> Prepared | None:
    """Bring an instance in the form that is searched; None when a pin leaves its kandidaat nothing."""
    pinned = apply_pins(build_pairs(instance))
    if pinned is None:
        return None
    pairs, vloeren = pinned
    problem, prices = soften(pairs, build_problem(pairs, pairs.points[0]))
    floor = stay_floor(pairs, problem)
    vloeren += () if floor is None else (floor,)
    return Prepared(pairs, problem, vloeren, scale_tiers(pairs.points, pairs.offsets, prices))


def _solve_by_tiers(
    instance: Instance,
    pairs: Pairs,
    problem: Problem,
    vloeren: tuple[Vloer, ...],
    scales: Scales,
    budget: Budget,
    clock: Stopwatch,
) -> Result[Solution]:
    """Solve what is too large for one scaled value."""
    found = search_by_tiers(pairs, problem, vloeren, scales, budget, clock)
    if found.paren is None:
        return without_plan(found.status, clock)
    solution = to_solution(instance, pairs, found.paren)
    return make_result(solution, scales, checked_values(instance, solution), found.bounds, clock)


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


def checked_values(instance: Instance, solution: Solution) -> tuple[int, ...]:
    """Let the checker replay everything; a broken rule is a defect of the model."""
    report = check(instance, solution)
    if report.violations:
        raise UncheckedSolutionError("; ".join(each.sentence for each in report.violations))
    return report.tiers


def make_result(
    solution: Solution, scales: Scales, values: tuple[int, ...], bounds: tuple[int, ...], clock: Stopwatch
) -> Result[Solution]:
    """Give a plan with its values and bounds."""
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


def without_plan(status: Status, clock: Stopwatch) -> Result[Solution]:
    """Give a result without a plan."""
    tiers = tuple(TierResult(name=name, value=0, bound=None) for name in TIERS)
    return Result(status=status, solution=None, value=0, bound=0, tiers=tiers, seconds=clock.elapsed())

"""The same instance by today's practice, by greedy and by the solver; every plan checked by the checker."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from solver.matching.check import check
from solver.matching.pairs import build_pairs, build_problem, scaled_values
from solver.matching.solve import solve, to_solution
from solver.matching.tiers import scale_tiers
from solver.toewijzing.greedy import by_density, first_come

if TYPE_CHECKING:
    from collections.abc import Callable

    from solver.budget import Budget
    from solver.matching.instance import Instance
    from solver.matching.solution import Solution
    from solver.toewijzing.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One method's plan: value per tier, placed, gaps (None without a bound), seconds, broken rules."""

    method: str
    tiers: tuple[int, ...]
    placed: int
    gaps: tuple[float | None, ...]
    seconds: float
    violations: int


def compare(instance: Instance, budget: Budget) -> list[Outcome]:
    """Run every method on one instance."""
    outcomes = [
        _baseline("first come", instance, first_come),
        _baseline("greedy", instance, by_density),
    ]
    begun = time.perf_counter()
    result = solve(instance, budget)
    seconds = time.perf_counter() - begun
    if result.solution is not None:
        gaps = tuple(tier.gap for tier in result.tiers)
        outcomes.append(_judge("solve", instance, result.solution, gaps, seconds))
    return outcomes


def _baseline(name: str, instance: Instance, method: Callable[[Problem], tuple[int, ...]]) -> Outcome:
    begun = time.perf_counter()
    pairs = build_pairs(instance)
    rates = scale_tiers(pairs.points, pairs.offsets).rates
    chosen = method(build_problem(pairs, scaled_values(pairs, rates)))
    seconds = time.perf_counter() - begun
    return _judge(name, instance, to_solution(instance, pairs, chosen), (None, None, None), seconds)


def _judge(
    name: str, instance: Instance, solution: Solution, gaps: tuple[float | None, ...], seconds: float
) -> Outcome:
    report = check(instance, solution)
    return Outcome(
        method=name,
        tiers=report.tiers,
        placed=len(solution.toewijzingen),
        gaps=gaps,
        seconds=seconds,
        violations=len(report.violations),
    )


def table(outcomes: list[Outcome]) -> str:
    """Write the outcomes as a Markdown table."""
    lines = [
        "| method | placed | wachttermijn | geplaatst | gap | wensen | gap | seconds | broken rules |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for each in outcomes:
        term, placed, wishes = each.tiers
        cells = [
            each.method,
            each.placed,
            term,
            placed,
            _percent(each.gaps[1]),
            wishes,
            _percent(each.gaps[2]),
        ]
        cells += [f"{each.seconds:.2f}", each.violations]
        lines.append(f"| {' | '.join(str(cell) for cell in cells)} |")
    return "\n".join(lines)


def _percent(gap: float | None) -> str:
    return "" if gap is None else f"{100 * gap:.1f} %"

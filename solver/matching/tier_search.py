"""Tier by tier, with what the former ones reached as floors: for what is too large for one scaled value.

The price search is of the first order, so it does not get a tier right that another outweighs a thousandfold;
and a scaled sum of many people may not fit in an integer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from solver.budget import Progress
from solver.matching.soft import tier_floors, tier_problem
from solver.result import Status
from solver.toewijzing import check
from solver.toewijzing.solve import solve

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from solver.budget import Budget, Stopwatch
    from solver.matching.pairs import Pairs
    from solver.matching.tiers import Scales
    from solver.toewijzing.problem import Problem, Vloer

# What each tier may spend of what is left, and of the moves.
SECONDS = (0.2, 0.6, 1.0)
MOVES = (0.2, 0.5, 0.3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The plan that was found (None without one), and what was proven of each tier."""

    status: Status
    paren: tuple[int, ...] | None
    bounds: tuple[int, ...]


def search_by_tiers(
    pairs: Pairs,
    problem: Problem,
    vloeren: tuple[Vloer, ...],
    scales: Scales,
    budget: Budget,
    clock: Stopwatch,
) -> Found:
    """Make one tier after the other of a softened problem as large as can be."""
    paren: tuple[int, ...] = ()
    reached: list[int] = []
    bounds: list[int] = []
    for tier in range(len(pairs.points)):
        part = tier_problem(pairs, problem, tier)
        seconds = SECONDS[tier] * clock.left()
        moves = None if budget.moves is None else MOVES[tier] * budget.moves
        report = _reporter(budget, scales, tuple(reached), tuple(bounds), clock)
        share = replace(budget, seconds=seconds, moves=moves, on_progress=report)
        result = solve(part, share, vloeren=vloeren, start=paren)
        if result.solution is None:
            if not paren:
                return Found(status=result.status, paren=None, bounds=())
            reached.append(check.value(part, paren))
            bounds.append(scales.largest[tier])
            continue
        paren = result.solution.paren
        reached.append(result.value)
        bounds.append(result.bound)
        vloeren += tier_floors(pairs, problem, tier, result.value)
    return Found(status=Status.FEASIBLE, paren=paren, bounds=tuple(bounds))


def _reporter(
    budget: Budget, scales: Scales, reached: Sequence[int], bounds: Sequence[int], clock: Stopwatch
) -> Callable[[Progress], None] | None:
    """Tell progress of a tier as progress of all: later tiers are nothing yet, and could be all there is."""
    hear = budget.on_progress
    if hear is None:
        return None

    def report(step: Progress) -> None:
        later = slice(len(reached) + 1, None)
        value = scales.combine((*reached, step.value, *scales.least[later]))
        bound = scales.combine((*bounds, step.bound, *scales.largest[later]))
        hear(Progress(seconds=clock.elapsed(), value=value, bound=bound))

    return report

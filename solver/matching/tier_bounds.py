"""What is proven per tier: no plan that is as good in the earlier tiers passes the bound of a tier.

A tier's bound is the best of four: the best pair of everyone, the bound on the whole once earlier tiers are
proven, a Lagrangian bound of the tier alone with the reached values of earlier tiers as floors, and, for the
first tier that is still open, what CP-SAT proves of the same.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from solver.matching.soft import tier_floors, tier_problem
from solver.toewijzing.bound import prove_bound
from solver.toewijzing.prove import prove_by_search
from solver.toewijzing.solve import UncheckedSolutionError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.budget import Budget, Stopwatch
    from solver.matching.pairs import Pairs
    from solver.matching.tiers import Scales
    from solver.toewijzing.problem import Problem, Vloer

SEARCH_SHARE = 0.5
MOVES_SHARE = 0.1
CANCELLED_SECONDS = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """The chosen pairs, their value per tier, and a proven bound on the scaled sum of all tiers."""

    paren: Sequence[int]
    values: tuple[int, ...]
    whole: int


def bound_tiers(
    pairs: Pairs,
    problem: Problem,
    vloeren: tuple[Vloer, ...],
    scales: Scales,
    reached: Reached,
    budget: Budget,
    clock: Stopwatch,
    *,
    search: bool = True,
) -> tuple[int, ...]:
    """Bound every tier of a softened problem within what the clock leaves.

    CP-SAT is left out unless it may `search`. Raises UncheckedSolutionError for a passed bound.
    """
    bounds: list[int] = []
    left = reached.whole
    for tier, value in enumerate(reached.values):
        proven = all(bound == former for bound, former in zip(bounds, reached.values, strict=False))
        bound = scales.bound_of(tier, left) if proven else scales.largest[tier]
        part = tier_problem(pairs, problem, tier)
        if bound > value:
            seconds = min(clock.left(), CANCELLED_SECONDS) if budget.cancelled() else clock.left()
            found = prove_bound(part, seconds / (len(reached.values) - tier), vloeren)
            bound = bound if found is None else min(bound, found)
        if search and bound > value and proven and not clock.is_over():
            moves = None if budget.moves is None else MOVES_SHARE * budget.moves
            share = replace(budget, seconds=SEARCH_SHARE * clock.left(), moves=moves)
            found = prove_by_search(part, share, vloeren, reached.paren)
            bound = bound if found is None else min(bound, found)
        if bound < value:
            raise UncheckedSolutionError(f"tier {tier} is bounded by {bound} and reaches {value}")
        bounds.append(bound)
        left -= scales.rates[tier] * value
        vloeren += tier_floors(pairs, problem, tier, value)
    return tuple(bounds)

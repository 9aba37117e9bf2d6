"""What is proven per tier: no plan that is as good in the earlier tiers passes the bound of a tier.

A tier's bound is the best of three: the best pair of everyone, the bound on the whole once earlier tiers are
proven, and a Lagrangian bound of the tier alone with the reached values of earlier tiers as floors.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from solver.toewijzing.bound import prove_bound
from solver.toewijzing.problem import Vloer

if TYPE_CHECKING:
    from solver.budget import Stopwatch
    from solver.matching.pairs import Pairs
    from solver.matching.tiers import Scales
    from solver.toewijzing.problem import Problem


def bound_tiers(
    pairs: Pairs,
    problem: Problem,
    vloeren: tuple[Vloer, ...],
    scales: Scales,
    values: tuple[int, ...],
    whole: int,
    clock: Stopwatch,
) -> tuple[int, ...]:
    """Bound every tier; `whole` is a proven bound on the scaled sum of all tiers."""
    bounds: list[int] = []
    left = whole
    for tier, value in enumerate(values):
        proven = all(bound == reached for bound, reached in zip(bounds, values, strict=False))
        bound = min(scales.largest[tier], left // scales.rates[tier]) if proven else scales.largest[tier]
        if bound > value:
            part = replace(problem, waarde=pairs.points[tier])
            seconds = clock.left() / (len(values) - tier)
            found = prove_bound(part, seconds, vloeren)
            bound = bound if found is None else min(bound, found)
        bounds.append(max(bound, value))
        left -= scales.rates[tier] * value
        vloeren = (*vloeren, Vloer(gewicht=pairs.points[tier], minstens=value))
    return tuple(bounds)

"""What a search tells while it works: value and bound per tier, and how many people surely have a plek."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from solver.matching.wishes import TIERS
from solver.result import TierResult

if TYPE_CHECKING:
    from collections.abc import Callable

    from solver.arrays import IntArray
    from solver.budget import Progress
    from solver.matching.pairs import Pairs
    from solver.matching.tiers import Scales

WACHTTERMIJN, GEPLAATST = TIERS.index("wachttermijn"), TIERS.index("geplaatst")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanProgress:
    """The best plan so far; `least_placed` is the fewest people that can give its value."""

    seconds: float
    tiers: tuple[TierResult, ...]
    least_placed: int


def follow(pairs: Pairs, scales: Scales, watch: Callable[[PlanProgress], None]) -> Callable[[Progress], None]:
    """Tell `watch` of every plan that gives somebody a plek."""
    late, other = _most_points(pairs)

    def tell(step: Progress) -> None:
        values = scales.split(step.value)
        if values[GEPLAATST] <= scales.least[GEPLAATST]:
            return
        bounds = scales.split_bound(values, step.bound)
        tiers = (
            TierResult(name=name, value=value, bound=bound)
            for name, value, bound in zip(TIERS, values, bounds, strict=True)
        )
        waited = min(values[WACHTTERMIJN], len(late) - 1)  # CP-SAT tells of large sums in doubles
        rest = values[GEPLAATST] - int(late[waited])
        least = max(1, waited + int(np.searchsorted(other, rest)))
        watch(PlanProgress(seconds=step.seconds, tiers=tuple(tiers), least_placed=least))

    return tell


def _most_points(pairs: Pairs) -> tuple[IntArray, IntArray]:
    """The most points of tier geplaatst that so many people give: past the waiting term, and others."""
    filled = pairs.offsets[:-1][np.diff(pairs.offsets) > 0]
    is_late, points = (
        np.maximum.reduceat(pairs.points[tier], filled) if len(filled) else pairs.points[tier]
        for tier in (WACHTTERMIJN, GEPLAATST)
    )
    return _sums(points[is_late > 0]), _sums(points[is_late == 0])


def _sums(points: IntArray) -> IntArray:
    """What the first so many give, the largest first."""
    return np.concatenate([[0], np.cumsum(np.sort(points)[::-1])])

"""Mend a plan of matching after people decided: who is not touched stays; checked and bounded as any plan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from solver.budget import Stopwatch
from solver.matching.pairs import pairs_at, scaled_values
from solver.matching.soft import priced
from solver.matching.solve import checked_values, make_result, prepare, solve, to_solution, without_plan
from solver.matching.tier_bounds import Reached, bound_tiers
from solver.matching.wishes import TIERS
from solver.result import Status
from solver.toewijzing.lagrange import zero_prices
from solver.toewijzing.replan import replan
from solver.toewijzing.validate import LIMIT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from solver.arrays import IntArray
    from solver.budget import Budget
    from solver.matching.instance import Instance, Paar
    from solver.matching.pairs import Pairs
    from solver.matching.progress import PlanProgress
    from solver.matching.solution import Solution
    from solver.result import Result

# Who stays is worth a quarter of the points of someone who is placed and has not waited.
BONUS = 25
PLACED = TIERS.index("geplaatst")
BOUNDS_SECONDS = 1.0


def mend(
    instance: Instance,
    plan: Sequence[Paar],
    budget: Budget,
    watch: Callable[[PlanProgress], None] | None = None,
) -> Result[Solution]:
    """Give a plan near to this one that holds for the instance as it is now.

    Pairs that are no longer allowed are dropped; a startweek that is gone gives way to the nearest.
    Infeasible means what it means of `solve`. What does not fit in one scaled integer is solved anew, and
    only then `watch` hears of better plans.
    """
    clock = Stopwatch(budget)
    prepared = prepare(instance)
    if prepared is None:
        return without_plan(Status.INFEASIBLE, clock)
    pairs, problem, vloeren, scales = prepared
    bonus = BONUS * scales.rates[PLACED]
    if scales.total + bonus * problem.kandidaten >= LIMIT:
        return solve(instance, budget, watch)
    former = pairs_at(pairs, plan)
    whole = priced(problem, scaled_values(pairs, scales.rates), scales.rates)
    found = replan(
        whole,
        former[former >= 0].tolist(),
        zero_prices(whole, len(vloeren)),
        replace(budget, seconds=clock.left()),
        vloeren=vloeren,
        bonus=bonus,
        nabij=_near(pairs, plan, former),
    )
    if found.paren is None:
        return without_plan(found.status, clock)
    solution = to_solution(instance, pairs, found.paren)
    values = checked_values(instance, solution)
    reached = Reached(paren=found.paren, values=values, whole=scales.combine(scales.largest))
    bounding = Stopwatch(replace(budget, seconds=min(clock.left(), BOUNDS_SECONDS)))
    bounds = bound_tiers(pairs, problem, vloeren, scales, reached, budget, bounding, search=False)
    return make_result(solution, scales, values, bounds, clock)


def _near(pairs: Pairs, plan: Sequence[Paar], former: IntArray) -> list[int]:
    """Who stood where they no longer can, and who has no pair and could have a plek that came free."""
    instance = pairs.columns.instance
    kandidaten = {row.id: index for index, row in enumerate(instance.kandidaten)}
    plekken = {row.id: index for index, row in enumerate(instance.plekken)}
    kept = {instance.kandidaten[index].id for index in np.flatnonzero(former >= 0).tolist()}
    gone = [paar for paar in plan if paar.kandidaat not in kept]
    free = [plekken[paar.plek] for paar in gone if paar.plek in plekken]
    waiting = pairs.kandidaat[(former[pairs.kandidaat] < 0) & np.isin(pairs.plek, free)]
    lost = [kandidaten[paar.kandidaat] for paar in gone if paar.kandidaat in kandidaten]
    return sorted({*lost, *waiting.tolist()})

"""What no plan has more of: week by week, as if each were alone and growth had gone as fast as it can."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from ortools.sat.python import cp_model

from solver.cpsat import solve_model
from solver.groepsdetachering.build import build_model, tier_points
from solver.groepsdetachering.known import Known
from solver.groepsdetachering.medewerker import Stap
from solver.groepsdetachering.model import Window
from solver.groepsdetachering.plan import Plan
from solver.groepsdetachering.search.relaxation import Relaxation, steps_of
from solver.groepsdetachering.search.worths import OF_DAYS
from solver.groepsdetachering.solution import Solution
from solver.groepsdetachering.wishes import WISHES
from solver.validate import require

# Points, and bounds of weeks in 65,536ths of them, are counted in 64 bits.
MOST_POINTS = 1 << 60
MOST_POINTS_OF_DAYS = 1 << 44

if TYPE_CHECKING:
    from collections.abc import Iterator

    from solver.budget import Budget, Stop
    from solver.groepsdetachering.instance import Medewerker, Tier
    from solver.groepsdetachering.search.tables import Tables


def most_of(known: Known, tier: Tier) -> int:
    """What no plan has more points than in a tier, each wish by itself; refuses what cannot be counted."""
    most = sum(weight * WISHES[name].most(known) for name, weight in tier.gewichten.items())
    require(
        most <= (MOST_POINTS_OF_DAYS if is_by_week(tier) else MOST_POINTS),
        f"tier {tier.name}: too many points",
    )
    return most


def is_by_week(tier: Tier) -> bool:
    """Whether the points of a tier are a sum over weeks of what a week gives by itself."""
    return tier.gewichten.keys() <= set(OF_DAYS)


def linear_bounds(tables: Tables, tier: Tier, stop: Stop) -> Iterator[int]:
    """A bound of each week by linear relaxation, for a tier of days; ends when it is stopped."""
    known = tables.known
    promised, filled = (tier.gewichten.get(name, 0) for name in OF_DAYS)
    people = len(known.medewerkers)
    steps = steps_of(
        [
            (
                number,
                [
                    (min(row.toegezegd, people), promised * row.waarde),
                    (min(row.gevraagd, people), filled * row.waarde),
                ],
            )
            for number, row in enumerate(known.instance.opdrachten)
        ]
    )
    nothing_done = {each.id: 0 for each in known.instance.medewerkers}
    for week in range(known.instance.weken):
        if stop():
            return
        kern = tables.week(week, Solution(), nothing_done, is_free=True)
        cap = [known.most_days[each.id, week] for each in known.instance.medewerkers]
        relaxation = Relaxation(kern._replace(cap=np.array(cap, dtype=np.int64)), steps)
        prices = relaxation.prices(stop)
        if prices is None:
            return
        yield relaxation.bound(prices)


def week_bound(known: Known, tier: Tier, week: int, budget: Budget) -> int:
    """What a week can give in a tier, by CP-SAT as if nothing were in the other weeks."""
    instance = known.instance
    grown = tuple(_grown(known, each, week) for each in instance.medewerkers)
    alone = Known(replace(instance, medewerkers=grown, max_plaatsen=None, max_mensen=None))
    window = Window(range(week, week + 1), frozenset(alone.medewerkers), frozenset(alone.opdrachten))
    model = build_model(alone, Plan(alone.instance, Solution()), window, coarse=True)
    model.cp.maximize(tier_points(model, tier))
    solver, status = solve_model(model.cp, budget)
    if status == cp_model.INFEASIBLE:
        return 0
    return proven(model.cp, solver)


def _grown(known: Known, person: Medewerker, week: int) -> Medewerker:
    """Somebody on the step that could be reached by a week."""
    most = max(1, known.most_days[person.id, week])
    return replace(person, opbouw=(Stap(dagen=most),), volgehouden=0)


def proven(model: cp_model.CpModel, solver: cp_model.CpSolver) -> int:
    """The bound in integers: CP-SAT minimises the negative, without the constants of the points."""
    constants = round(model.proto.objective.offset)
    return -int(solver.response_proto.inner_objective_lower_bound) - constants

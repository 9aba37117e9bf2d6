"""When no plan exists: the fewest rules to give up, and a plan that keeps all others.

Every rule but wet may be given up for somebody or something (the minutes of one praktijkopleider, one
leerdoel of one deelnemer); CP-SAT finds the fewest. The plan proves that it can be done, the checker tells
what of it breaks a rule and by how much, and CP-SAT's bound that fewer would not do. Of all plans that give
up as few it first holds what people said no to, then is near the published one, then good by the wishes, as
far as the time goes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from solver.budget import Stopwatch
from solver.cpsat import solve_model
from solver.roulatie.check import check
from solver.roulatie.solve import build_model, give_hint, read, tier_points
from solver.roulatie.wishes import LARGE
from solver.tiers import Tier

if TYPE_CHECKING:
    from solver.budget import Budget
    from solver.roulatie.instance import Instance
    from solver.roulatie.model import Model
    from solver.roulatie.solution import Solution
    from solver.rule import Violation

# Of the time, so much at most is for the fewest.
FEWEST_SHARE = 0.6
STAYS = Tier(name="stabiliteit", gewichten={"stabiliteit": 1})
# What people said no to: given up last.
OF_PEOPLE = frozenset({"verboden", "apart"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Opgave:
    """What is given up: a plan, the sentences it breaks, how many rules that are, and the fewest proven."""

    solution: Solution
    violations: tuple[Violation, ...]
    number: int
    least: int


def relax(instance: Instance, budget: Budget) -> Opgave | None:
    """Find the plan that gives up the fewest rules; None when wet alone allows no plan, or none was found."""
    clock = Stopwatch(budget)
    model = build_model(instance, gives=True)
    given_up = sum(model.given_up.values())
    model.cp.minimize(given_up)
    solver, status = solve_model(model.cp, replace(budget, seconds=FEWEST_SHARE * clock.left()))
    if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return None
    solution = read(model, solver)
    number = round(solver.objective_value)
    model.cp.add(given_up <= number)
    solution = _improve(model, solution, budget, clock)
    return Opgave(
        solution=solution,
        violations=check(instance, solution).violations,
        number=number,
        least=number
        if status == cp_model.OPTIMAL
        else int(solver.response_proto.inner_objective_lower_bound),
    )


def _improve(model: Model, solution: Solution, budget: Budget, clock: Stopwatch) -> Solution:
    """Hold what people said no to, keep what is published, look at the tiers: a share of the time each."""
    tiers = [*([STAYS] if model.instance.vorige else []), *model.instance.beleid.tiers]
    wanted = [
        -sum(variable for (rule, *_), variable in model.given_up.items() if rule in OF_PEOPLE),
        *(tier_points(model, tier) for tier in tiers if not tier.gewichten.keys() & LARGE.keys()),
    ]
    for place, points in enumerate(wanted):
        if clock.is_over():
            break
        model.cp.maximize(points)
        give_hint(model, solution)
        share = replace(budget, seconds=clock.left() / (len(wanted) - place))
        solver, status = solve_model(model.cp, share)
        if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            break
        solution = read(model, solver)
        model.cp.add(points >= round(solver.objective_value))
    return solution

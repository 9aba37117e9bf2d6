"""When no plan exists: the fewest rules to give up, and a plan that keeps all others.

Every rule but wet may be given up for somebody or something (the minutes of one praktijkopleider, one
leerdoel of one deelnemer); CP-SAT finds the fewest. The plan proves that it can be done, the checker tells
what of it breaks a rule and by how much, and CP-SAT's bound that fewer would not do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from solver.cpsat import solve_model
from solver.roulatie.check import check
from solver.roulatie.solve import build_model, read

if TYPE_CHECKING:
    from solver.budget import Budget
    from solver.roulatie.instance import Instance
    from solver.roulatie.solution import Solution
    from solver.rule import Violation


@dataclass(frozen=True, slots=True, kw_only=True)
class Opgave:
    """What is given up: a plan, the sentences it breaks, how many rules that are, and the fewest proven."""

    solution: Solution
    violations: tuple[Violation, ...]
    number: int
    least: int


def relax(instance: Instance, budget: Budget) -> Opgave | None:
    """Find the plan that gives up the fewest rules; None when wet alone allows no plan, or none was found."""
    model = build_model(instance, gives=True)
    model.cp.minimize(sum(model.given_up.values()))
    solver, status = solve_model(model.cp, budget)
    if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return None
    solution = read(model, solver)
    number = round(solver.objective_value)
    return Opgave(
        solution=solution,
        violations=check(instance, solution).violations,
        number=number,
        least=number
        if status == cp_model.OPTIMAL
        else int(solver.response_proto.inner_objective_lower_bound),
    )

"""Replays every rule and recomputes every wish over a whole plan, in plain Python and without the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.result import Report
from solver.roulatie.cell_rules import CELL_RULES
from solver.roulatie.instance import Cel
from solver.roulatie.plan import Plan
from solver.roulatie.plan_rules import PLAN_RULES
from solver.roulatie.solution import Solution
from solver.roulatie.wishes import WISHES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.roulatie.instance import Instance
    from solver.roulatie.rule import CellRule, PlanRule
    from solver.rule import Violation


def check(instance: Instance, solution: Solution) -> Report:
    """Check a plan against all rules; one without violations is a valid plan."""
    plan = Plan(instance, solution)
    wishes = {name: wish.value(plan) for name, wish in WISHES.items()}
    return Report(
        violations=tuple(violations(plan)),
        wishes=wishes,
        tiers=tuple(
            sum(weight * wishes[name] for name, weight in tier.gewichten.items())
            for tier in instance.beleid.tiers
        ),
    )


def violations(plan: Plan) -> list[Violation]:
    """Ask every rule about a plan."""
    return _ask(CELL_RULES, plan) + _ask(PLAN_RULES, plan)


def violations_elsewhere(
    plan: Plan, deelnemer: int, blok: int, plekken: Iterable[int]
) -> list[list[Violation]]:
    """The same of the plan with somebody at each of these plekken in a block.

    A cell rule looks at one cell, whatever else the plan holds: so these are asked of the other cells once.
    """
    others = [each for each in plan.cellen if (each.deelnemer, each.blok) != (deelnemer, blok)]
    kept = _ask(CELL_RULES, Plan(plan.instance, Solution(cellen=tuple(others))))
    found = []
    for plek in plekken:
        cel = Cel(deelnemer=deelnemer, blok=blok, plek=plek)
        own = _ask(CELL_RULES, Plan(plan.instance, Solution(cellen=(cel,))))
        found.append(kept + own + _ask(PLAN_RULES, plan.elsewhere(cel)))
    return found


def _ask(rules: Iterable[CellRule | PlanRule], plan: Plan) -> list[Violation]:
    """What is wrong with a plan by these rules."""
    return [broken for rule in rules for broken in rule.violations(plan)]

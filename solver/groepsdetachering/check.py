"""Replays every rule and recomputes every wish over a whole plan, in plain Python and without the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.groepsdetachering.cell_rules import CELL_RULES
from solver.groepsdetachering.plan import Plan
from solver.groepsdetachering.plan_rules import PLAN_RULES
from solver.groepsdetachering.wishes import WISHES
from solver.result import Report

if TYPE_CHECKING:
    from solver.groepsdetachering.instance import Instance
    from solver.groepsdetachering.solution import Solution
    from solver.rule import Violation


def check(instance: Instance, solution: Solution) -> Report:
    """Check a plan against all rules; one without violations is a valid plan."""
    plan = Plan(instance, solution)
    wishes = {name: wish.value(plan) for name, wish in WISHES.items()}
    return Report(violations=tuple(violations(plan)), wishes=wishes, tiers=tier_values(plan))


def violations(plan: Plan) -> list[Violation]:
    """Ask every rule about a plan."""
    return [broken for rule in (*CELL_RULES, *PLAN_RULES) for broken in rule.violations(plan)]


def tier_values(plan: Plan) -> tuple[int, ...]:
    """The points of a plan per tier."""
    return tuple(
        sum(weight * WISHES[name].value(plan) for name, weight in tier.gewichten.items())
        for tier in plan.instance.beleid.tiers
    )

"""Stability: a point for every cell of the published plan that stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.roulatie.model import Model, Term
    from solver.roulatie.plan import Plan

NAME = "stabiliteit"


def points(model: Model) -> Term:
    """The cells that were."""
    return sum(model.at(cel.deelnemer, cel.plek, cel.blok) for cel in set(model.instance.vorige))


def value(plan: Plan) -> int:
    """Count the cells that were and are."""
    return sum(1 for cel in set(plan.instance.vorige) if plan.at[cel.deelnemer].get(cel.blok) == cel.plek)

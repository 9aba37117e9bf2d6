"""Stability: a point for every cell of the published plan that stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.roulatie.model import Model, Term
    from solver.roulatie.plan import Plan
    from solver.roulatie.possible import Possible
    from solver.roulatie.routes.points import Points

NAME = "stabiliteit"


def points(model: Model) -> Term:
    """The cells that were."""
    return sum(model.at(cel.deelnemer, cel.plek, cel.blok) for cel in set(model.instance.vorige))


def route(points: Points, weight: int) -> None:
    """The cells that were."""
    members = {each.id for each in points.unit.members}
    place = {blok.id: block for block, blok in enumerate(points.unit.blokken)}
    for cel in set(points.unit.instance.vorige):
        if cel.deelnemer in members and cel.blok in place:
            points.of_plek(cel.plek)[place[cel.blok] : place[cel.blok] + 1] += weight


def most(possible: Possible) -> int:
    """The cells that were and may be."""
    return sum(
        cel.plek in {plek.id for plek in possible.plekken.get((cel.deelnemer, cel.blok), ())}
        for cel in set(possible.instance.vorige)
    )


def value(plan: Plan) -> int:
    """Count the cells that were and are."""
    return sum(1 for cel in set(plan.instance.vorige) if plan.at[cel.deelnemer].get(cel.blok) == cel.plek)

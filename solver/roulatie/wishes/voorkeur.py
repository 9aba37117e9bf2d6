"""Preference: the points that each deelnemer gives to the plekken where it comes, block by block."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.roulatie.model import Model, Term
    from solver.roulatie.plan import Plan
    from solver.roulatie.possible import Possible
    from solver.roulatie.routes.points import Points

NAME = "voorkeur"


def points(model: Model) -> Term:
    """The wish for the plek of each cell."""
    return sum(
        each.wens * model.at(deelnemer.id, each.plek, blok.id)
        for deelnemer in model.instance.deelnemers
        for each in deelnemer.voorkeuren
        for blok in model.own[deelnemer.id]
    )


def route(points: Points, weight: int) -> None:
    """The wish for the plek in each block."""
    for deelnemer in points.unit.members:
        for each in deelnemer.voorkeuren:
            points.of_plek(each.plek)[:] += weight * each.wens


def most(possible: Possible) -> int:
    """The dearest plek of each cell."""
    total = 0
    for deelnemer in possible.instance.deelnemers:
        wens = {each.plek: each.wens for each in deelnemer.voorkeuren}
        for _, plekken in possible.stops(deelnemer):
            total += max((wens.get(plek.id, 0) for plek in plekken), default=0)
    return total


def value(plan: Plan) -> int:
    """Sum the wishes for the plekken of all cells."""
    total = 0
    for deelnemer, _, plek in plan.cells():
        total += sum(each.wens for each in deelnemer.voorkeuren if each.plek == plek.id)
    return total

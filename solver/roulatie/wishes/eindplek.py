"""A good end: how well the plek of somebody's last block suits as a lasting place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.roulatie.model import Model, Term
    from solver.roulatie.plan import Plan
    from solver.roulatie.possible import Possible
    from solver.roulatie.routes.points import Points

NAME = "eindplek"


def points(model: Model) -> Term:
    """The points of the plek in each last own block."""
    return sum(
        each.eindplek * model.at(deelnemer.id, each.plek, model.own[deelnemer.id][-1].id)
        for deelnemer in model.instance.deelnemers
        if model.own[deelnemer.id]
        for each in deelnemer.voorkeuren
    )


def route(points: Points, weight: int) -> None:
    """The points of the plek in the last block."""
    for deelnemer in points.unit.members:
        for each in deelnemer.voorkeuren:
            points.of_plek(each.plek)[-1:] += weight * each.eindplek


def most(possible: Possible) -> int:
    """The best plek of each last block."""
    total = 0
    for deelnemer in possible.instance.deelnemers:
        stops = list(possible.stops(deelnemer))
        here = {plek.id for plek in stops[-1][1]} if stops else set()
        total += max((each.eindplek for each in deelnemer.voorkeuren if each.plek in here), default=0)
    return total


def value(plan: Plan) -> int:
    """Look where everyone ends."""
    total = 0
    for deelnemer in plan.instance.deelnemers:
        own = [blok for blok in plan.instance.blokken if deelnemer.weken_in(blok.weken)]
        end = plan.at[deelnemer.id].get(own[-1].id) if own else None
        total += sum(each.eindplek for each in deelnemer.voorkeuren if each.plek == end)
    return total

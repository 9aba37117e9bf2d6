"""Fair travel: how far who travels most (a trip in each block, in minutes) stays below what anybody may."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.roulatie.instance import Instance
    from solver.roulatie.model import Model, Term
    from solver.roulatie.plan import Plan
    from solver.roulatie.possible import Possible

NAME = "reizen"


def ceiling(instance: Instance) -> int:
    """What anybody may travel in all blocks together, in minutes."""
    blocks = {
        each.id: sum(1 for blok in instance.blokken if each.weken_in(blok.weken))
        for each in instance.deelnemers
    }
    return max((each.max_minuten * blocks[each.id] for each in instance.deelnemers), default=0)


def points(model: Model) -> Term:
    """The room below the ceiling that all leave."""
    instance = model.instance
    top = ceiling(instance)
    room = model.cp.new_int_var(0, top, "")
    for deelnemer in instance.deelnemers:
        minutes = instance.reistabel.minuten[deelnemer.vervoermiddel][deelnemer.zone]
        travelled = sum(
            (minutes[plek.zone] or 0) * model.at(deelnemer.id, plek.id, blok.id)
            for plek in instance.plekken
            for blok in model.own[deelnemer.id]
        )
        model.cp.add(room + travelled <= top)
    return room


def most(possible: Possible) -> int:
    """Where everyone is always as near as may be."""
    instance = possible.instance
    farthest = 0
    for deelnemer in instance.deelnemers:
        way = instance.reistabel.minuten[deelnemer.vervoermiddel][deelnemer.zone]
        nearest = (
            min((way[plek.zone] or 0 for plek in plekken), default=0)
            for _, plekken in possible.stops(deelnemer)
        )
        farthest = max(farthest, sum(nearest))
    return max(0, ceiling(instance) - farthest)


def value(plan: Plan) -> int:
    """Find who travels most."""
    most = 0
    for deelnemer in plan.instance.deelnemers:
        way = plan.instance.reistabel.minuten[deelnemer.vervoermiddel][deelnemer.zone]
        most = max(most, sum(way[plek.zone] or 0 for _, plek in plan.stops(deelnemer)))
    return max(0, ceiling(plan.instance) - most)

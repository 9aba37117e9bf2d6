"""Fair travel: how far who travels most (a trip in each block, in minutes) stays below what anybody may."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.roulatie.model import Model, Term
    from solver.roulatie.plan import Plan
    from solver.roulatie.possible import Possible

NAME = "reizen"


def points(model: Model) -> Term:
    """The room below the ceiling that all leave."""
    instance = model.instance
    ceiling = max((each.max_minuten * len(model.own[each.id]) for each in instance.deelnemers), default=0)
    room = model.cp.new_int_var(0, ceiling, "")
    for deelnemer in instance.deelnemers:
        minutes = instance.reistabel.minuten[deelnemer.vervoermiddel][deelnemer.zone]
        travelled = sum(
            (minutes[plek.zone] or 0) * model.at(deelnemer.id, plek.id, blok.id)
            for plek in instance.plekken
            for blok in model.own[deelnemer.id]
        )
        model.cp.add(room + travelled <= ceiling)
    return room


def most(possible: Possible) -> int:
    """Where everyone is always as near as may be."""
    instance = possible.instance
    ceiling = farthest = 0
    for deelnemer in instance.deelnemers:
        stops = list(possible.stops(deelnemer))
        way = instance.reistabel.minuten[deelnemer.vervoermiddel][deelnemer.zone]
        ceiling = max(ceiling, deelnemer.max_minuten * len(stops))
        nearest = (min((way[plek.zone] or 0 for plek in plekken), default=0) for _, plekken in stops)
        farthest = max(farthest, sum(nearest))
    return max(0, ceiling - farthest)


def value(plan: Plan) -> int:
    """Find who travels most."""
    ceiling = most = 0
    for deelnemer in plan.instance.deelnemers:
        blocks = sum(1 for blok in plan.instance.blokken if deelnemer.weken_in(blok.weken))
        ceiling = max(ceiling, deelnemer.max_minuten * blocks)
        way = plan.instance.reistabel.minuten[deelnemer.vervoermiddel][deelnemer.zone]
        most = max(most, sum(way[plek.zone] or 0 for _, plek in plan.stops(deelnemer)))
    return max(0, ceiling - most)

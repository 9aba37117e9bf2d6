"""Coverage early: a point for every block at whose end an agreed werkproces has been practised."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.roulatie.model import Model, Term
    from solver.roulatie.plan import Plan
    from solver.roulatie.possible import Possible
    from solver.roulatie.routes.points import Points

NAME = "dekking"


def points(model: Model) -> Term:
    """A boolean for each leerdoel and block; it needs a cell so far that teaches the werkproces."""
    total: list[Term] = []
    for deelnemer in model.instance.deelnemers:
        own = model.own[deelnemer.id]
        for doel in deelnemer.leerdoelen:
            if doel.geoefend:
                total.append(len(own))
                continue
            so_far: list[Term] = []
            for blok in own:
                so_far += model.teaching(deelnemer.id, blok.id, doel.werkproces)
                if so_far:
                    practised = model.cp.new_bool_var("")
                    model.cp.add(practised <= sum(so_far))
                    total.append(practised)
    return sum(total)


def route(points: Points, weight: int) -> None:
    """A bit of a goal gives them in every block from where it is set."""
    for deelnemer in points.unit.members:
        for doel in deelnemer.leerdoelen:
            if doel.geoefend:
                points.always += weight * len(points.unit.blokken)
            else:
                points.gain[points.unit.bit(deelnemer.id, doel.werkproces)] += weight


def most(possible: Possible) -> int:
    """Each leerdoel in the first block in which somebody teaches it where the deelnemer may be."""
    total = 0
    for deelnemer in possible.instance.deelnemers:
        seen = {each.werkproces for each in deelnemer.leerdoelen if each.geoefend}
        for blok, plekken in possible.stops(deelnemer):
            seen |= {
                doel.werkproces
                for doel in deelnemer.leerdoelen
                if any(
                    (deelnemer.id, plek.id, blok.id, doel.werkproces) in possible.weeks for plek in plekken
                )
            }
            total += sum(1 for doel in deelnemer.leerdoelen if doel.werkproces in seen)
    return total


def value(plan: Plan) -> int:
    """Count over all leerdoelen the blocks from the first in which it is practised."""
    total = 0
    for deelnemer in plan.instance.deelnemers:
        own = [blok for blok in plan.instance.blokken if deelnemer.weken_in(blok.weken)]
        seen = {each.werkproces for each in deelnemer.leerdoelen if each.geoefend}
        for blok in own:
            where = plan.at[deelnemer.id].get(blok.id)
            if where is not None:
                seen.update(plan.practised(deelnemer, blok, plan.plekken[where]))
            total += sum(1 for doel in deelnemer.leerdoelen if doel.werkproces in seen)
    return total

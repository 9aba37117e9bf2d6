"""Every company has someone: a point for each werkgever and block with somebody there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.roulatie.model import Model, Term
    from solver.roulatie.plan import Plan
    from solver.roulatie.possible import Possible

NAME = "bezetting"


def points(model: Model) -> Term:
    """A boolean for each werkgever and block; it needs a cell."""
    found: list[Term] = []
    for werkgever in sorted({plek.werkgever for plek in model.instance.plekken}):
        for blok in model.instance.blokken:
            cells = [
                model.at(deelnemer.id, plek.id, blok.id)
                for plek in model.instance.plekken
                if plek.werkgever == werkgever
                for deelnemer in model.instance.deelnemers
            ]
            someone = model.cp.new_bool_var("")
            model.cp.add(someone <= sum(cells))
            found.append(someone)
    return sum(found)


def most(possible: Possible) -> int:
    """In each block the werkgevers to whom somebody may go, and no more than there are people."""
    total = 0
    for blok in possible.instance.blokken:
        there = [plekken for (_, each), plekken in possible.plekken.items() if each == blok.id]
        total += min(len(there), len({plek.werkgever for plekken in there for plek in plekken}))
    return total


def value(plan: Plan) -> int:
    """Count werkgevers and blocks with somebody."""
    return len({(plek.werkgever, blok.id) for _, blok, plek in plan.cells()})

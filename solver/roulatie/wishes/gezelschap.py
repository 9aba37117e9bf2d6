"""Company: a point for every block in which a deelnemer is not the only one at the plek."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.roulatie.model import Model, Term
    from solver.roulatie.plan import Plan
    from solver.roulatie.possible import Possible

NAME = "gezelschap"


def points(model: Model) -> Term:
    """A boolean for each cell, which needs another at the same plek."""
    found: list[Term] = []
    for plek in model.instance.plekken:
        for blok in model.instance.blokken:
            there = [
                cell
                for deelnemer in model.instance.deelnemers
                if (cell := model.cells.get((deelnemer.id, plek.id, blok.id))) is not None
            ]
            everyone = sum(there)
            for cell in there if len(there) > 1 else []:
                company = model.cp.new_bool_var("")
                model.cp.add_implication(company, cell)
                model.cp.add(2 * company <= everyone)
                found.append(company)
    return sum(found)


def most(possible: Possible) -> int:
    """All cells."""
    return len(possible.plekken)


def value(plan: Plan) -> int:
    """Count who has company."""
    return sum(len(people) for people in plan.people.values() if len(people) > 1)

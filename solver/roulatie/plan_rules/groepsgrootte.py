"""Size of a group: in a block a plek takes nobody, or from its minimum to its maximum of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.rule import Label, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.roulatie.model import Model
    from solver.roulatie.plan import Plan
    from solver.roulatie.routes.lines import Lines

NAME = "groepsgrootte"
LABEL = Label.WET


def build(model: Model) -> None:
    """Keep between the bounds; a minimum of two or more needs to know whether anybody comes."""
    for plek in model.instance.plekken:
        for blok in model.instance.blokken:
            there = [model.at(each.id, plek.id, blok.id) for each in model.instance.deelnemers]
            model.cp.add(sum(there) <= plek.maximum)
            if plek.minimum > 1:
                comes = model.cp.new_bool_var("")
                model.cp.add(sum(there) >= plek.minimum * comes)
                model.cp.add(sum(there) <= plek.maximum * comes)


def lines(lines: Lines) -> None:
    """The maximum."""
    for plek in lines.instance.plekken:
        for blok in lines.instance.blokken:
            cells = lines.cells(plek.id, blok.id)
            lines.add(plek.maximum, [(cell, len(lines.units[cell.unit].members)) for cell in cells])


def violations(plan: Plan) -> Iterable[Violation]:
    """Say how many people are at the plek, and how many it takes."""
    for (plek_id, blok), people in sorted(plan.people.items()):
        plek = plan.plekken[plek_id]
        there = "is 1 persoon" if len(people) == 1 else f"zijn {len(people)} mensen"
        where = f"In blok {{blok:{blok}}} {there} op plek {{plek:{plek.id}}}"
        if len(people) > plek.maximum:
            sentence, short = f"{where}. Er is plaats voor {plek.maximum}.", len(people) - plek.maximum
            yield Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=short, unit="plaatsen")
        elif len(people) < plek.minimum:
            sentence, short = f"{where}. Het zijn er minstens {plek.minimum}.", plek.minimum - len(people)
            yield Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=short, unit="mensen")

"""Budget of changes: of the published plan at most so many cells change, of at most so many people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.roulatie.cell_rules import CELL_RULES
from solver.roulatie.plan import Plan
from solver.roulatie.solution import Solution
from solver.rule import Label, Violation
from solver.spreektaal import count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.roulatie.instance import Cel, Instance
    from solver.roulatie.model import Model
    from solver.roulatie.routes.lines import Cell, Lines

NAME = "wijzigingen"
LABEL = Label.BELEID


def build(model: Model) -> None:
    """Count cells that could stay and do not; of a cell that cannot be any more nothing is counted."""
    instance = model.instance
    cells = model.cells.keys() - model.forbidden
    could = [cel for cel in instance.vorige if (cel.deelnemer, cel.plek, cel.blok) in cells]
    gone = {cel: 1 - model.at(cel.deelnemer, cel.plek, cel.blok) for cel in could}
    if instance.max_cellen is not None:
        model.require(sum(gone.values()) <= instance.max_cellen, NAME)
    if instance.max_mensen is not None:
        touched = {cel.deelnemer: model.cp.new_bool_var("") for cel in could}
        for cel, changed in gone.items():
            model.cp.add(touched[cel.deelnemer] >= changed)
        model.require(sum(touched.values()) <= instance.max_mensen, NAME)


def lines(lines: Lines) -> None:
    """The cells; who is touched is no sum over stays."""
    if lines.instance.max_cellen is None:
        return
    kept: list[tuple[Cell, int]] = []
    number = 0
    for cel in lines.instance.vorige:
        cell = lines.open_cell(cel.deelnemer, cel.plek, cel.blok)
        if cell is not None:
            number += 1
            kept.append((cell, -1))
    lines.add(lines.instance.max_cellen - number, kept)


def violations(plan: Plan) -> Iterable[Violation]:
    """Say how many cells and people change more than may."""
    if plan.instance.max_cellen is None and plan.instance.max_mensen is None:
        return
    changed = changes(plan)
    for number, most, one, many in (
        (len(changed), plan.instance.max_cellen, "cel", "cellen"),
        (len({deelnemer for deelnemer, _ in changed}), plan.instance.max_mensen, "persoon", "mensen"),
    ):
        if most is not None and number > most:
            sentence = f"Het plan verandert {count(number, one, many)}. Het mogen er hooguit {most} zijn."
            yield Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=number - most, unit=many)


def changes(plan: Plan) -> list[tuple[int, int]]:
    """Who has another plek than in the published plan in which block, though the former one could be kept."""
    return [
        (cel.deelnemer, cel.blok)
        for cel in plan.instance.vorige
        if plan.at[cel.deelnemer].get(cel.blok) != cel.plek and _could_stay(plan.instance, cel)
    ]


def _could_stay(instance: Instance, cel: Cel) -> bool:
    """Whether the cell rules still allow it, whatever else the plan holds."""
    alone = Plan(instance, Solution(cellen=(cel,)))
    return any(deelnemer.weken_in(blok.weken) for deelnemer, blok, _ in alone.cells()) and not any(
        broken for rule in CELL_RULES for broken in rule.violations(alone)
    )

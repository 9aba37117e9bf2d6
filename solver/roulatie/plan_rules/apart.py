"""Apart: people who may not meet are never at one plek in one block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.rule import Label, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.roulatie.model import Model
    from solver.roulatie.plan import Plan
    from solver.roulatie.routes.lines import Lines

NAME = "apart"
LABEL = Label.BELEID


def build(model: Model) -> None:
    """At most one of the two."""
    for one, other in model.instance.apart:
        for plek in model.instance.plekken:
            for blok in model.instance.blokken:
                not_both = model.at(one, plek.id, blok.id) + model.at(other, plek.id, blok.id) <= 1
                model.require(not_both, NAME, one, other)


def lines(lines: Lines) -> None:
    """At most one of the two."""
    for pair in lines.instance.apart:
        for plek in lines.instance.plekken:
            for blok in lines.instance.blokken:
                cells = [
                    cell for cell in lines.cells(plek.id, blok.id) for each in pair if lines.holds(cell, each)
                ]
                lines.add(1, [(cell, 1) for cell in cells])


def violations(plan: Plan) -> Iterable[Violation]:
    """Say where two meet who may not."""
    for (plek, blok), people in sorted(plan.people.items()):
        for one, other in sorted(plan.instance.apart):
            if one in people and other in people:
                sentence = (
                    f"Deelnemers {{deelnemer:{one}}} en {{deelnemer:{other}}} blijven uit elkaar, "
                    f"maar staan in blok {{blok:{blok}}} samen op plek {{plek:{plek}}}."
                )
                yield Violation(rule=NAME, label=LABEL, sentence=sentence)

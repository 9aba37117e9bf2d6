"""Pinned cells hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.rule import Label, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.roulatie.model import Model
    from solver.roulatie.plan import Plan
    from solver.roulatie.routes.unit import Unit

NAME = "vast"
LABEL = Label.BELEID


def build(model: Model) -> None:
    """Choose every pinned cell; one that cannot be makes the model infeasible."""
    for cel in model.instance.vast:
        kept = model.at(cel.deelnemer, cel.plek, cel.blok) == 1
        model.require(kept, NAME, cel.deelnemer, cel.blok)


def route(unit: Unit) -> None:
    """No other plek in a pinned block."""
    place = {blok.id: block for block, blok in enumerate(unit.blokken)}
    members = {each.id for each in unit.members}
    for cel in unit.instance.vast:
        if cel.deelnemer in members and cel.blok in place:
            unit.can[place[cel.blok], [plek.id != cel.plek for plek in unit.instance.plekken]] = False


def violations(plan: Plan) -> Iterable[Violation]:
    """Say which pin is not kept."""
    for cel in plan.instance.vast:
        if plan.at[cel.deelnemer].get(cel.blok) != cel.plek:
            sentence = (
                f"Deelnemer {{deelnemer:{cel.deelnemer}}} staat in blok {{blok:{cel.blok}}} vast op plek "
                f"{{plek:{cel.plek}}}, maar is daar niet."
            )
            yield Violation(rule=NAME, label=LABEL, sentence=sentence, unit="vaste cel")

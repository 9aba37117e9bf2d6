"""Repetition: nobody is at one plek in more blocks than agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.rule import Label, Violation
from solver.spreektaal import count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.roulatie.model import Model
    from solver.roulatie.plan import Plan
    from solver.roulatie.routes.unit import Unit

NAME = "herhaling"
LABEL = Label.BELEID


def build(model: Model) -> None:
    """Count the blocks of each deelnemer at each plek."""
    for deelnemer in model.instance.deelnemers:
        for plek in model.instance.plekken:
            blocks = [model.at(deelnemer.id, plek.id, blok.id) for blok in model.own[deelnemer.id]]
            few = sum(blocks) <= model.instance.beleid.max_blokken
            model.require(few, NAME, deelnemer.id, plek.id)


def route(unit: Unit) -> None:
    """So many blocks at most."""
    unit.most = min(unit.most, unit.instance.beleid.max_blokken)


def violations(plan: Plan) -> Iterable[Violation]:
    """Say where someone is too often."""
    most = plan.instance.beleid.max_blokken
    for deelnemer in plan.instance.deelnemers:
        visited = [plek.id for _, plek in plan.stops(deelnemer)]
        for plek in sorted(set(visited)):
            over = visited.count(plek) - most
            if over > 0:
                sentence = (
                    f"Deelnemer {{deelnemer:{deelnemer.id}}} staat {count(most + over, 'blok', 'blokken')} "
                    f"op plek {{plek:{plek}}}. Het mogen er {most} zijn."
                )
                yield Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=over, unit="blokken")

"""Order of fases, where the policy has one: nobody goes back to a more protected plek."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from solver.rule import Label, Violation
from solver.vocabulary import Fase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.roulatie.model import Model
    from solver.roulatie.plan import Plan
    from solver.roulatie.routes.unit import Unit

NAME = "fase"
LABEL = Label.BELEID


def build(model: Model) -> None:
    """From block to block the fase does not fall."""
    if not model.instance.beleid.fase_volgorde:
        return
    step = {fase: place for place, fase in enumerate(Fase)}
    for deelnemer in model.instance.deelnemers:
        fases = [
            sum(step[plek.fase] * model.at(deelnemer.id, plek.id, blok.id) for plek in model.instance.plekken)
            for blok in model.own[deelnemer.id]
        ]
        for before, after in pairwise(fases):
            model.require(before <= after, NAME, deelnemer.id)


def route(unit: Unit) -> None:
    """The fase does not fall from plek to plek."""
    if unit.instance.beleid.fase_volgorde:
        step = {fase: place for place, fase in enumerate(Fase)}
        unit.rank[:] = [step[plek.fase] for plek in unit.instance.plekken]


def violations(plan: Plan) -> Iterable[Violation]:
    """Say who goes back, and when."""
    if not plan.instance.beleid.fase_volgorde:
        return
    order = list(Fase)
    for deelnemer in plan.instance.deelnemers:
        stops = plan.stops(deelnemer)
        for (_, before), (blok, after) in pairwise(stops):
            back = order.index(before.fase) - order.index(after.fase)
            if back > 0:
                sentence = (
                    f"Deelnemer {{deelnemer:{deelnemer.id}}} gaat in blok {{blok:{blok.id}}} terug naar een "
                    f"meer beschermde plek: van {{plek:{before.id}}} naar {{plek:{after.id}}}."
                )
                yield Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=back, unit="fasen")

"""Agreed werkprocessen: each is practised in enough weeks by the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.roulatie.inzicht import practised
from solver.rule import Label, Violation
from solver.spreektaal import count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.roulatie.model import Model
    from solver.roulatie.plan import Plan
    from solver.roulatie.routes.unit import Unit

NAME = "leerdoelen"
LABEL = Label.BELEID


def build(model: Model) -> None:
    """Weeks of practice that still lack come from the cells."""
    for deelnemer in model.instance.deelnemers:
        for doel in deelnemer.leerdoelen:
            if doel.weken > doel.geoefend:
                weeks = [
                    model.weeks[deelnemer.id, plek.id, blok.id, doel.werkproces]
                    * model.at(deelnemer.id, plek.id, blok.id)
                    for blok in model.own[deelnemer.id]
                    for plek in model.instance.plekken
                    if (deelnemer.id, plek.id, blok.id, doel.werkproces) in model.weeks
                ]
                enough = sum(weeks) >= doel.weken - doel.geoefend
                model.require(enough, NAME, deelnemer.id, doel.werkproces)


def route(unit: Unit) -> None:
    """The weeks that still lack."""
    for deelnemer in unit.members:
        for doel in deelnemer.leerdoelen:
            if doel.weken > doel.geoefend:
                weeks = unit.weeks_of(deelnemer.id, doel.werkproces)
                unit.need.append((doel.weken - doel.geoefend, weeks))


def violations(plan: Plan) -> Iterable[Violation]:
    """Say how many weeks of practice lack."""
    done = practised(plan)
    for deelnemer in plan.instance.deelnemers:
        for doel in deelnemer.leerdoelen:
            short = doel.weken - doel.geoefend - done[deelnemer.id, doel.werkproces]
            if short > 0:
                sentence = (
                    f"Deelnemer {{deelnemer:{deelnemer.id}}} oefent werkproces "
                    f"{{werkproces:{doel.werkproces}}} {count(short, 'week', 'weken')} te weinig."
                )
                yield Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=short, unit="weken")

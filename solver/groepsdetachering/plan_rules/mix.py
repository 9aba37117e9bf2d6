"""Skills mix: of each werkproces that an opdracht asks for, enough of those present master it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.groepsdetachering.dagen import WERKDAGEN
from solver.rule import Label, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.groepsdetachering.model import Model
    from solver.groepsdetachering.plan import Plan

NAME = "mix"
LABEL = Label.BELEID


def build(model: Model) -> None:
    """A line for each werkproces and day."""
    for opdracht, week, days in model.groups():
        for wanted in opdracht.mix:
            for day in days:
                able = sum(
                    term
                    for each, term in model.people(opdracht.id, week, day)
                    if wanted.werkproces in model.known.medewerkers[each].beheerst
                )
                model.cp.add(able >= wanted.aantal * model.runs[opdracht.id, week, day])


def violations(plan: Plan) -> Iterable[Violation]:
    """Say how many master it and how many are asked."""
    for opdracht, week, day, people in plan.days():
        if day not in plan.leads(opdracht.id, week):
            continue
        for wanted in opdracht.mix:
            number = sum(1 for each in people if wanted.werkproces in plan.medewerkers[each].beheerst)
            if number < wanted.aantal:
                verb = "beheerst" if number == 1 else "beheersen"
                sentence = (
                    f"Bij opdracht {{opdracht:{opdracht.id}}} {verb} op "
                    f"{{dag:{len(WERKDAGEN) * week + day}}} {number} van de mensen werkproces "
                    f"{{werkproces:{wanted.werkproces}}}. Het zijn er minstens {wanted.aantal}."
                )
                short = wanted.aantal - number
                yield Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=short, unit="mensen")

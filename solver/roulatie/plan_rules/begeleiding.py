"""Guidance: the needs of all whom a praktijkopleider leads fit in the free minutes of each week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.roulatie.inzicht import guidance
from solver.rule import Label, Violation
from solver.spreektaal import hours

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.roulatie.model import Model, Term
    from solver.roulatie.plan import Plan

NAME = "begeleiding"
LABEL = Label.BELEID


def build(model: Model) -> None:
    """The need of a stay is high at its start and declines, so it hangs on the whole stay."""
    used: dict[tuple[int, int], list[Term]] = {}
    for stay in model.stays:
        begin, need = stay.blokken[0].van_week, stay.deelnemer.begeleiding
        for blok in stay.blokken:
            for week in stay.deelnemer.weken_in(blok.weken):
                minutes = need[min(week - begin, len(need) - 1)]
                for inzet in stay.plek.inzet:
                    if minutes and inzet.van_week <= week < inzet.tot_week:
                        used.setdefault((inzet.praktijkopleider, week), []).append(minutes * stay.chosen)
    free = {person.id: person.minuten for person in model.instance.praktijkopleiders}
    for (person, week), terms in used.items():
        model.require(sum(terms) <= free[person][week], NAME, person)


def violations(plan: Plan) -> Iterable[Violation]:
    """Say in which weeks a praktijkopleider is short, and by how much at most."""
    asked = guidance(plan)
    for person in plan.instance.praktijkopleiders:
        over = {
            week: minutes - person.minuten[week]
            for week, minutes in sorted(asked.get(person.id, {}).items())
            if minutes > person.minuten[week]
        }
        if over:
            most = max(over.values())
            sentence = (
                f"Praktijkopleider {{praktijkopleider:{person.id}}} heeft vanaf week {{week:{min(over)}}} "
                f"tot {hours(most)} per week te weinig tijd."
            )
            yield Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=most, unit="minuten")

"""Hours: a day at the opdracht is not longer than someone can bear outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.rule import Label, Violation
from solver.spreektaal import hours

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.groepsdetachering.instance import Medewerker, Opdracht
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.plan import Plan

NAME = "uren"
LABEL = Label.BELEID


def allowed(_known: Known, medewerker: Medewerker, opdracht: Opdracht) -> bool:
    """Whether someone may go there."""
    return opdracht.minuten <= medewerker.max_minuten_dag


def violations(plan: Plan) -> Iterable[Violation]:
    """Say how long the day is."""
    for (opdracht_id, week), people in sorted(plan.members.items()):
        opdracht = plan.opdrachten[opdracht_id]
        for each in people:
            most = plan.medewerkers[each.medewerker].max_minuten_dag
            over = opdracht.minuten - most
            if over > 0:
                sentence = (
                    f"Een dag bij opdracht {{opdracht:{opdracht_id}}} duurt {hours(opdracht.minuten)}. "
                    f"Medewerker {{medewerker:{each.medewerker}}} kan in week {{week:{week}}} hooguit "
                    f"{hours(most)}."
                )
                yield Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=over, unit="minuten")

"""Period: the opdracht has work on that day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.groepsdetachering.dagen import WERKDAGEN
from solver.rule import Label, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.groepsdetachering.instance import Medewerker, Opdracht
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.plan import Plan

NAME = "periode"
LABEL = Label.BELEID


def allowed(_known: Known, _medewerker: Medewerker, opdracht: Opdracht, week: int) -> int:
    """The days that the opdracht has."""
    return opdracht.days_in(week)


def violations(plan: Plan) -> Iterable[Violation]:
    """Say on which day there is no work; of groups too, whoever is in them."""
    for opdracht, week, day, _ in plan.days():
        in_period = opdracht.van_week <= week < opdracht.tot_week
        is_closed = len(WERKDAGEN) * week + day in opdracht.gesloten
        if not in_period or is_closed or not opdracht.dagen >> day & 1:
            why = "is dan gesloten" if in_period and is_closed else "heeft dan geen werk"
            sentence = f"Opdracht {{opdracht:{opdracht.id}}} {why}: {{dag:{len(WERKDAGEN) * week + day}}}."
            yield Violation(rule=NAME, label=LABEL, sentence=sentence, unit="dagen")

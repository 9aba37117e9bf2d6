"""Roster: someone works on that day, and is not away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.groepsdetachering.dagen import WERKDAGEN
from solver.rule import Label, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.groepsdetachering.instance import Medewerker, Opdracht
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.plan import Plan

NAME = "rooster"
LABEL = Label.BELEID


def allowed(_known: Known, medewerker: Medewerker, _opdracht: Opdracht, week: int) -> int:
    """The days on which someone works."""
    return medewerker.days_in(week)


def violations(plan: Plan) -> Iterable[Violation]:
    """Say on which day someone is not there."""
    for opdracht, week, day, people in plan.days():
        number = len(WERKDAGEN) * week + day
        for each in people:
            medewerker = plan.medewerkers[each]
            if medewerker.dagen >> day & 1 and number not in medewerker.afwezig:
                continue
            why = "is afwezig" if number in medewerker.afwezig else "werkt niet"
            sentence = (
                f"Medewerker {{medewerker:{each}}} {why} op {{dag:{number}}}, maar staat dan bij opdracht "
                f"{{opdracht:{opdracht.id}}}."
            )
            yield Violation(rule=NAME, label=LABEL, sentence=sentence, unit="dagen")

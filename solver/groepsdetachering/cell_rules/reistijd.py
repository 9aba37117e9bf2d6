"""Travel: someone gets there alone within their own limits, or there is a bus that could bring them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.groepsdetachering.ritten import own_minutes
from solver.rule import Label, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.groepsdetachering.instance import Medewerker, Opdracht
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.plan import Plan

NAME = "reistijd"
LABEL = Label.BELEID


def allowed(known: Known, medewerker: Medewerker, opdracht: Opdracht) -> bool:
    """Whether someone may go there."""
    if own_minutes(known.instance, medewerker, opdracht) is not None:
        return True
    return any(rit.can_bring(medewerker) for rit in known.rides[opdracht.id])


def violations(plan: Plan) -> Iterable[Violation]:
    """Say how long the way is, or that there is none."""
    for (opdracht_id, week), people in sorted(plan.members.items()):
        for each in people:
            medewerker = plan.medewerkers[each.medewerker]
            minutes = plan.travel(each)
            where = (
                f"Medewerker {{medewerker:{medewerker.id}}} kan in week {{week:{week}}} niet naar opdracht "
                f"{{opdracht:{opdracht_id}}}:"
            )
            if minutes is None:
                words = f"{where} alleen reizen gaat niet en er stopt geen bus in de buurt."
                yield Violation(rule=NAME, label=LABEL, sentence=words, unit="verbinding")
            elif minutes > medewerker.max_minuten:
                words = f"{where} de reis duurt {minutes} minuten, maximaal {medewerker.max_minuten}."
                over = minutes - medewerker.max_minuten
                yield Violation(rule=NAME, label=LABEL, sentence=words, shortfall=over, unit="minuten")

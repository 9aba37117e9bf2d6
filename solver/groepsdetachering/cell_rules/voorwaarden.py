"""Working conditions: the opdracht offers all that somebody needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.rule import Label, Violation
from solver.spreektaal import count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.groepsdetachering.instance import Medewerker, Opdracht
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.plan import Plan

NAME = "voorwaarden"
LABEL = Label.BELEID


def allowed(_known: Known, medewerker: Medewerker, opdracht: Opdracht) -> bool:
    """Whether someone may go there."""
    return medewerker.voorwaarden <= opdracht.biedt


def violations(plan: Plan) -> Iterable[Violation]:
    """Say how many conditions lack; which they are is the person's own affair."""
    for each in plan.solution.indelingen:
        if each.medewerker not in plan.medewerkers or each.opdracht not in plan.opdrachten:
            continue
        offered = plan.opdrachten[each.opdracht].biedt
        lacking = [need for need in plan.medewerkers[each.medewerker].voorwaarden if need not in offered]
        if lacking:
            verb = "ontbreekt" if len(lacking) == 1 else "ontbreken"
            sentence = (
                f"Bij opdracht {{opdracht:{each.opdracht}}} {verb} "
                f"{count(len(lacking), 'voorwaarde', 'voorwaarden')} voor medewerker "
                f"{{medewerker:{each.medewerker}}} (week {{week:{each.week}}})."
            )
            yield Violation(
                rule=NAME, label=LABEL, sentence=sentence, shortfall=len(lacking), unit="voorwaarden"
            )

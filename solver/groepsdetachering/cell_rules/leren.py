"""Learning: who works for a praktijkverklaring goes where a werkproces of it really occurs and is erkend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.groepsdetachering.dagen import ALLE_DAGEN
from solver.rule import Label, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.groepsdetachering.instance import Medewerker, Opdracht
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.plan import Plan

NAME = "leren"
LABEL = Label.WET


def allowed(_known: Known, medewerker: Medewerker, opdracht: Opdracht, week: int) -> int:
    """All days or none."""
    if not medewerker.leerdoelen:
        return ALLE_DAGEN
    taught = {each.werkproces for each in opdracht.aanbod if each.is_erkend(week)}
    return ALLE_DAGEN if any(doel.werkproces in taught for doel in medewerker.leerdoelen) else 0


def violations(plan: Plan) -> Iterable[Violation]:
    """Say that nothing of it can be learned there then."""
    for (opdracht_id, week), people in sorted(plan.members.items()):
        taught = plan.opdrachten[opdracht_id].teaches(week)
        for each in people:
            needed = {doel.werkproces for doel in plan.medewerkers[each.medewerker].leerdoelen}
            if needed and not needed & taught:
                names = ", ".join(f"{{werkproces:{werkproces}}}" for werkproces in sorted(needed))
                sentence = (
                    f"Medewerker {{medewerker:{each.medewerker}}} leert voor een praktijkverklaring "
                    f"({names}). Bij opdracht {{opdracht:{opdracht_id}}} komt daarvan in week "
                    f"{{week:{week}}} niets voor waarvoor de inlener erkend is."
                )
                yield Violation(rule=NAME, label=LABEL, sentence=sentence)

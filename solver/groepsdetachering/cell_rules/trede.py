"""Order of treden, where the company has one: nobody skips a trede, and moves one only when ready.

A person with authority can set it aside for somebody and an opdracht (R-015).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.rule import Label, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.groepsdetachering.instance import Medewerker, Opdracht
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.plan import Plan

NAME = "trede"
LABEL = Label.BELEID


def allowed(known: Known, medewerker: Medewerker, opdracht: Opdracht) -> bool:
    """Whether someone may go there."""
    instance = known.instance
    if not instance.beleid.fase_volgorde or (medewerker.id, opdracht.id) in instance.uitzonderingen:
        return True
    return opdracht.trede <= medewerker.trede + medewerker.klaar


def violations(plan: Plan) -> Iterable[Violation]:
    """Say which trede is skipped, or taken too soon."""
    if not plan.instance.beleid.fase_volgorde:
        return
    for (opdracht_id, week), people in sorted(plan.members.items()):
        asked = plan.opdrachten[opdracht_id].trede
        for each in people:
            medewerker = plan.medewerkers[each.medewerker]
            steps = asked - medewerker.trede
            is_ready = steps == 1 and medewerker.klaar
            if steps <= 0 or is_ready or (medewerker.id, opdracht_id) in plan.instance.uitzonderingen:
                continue
            why = "is daar nog niet klaar voor" if steps == 1 else "slaat dan een trede over"
            sentence = (
                f"Opdracht {{opdracht:{opdracht_id}}} hoort bij trede {asked}. Medewerker "
                f"{{medewerker:{medewerker.id}}} staat op trede {medewerker.trede} en {why} "
                f"(week {{week:{week}}})."
            )
            yield Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=steps, unit="treden")

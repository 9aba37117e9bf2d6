"""Own choice: who does not wish to work outside is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.rule import Label, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.groepsdetachering.instance import Medewerker, Opdracht
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.plan import Plan

NAME = "eigen_keuze"
LABEL = Label.WET


def allowed(_known: Known, medewerker: Medewerker, _opdracht: Opdracht) -> bool:
    """Whether someone may go there."""
    return medewerker.wil_buiten


def violations(plan: Plan) -> Iterable[Violation]:
    """Say who did not choose this."""
    for each in plan.solution.indelingen:
        medewerker = plan.medewerkers.get(each.medewerker)
        if medewerker is not None and not medewerker.wil_buiten:
            sentence = (
                f"Medewerker {{medewerker:{each.medewerker}}} wil niet buiten werken, "
                f"maar staat in week {{week:{each.week}}} bij opdracht {{opdracht:{each.opdracht}}}."
            )
            yield Violation(rule=NAME, label=LABEL, sentence=sentence)

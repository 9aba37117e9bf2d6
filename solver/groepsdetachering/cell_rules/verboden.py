"""Ruled out by people: a medewerker who does not go to an opdracht."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.rule import Label, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.groepsdetachering.instance import Medewerker, Opdracht
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.plan import Plan

NAME = "verboden"
LABEL = Label.BELEID


def allowed(known: Known, medewerker: Medewerker, opdracht: Opdracht) -> bool:
    """Whether someone may go there."""
    return (medewerker.id, opdracht.id) not in known.instance.verboden


def violations(plan: Plan) -> Iterable[Violation]:
    """Say that it was agreed so."""
    for each in plan.solution.indelingen:
        if (each.medewerker, each.opdracht) in plan.instance.verboden:
            sentence = (
                f"Medewerker {{medewerker:{each.medewerker}}} gaat niet naar opdracht "
                f"{{opdracht:{each.opdracht}}}: dat is zo afgesproken. Het plan doet dat wel in week "
                f"{{week:{each.week}}}."
            )
            yield Violation(rule=NAME, label=LABEL, sentence=sentence)

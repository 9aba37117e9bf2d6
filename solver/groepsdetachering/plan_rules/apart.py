"""Apart: people who do not go together are never in one group in a week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.rule import Label, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.groepsdetachering.model import Model
    from solver.groepsdetachering.plan import Plan

NAME = "apart"
LABEL = Label.BELEID


def build(model: Model) -> None:
    """One of the two at most."""
    for one, other in model.instance.apart:
        if not {one, other} & model.window.mensen:
            continue
        for week in model.weken:
            for opdracht in model.opdrachten_of(one, week):
                both = model.is_member(one, opdracht, week) + model.is_member(other, opdracht, week)
                model.cp.add(both <= 1)


def violations(plan: Plan) -> Iterable[Violation]:
    """Say where they are together."""
    for one, other in sorted(plan.instance.apart):
        for week, own in sorted(plan.at.get(one, {}).items()):
            beside = plan.at.get(other, {}).get(week)
            if beside is not None and beside.opdracht == own.opdracht:
                sentence = (
                    f"Medewerkers {{medewerker:{one}}} en {{medewerker:{other}}} gaan niet samen, maar "
                    f"staan in week {{week:{week}}} allebei bij opdracht {{opdracht:{own.opdracht}}}."
                )
                yield Violation(rule=NAME, label=LABEL, sentence=sentence)

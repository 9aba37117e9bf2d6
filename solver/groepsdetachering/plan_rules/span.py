"""Span of control: the support that those present need together is within what their werkleider can give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.groepsdetachering.dagen import WERKDAGEN
from solver.rule import Label, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.groepsdetachering.model import Model
    from solver.groepsdetachering.plan import Plan

NAME = "span"
LABEL = Label.BELEID


def build(model: Model) -> None:
    """A line for each day of a group."""
    known = model.known
    for opdracht, week, days in model.groups():
        for day in days:
            need = sum(
                known.medewerkers[each].behoefte * term for each, term in model.people(opdracht.id, week, day)
            )
            given = sum(
                known.werkleiders[each].span * model.leads[opdracht.id, week, day, each]
                for each in known.werkleiders
                if (opdracht.id, week, day, each) in model.leads
            )
            model.cp.add(need <= given)


def violations(plan: Plan) -> Iterable[Violation]:
    """Say how much support is needed and how much there is."""
    for opdracht, week, day, people in plan.days():
        leader = plan.werkleiders.get(plan.leads(opdracht.id, week).get(day, -1))
        if leader is None:
            continue
        need = sum(plan.medewerkers[each].behoefte for each in people)
        if need > leader.span:
            when = f"{{dag:{len(WERKDAGEN) * week + day}}}"
            sentence = (
                f"De groep bij opdracht {{opdracht:{opdracht.id}}} vraagt op {when} {need} punten "
                f"begeleiding. Werkleider {{werkleider:{leader.id}}} kan er {leader.span} aan."
            )
            yield Violation(
                rule=NAME, label=LABEL, sentence=sentence, shortfall=need - leader.span, unit="punten"
            )

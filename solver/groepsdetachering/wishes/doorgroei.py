"""Moving up: a point for every week in which someone who is ready works one trede higher."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.model import Model, Term
    from solver.groepsdetachering.plan import Plan

NAME = "doorgroei"


def points(model: Model) -> Term:
    """Those in a group one trede higher."""
    return sum(
        term
        for opdracht, week, _ in model.groups()
        for each, term in model.members(opdracht.id, week)
        if _is_step(model.known.medewerkers[each].klaar, model.known.medewerkers[each].trede, opdracht.trede)
    )


def _is_step(is_ready: object, own: int, asked: int) -> bool:
    return bool(is_ready) and asked == own + 1


def most(known: Known) -> int:
    """Where all who are ready always do."""
    found = 0
    for person in known.instance.medewerkers:
        higher = [
            known.days[person.id, each]
            for each in known.opdrachten_of[person.id]
            if person.klaar and known.opdrachten[each].trede == person.trede + 1
        ]
        found += sum(1 for week in range(known.instance.weken) if any(masks[week] for masks in higher))
    return found


def value(plan: Plan) -> int:
    """Count the weeks."""
    found = 0
    for (opdracht, _), people in plan.members.items():
        for each in people:
            person = plan.medewerkers[each.medewerker]
            found += person.klaar and plan.opdrachten[opdracht].trede - person.trede == 1
    return found

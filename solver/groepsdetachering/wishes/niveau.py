"""Niveau: a point for every week in which someone works at their own niveau, where both are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.model import Model, Term
    from solver.groepsdetachering.plan import Plan

NAME = "niveau"


def points(model: Model) -> Term:
    """Those in a group of their niveau."""
    return sum(
        term
        for opdracht, week, _ in model.groups()
        if opdracht.niveau is not None
        for each, term in model.members(opdracht.id, week)
        if model.known.medewerkers[each].niveau == opdracht.niveau
    )


def most(known: Known) -> int:
    """Where all whose niveau is asked somewhere always are there."""
    found = 0
    for person in known.instance.medewerkers:
        own = [
            known.days[person.id, each]
            for each in known.opdrachten_of[person.id]
            if person.niveau is not None and known.opdrachten[each].niveau == person.niveau
        ]
        found += sum(1 for week in range(known.instance.weken) if any(masks[week] for masks in own))
    return found


def value(plan: Plan) -> int:
    """Count the weeks."""
    return sum(
        1
        for (opdracht, _), people in plan.members.items()
        for each in people
        if plan.medewerkers[each.medewerker].niveau is not None
        and plan.medewerkers[each.medewerker].niveau == plan.opdrachten[opdracht].niveau
    )

"""Fulfilment: what a day of each person is worth, for as many as are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.model import Model, Term
    from solver.groepsdetachering.plan import Plan

NAME = "vervulling"


def points(model: Model) -> Term:
    """A number for each day of a group."""
    return sum(
        opdracht.waarde
        * model.at_most(sum(term for _, term in model.people(opdracht.id, week, day)), opdracht.gevraagd)
        for opdracht, week, days in model.groups()
        for day in days
    )


def most(known: Known) -> int:
    """Where every opdracht has all it wants."""
    return sum(
        row.waarde * row.gevraagd * row.days_in(week).bit_count()
        for row in known.instance.opdrachten
        for week in range(known.instance.weken)
    )


def value(plan: Plan) -> int:
    """Count those present, up to what is wanted."""
    return sum(
        opdracht.waarde * min(len(people), opdracht.gevraagd) for opdracht, _, _, people in plan.days()
    )

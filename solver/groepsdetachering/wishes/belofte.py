"""Promises: what a day of each person is worth, for as many as were promised by contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.model import Model, Term
    from solver.groepsdetachering.plan import Plan

NAME = "belofte"


def points(model: Model) -> Term:
    """A number for each day of a group."""
    return sum(
        opdracht.waarde
        * model.at_most(sum(term for _, term in model.people(opdracht.id, week, day)), opdracht.toegezegd)
        for opdracht, week, days in model.groups()
        for day in days
        if opdracht.toegezegd
    )


def most(known: Known) -> int:
    """Where every promise is kept."""
    return sum(
        row.waarde * row.toegezegd * row.days_in(week).bit_count()
        for row in known.instance.opdrachten
        for week in range(known.instance.weken)
    )


def value(plan: Plan) -> int:
    """Count those present, up to what was promised."""
    return sum(
        opdracht.waarde * min(len(people), opdracht.toegezegd) for opdracht, _, _, people in plan.days()
    )

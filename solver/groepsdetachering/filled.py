"""What days of people are worth, counted up to as many as an opdracht has promised, or wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from solver.groepsdetachering.instance import Opdracht
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.model import Model, Term
    from solver.groepsdetachering.plan import Plan


def filled_in(model: Model, up_to: Callable[[Opdracht], int]) -> Term:
    """In the open weeks: a number for each day of a group."""
    return sum(
        opdracht.waarde
        * model.at_most(sum(term for _, term in model.people(opdracht.id, week, day)), up_to(opdracht))
        for opdracht, week, days in model.groups()
        for day in days
        if up_to(opdracht)
    )


def filled_most(known: Known, up_to: Callable[[Opdracht], int]) -> int:
    """Where every opdracht has all of it."""
    return sum(
        row.waarde * up_to(row) * row.days_in(week).bit_count()
        for row in known.instance.opdrachten
        for week in range(known.instance.weken)
    )


def filled_of(plan: Plan, up_to: Callable[[Opdracht], int]) -> int:
    """In a plan: those present."""
    return sum(opdracht.waarde * min(len(people), up_to(opdracht)) for opdracht, _, _, people in plan.days())

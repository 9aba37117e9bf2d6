"""Spread of outflow: a point less for each expected to leave beyond what the group can bear to lose."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.model import Model, Term
    from solver.groepsdetachering.plan import Plan

NAME = "uitstroom"


def points(model: Model) -> Term:
    """The room below the ceiling that each group leaves."""
    bearable = model.instance.beleid.uitstroom_per_groep
    total: Term = ceiling_of(model.instance.weken, leaving(model.known)) - _elsewhere(model)
    for opdracht, week, _ in model.groups():
        going = [
            term for each, term in model.members(opdracht.id, week) if model.known.medewerkers[each].uitstroom
        ]
        if len(going) > bearable:
            number = sum(going)
            over = model.integer(len(going), max(0, model.value_now(number) - bearable))
            model.cp.add(over >= number - bearable)
            total -= over
    return total


def _elsewhere(model: Model) -> int:
    """What the weeks that are not open lose."""
    return sum(lost for (_, week), lost in _lost(model.base).items() if week not in model.weken)


def leaving(known: Known) -> int:
    """How many are expected to leave."""
    return sum(1 for each in known.instance.medewerkers if each.uitstroom)


def ceiling_of(weeks: int, number: int) -> int:
    """More than all weeks can lose."""
    return weeks * number


def most(known: Known) -> int:
    """Where no group has too many of them."""
    return ceiling_of(known.instance.weken, leaving(known))


def value(plan: Plan) -> int:
    """Count those too many in each group and week."""
    number = sum(1 for each in plan.instance.medewerkers if each.uitstroom)
    return ceiling_of(plan.instance.weken, number) - sum(_lost(plan).values())


def _lost(plan: Plan) -> dict[tuple[int, int], int]:
    """By group and week how many are too many."""
    bearable = plan.instance.beleid.uitstroom_per_groep
    return {
        key: max(0, sum(1 for each in people if plan.medewerkers[each.medewerker].uitstroom) - bearable)
        for key, people in plan.members.items()
    }

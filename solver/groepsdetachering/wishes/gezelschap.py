"""Company: a point for every week in which two who gladly go together are in one group."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.model import Model, Term
    from solver.groepsdetachering.plan import Plan

NAME = "gezelschap"


def points(model: Model) -> Term:
    """A boolean for each two, group and open week."""
    total: list[Term] = []
    for one, other in sorted(model.instance.liever):
        if {one, other} & model.window.mensen:
            for week in model.weken:
                for opdracht in model.opdrachten_of(one, week):
                    here, there = (model.is_member(each, opdracht, week) for each in (one, other))
                    total.append(model.both(here, there))
    return sum(total)


def most(known: Known) -> int:
    """Where all who can are together."""
    return sum(
        1
        for one, other in known.instance.liever
        for week in range(known.instance.weken)
        if any(
            known.mask(one, each, week) and known.mask(other, each, week) for each in known.opdrachten_of[one]
        )
    )


def value(plan: Plan) -> int:
    """Count the weeks."""
    found = 0
    for one, other in plan.instance.liever:
        for week, own in plan.at.get(one, {}).items():
            beside = plan.at.get(other, {}).get(week)
            found += beside is not None and beside.opdracht == own.opdracht
    return found

"""Learning: a point for every week in which a werkproces that still lacks is practised, while it lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.model import Model, Term
    from solver.groepsdetachering.plan import Plan

NAME = "leren"


def points(model: Model) -> Term:
    """Weeks at groups that teach it, with those outside the open weeks, and no more than lack."""
    total: list[Term] = []
    for each in sorted(model.window.mensen):
        person = model.known.medewerkers[each]
        for doel in person.leerdoelen:
            if not doel.left:
                continue
            here = sum(
                model.member[each, opdracht, week]
                for week in model.weken
                for opdracht in model.opdrachten_of(each, week)
                if doel.werkproces in model.known.opdrachten[opdracht].teaches(week)
            )
            if not isinstance(here, int):
                done = _practised(model.base, each, doel.werkproces, model.weken)
                total.append(model.at_most(here, max(0, doel.left - done)))
    return sum(total)


def _practised(plan: Plan, medewerker: int, werkproces: int, but: range = range(0)) -> int:
    """In how many weeks of a plan someone practises a werkproces, but for some weeks."""
    return sum(
        1
        for week, own in plan.at.get(medewerker, {}).items()
        if week not in but and werkproces in plan.opdrachten[own.opdracht].teaches(week)
    )


def most(known: Known) -> int:
    """Where everyone practises all of it whenever that can be."""
    found = 0
    for person in known.instance.medewerkers:
        for doel in person.leerdoelen:
            weeks = sum(
                1
                for week in range(known.instance.weken)
                if any(
                    known.mask(person.id, each, week)
                    and doel.werkproces in known.opdrachten[each].teaches(week)
                    for each in known.opdrachten_of[person.id]
                )
            )
            found += min(weeks, doel.left)
    return found


def value(plan: Plan) -> int:
    """Count the weeks of each werkproces."""
    return sum(
        min(_practised(plan, person.id, doel.werkproces), doel.left)
        for person in plan.instance.medewerkers
        for doel in person.leerdoelen
    )

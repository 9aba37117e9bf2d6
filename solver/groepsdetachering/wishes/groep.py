"""The same group: a point for every week in which someone is in the group of the week before."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.model import Choice, Model, Term
    from solver.groepsdetachering.plan import Plan

NAME = "groep"


def points(model: Model) -> Term:
    """A boolean for every two weeks of which one is open."""
    total: list[Term] = []
    for each in sorted(model.window.mensen):
        for week in range(model.weken.start, min(model.weken.stop + 1, model.instance.weken)):
            for opdracht in model.known.opdrachten_of[each]:
                before: Choice
                if week:
                    before = model.is_member(each, opdracht, week - 1)
                else:
                    before = int((each, opdracht) in model.instance.eerder)
                total.append(model.both(before, model.is_member(each, opdracht, week)))
    return sum(total)


def most(known: Known) -> int:
    """Where everyone who can stay somewhere does, week after week."""
    found = 0
    for person in known.instance.medewerkers:
        for week in range(known.instance.weken):
            found += any(
                known.mask(person.id, each, week)
                and (
                    known.mask(person.id, each, week - 1)
                    if week
                    else (person.id, each) in known.instance.eerder
                )
                for each in known.opdrachten_of[person.id]
            )
    return found


def value(plan: Plan) -> int:
    """Compare each week with the one before."""
    found = 0
    for medewerker, weeks in plan.at.items():
        for week, own in weeks.items():
            before = weeks.get(week - 1)
            was_here = before is not None and before.opdracht == own.opdracht
            found += was_here or (week == 0 and (medewerker, own.opdracht) in plan.instance.eerder)
    return found

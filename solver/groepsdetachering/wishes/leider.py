"""The same werkleider: a point for every week in which a group has the werkleider of the week before."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.model import Choice, Model, Term
    from solver.groepsdetachering.plan import Plan

NAME = "leider"


def points(model: Model) -> Term:
    """A boolean for every two weeks of a group of which one is open, and each who can lead it."""
    total: list[Term] = []
    for opdracht in sorted(model.window.opdrachten):
        for week in range(model.weken.start, min(model.weken.stop + 1, model.instance.weken)):
            for each in model.known.leaders[opdracht]:
                before: Choice
                if week:
                    before = model.is_leader(opdracht, week - 1, each)
                else:
                    before = int((opdracht, each) in model.instance.eerder_leiding)
                total.append(model.both(before, model.is_leader(opdracht, week, each)))
    return sum(total)


def most(known: Known) -> int:
    """Where every group that can run in two weeks in a row keeps its werkleider."""
    found = 0
    before = {opdracht for opdracht, _ in known.instance.eerder_leiding}
    for row in known.instance.opdrachten:
        for week in range(known.instance.weken):
            had = row.days_in(week - 1) if week else row.id in before
            found += bool(row.days_in(week) and had and known.leaders[row.id])
    return found


def value(plan: Plan) -> int:
    """Compare each week with the one before."""
    found = 0
    for (opdracht, week), group in plan.groups.items():
        before = plan.groups.get((opdracht, week - 1))
        is_same = before is not None and before.werkleider == group.werkleider
        first = week == 0 and (opdracht, group.werkleider) in plan.instance.eerder_leiding
        found += is_same or first
    return found

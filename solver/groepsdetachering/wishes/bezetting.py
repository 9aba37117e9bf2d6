"""Internal production spared: a point for everyone who stays on a day, for as many as an afdeling wishes."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from solver.groepsdetachering.dagen import WERKDAGEN, days_in

if TYPE_CHECKING:
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.model import Model, Term
    from solver.groepsdetachering.plan import Plan


NAME = "bezetting"


def points(model: Model) -> Term:
    """A number for each afdeling and day."""
    total: list[Term] = []
    for afdeling in model.instance.afdelingen:
        own = [each for each in model.instance.medewerkers if each.afdeling == afdeling.id]
        for week in model.weken:
            stay: dict[int, Term] = defaultdict(int)
            for person in own:
                for day in days_in(person.days_in(week)):
                    out = sum(
                        model.works.get((person.id, opdracht, week, day), 0)
                        for opdracht in model.opdrachten_of(person.id, week)
                    )
                    stay[day] += 1 - out
            total += [model.at_most(stay[day], afdeling.gewenst[day]) for day in WERKDAGEN]
    return sum(total)


def most(known: Known) -> int:
    """Where nobody goes outside."""
    found = 0
    for afdeling in known.instance.afdelingen:
        own = [each for each in known.instance.medewerkers if each.afdeling == afdeling.id]
        for week in range(known.instance.weken):
            for day in WERKDAGEN:
                working = sum(1 for each in own if each.days_in(week) >> day & 1)
                found += min(working, afdeling.gewenst[day])
    return found


def value(plan: Plan) -> int:
    """Count who is inside."""
    found = 0
    for afdeling in plan.instance.afdelingen:
        own = [each for each in plan.instance.medewerkers if each.afdeling == afdeling.id]
        for week in range(plan.instance.weken):
            inside = [day for each in own for day in plan.inside(each, week)]
            found += sum(min(inside.count(day), afdeling.gewenst[day]) for day in WERKDAGEN)
    return found

"""Minutes under way to the site, as variables of a model."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from solver.groepsdetachering.dagen import WERKDAGEN
from solver.groepsdetachering.ritten import own_minutes

if TYPE_CHECKING:
    from solver.groepsdetachering.model import Model, Term
    from solver.groepsdetachering.plan import Plan


def minutes_in(model: Model) -> dict[int, Term]:
    """By medewerker the minutes under way to the site, on all days of the open weeks.

    Of everybody, because the ride of an open group takes people with it who stay where they are.
    """
    found: dict[int, Term] = defaultdict(int)
    for each, person in model.known.medewerkers.items():
        for week in model.weken:
            for opdracht in model.opdrachten_of(each, week):
                days = sum(model.works.get((each, opdracht, week, day), 0) for day in WERKDAGEN)
                own = own_minutes(model.instance, person, model.known.opdrachten[opdracht])
                if own is not None:
                    found[each] += own * days
                    continue
                rides = [
                    (rit.minutes_for(person) or 0, term)
                    for rit, term in model.ride[opdracht, week]
                    if rit.can_bring(person)
                ]
                found[each] += model.times_chosen(rides, days, person.dagen.bit_count())
    return found


def minutes_of(plan: Plan, but: range = range(0)) -> dict[int, int]:
    """By medewerker the minutes under way to the site in a plan, but for some weeks."""
    found: dict[int, int] = defaultdict(int)
    for medewerker, weeks in plan.at.items():
        for week, own in weeks.items():
            if week not in but:
                found[medewerker] += (plan.travel(own) or 0) * own.dagen.bit_count()
    return found

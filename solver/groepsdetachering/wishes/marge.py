"""Margin in cents: what inleners pay, less wage, guidance and the bus; above the floor of all costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.groepsdetachering.instance import Instance, Opdracht
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.model import Model, Term
    from solver.groepsdetachering.plan import Plan
    from solver.groepsdetachering.ritten import Rit
NAME = "marge"


def person_day(instance: Instance, opdracht: Opdracht) -> int:
    """What a day of one person brings in, less the wage; may be negative."""
    return opdracht.minuten * (opdracht.tarief - instance.beleid.loon) // 60


def leader_day(instance: Instance, opdracht: Opdracht) -> int:
    """What a day of the werkleider costs."""
    return opdracht.minuten * instance.beleid.leiding // 60


def ride_day(instance: Instance, rit: Rit) -> int:
    """What the bus costs there and back."""
    return 2 * rit.kilometers * instance.beleid.kilometer


def floor(instance: Instance, farthest: dict[int, int]) -> int:
    """The costs of all days of all opdrachten with all people that lose money, past the dearest rides."""
    return sum(
        row.days_in(week).bit_count()
        * (
            leader_day(instance, row)
            + farthest.get(row.id, 0)
            + row.maximum * max(0, -person_day(instance, row))
        )
        for row in instance.opdrachten
        for week in range(instance.weken)
    )


def points(model: Model) -> Term:
    """The floor, and what each day adds."""
    instance = model.instance
    total: Term = floor(instance, dearest(instance))
    for opdracht, week, days in model.groups():
        ridden = [(ride_day(instance, rit), term) for rit, term in model.ride[opdracht.id, week]]
        run = [model.runs[opdracht.id, week, day] for day in days]
        total -= model.times_chosen(ridden, sum(run), len(days))
        total -= leader_day(instance, opdracht) * sum(run)
        for day in days:
            people = sum(term for _, term in model.people(opdracht.id, week, day))
            total += person_day(instance, opdracht) * people
    return total


def dearest(instance: Instance) -> dict[int, int]:
    """More than the dearest ride to each opdracht: four times its farthest zone for every stop."""
    longest = max((max(row, default=0) for row in instance.reistabel.kilometers), default=0)
    stops = max((len(bus.opstappen) + 1 for bus in instance.bussen), default=0)
    return {row.id: 2 * longest * stops * instance.beleid.kilometer for row in instance.opdrachten}


def most(known: Known) -> int:
    """Where all days that bring in run in full, and none other."""
    instance = known.instance
    gains = sum(
        row.days_in(week).bit_count()
        * max(0, row.maximum * person_day(instance, row) - leader_day(instance, row))
        for row in instance.opdrachten
        for week in range(instance.weken)
    )
    return floor(instance, dearest(instance)) + gains


def value(plan: Plan) -> int:
    """Add up the days."""
    total = floor(plan.instance, dearest(plan.instance)) + margin(plan)
    return max(0, total)


def margin(plan: Plan) -> int:
    """The margin of a plan itself, in cents."""
    total = 0
    for opdracht, week, day, people in plan.days():
        total += len(people) * person_day(plan.instance, opdracht)
        if day in plan.leads(opdracht.id, week):
            total -= leader_day(plan.instance, opdracht)
            rit = plan.rit(opdracht.id, week)
            total -= ride_day(plan.instance, rit) if rit else 0
    return total

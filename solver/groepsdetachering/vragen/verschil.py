"""The difference between two plans: who moves, and what changes in days, money, travel and development."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from solver.groepsdetachering.plan import Plan
from solver.groepsdetachering.reizen import minutes_of
from solver.groepsdetachering.wishes import WISHES
from solver.groepsdetachering.wishes.marge import margin

if TYPE_CHECKING:
    from solver.groepsdetachering.instance import Instance
    from solver.groepsdetachering.solution import Solution

DEVELOPMENT = ("doorgroei", "leren", "niveau")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verplaatsing:
    """Somebody who is elsewhere in a week: the opdracht before and after, None for inside."""

    medewerker: int
    week: int
    van: int | None
    naar: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verschil:
    """What the second plan has more (or less) of than the first.

    `dagen[opdracht]` are days of one person; `marge` is in cents, `reistijd` in minutes, `tekort` in days
    that were promised and are not met, `ontwikkeling` in weeks of each wish of development.
    """

    verplaatsingen: tuple[Verplaatsing, ...]
    dagen: dict[int, int]
    marge: int
    reistijd: int
    tekort: int
    ontwikkeling: dict[str, int]


def compare(before: tuple[Instance, Solution], after: tuple[Instance, Solution]) -> Verschil:
    """Compare two plans, each of its own instance: an opdracht may be new, or no longer there."""
    one, other = Plan(*before), Plan(*after)
    had, has = person_days(one), person_days(other)
    return Verschil(
        verplaatsingen=tuple(_moves(one, other)),
        dagen={
            each: has.get(each, 0) - had.get(each, 0)
            for each in sorted(had.keys() | has.keys())
            if has.get(each, 0) != had.get(each, 0)
        },
        marge=margin(other) - margin(one),
        reistijd=sum(minutes_of(other).values()) - sum(minutes_of(one).values()),
        tekort=sum(shortfall(other).values()) - sum(shortfall(one).values()),
        ontwikkeling={name: WISHES[name].value(other) - WISHES[name].value(one) for name in DEVELOPMENT},
    )


def person_days(plan: Plan) -> dict[int, int]:
    """By opdracht the days of one person."""
    found: dict[int, int] = {}
    for opdracht, _, _, people in plan.days():
        found[opdracht.id] = found.get(opdracht.id, 0) + len(people)
    return found


def shortfall(plan: Plan) -> dict[tuple[int, int], int]:
    """By opdracht and week the days of one person that were promised and are not met."""
    found: dict[tuple[int, int], int] = {}
    for opdracht in plan.instance.opdrachten:
        for week in range(plan.instance.weken):
            promised = opdracht.toegezegd * opdracht.days_in(week).bit_count()
            met = sum(
                min(opdracht.toegezegd, len(plan.present(opdracht.id, week, day)))
                for day in plan.leads(opdracht.id, week)
            )
            if promised > met:
                found[opdracht.id, week] = promised - met
    return found


def _moves(one: Plan, other: Plan) -> list[Verplaatsing]:
    found = []
    for medewerker in sorted(one.at.keys() | other.at.keys()):
        here, there = one.at.get(medewerker, {}), other.at.get(medewerker, {})
        for week in sorted(here.keys() | there.keys()):
            van = here[week].opdracht if week in here else None
            naar = there[week].opdracht if week in there else None
            if van != naar:
                found.append(Verplaatsing(medewerker=medewerker, week=week, van=van, naar=naar))
    return found

"""Windows around a part of a plan: some weeks in a row, an opdracht or two, and who could be there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.groepsdetachering.model import Window

if TYPE_CHECKING:
    from random import Random

    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.solution import Solution

MOST_PLACES = 120
MOST_OPDRACHTEN = 3


def draw_window(known: Known, plan: Solution, random: Random) -> Window:
    """Some weeks in a row, an opdracht and others with the same werkleiders, their people and idle ones.

    Beside the people of the groups as many as make MOST_PLACES places (somebody, an opdracht, a week).
    """
    instance = known.instance
    number = min(random.choice((1, 1, 2, 3, 4)), instance.weken)
    start = random.randrange(instance.weken - number + 1)
    weeks = range(start, start + number)
    open_now = [row.id for row in instance.opdrachten if any(row.days_in(week) for week in weeks)]
    if not open_now:
        return Window(weeks, frozenset(), frozenset())
    one = random.choice(open_now)
    near = sorted(open_now, key=lambda each: _strangeness(known, one, each) * random.random())
    opdrachten = near[: random.randint(1, MOST_OPDRACHTEN)]
    return Window(weeks, _people(known, plan, random, weeks, opdrachten), frozenset(opdrachten))


def _strangeness(known: Known, one: int, other: int) -> float:
    """Nothing for itself, less for opdrachten that share werkleiders."""
    if one == other:
        return 0.0
    shared = len(set(known.leaders[one]) & set(known.leaders[other]))
    return 1.0 / (1 + shared)


def _people(
    known: Known, plan: Solution, random: Random, weeks: range, opdrachten: list[int]
) -> frozenset[int]:
    """Those in these groups, then others, nearly all of whom are in no group; as many as may be."""
    here: set[int] = set()
    elsewhere: set[int] = set()
    for each in plan.indelingen:
        if each.week in weeks:
            (here if each.opdracht in opdrachten else elsewhere).add(each.medewerker)
    able = {person for opdracht in opdrachten for person in known.people_for[opdracht]}
    others = sorted(able - here, key=lambda person: (person in elsewhere, random.random()))
    found = set(here)
    used = sum(_places(known, person, weeks) for person in here)
    for person in others:
        used += _places(known, person, weeks)
        if used > MOST_PLACES:
            break
        found.add(person)
    return frozenset(_with_company(known, found))


def _places(known: Known, person: int, weeks: range) -> int:
    return len(known.opdrachten_of[person]) * len(weeks)


def _with_company(known: Known, people: set[int]) -> set[int]:
    """Who stays together moves together."""
    for one, other in known.instance.samen:
        if {one, other} & people:
            people |= {one, other}
    return people

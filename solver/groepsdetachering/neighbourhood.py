"""Windows around a part of a plan: an opdracht or two and the weeks beside each other, and people who could be there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.groepsdetachering.model import Window

if TYPE_CHECKING:
    from random import Random

    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.solution import Solution

MOST_PLACES = 120
MOST_OPDRACHTEN = 3


def draw_window(known: Known, plan: Solution, random: Random, size: float) -> Window:
    """Some weeks in a row, an opdracht and others nearby in people, its people, and people who are in no group.

    `size` is how many places (somebody, an opdracht, a week) may be open, as a share of MOST_PLACES.
    """
    instance = known.instance
    number = min(random.choice((1, 1, 2, 3, 4)), instance.weken)
    start = random.randrange(instance.weken - number + 1)
    weeks = range(start, start + number)
    open_now = [row.id for row in instance.opdrachten if any(row.days_in(week) for week in weeks)]
    if not open_now:
        return Window(weeks, frozenset(), frozenset())
    one = random.choice(open_now)
    near = sorted(open_now, key=lambda each: (each != one, random.random() * _strangeness(known, one, each)))
    opdrachten = near[: random.randint(1, MOST_OPDRACHTEN)]
    return Window(weeks, _people(known, plan, random, weeks, opdrachten, size), frozenset(opdrachten))


def _strangeness(known: Known, one: int, other: int) -> float:
    """Less for opdrachten that share werkleiders."""
    shared = len(set(known.leaders[one]) & set(known.leaders[other]))
    return 1.0 / (1 + shared)


def _people(
    known: Known, plan: Solution, random: Random, weeks: range, opdrachten: list[int], size: float
) -> frozenset[int]:
    """Those in these groups, then others, nearly all of whom are in no group; as many as may be."""
    here, elsewhere = set(), set()
    for each in plan.indelingen:
        if each.week in weeks:
            (here if each.opdracht in opdrachten else elsewhere).add(each.medewerker)
    able = {person for opdracht in opdrachten for person in known.people_for[opdracht]}
    others = sorted(able - here, key=lambda person: (person in elsewhere, random.random()))
    room = int(size * MOST_PLACES)
    found = set(here)
    used = sum(_places(known, person, weeks) for person in here)
    for person in others:
        used += _places(known, person, weeks)
        if used > room:
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

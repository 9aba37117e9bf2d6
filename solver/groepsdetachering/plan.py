"""A plan as rules and wishes look at it: groups by opdracht and week, their people, what each built up."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from solver.groepsdetachering.dagen import WERKDAGEN, days_in
from solver.groepsdetachering.ritten import Rit, make_rit, own_minutes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from solver.groepsdetachering.instance import Instance, Medewerker, Opdracht
    from solver.groepsdetachering.solution import Groep, Indeling, Solution


class Plan:
    """`groups[opdracht, week]`, `members[opdracht, week]`, and `at[medewerker][week]` (all by id).

    Rows that name nobody or nothing known are left out; of two rows of one group, or of one person in one
    week, the last is looked at (the rule een_groep says so).
    """

    def __init__(self, instance: Instance, solution: Solution) -> None:
        """Sort the rows."""
        self.instance = instance
        self.solution = solution
        self.medewerkers = {row.id: row for row in instance.medewerkers}
        self.opdrachten = {row.id: row for row in instance.opdrachten}
        self.werkleiders = {row.id: row for row in instance.werkleiders}
        self.bussen = {row.id: row for row in instance.bussen}
        weeks = range(instance.weken)
        self.groups: dict[tuple[int, int], Groep] = {
            (row.opdracht, row.week): row
            for row in solution.groepen
            if row.opdracht in self.opdrachten and row.week in weeks
        }
        self.at: dict[int, dict[int, Indeling]] = defaultdict(dict)
        self.members: dict[tuple[int, int], list[Indeling]] = defaultdict(list)
        for each in solution.indelingen:
            if (
                each.medewerker in self.medewerkers
                and each.opdracht in self.opdrachten
                and each.week in weeks
            ):
                self.at[each.medewerker][each.week] = each
                self.members[each.opdracht, each.week].append(each)
        self._rides: dict[tuple[int, int], Rit | None] = {}

    def leads(self, opdracht: int, week: int) -> dict[int, int]:
        """Who leads on each weekday that the group runs."""
        group = self.groups.get((opdracht, week))
        return {each.dag: each.werkleider for each in group.leiding} if group else {}

    def present(self, opdracht: int, week: int, day: int) -> list[int]:
        """Who is there on a weekday."""
        return [each.medewerker for each in self.members[opdracht, week] if each.dagen >> day & 1]

    def days(self) -> Iterator[tuple[Opdracht, int, int, list[int]]]:
        """Every weekday on which a group runs or somebody is there, with who is: opdracht, week, day, ids."""
        for opdracht, week in sorted(self.groups.keys() | self.members.keys()):
            leads = self.leads(opdracht, week)
            for day in WERKDAGEN:
                people = self.present(opdracht, week, day)
                if people or day in leads:
                    yield self.opdrachten[opdracht], week, day, people

    def outside(self, medewerker: int, week: int) -> int:
        """On how many days someone is outside in a week."""
        own = self.at.get(medewerker, {}).get(week)
        return own.dagen.bit_count() if own else 0

    def rit(self, opdracht: int, week: int) -> Rit | None:
        """The ride of a group; None without a bus, or where there is no way."""
        key = opdracht, week
        if key not in self._rides:
            group = self.groups.get(key)
            bus = self.bussen.get(group.bus) if group and group.bus is not None else None
            self._rides[key] = (
                make_rit(self.instance, bus, self.opdrachten[opdracht], group.opstappen)
                if bus and group and bus.can_stop(group.opstappen)
                else None
            )
        return self._rides[key]

    def travel(self, each: Indeling) -> int | None:
        """The minutes to the site: alone where that can be, else by the bus of the group; None for no way."""
        medewerker, opdracht = self.medewerkers[each.medewerker], self.opdrachten[each.opdracht]
        own = own_minutes(self.instance, medewerker, opdracht)
        if own is not None:
            return own
        rit = self.rit(each.opdracht, each.week)
        return rit.minutes_for(medewerker) if rit else None

    def steps(self, medewerker: Medewerker) -> list[int]:
        """By week the days outside that someone is up to: a week counts when all of them were worked."""
        done, found = medewerker.volgehouden, []
        for week in range(self.instance.weken):
            found.append(days_after(medewerker, done))
            done += self.outside(medewerker.id, week) == found[-1]
        return found

    def inside(self, medewerker: Medewerker, week: int) -> list[int]:
        """The weekdays on which someone works inside."""
        own = self.at.get(medewerker.id, {}).get(week)
        return days_in(medewerker.days_in(week) & ~(own.dagen if own else 0))


def days_after(medewerker: Medewerker, done: int) -> int:
    """How many days outside are allowed after so many weeks that were kept up."""
    for stap in medewerker.opbouw[:-1]:
        if done < stap.weken:
            return stap.dagen
        done -= stap.weken
    return medewerker.opbouw[-1].dagen

"""The variables of groups and people in what is open; all else stays as it is in a plan.

Every variable knows its value in that plan, so that a search begins there and a tier can keep what it has.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from ortools.sat.python import cp_model

from solver.groepsdetachering.dagen import WERKDAGEN, days_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ortools.sat.python.cp_model import IntVar

    from solver.groepsdetachering.instance import Medewerker, Opdracht
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.plan import Plan
    from solver.groepsdetachering.ritten import Rit

Term: TypeAlias = cp_model.LinearExpr | int
Choice: TypeAlias = cp_model.IntVar | int  # 0 or 1


class Window(NamedTuple):
    """What is open: weeks in a row, and in them these people and the groups of these opdrachten."""

    weken: range
    mensen: frozenset[int]
    opdrachten: frozenset[int]


class Model:
    """The variables, by ids.

    Of people `works[medewerker, opdracht, week, day]` and `member[medewerker, opdracht, week]`; of groups
    `runs[opdracht, week, day]`, `leads[opdracht, week, day, werkleider]`, `ride[opdracht, week]` and
    `leader[opdracht, week, werkleider]`. What is not open is 0 or 1.
    """

    def __init__(self, known: Known, base: Plan, window: Window, *, coarse: bool = False) -> None:
        """Make the variables; `coarse`: only the widest rides."""
        self.known, self.base, self.window = known, base, window
        self.instance = known.instance
        self.weken = window.weken
        self.coarse = coarse
        self.cp = cp_model.CpModel()
        self.now: dict[int, int] = {}
        self.runs: dict[tuple[int, int, int], Choice] = {}
        self.leads: dict[tuple[int, int, int, int], Choice] = {}
        self.leader: dict[tuple[int, int, int], Choice] = {}
        self.ride: dict[tuple[int, int], list[tuple[Rit, Choice]]] = {}
        self.works: dict[tuple[int, int, int, int], Choice] = {}
        self.member: dict[tuple[int, int, int], Choice] = {}
        self._people: dict[tuple[int, int, int], list[tuple[int, Choice]]] = defaultdict(list)
        self._members: dict[tuple[int, int], list[tuple[int, Choice]]] = defaultdict(list)
        self._of: dict[tuple[int, int], list[int]] = defaultdict(list)
        for week in self.weken:
            for opdracht in self.instance.opdrachten:
                self._add_group(opdracht, week)
        for medewerker in self.instance.medewerkers:
            for week in self.weken:
                self._add_person(medewerker, week)

    def is_open(self, medewerker: int, week: int) -> bool:
        """Whether it is open where somebody is in a week."""
        return week in self.weken and medewerker in self.window.mensen

    def bool(self, now: object) -> IntVar:
        """A boolean with its value in the plan."""
        found = self.cp.new_bool_var("")
        self.now[found.index] = int(bool(now))
        return found

    def integer(self, top: int, now: int, low: int = 0) -> IntVar:
        """A number of `low` to `top` with its value in the plan."""
        found = self.cp.new_int_var(low, top, "")
        self.now[found.index] = now
        return found

    def at_most(self, term: Term, top: int) -> Term:
        """The term, or `top` where it is more (a maximising search makes it as large as that)."""
        if isinstance(term, int):
            return min(term, top)
        found = self.integer(top, max(0, min(top, self.value_now(term))))
        self.cp.add(found <= term)
        return found

    def both(self, one: Choice, other: Choice) -> Choice:
        """Whether both are 1 (a maximising search makes it so where it can)."""
        for first, second in ((one, other), (other, one)):
            if isinstance(first, int):
                return second if first else 0
        found = self.bool(self.value_now(one) and self.value_now(other))
        self.cp.add_implication(found, one)
        self.cp.add_implication(found, other)
        return found

    def times_chosen(self, choices: list[tuple[int, Choice]], number: Term, top: int) -> Term:
        """The price of the one that is chosen, if any, times a number of 0 to `top`; at least that.

        What minimises it makes it as small as that.
        """
        if not choices or (isinstance(number, int) and number == 0):
            return 0
        if isinstance(number, int) and all(isinstance(term, int) for _, term in choices):
            return number * sum(price * self.value_now(term) for price, term in choices)
        dearest = max(price for price, _ in choices)
        now = sum(price * self.value_now(term) for price, term in choices) * self.value_now(number)
        found = self.integer(dearest * top, now)
        for price, term in choices:
            self.cp.add(found >= price * number - price * top * (1 - term))
        return found

    def value_now(self, term: Term) -> int:
        """What the term is in the plan."""
        if isinstance(term, int):
            return term
        flat = cp_model.FlatIntExpr(term)
        parts = zip(flat.coeffs, flat.vars, strict=True)
        return int(flat.offset) + sum(int(times) * self.now[var.index] for times, var in parts)

    def groups(self) -> Iterator[tuple[Opdracht, int, list[int]]]:
        """Every opdracht and open week with the days on which its group may run."""
        for opdracht in self.instance.opdrachten:
            for week in self.weken:
                days = [
                    day for day in days_in(opdracht.days_in(week)) if (opdracht.id, week, day) in self.runs
                ]
                if days:
                    yield opdracht, week, days

    def people(self, opdracht: int, week: int, day: int) -> list[tuple[int, Choice]]:
        """Who may be in a group on a day, and whether."""
        return self._people.get((opdracht, week, day), [])

    def members(self, opdracht: int, week: int) -> list[tuple[int, Choice]]:
        """Who may be in a group in a week, and whether."""
        return self._members.get((opdracht, week), [])

    def opdrachten_of(self, medewerker: int, week: int) -> list[int]:
        """Where somebody may be in an open week."""
        return self._of.get((medewerker, week), [])

    def is_member(self, medewerker: int, opdracht: int, week: int) -> Choice:
        """Whether somebody is in a group; outside the open weeks as the plan has it."""
        if week in self.weken:
            return self.member.get((medewerker, opdracht, week), 0)
        own = self.base.at.get(medewerker, {}).get(week)
        return int(own is not None and own.opdracht == opdracht)

    def is_leader(self, opdracht: int, week: int, werkleider: int) -> Choice:
        """Whether somebody is at the head of a group; outside the open weeks as the plan has it."""
        if week in self.weken:
            return self.leader.get((opdracht, week, werkleider), 0)
        group = self.base.groups.get((opdracht, week))
        return int(group is not None and group.werkleider == werkleider)

    def outside(self, medewerker: int, week: int) -> Term:
        """On how many days somebody is outside; outside the open weeks as the plan has it."""
        if week not in self.weken:
            return self.base.outside(medewerker, week)
        return sum(
            self.works.get((medewerker, opdracht, week, day), 0)
            for opdracht in self.opdrachten_of(medewerker, week)
            for day in WERKDAGEN
        )

    def _add_group(self, opdracht: Opdracht, week: int) -> None:
        leads_now = self.base.leads(opdracht.id, week)
        group = self.base.groups.get((opdracht.id, week))
        if opdracht.id not in self.window.opdrachten:
            self._keep_group(opdracht, week)
            return
        for day in days_in(opdracht.days_in(week)):
            self.runs[opdracht.id, week, day] = self.bool(day in leads_now)
        for leader in self.known.leaders[opdracht.id]:
            days = days_in(self.known.werkleiders[leader].days_in(week) & opdracht.days_in(week))
            if days:
                head = group is not None and group.werkleider == leader
                self.leader[opdracht.id, week, leader] = self.bool(head)
            for day in days:
                self.leads[opdracht.id, week, day, leader] = self.bool(leads_now.get(day) == leader)
        if opdracht.days_in(week):
            now = self.base.rit(opdracht.id, week)
            self.ride[opdracht.id, week] = [
                (rit, self.bool(now is not None and is_same(rit, now))) for rit in self._rides(opdracht.id)
            ]

    def _keep_group(self, opdracht: Opdracht, week: int) -> None:
        group = self.base.groups.get((opdracht.id, week))
        if group is None:
            return
        for day, leader in self.base.leads(opdracht.id, week).items():
            self.runs[opdracht.id, week, day] = 1
            self.leads[opdracht.id, week, day, leader] = 1
        self.leader[opdracht.id, week, group.werkleider] = 1
        rit = self.base.rit(opdracht.id, week)
        self.ride[opdracht.id, week] = [(rit, 1)] if rit else []

    def _rides(self, opdracht: int) -> Iterable[Rit]:
        return (self.known.wide_rides if self.coarse else self.known.rides)[opdracht]

    def _add_person(self, medewerker: Medewerker, week: int) -> None:
        now = self.base.at.get(medewerker.id, {}).get(week)
        if medewerker.id not in self.window.mensen:
            if now is not None:
                self._add_place(medewerker.id, now.opdracht, week, dict.fromkeys(days_in(now.dagen), 1), 1)
            return
        for opdracht in self.known.opdrachten_of[medewerker.id]:
            mask = self.known.mask(medewerker.id, opdracht, week)
            days = [day for day in days_in(mask) if (opdracht, week, day) in self.runs]
            if not days:
                continue
            is_here = now is not None and now.opdracht == opdracht
            works: dict[int, Choice] = {
                day: self.bool(is_here and now is not None and now.dagen >> day & 1) for day in days
            }
            self._add_place(medewerker.id, opdracht, week, works, self.bool(is_here))

    def _add_place(
        self, medewerker: int, opdracht: int, week: int, works: Mapping[int, Choice], member: Choice
    ) -> None:
        self.member[medewerker, opdracht, week] = member
        self._members[opdracht, week].append((medewerker, member))
        self._of[medewerker, week].append(opdracht)
        for day, term in works.items():
            self.works[medewerker, opdracht, week, day] = term
            self._people[opdracht, week, day].append((medewerker, term))


def is_same(one: Rit, other: Rit) -> bool:
    """Whether two rides are of one bus past the same stops."""
    return one.bus == other.bus and one.minuten.keys() == other.minuten.keys()


def everything(known: Known) -> Window:
    """A window in which nothing stays as it is."""
    instance = known.instance
    return Window(range(instance.weken), frozenset(known.medewerkers), frozenset(known.opdrachten))

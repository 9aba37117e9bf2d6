"""From an instance to the tables of one week, and from a plan of that week to groups and places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.groepsdetachering.dagen import ALLE_DAGEN, WERKDAGEN, without
from solver.groepsdetachering.plan import days_after
from solver.groepsdetachering.reading import best_ride
from solver.groepsdetachering.search.kern import DAYS, GONE, Kern
from solver.groepsdetachering.search.places import is_complete
from solver.groepsdetachering.search.worths import Place, rates
from solver.groepsdetachering.solution import Groep, Indeling, Leiding

if TYPE_CHECKING:
    from solver.arrays import BoolArray, IntArray
    from solver.groepsdetachering.instance import Medewerker
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.ritten import Rit
    from solver.groepsdetachering.search.kern import State
    from solver.groepsdetachering.solution import Solution

GROWTH = 2
# What a pin is worth: more than anything else.
MUST = 1 << 50


class Tables:
    """What is the same in all weeks."""

    def __init__(self, known: Known) -> None:
        """Number everything in the order of the instance."""
        instance = known.instance
        self.known = known
        self.people, self.opdrachten = instance.medewerkers, instance.opdrachten
        self.leaders, self.buses = instance.werkleiders, instance.bussen
        self.person_number = {row.id: number for number, row in enumerate(self.people)}
        self.number = {row.id: number for number, row in enumerate(self.opdrachten)}
        self.leader_number = {row.id: number for number, row in enumerate(self.leaders)}
        self.worth = rates(instance)
        self.fixed = frozenset(each for pair in instance.samen for each in pair)
        self.rides: list[Rit] = []
        first = [0]
        for row in self.opdrachten:
            self.rides += known.wide_rides[row.id]
            first.append(len(self.rides))
        self.first_ride = np.array(first, dtype=np.int64)
        bus_number = {row.id: number for number, row in enumerate(self.buses)}
        self.bus = np.array([bus_number[rit.bus] for rit in self.rides], dtype=np.int64)
        self.plaatsen = np.array([rit.plaatsen for rit in self.rides], dtype=np.int64)
        self.passes = np.zeros((len(self.people), len(self.rides)), dtype=np.bool_)
        for number, rit in enumerate(self.rides):
            for place, person in enumerate(self.people):
                self.passes[place, number] = rit.can_bring(person)
        shape = len(self.people), len(self.opdrachten)
        self.by_bus = np.zeros(shape, dtype=np.bool_)
        self.masters = np.zeros(shape, dtype=np.int64)
        for place, person in enumerate(self.people):
            for number, row in enumerate(self.opdrachten):
                self.by_bus[place, number] = (person.id, row.id) in known.by_bus
                self.masters[place, number] = sum(
                    1 << bit for bit, each in enumerate(row.mix) if each.werkproces in person.beheerst
                )
        self.value = self._values()
        self.apart = _grouped(
            len(self.people),
            [
                (self.person_number[one], self.person_number[other])
                for pair in instance.apart
                for one, other in (pair, pair[::-1])
            ],
        )

    def _values(self) -> IntArray:
        """What a day with so many people is worth."""
        promised, filled = self.worth.get("belofte", 0), self.worth.get("vervulling", 0)
        most = max((row.maximum for row in self.opdrachten), default=0)
        most = min(most, len(self.people))
        found = np.zeros((len(self.opdrachten), most + 2), dtype=np.int64)
        people = np.arange(most + 2)
        for number, row in enumerate(self.opdrachten):
            found[number] = row.waarde * (
                promised * np.minimum(people, row.toegezegd) + filled * np.minimum(people, row.gevraagd)
            )
        return found

    def week(self, week: int, before: Solution, done: dict[int, int], *, is_free: bool = False) -> Kern:
        """The tables of a week after these earlier ones; `done` are the weeks that people kept up.

        `is_free`: pins do not hold, and those who stay together go where they like.
        """
        instance, known = self.known.instance, self.known
        place = Place(known, week, before, self.worth)
        pins = () if is_free else instance.vast
        lead_pins = () if is_free else instance.vaste_leiding
        pinned = {pin.medewerker: pin.opdracht for pin in pins if pin.week == week}
        heads = {pin.opdracht: pin.werkleider for pin in lead_pins if pin.week == week}
        apart = frozenset[int]() if is_free else self.fixed
        allowed, bonus = self._places(place, pinned, apart)
        able, head_bonus = self._heads(place, heads)
        options, people = self._both_ways(allowed)
        return Kern(
            allowed=allowed,
            cap=np.array([days_after(each, done[each.id]) for each in self.people], dtype=np.int64),
            behoefte=np.array([each.behoefte for each in self.people], dtype=np.int64),
            afdeling=self._afdelingen(),
            by_bus=self.by_bus,
            passes=self.passes,
            masters=self.masters,
            bonus=bonus,
            kept_up=np.array([self._kept_up(each, done[each.id]) for each in self.people], dtype=np.int64),
            value=self.value,
            least=np.array([row.minimum for row in self.opdrachten], dtype=np.int64),
            most=np.array([min(row.maximum, len(self.people)) for row in self.opdrachten], dtype=np.int64),
            wanted=self._wanted(),
            days=np.array([row.days_in(week) for row in self.opdrachten], dtype=np.int64),
            minutes=np.array([row.minuten for row in self.opdrachten], dtype=np.int64),
            able=able,
            head_bonus=head_bonus,
            works=np.array([row.days_in(week) for row in self.leaders], dtype=np.int64),
            span=np.array([row.span for row in self.leaders], dtype=np.int64),
            hours=np.array([row.minuten for row in self.leaders], dtype=np.int64),
            rides=self.first_ride,
            bus=self.bus,
            plaatsen=self.plaatsen,
            bus_days=np.array([without(ALLE_DAGEN, week, row.afwezig) for row in self.buses], dtype=np.int64),
            spare=self._spare(week),
            apart=self.apart[0],
            apart_of=self.apart[1],
            options=options[0],
            option=options[1],
            people=people[0],
            person=people[1],
        )

    def _places(
        self, place: Place, pinned: dict[int, int], left_out: frozenset[int]
    ) -> tuple[IntArray, IntArray]:
        """The days on which somebody may be somewhere, and what it is worth besides the days."""
        known = self.known
        allowed = np.zeros((len(self.people), len(self.opdrachten)), dtype=np.int64)
        bonus = np.zeros_like(allowed)
        for number, person in enumerate(self.people):
            for each in known.opdrachten_of[person.id] if person.id not in left_out else ():
                if pinned.get(person.id, each) == each:
                    column = self.number[each]
                    allowed[number, column] = known.mask(person.id, each, place.week)
                    bonus[number, column] = place.of(person, known.opdrachten[each])
                    bonus[number, column] += MUST * (person.id in pinned)
        return allowed, bonus

    def _heads(self, place: Place, heads: dict[int, int]) -> tuple[BoolArray, IntArray]:
        """Who can lead what, and what it is worth."""
        able = np.zeros((len(self.opdrachten), len(self.leaders)), dtype=np.bool_)
        bonus = np.zeros(able.shape, dtype=np.int64)
        for number, row in enumerate(self.opdrachten):
            for leader in self.known.leaders[row.id]:
                column = self.leader_number[leader]
                able[number, column] = heads.get(row.id, leader) == leader
                bonus[number, column] = place.of_head(row.id, leader) + MUST * (row.id in heads)
        return able, bonus

    def _both_ways(self, allowed: IntArray) -> tuple[tuple[IntArray, IntArray], tuple[IntArray, IntArray]]:
        """Where each may be, and who may be at each."""
        pairs = [(int(number), int(column)) for number, column in np.argwhere(allowed)]
        turned = [(column, number) for number, column in pairs]
        return _grouped(len(self.people), pairs), _grouped(len(self.opdrachten), turned)

    def _wanted(self) -> IntArray:
        skills = max((len(row.mix) for row in self.opdrachten), default=0)
        found = np.zeros((len(self.opdrachten), skills), dtype=np.int64)
        for number, row in enumerate(self.opdrachten):
            for bit, each in enumerate(row.mix):
                found[number, bit] = each.aantal
        return found

    def _afdelingen(self) -> IntArray:
        numbers: dict[int | None, int] = {
            row.id: number for number, row in enumerate(self.known.instance.afdelingen)
        }
        return np.array([numbers.get(each.afdeling, len(numbers)) for each in self.people], dtype=np.int64)

    def _spare(self, week: int) -> IntArray:
        """How many of each afdeling may be outside; of nobody's as many as there are."""
        afdelingen = self.known.instance.afdelingen
        found = np.full((len(afdelingen) + 1, DAYS), len(self.people), dtype=np.int64)
        for number, row in enumerate(afdelingen):
            own = [each.days_in(week) for each in self.people if each.afdeling == row.id]
            for day in WERKDAGEN:
                working = sum(mask >> day & 1 for mask in own)
                found[number, day] = max(0, working - row.minimum[day])
        return found

    def _kept_up(self, person: Medewerker, done: int) -> int:
        """What a week that is kept up is thought to be worth: the days that the next step is longer."""
        top = sum(stap.weken for stap in person.opbouw[:-1])
        if done >= top:
            return 0
        return self.worth.get("vervulling", 0) * GROWTH * (person.opbouw[-1].dagen - days_after(person, done))

    def read(self, kern: Kern, state: State, week: int) -> tuple[list[Groep], list[Indeling]]:
        """The groups that run, and who is in them; days that are not complete do not."""
        groups: list[Groep] = []
        places: list[Indeling] = []
        for number, row in enumerate(self.opdrachten):
            days = [day for day in WERKDAGEN if is_complete(kern, state, number, day)]
            leads = tuple(
                Leiding(dag=day, werkleider=self.leaders[state.lead[number, day]].id) for day in days
            )
            head = self.leaders[state.head[number]].id if state.head[number] >= 0 else -1
            if all(each.werkleider != head for each in leads):
                continue
            runs = sum(1 << day for day in days)
            members = [
                Indeling(medewerker=self.people[place].id, week=week, opdracht=row.id, dagen=mask)
                for place in np.flatnonzero(state.at == number)
                if (mask := int(state.mask[place]) & runs)
            ]
            riding = [each for each in members if (each.medewerker, row.id) in self.known.by_bus]
            rit = self.rides[state.ride[number]] if state.ride[number] >= 0 else None
            ridden = best_ride(self.known, row, rit, riding)
            groups.append(
                Groep(
                    opdracht=row.id,
                    week=week,
                    werkleider=head,
                    leiding=leads,
                    bus=ridden.bus if ridden else None,
                    opstappen=ridden.opstappen if ridden else (),
                )
            )
            places += members
        return groups, places

    def placed(self, plan: Solution, week: int) -> tuple[IntArray, IntArray, IntArray, IntArray]:
        """Of a week of a plan: werkleider and ride of each group, where people are (-1: none), which days.

        Rows that name nobody or nothing known are left out; GONE is a werkleider who is not known.
        """
        heads = np.full(len(self.opdrachten), -1, dtype=np.int64)
        rides = np.full(len(self.opdrachten), -1, dtype=np.int64)
        places = np.full(len(self.people), -1, dtype=np.int64)
        masks = np.zeros(len(self.people), dtype=np.int64)
        for group in plan.groepen:
            if group.week == week and group.opdracht in self.number:
                number = self.number[group.opdracht]
                heads[number] = self.leader_number.get(group.werkleider, GONE)
                rides[number] = self._wide_ride(number, group)
        for each in plan.indelingen:
            if each.week == week and each.medewerker in self.person_number and each.opdracht in self.number:
                number = self.person_number[each.medewerker]
                places[number] = self.number[each.opdracht]
                masks[number] = each.dagen
        return heads, rides, places, masks

    def _wide_ride(self, number: int, group: Groep) -> int:
        """A ride of the same bus that passes the stops of a group, and few others; -1 for none."""
        stops = set(group.opstappen)
        passing = [
            (len(rit.minuten.keys() - stops), -self.passes[:, ride].sum(), ride)
            for ride in range(self.first_ride[number], self.first_ride[number + 1])
            if (rit := self.rides[ride]).bus == group.bus and stops <= rit.minuten.keys()
        ]
        return min(passing)[-1] if passing else -1


def _grouped(number: int, pairs: list[tuple[int, int]]) -> tuple[IntArray, IntArray]:
    """Where the others of each begin, and these."""
    ordered = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)
    first = np.searchsorted(ordered[:, 0], np.arange(number + 1))
    return first.astype(np.int64), ordered[:, 1].copy()

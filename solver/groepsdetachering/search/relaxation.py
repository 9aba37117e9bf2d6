"""What a week can be worth at most: from the prices of its linear relaxation a bound in whole numbers.

People may be in several groups in parts, werkleiders lead and buses ride in parts; who goes together, apart,
pins and the budget of changes are left out. The days outside are those that could be built up to by then.
Every line reads: use is at most so much, and every variable has an upper bound. So whatever the prices of the
lines are: the room at its price, and what each variable gains beyond its use, is a bound.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from ortools.math_opt.python import mathopt

from solver.groepsdetachering.search.kern import DAYS
from solver.linear import Rows, Variables, solve_within

if TYPE_CHECKING:
    from solver.arrays import BoolArray, FloatArray, IntArray
    from solver.budget import Stop
    from solver.groepsdetachering.search.kern import Kern

SHARES = 60  # divisible by every number of days in a week
SCALE = 1 << 16
SIMPLEX_BELOW = 2000


class Step(NamedTuple):
    """What each person on a day adds, up to so many people: one row for every opdracht and step."""

    opdracht: IntArray
    people: IntArray
    worth: IntArray


class Relaxation:
    """The lines and variables of one week."""

    def __init__(self, kern: Kern, steps: Step) -> None:
        """Variables of places, heads, leads, rides, days ridden, and people counted in each step."""
        self.kern = kern
        self.objective: list[IntArray] = []
        self.high: list[IntArray] = []
        self.number = 0
        self.rows: list[tuple[IntArray, IntArray]] = []
        self.room: list[int] = []
        self._place()
        self._lead()
        self._ride()
        self._count(steps)
        self._people()

    def _add(self, worth: IntArray, high: IntArray) -> IntArray:
        first = self.number
        self.objective.append(worth)
        self.high.append(high)
        self.number += len(worth)
        return np.arange(first, self.number)

    def _zeros(self, number: int, high: int = 1) -> IntArray:
        """Variables that are worth nothing by themselves."""
        return self._add(np.zeros(number, dtype=np.int64), np.full(number, high, dtype=np.int64))

    def _line(self, parts: list[tuple[IntArray, IntArray | int]], room: int) -> None:
        """Use is at most the room."""
        columns = np.concatenate([columns for columns, _ in parts])
        if len(columns):
            factors = [
                np.broadcast_to(np.asarray(factor, dtype=np.int64), each.shape) for each, factor in parts
            ]
            self.rows.append((columns, np.concatenate(factors)))
            self.room.append(room)

    def _place(self) -> None:
        """Somebody in a group on a day."""
        days = self.kern.allowed[:, :, None] >> np.arange(DAYS) & 1
        self.x_person, self.x_opdracht, self.x_day = (each.astype(np.int64) for each in np.nonzero(days))
        self.x = self._zeros(len(self.x_person))

    def _lead(self) -> None:
        """Heads, and who leads on a day: one group at a time, within hours, others where the head is away."""
        kern = self.kern
        can = kern.able[:, :, None] & (kern.days[:, None, None] >> np.arange(DAYS) & 1).astype(np.bool_)
        can &= (kern.works[None, :, None] >> np.arange(DAYS) & 1).astype(np.bool_)
        self.l_opdracht, self.l_leader, self.l_day = (each.astype(np.int64) for each in np.nonzero(can))
        self.lead = self._zeros(len(self.l_opdracht))
        h_opdracht, h_leader = (each.astype(np.int64) for each in np.nonzero(can.any(axis=2)))
        head = self._zeros(len(h_opdracht))
        works = kern.works[h_leader]
        for opdracht in range(len(kern.days)):
            own = h_opdracht == opdracht
            self._line([(head[own], 1)], 1)
            mine = self.l_opdracht == opdracht
            for day in range(DAYS):
                here = mine & (self.l_day == day)
                self._line([(self.lead[here], 1)], 1)
                away = head[own & (works >> day & 1 == 0)]
                for lead, leader in zip(self.lead[here], self.l_leader[here], strict=True):
                    self._line([(np.array([lead]), 1), (head[own & (h_leader == leader)], -1), (away, -1)], 0)
        for leader in range(len(kern.works)):
            own = self.l_leader == leader
            self._line([(self.lead[own], kern.minutes[self.l_opdracht[own]])], int(kern.hours[leader]))
            for day in range(DAYS):
                self._line([(self.lead[own & (self.l_day == day)], 1)], 1)

    def _ride(self) -> None:
        """Rides of a week, and on which days: only when the group runs, and no bus twice."""
        kern = self.kern
        of_ride = np.repeat(np.arange(len(kern.days)), np.diff(kern.rides))
        rides = self._zeros(len(kern.bus))
        can = (kern.days[of_ride, None] >> np.arange(DAYS) & 1).astype(np.bool_)
        can &= (kern.bus_days[kern.bus][:, None] >> np.arange(DAYS) & 1).astype(np.bool_)
        d_ride, d_day = (each.astype(np.int64) for each in np.nonzero(can))
        ridden = self._zeros(len(d_ride))
        for each, ride in zip(ridden, d_ride, strict=True):
            self._line([(np.array([each]), 1), (rides[[ride]], -1)], 0)
        for bus in range(len(kern.bus_days)):
            for day in range(DAYS):
                self._line([(ridden[(kern.bus[d_ride] == bus) & (d_day == day)], 1)], 1)
        needs = kern.by_bus[self.x_person, self.x_opdracht]
        for opdracht in range(len(kern.days)):
            own = of_ride == opdracht
            self._line([(rides[own], 1)], 1)
            for day in range(DAYS):
                here = own[d_ride] & (d_day == day)
                runs = self.lead[(self.l_opdracht == opdracht) & (self.l_day == day)]
                self._line([(ridden[here], 1), (runs, -1)], 0)
                riding = self.x[needs & (self.x_opdracht == opdracht) & (self.x_day == day)]
                self._line([(riding, 1), (ridden[here], -kern.plaatsen[d_ride[here]])], 0)
        self._pass(rides, of_ride, needs)

    def _pass(self, rides: IntArray, of_ride: IntArray, needs: BoolArray) -> None:
        """Who needs a bus has one that passes: all days of somebody in one line."""
        kern = self.kern
        key = self.x_person * len(kern.days) + self.x_opdracht
        for pair in np.unique(key[needs]):
            person, opdracht = divmod(int(pair), len(kern.days))
            mine = self.x[key == pair]
            passing = rides[(of_ride == opdracht) & kern.passes[person]]
            most = min(len(mine), int(kern.cap[person]))
            self._line([(mine, 1), (passing, -most)], 0)

    def _count(self, steps: Step) -> None:
        """People counted in each step, of those present; bounds of size, support and skills."""
        kern = self.kern
        for opdracht in range(len(kern.days)):
            for day in range(DAYS):
                here = (self.x_opdracht == opdracht) & (self.x_day == day)
                people, persons = self.x[here], self.x_person[here]
                own = (self.l_opdracht == opdracht) & (self.l_day == day)
                runs, leaders = self.lead[own], self.l_leader[own]
                if not len(people) or not len(runs):
                    self._line([(people, 1)], 0)
                    continue
                self._line([(people, 1), (runs, -int(kern.most[opdracht]))], 0)
                self._line([(people, -1), (runs, int(kern.least[opdracht]))], 0)
                self._line([(people, kern.behoefte[persons]), (runs, -kern.span[leaders])], 0)
                for skill in range(kern.wanted.shape[1]):
                    able = people[kern.masters[persons, opdracht] >> skill & 1 == 1]
                    if kern.wanted[opdracht, skill]:
                        self._line([(able, -1), (runs, int(kern.wanted[opdracht, skill]))], 0)
                mine = steps.opdracht == opdracht
                counted = self._add(steps.worth[mine], steps.people[mine])
                for each, top in zip(counted, steps.people[mine], strict=True):
                    self._line([(np.array([each]), 1), (people, -1)], 0)
                    self._line([(np.array([each]), 1), (runs, -int(top))], 0)

    def _people(self) -> None:
        """One group a week in parts of its days, one place a day, and those who must stay inside."""
        kern = self.kern
        key = self.x_person * len(kern.days) + self.x_opdracht
        number = np.bincount(key, minlength=kern.allowed.size)
        most = np.maximum(1, np.minimum(number[key], kern.cap[self.x_person]))
        ends = np.searchsorted(self.x_person, np.arange(len(kern.cap) + 1))
        for person in range(len(kern.cap)):
            own = slice(ends[person], ends[person + 1])
            room = SHARES if kern.cap[person] else 0
            self._line([(self.x[own], SHARES // most[own])], room)
            for day in range(DAYS):
                self._line([(self.x[own][self.x_day[own] == day], 1)], 1)
        for afdeling in range(len(kern.spare)):
            of = kern.afdeling[self.x_person] == afdeling
            for day in range(DAYS):
                self._line([(self.x[of & (self.x_day == day)], 1)], int(kern.spare[afdeling, day]))

    def prices(self, stop: Stop) -> FloatArray | None:
        """The prices of the lines, as nearly as they are found; None when there was no time."""
        if not self.rows:
            return np.zeros(0)
        rows = Rows()
        for (columns, factors), room in zip(self.rows, self.room, strict=True):
            rows.add(columns, factors.astype(np.float64), -np.inf, room)
        objective, high = np.concatenate(self.objective), np.concatenate(self.high)
        variables = Variables(
            objective=objective.astype(np.float64),
            low=np.zeros(self.number),
            high=high.astype(np.float64),
            whole=np.zeros(self.number, dtype=np.bool_),
        )
        model = mathopt.Model.from_model_proto(rows.to_proto(variables))
        kind = mathopt.SolverType.GLOP if self.number < SIMPLEX_BELOW else mathopt.SolverType.PDLP
        answer = solve_within(model, kind, mathopt.SolveParameters(threads=1), stop)
        if answer is None or not answer.has_dual_feasible_solution():
            return None
        return np.array(answer.dual_values(list(model.linear_constraints())), dtype=np.float64)

    def bound(self, prices: FloatArray) -> int:
        """What the week can be worth at most, proven by these prices, whatever they are."""
        price = np.rint(np.maximum(prices, 0) * SCALE).astype(np.int64)
        gain = np.concatenate(self.objective) * SCALE
        for (columns, factors), each in zip(self.rows, price, strict=True):
            if each:
                np.subtract.at(gain, columns, factors * each)
        high = np.concatenate(self.high)
        total = int((np.maximum(gain, 0) * high).sum()) + int((price * np.array(self.room)).sum())
        return total // SCALE


def steps_of(opdrachten: list[tuple[int, list[tuple[int, int]]]]) -> Step:
    """For the opdrachten by number: (people, worth of each of them) of every step."""
    rows = [(number, people, worth) for number, found in opdrachten for people, worth in found if people]
    columns = np.array(rows, dtype=np.int64).reshape(-1, 3).T
    return Step(*columns)

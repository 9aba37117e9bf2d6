"""Week after week: each begins as the week before or as an earlier plan has it, then chance betters it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from solver.arrays import IntArray
from solver.groepsdetachering.dagen import ALLE_DAGEN
from solver.groepsdetachering.plan import days_after
from solver.groepsdetachering.search.anneal import anneal, copy, worth
from solver.groepsdetachering.search.groups import restore
from solver.groepsdetachering.search.kern import new_state
from solver.groepsdetachering.search.tables import Tables
from solver.groepsdetachering.solution import Solution

if TYPE_CHECKING:
    from solver.budget import Budget, Stopwatch
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.search.kern import Kern, State
    from solver.groepsdetachering.solution import Groep, Indeling

HOT, COLD = 6.0, 0.3
A_MOMENT = 1_000
A_STEP = 0.02
Start: TypeAlias = tuple[IntArray, IntArray, IntArray, IntArray]


class Effort(NamedTuple):
    """At most so many moves for a week (0: only begin), and so many seconds for all weeks."""

    moves: int
    seconds: float


class Weeks:
    """Plans of all weeks, one after the other."""

    def __init__(self, known: Known, budget: Budget, clock: Stopwatch) -> None:
        """Make the tables."""
        self.known, self.budget, self.clock = known, budget, clock
        self.tables = Tables(known)
        self.seed = budget.seed

    def plan(self, effort: Effort, begin: Solution | None = None) -> Solution:
        """A plan of all weeks; of the first ones when it had to stop halfway."""
        groups: list[Groep] = []
        places: list[Indeling] = []
        weeks = range(self.known.instance.weken)
        done = {each.id: each.volgehouden for each in self.known.instance.medewerkers}
        until = self.clock.elapsed() + effort.seconds
        for week in weeks:
            so_far = Solution(groepen=tuple(groups), indelingen=tuple(places))
            kern = self.tables.week(week, so_far, done)
            start = self.tables.placed(begin or so_far, week if begin else week - 1)
            if begin is None:
                start[-1].fill(ALLE_DAGEN)
            share = max(0.0, until - self.clock.elapsed()) / (len(weeks) - week)
            best = self._search(kern, start, effort._replace(seconds=share))
            if best is None:
                break
            new_groups, new_places = self.tables.read(kern, best, week)
            groups += new_groups
            places += new_places
            outside = {each.medewerker: each.dagen.bit_count() for each in new_places}
            for person in self.known.instance.medewerkers:
                kept = outside.get(person.id, 0) == days_after(person, done[person.id])
                done[person.id] += kept
        return Solution(groepen=tuple(groups), indelingen=tuple(places))

    def _search(self, kern: Kern, start: Start, effort: Effort) -> State | None:
        """The best of as many searches as there are workers."""
        self.seed += 1
        workers = max(1, self.budget.workers - 1) if effort.moves else 1
        seeds = [self.seed * workers + each for each in range(workers)]
        if len(seeds) == 1:
            found = [self._one(kern, start, effort, seeds[0])]
        else:
            with ThreadPoolExecutor(len(seeds)) as pool:
                found = list(pool.map(lambda seed: self._one(kern, start, effort, seed), seeds))
        worths = [-1 if best is None else worth(kern, best) for best in found]
        return found[int(np.argmax(worths))]

    def _one(self, kern: Kern, start: Start, effort: Effort, seed: int) -> State | None:
        """One search, a moment at a time, so that it hears when to stop."""
        state, kept, best = (new_state(kern, seed) for _ in range(3))
        restore(kern, state, *start)
        record = np.array([worth(kern, state)], dtype=np.int64)
        copy(state, best)
        unit = HOT * max(1, self.tables.worth.get("vervulling", self.tables.worth.get("belofte", 1)))
        begun, moves, share = self.clock.elapsed(), 0, 0.0
        while share < 1 and effort.moves and len(kern.option):
            if self.clock.is_over():
                return None
            moves += A_MOMENT
            then = min(1.0, moves / effort.moves)
            spent = (self.clock.elapsed() - begun) / max(1e-3, effort.seconds)
            if self.budget.moves is None or spent >= 1:
                then = min(1.0, max(then, spent + A_STEP))
            warmth = (unit * (COLD / HOT) ** share, unit * (COLD / HOT) ** then)
            anneal(kern, state, kept, best, record, A_MOMENT, warmth)
            share = then
        return best

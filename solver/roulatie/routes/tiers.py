"""Tier by tier a better plan of routes, what a tier is worth at most, and which stays no better plan has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from solver.budget import Progress
from solver.roulatie.routes.across import Halves
from solver.roulatie.routes.bound import SCALE, Relaxation
from solver.roulatie.routes.columns import Columns
from solver.roulatie.routes.dive import Dive
from solver.roulatie.routes.master import Master
from solver.roulatie.routes.narrow import Narrowing
from solver.roulatie.routes.pick import pick
from solver.roulatie.routes.pool import Pool, make_pool

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from solver.arrays import BoolArray, IntArray, ShortArray
    from solver.budget import Budget, Stopwatch
    from solver.roulatie.routes.choose import RouteSearch
    from solver.roulatie.routes.crew import Crew
    from solver.roulatie.routes.points import Worth
    from solver.roulatie.routes.tables import Routes

# Of the seconds that are left a tier but the last has so much at most.
TIER_SHARE = 0.6
# Of all seconds, so much at most is for a first plan, and of each tier for prices of lines, for more lines,
# for a plan of known routes, to list all routes near the best, to narrow these, for a plan of what is left,
# for stays near the best, for dives, and for a search.
FIRST_SHARE, LINES_SHARE, MORE_SHARE, PICK_SHARE, LIST_SHARE, NARROW_SHARE = 0.5, 0.3, 0.2, 0.07, 0.15, 0.25
CLOSE_SHARE, NEAR_SHARE, DIVE_SHARE, SEARCH_SHARE = 0.6, 0.05, 0.15, 0.1
# Routes chosen in a unit of deterministic time.
TURNS = 5000
# Of so many routes at most HiGHS picks the best plan, and of so many soon; of more so many are likely.
MOST_ROUTES, FEW_ROUTES, LIKELY_ROUTES = 6000, 3000, 1500
# So many routes of a unit are listed at most, in the last tier, and of all.
MOST_OF_UNIT, MOST_OF_LAST, MOST_IN_ALL = 200_000, 1_000_000, 1_500_000
# Not while so many steps are open.
MOST_OPEN = 10
# A plan is picked from known routes anew when there are so many times as many as when it took too long.
MORE_ROUTES = 1.25
# Dives before known routes are picked from anew, and how often in a row nothing better may come of it.
DIVES, IN_VAIN = 3, 2
# Nodes of a unit in a search for stays, and for each route where all are listed.
STAY_NODES, NODES_OF_ONE = 1_000_000, 25


class Stays(NamedTuple):
    """Which stays no plan has of at least these points in the tiers so far.

    A stay: deelnemer, plek, first blok (ids) and how many blocks.
    """

    reached: tuple[int, ...]
    left_out: frozenset[tuple[int, int, int, int]]


class Tiers:
    """The search, the routes that are known, and what is proven."""

    def __init__(
        self, routes: Routes, search: RouteSearch, crew: Crew, budget: Budget, clock: Stopwatch
    ) -> None:
        """Nothing proven yet."""
        self.routes, self.search, self.crew = routes, search, crew
        self.budget, self.clock = budget, clock
        self.columns, self.halves = Columns(routes), Halves()
        self.relaxation = Relaxation(routes, search.tiers[0], [], crew)
        self.bounds: list[int] = []
        # All routes of plans that reach as much in the tiers of routes, where they can be listed.
        self.last: Pool | None = None
        self.stays: dict[int, Stays] = {}
        # In this tier: how many known routes are picked from, and what routes may lose less that are listed.
        self._fewest, self._too_wide = 0.0, float("inf")
        # When the seconds of this tier are over.
        self._until = float("inf")

    def run(self) -> None:
        """Without a plan only the first tier has a bound."""
        search = self.search
        if search.of_tiers:
            self.bounds.append(self.relaxation.bound())
        if search.value is None:
            in_time = self.share(FIRST_SHARE)
            search.run(0, lambda: search.value is None and in_time(), self._report)
        if search.value is not None and search.of_tiers:
            *before, tier = range(len(search.tiers))
            for each in before:
                self._until = self.clock.elapsed() + TIER_SHARE * self.clock.left()
                self._better(each)
            self._until = float("inf")
            self._better(tier)
            if not self._is_far(tier, self.reached()[tier]):
                self.last = self.listed(self.reached()[tier], MOST_OF_LAST)
            self._leave_out(tier)

    def reached(self) -> tuple[int, ...]:
        """The points of the best plan."""
        return self.search.value or ()

    def share(self, share: float) -> Callable[[], bool]:
        """Go on for a share of the budget, of seconds and of moves."""
        until = min(self._until, self.clock.elapsed() + share * self.budget.seconds)
        moves, units = self.budget.moves, self.routes.shape[0]
        rounds = None if moves is None else int(share * moves * TURNS / units)

        def go_on() -> bool:
            nonlocal rounds
            if rounds is not None:
                rounds -= 1
                if rounds < 0:
                    return False
            return self.clock.elapsed() < until and not self.clock.is_over()

        return go_on

    def listed(self, target: int, most: int) -> Pool | None:
        """All routes, so many of a unit at most, of plans of at least so many points in the tier of now."""
        go_on = self.share(LIST_SHARE)
        near = self.relaxation.near(target, most, NODES_OF_ONE * most, go_on)
        if not near.is_all or near.number() > MOST_IN_ALL:
            return None
        units = np.repeat(np.arange(len(near.routes)), [len(each) for each in near.routes])
        return self._pool(units, np.concatenate(near.routes))

    def narrowing(self, pool: Pool, target: int) -> Narrowing:
        """Of such routes those of plans that there may be."""
        return Narrowing(self.relaxation, self.columns, pool, target, self.halves)

    def known(self) -> Pool:
        """The routes that are known."""
        return self._pool(*self.columns.some(np.arange(len(self.columns.units))))

    def _pool(self, units: IntArray, taken: ShortArray) -> Pool:
        relaxation = self.relaxation
        return make_pool(self.columns.routes, relaxation.worth, relaxation.floors, units, taken)

    def picked(
        self, columns: Columns, worth: Worth, floors: Sequence[tuple[Worth, int]], share: float
    ) -> tuple[IntArray | None, int | None]:
        """The best plan of these routes in a share of the budget, and what these give at most."""
        seconds = min(self.clock.left(), share * self.budget.seconds)
        moves = None if self.budget.moves is None else share * self.budget.moves
        budget = replace(self.budget, seconds=seconds, moves=moves)
        return pick(columns, worth, floors, self.search.best, budget)

    def floors(self, tier: int) -> list[tuple[Worth, int]]:
        """What the tiers before reached."""
        return list(zip(self.search.tiers[:tier], self.reached(), strict=False))

    def left(self, narrowing: Narrowing) -> tuple[Columns, bool]:
        """Routes that are left as columns, and whether these are all; some that are likely where many are."""
        self.halves = narrowing.useful()
        is_all = len(narrowing.pool.units) <= MOST_ROUTES
        pool = narrowing.pool if is_all else narrowing.likely(LIKELY_ROUTES, self.search.random)
        columns = self.columns.fresh(self.columns.routes)
        for unit, route in zip(pool.units.tolist(), pool.plekken.astype(np.int64), strict=True):
            columns.add(unit, route)
        return columns, is_all

    def _better(self, tier: int) -> None:
        """Bound a tier; plans come of the routes that are found, of rounding, and of a search."""
        self._fewest, self._too_wide = 0.0, float("inf")
        former, self.columns = self.relaxation, self.columns.fresh(self.columns.routes)
        self.columns.add_plan(self.search.best)
        if tier > 0:
            floors = self.floors(tier)
            self.relaxation = Relaxation(former.routes, self.search.tiers[tier], floors, self.crew)
            self.bounds[tier:] = [self.relaxation.bound()]
            self.relaxation.follow(former, self.columns)
        self._add_lines(tier)
        self._pick(tier)
        # Where lines allow hardly more than the next better plan, or far more, one is looked for first.
        ways = [self._close, self._add_all_lines, self._dive, self._search]
        if self.relaxation.slack(self._next(tier)) < self._step(tier) * SCALE:
            ways = [self._dive, self._close, self._add_all_lines, self._search]
        elif self._is_far(tier, self._next(tier)):
            ways = [self._add_all_lines, self._search, self._dive, self._close]
        for improve in ways:
            if self._is_open(tier):
                improve(tier)
                if self._pick(tier) or improve != self._close:
                    self._close(tier)
        if self._is_open(tier) and tier + 1 < len(self.search.tiers):
            self._leave_out(tier)

    def _leave_out(self, tier: int) -> None:
        """Say which stays no plan has of at least as many points."""
        self.stays[tier] = Stays(self.reached()[: tier + 1], _left_out(self.routes, self._stays(tier)))

    def _stays(self, tier: int) -> BoolArray:
        """Those that plans have of at least as many points, by unit, block, plek and length."""
        if self.last is None:
            reached = self.reached()[tier]
            return self.relaxation.near(reached, 0, STAY_NODES, self.share(NEAR_SHARE)).stays
        stays: BoolArray = np.zeros(np.prod(self.routes.shape) + 1, dtype=np.bool_)
        stays[self.last.stays] = True
        return stays[:-1].reshape(self.routes.shape)

    def _add_lines(self, tier: int) -> None:
        """Price lines, and add some while these help much."""
        self.relaxation.run_lines(self.columns, self.reached()[tier], self.share(LINES_SHARE))
        self._lower(tier, self.relaxation.bound())

    def _add_all_lines(self, tier: int) -> None:
        """Add lines as long as they help at all."""
        before, go_on = self.relaxation.bound(), self.share(MORE_SHARE)
        self.relaxation.run_lines(self.columns, self.reached()[tier], go_on, is_patient=True)
        if self.relaxation.bound() < before:
            self._fewest = 0.0
        self._lower(tier, self.relaxation.bound())

    def _dive(self, tier: int) -> None:
        """Round the relaxation again and again: each time routes come to be known that go together."""
        go_on = self.share(DIVE_SHARE)
        worth = self.search.tiers[tier]
        master = Master(self.columns.routes, worth, self.relaxation.floors)
        in_vain = 0
        while self._is_open(tier) and in_vain < IN_VAIN and go_on():
            for _ in range(DIVES):
                dive = Dive(self.relaxation, master, self.columns, self._next(tier))
                plan = dive.run(self.search.random, go_on)
                if plan is not None and self.search.take(plan) and not self._is_open(tier):
                    return
            in_vain = 0 if self._pick(tier) else in_vain + 1

    def _search(self, tier: int) -> None:
        """Look for plans by sweeps."""
        self.search.run(tier, self.share(SEARCH_SHARE), self._report)
        self.columns.add_plan(self.search.best)

    def _pick(self, tier: int) -> bool:
        """Whether a plan of the routes that are known is better."""
        if not self._is_open(tier) or len(self.columns.units) < self._fewest:
            return False
        worth, floors = self.search.tiers[tier], self.floors(tier)
        plan, most = self.picked(self.columns, worth, floors, PICK_SHARE)
        is_better = self._take(tier, plan)
        if most is None and not is_better:
            self._fewest = MORE_ROUTES * len(self.columns.units)
        return is_better

    def _close(self, tier: int) -> None:
        """Where the routes of better plans can be listed: prove that none is, or take one of these routes."""
        is_better = True
        while is_better and self._is_open(tier):
            better = self._next(tier)
            slack = self.relaxation.slack(better)
            if slack >= self._too_wide or self._is_far(tier, better):
                return
            pool = self.listed(better, MOST_OF_UNIT)
            if pool is None:
                self._too_wide = slack
                return
            narrowing = self.narrowing(pool, better)
            in_time = self.share(NARROW_SHARE)
            if narrowing.begin(self.known(), in_time):
                narrowing.run(FEW_ROUTES, in_time)
            columns, is_all = self.left(narrowing)
            columns.add_plan(self.search.best)
            share = CLOSE_SHARE if is_all else PICK_SHARE
            plan, most = self.picked(columns, self.search.tiers[tier], self.floors(tier), share)
            is_better = self._take(tier, plan)
            if is_all and most is not None:
                # Of less than was reached these routes know nothing.
                self._lower(tier, max(most, self.reached()[tier]))

    def _take(self, tier: int, plan: IntArray | None) -> bool:
        """Whether a plan is better."""
        if plan is None or not self.search.take(plan):
            return False
        if tier == 0:
            self._report(self.reached()[0])
        return True

    def _step(self, tier: int) -> int:
        """Two plans differ by some of these points."""
        return self.search.tiers[tier].step()

    def _next(self, tier: int) -> int:
        """The points of the next better plan."""
        return self.reached()[tier] + self._step(tier)

    def _is_far(self, tier: int, target: int) -> bool:
        """Whether far more points than these may be."""
        return self.relaxation.slack(target) >= MOST_OPEN * self._step(tier) * SCALE

    def _is_open(self, tier: int) -> bool:
        return self.reached()[tier] < self.bounds[tier]

    def _lower(self, tier: int, bound: int) -> None:
        self.bounds[tier] = min(self.bounds[tier], bound)

    def _report(self, value: int) -> None:
        """Tell how far the first tier is."""
        if self.budget.on_progress is not None and self.search.of_tiers:
            told = Progress(seconds=self.clock.elapsed(), value=value, bound=self.bounds[0])
            self.budget.on_progress(told)


def _left_out(routes: Routes, stays: BoolArray) -> frozenset[tuple[int, int, int, int]]:
    """The stays by ids that are not among these, by unit, block, plek and length."""
    plekken = routes.instance.plekken
    return frozenset(
        (each.id, plekken[plek].id, unit.blokken[block].id, length + 1)
        for number, unit in enumerate(routes.units)
        for block, plek, length in np.argwhere(~stays[number, : len(unit.blokken)]).tolist()
        for each in unit.members
    )

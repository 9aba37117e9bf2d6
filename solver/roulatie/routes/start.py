"""Plans and bounds from routes, tier by tier, before any model of all rules is made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from solver.budget import Progress
from solver.roulatie.routes.bound import Relaxation
from solver.roulatie.routes.choose import RouteSearch
from solver.roulatie.routes.columns import Columns
from solver.roulatie.routes.crew import Crew
from solver.roulatie.routes.dive import Dive
from solver.roulatie.routes.master import Master
from solver.roulatie.routes.pick import pick
from solver.roulatie.routes.tables import make_routes

if TYPE_CHECKING:
    from collections.abc import Callable

    from solver.arrays import BoolArray, IntArray
    from solver.budget import Budget, Stopwatch
    from solver.roulatie.instance import Instance
    from solver.roulatie.routes.points import Worth
    from solver.roulatie.routes.tables import Routes
    from solver.roulatie.routes.travel import Travel
    from solver.roulatie.solution import Solution

# Of the seconds, so much at most is for a first plan, and of each tier for prices of lines, for each plan of
# routes that are known, for all routes near the best, for dives, and for a search.
FIRST_SHARE, LINES_SHARE, PICK_SHARE, NEAR_SHARE = 0.5, 0.3, 0.07, 0.05
CLOSE_SHARE, DIVE_SHARE, SEARCH_SHARE, TRAVEL_SHARE = 0.6, 0.15, 0.1, 0.6
# Routes chosen in a unit of deterministic time.
TURNS = 5000
# So many routes at most are all put before CP-SAT.
MOST_ROUTES = 6000
# Dives before known routes are picked from anew, and how often in a row nothing better may come of it.
DIVES, IN_VAIN = 3, 2
# Nodes of a unit in a search for so many routes, and in one for their stays.
FEW_NODES, ALL_NODES = 50_000, 1_000_000


class Stays(NamedTuple):
    """Which stays no plan has of at least these points in the tiers so far.

    A stay: deelnemer, plek, first blok (ids) and how many blocks.
    """

    reached: tuple[int, ...]
    left_out: frozenset[tuple[int, int, int, int]]


class Start(NamedTuple):
    """A plan that is good as far as routes know, what each tier of routes is worth at most, and its stays.

    A bound holds for plans that have in all tiers before it at least the points that this plan `reached`.
    """

    solution: Solution | None
    reached: tuple[int, ...]
    bounds: list[int]
    stays: dict[int, Stays]


NOTHING = Start(None, (), [], {})


def start(instance: Instance, budget: Budget, clock: Stopwatch) -> Start:
    """Look for a plan, then better and bound tier by tier."""
    routes = make_routes(instance)
    if 0 in routes.shape:
        return NOTHING
    search = RouteSearch(routes, budget.seed)
    if not search.begin():
        return NOTHING
    with Crew(routes, budget.workers) as crew:
        return _Beginning(routes, search, crew, budget, clock).start()


class _Beginning:
    """The search, the routes that are known, and what is proven."""

    def __init__(
        self, routes: Routes, search: RouteSearch, crew: Crew, budget: Budget, clock: Stopwatch
    ) -> None:
        self.routes, self.search, self.crew = routes, search, crew
        self.budget, self.clock = budget, clock
        self.columns = Columns(routes)
        self.former: Relaxation | None = None
        self.bounds: list[int] = []
        self.stays: dict[int, Stays] = {}
        # Of so many known routes no plan was picked in time.
        self.too_many = MOST_ROUTES

    def start(self) -> Start:
        """Without a plan only the first tier has a bound."""
        search = self.search
        if search.of_tiers:
            self.bounds.append(Relaxation(self.routes, search.tiers[0], [], self.crew).bound())
        if search.value is None:
            in_time = self._share(FIRST_SHARE)
            search.run(0, lambda: search.value is None and in_time(), self._report)
        if search.value is not None and search.of_tiers:
            for tier in range(len(search.tiers)):
                self._better(tier)
            if search.travel is not None:
                self._shorten(search.travel)
        return Start(search.solution(), self._reached(), self.bounds, self.stays)

    def _better(self, tier: int) -> None:
        """Bound a tier; plans come of the routes that are found, of rounding, and of a search."""
        self.too_many = MOST_ROUTES
        worth, floors = self.search.tiers[tier], self._floors(tier)
        relaxation = Relaxation(self.columns.routes, worth, floors, self.crew)
        self.bounds[tier:] = [relaxation.bound()]
        self.columns = self.columns.fresh(self.columns.routes)
        self.columns.add_plan(self.search.best)
        if self.former is not None:
            relaxation.follow(self.former, self.columns)
        self.former = relaxation
        relaxation.run_lines(self.columns, self._reached()[tier], self._share(LINES_SHARE))
        self._lower(tier, relaxation.bound())
        self._pick(tier, self.columns)
        self._close(tier, relaxation)
        for improve in (self._dive, self._search):
            if self._is_open(tier):
                improve(tier, relaxation)
                self._pick(tier, self.columns)
                self._close(tier, relaxation)
        if self._is_open(tier) or tier + 1 == len(self.search.tiers):
            reached = self._reached()
            near = relaxation.near(reached[tier], 1, ALL_NODES, self._share(NEAR_SHARE))
            self.stays[tier] = Stays(reached[: tier + 1], _left_out(self.routes, near.stays))

    def _shorten(self, travel: Travel) -> None:
        """Find the least that who travels most can do with: first what routes allow, then with plans."""
        step, go_on = travel.step(), self._share(TRAVEL_SHARE)
        # In steps: too few, and enough as far as routes know.
        low, top = -(-travel.least() // step) - 1, self._minutes(travel) // step
        last = None
        while low + 1 < top and go_on():
            limit = (low + top) // 2
            within = self._within(travel, limit * step, go_on)
            if self._may_reach(within[0]):
                top, last = limit, within
            else:
                low = limit
        # Nothing was decided up to here; the second try is whether the plan of now is best.
        tried, tries = low, 0
        while tried + 1 < (now := self._minutes(travel) // step) and go_on():
            limit = {0: tried + 1, 1: now - 1}.get(tries, (tried + now) // 2)
            within = last or self._within(travel, limit * step, go_on)
            is_in_vain = self._is_in_vain(*within, go_on)
            if is_in_vain:
                low = limit
            if is_in_vain or tries != 1:
                tried = limit
            tries, last = tries + 1, None
        self.bounds.append(travel.points((low + 1) * step))

    def _minutes(self, travel: Travel) -> int:
        """How far who travels most goes in the best plan."""
        return travel.most(self.search.best)

    def _may_reach(self, relaxation: Relaxation) -> bool:
        """Whether routes allow the points of the last tier of routes."""
        return relaxation.bound() >= self._reached()[len(self.search.tiers) - 1]

    def _within(self, travel: Travel, limit: int, go_on: Callable[[], bool]) -> tuple[Relaxation, Columns]:
        """The last tier of routes of so many minutes at most, as far as it takes to see that it is worse."""
        tier, known = len(self.search.tiers) - 1, self.columns
        worth, reached = self.search.tiers[tier], self._reached()
        columns = known.fresh(travel.within(known.routes, limit))
        for unit, route in zip(known.units, known.plekken, strict=True):
            if travel.keeps(unit, route, limit):
                columns.add(unit, route)
        relaxation = Relaxation(columns.routes, worth, self._floors(tier), self.crew)
        if self.former is not None:
            relaxation.begin(self.former)
        relaxation.run_lines(columns, reached[tier] - worth.step(), go_on)
        self.former = relaxation
        self.columns = known.fresh(known.routes._replace(uses=columns.routes.uses))
        for each in (known, columns):
            for unit, route in zip(each.units, each.plekken, strict=True):
                self.columns.add(unit, route)
        return relaxation, columns

    def _is_in_vain(self, relaxation: Relaxation, columns: Columns, go_on: Callable[[], bool]) -> bool:
        """Look for a plan of routes that are short enough; whether it is proven that there is none."""
        if not self._may_reach(relaxation):
            return True
        tier = len(self.search.tiers) - 1
        reached = self._reached()[tier]
        near = relaxation.near(reached, MOST_ROUTES, FEW_NODES, self._share(NEAR_SHARE))
        if near.is_all and near.number() < MOST_ROUTES:
            every = columns.fresh(columns.routes)
            every.add_all(near.routes)
            plan, most = self._picked(tier, every, CLOSE_SHARE)
            if plan is not None and self.search.take(plan):
                return False
            if most is not None and most < reached:
                return True
        master = Master(columns, self.search.tiers[tier], relaxation.floors)
        for _ in range(DIVES):
            plan = Dive(relaxation, master, columns, reached).run(self.search.random, go_on)
            if plan is not None and self.search.take(plan):
                return False
        plan, _ = self._picked(tier, columns, PICK_SHARE)
        if plan is not None:
            self.search.take(plan)
        return False

    def _search(self, tier: int, _: Relaxation) -> None:
        """Look for plans by sweeps."""
        self.search.run(tier, self._share(SEARCH_SHARE), self._report)
        self.columns.add_plan(self.search.best)

    def _dive(self, tier: int, relaxation: Relaxation) -> None:
        """Round the relaxation again and again: each time routes come to be known that go together."""
        go_on = self._share(DIVE_SHARE)
        worth = self.search.tiers[tier]
        master = Master(self.columns, worth, relaxation.floors)
        in_vain = 0
        while self._is_open(tier) and in_vain < IN_VAIN and go_on():
            for _ in range(DIVES):
                target = self._reached()[tier] + worth.step()
                plan = Dive(relaxation, master, self.columns, target).run(self.search.random, go_on)
                if plan is not None and self.search.take(plan) and not self._is_open(tier):
                    return
            in_vain = 0 if self._pick(tier, self.columns) else in_vain + 1

    def _reached(self) -> tuple[int, ...]:
        """The points of the best plan."""
        return self.search.value or ()

    def _floors(self, tier: int) -> list[tuple[Worth, int]]:
        """What the tiers before reached."""
        return list(zip(self.search.tiers[:tier], self._reached(), strict=False))

    def _is_open(self, tier: int) -> bool:
        return self._reached()[tier] < self.bounds[tier]

    def _lower(self, tier: int, bound: int) -> None:
        self.bounds[tier] = min(self.bounds[tier], bound)

    def _close(self, tier: int, relaxation: Relaxation) -> None:
        """Where few routes can be in a better plan: take the best plan of these, or prove that none is."""
        while self._is_open(tier):
            better = self._reached()[tier] + self.search.tiers[tier].step()
            near = relaxation.near(better, MOST_ROUTES, FEW_NODES, self._share(NEAR_SHARE))
            if not near.is_all or near.number() >= self.too_many:
                break
            columns = self.columns.fresh(self.columns.routes)
            columns.add_all(near.routes)
            columns.add_plan(self.search.best)
            if not self._pick(tier, columns, is_all=True):
                break

    def _pick(self, tier: int, columns: Columns, *, is_all: bool = False) -> bool:
        """Whether a plan of these routes is better; where they are all that matter it proves the best."""
        if not self._is_open(tier) or len(columns.units) >= self.too_many:
            return False
        plan, most = self._picked(tier, columns, CLOSE_SHARE if is_all else PICK_SHARE)
        if is_all and most is not None:
            # Of less than was reached these routes know nothing.
            self._lower(tier, max(most, self._reached()[tier]))
        if plan is None and most is None:
            self.too_many = len(columns.units)
        if plan is None or not self.search.take(plan):
            return False
        if tier == 0:
            self._report(self._reached()[0])
        return True

    def _picked(self, tier: int, columns: Columns, share: float) -> tuple[IntArray | None, int | None]:
        """The best plan of these routes in a share of the budget, and what these give at most."""
        seconds = min(self.clock.left(), share * self.budget.seconds)
        moves = None if self.budget.moves is None else share * self.budget.moves
        budget = replace(self.budget, seconds=seconds, moves=moves)
        return pick(columns, self.search.tiers[tier], self._floors(tier), self.search.best, budget)

    def _report(self, value: int) -> None:
        """Tell how far the first tier is."""
        if self.budget.on_progress is not None and self.search.of_tiers:
            told = Progress(seconds=self.clock.elapsed(), value=value, bound=self.bounds[0])
            self.budget.on_progress(told)

    def _share(self, share: float) -> Callable[[], bool]:
        """Go on for a share of the budget, of seconds and of moves."""
        until = self.clock.elapsed() + share * self.budget.seconds
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


def _left_out(routes: Routes, stays: BoolArray) -> frozenset[tuple[int, int, int, int]]:
    """The stays by ids that are not among these, by unit, block, plek and length."""
    plekken = routes.instance.plekken
    return frozenset(
        (each.id, plekken[plek].id, unit.blokken[block].id, length + 1)
        for number, unit in enumerate(routes.units)
        for block, plek, length in np.argwhere(~stays[number, : len(unit.blokken)]).tolist()
        for each in unit.members
    )

"""Solve a groepsdetachering: weeks one after the other, then parts of the plan anew, tier by tier."""

from __future__ import annotations

import operator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from math import inf
from random import Random
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from solver.budget import Budget, Progress, Stopwatch
from solver.cpsat import solve_model
from solver.groepsdetachering.bounds import is_by_week, linear_bounds, most_of, week_bound
from solver.groepsdetachering.build import build_model, points_by_week, tier_points
from solver.groepsdetachering.check import check, tier_values, violations
from solver.groepsdetachering.keep import kept_part
from solver.groepsdetachering.known import Known
from solver.groepsdetachering.mend import has_impossible_pin, mended
from solver.groepsdetachering.model import everything
from solver.groepsdetachering.neighbourhood import draw_window
from solver.groepsdetachering.plan import Plan
from solver.groepsdetachering.prove import best_of, give_hint
from solver.groepsdetachering.reading import read
from solver.groepsdetachering.search.weeks import Effort, Weeks
from solver.groepsdetachering.solution import Solution
from solver.result import Result, Status, TierResult

if TYPE_CHECKING:
    from solver.groepsdetachering.instance import Instance
    from solver.groepsdetachering.model import Model, Term

FIRST_MOVES = 5_000
MOVES_A_PAIR = 2_000
SEARCH_SHARE = 0.6
SMALL_SHARE = 0.1
TIER_SHARE = 0.4
SMALL = 1_500
# Seconds, or deterministic time where moves are counted; of little effort each tier gets a short one.
A_WINDOW, SHORT_WINDOW = 0.3, 0.1
# Wishes that look at how long a ride is.
OF_RIDES = {"reistijd", "reisverdeling", "marge"}


class UncheckedSolutionError(AssertionError):
    """A plan that the checker refuses: a defect of the model, never of the input."""


def solve(instance: Instance, budget: Budget, *, with_bound: bool = True) -> Result[Solution]:
    """Solve within the budget; a bound of a tier holds beside what the earlier ones reached.

    Without `with_bound` nobody waits for relaxations of weeks: bounds are then those of each wish alone.
    """
    clock = Stopwatch(budget)
    return _Search(instance, budget, clock, with_bound=with_bound).solve()


class _Search:
    """The best plan so far and its points, and what is proven of each tier."""

    def __init__(self, instance: Instance, budget: Budget, clock: Stopwatch, *, with_bound: bool) -> None:
        self.with_bound = with_bound
        self.instance, self.budget, self.clock = instance, budget, clock
        self.known = Known(instance)
        self.tiers = instance.beleid.tiers
        self.bounds = [most_of(self.known, tier) for tier in self.tiers]
        self.best: Solution | None = None
        self.values: tuple[int, ...] = ()
        self.week_bounds: list[int] = []
        self.random = Random(budget.seed)

    def solve(self) -> Result[Solution]:
        """Begin with what is left of the published plan, or with nobody outside."""
        if has_impossible_pin(self.known):
            return _without(Status.INFEASIBLE, self.instance, self.clock)
        self._take(Solution())
        weeks = Weeks(self.known, self.budget, self.clock)
        if self.instance.vorige.indelingen:
            self._take(kept_part(weeks, self.instance))
        with ThreadPoolExecutor(1) as pool:
            bounding = pool.submit(self._bound_weeks, weeks)
            if not self._has_few_changes():
                self._search_weeks(weeks)
            if self._is_small() or self.best is None or self.budget.moves is not None:
                bounding.result()
            status = self._improve()
            bounding.result()
        if self.best is None:
            return _without(status, self.instance, self.clock)
        return self._judge(self.best)

    def _take(self, plan: Solution) -> bool:
        """Keep a plan where it is valid and better."""
        seen = Plan(self.instance, plan)
        values = tier_values(seen)
        if self.best is not None and values <= self.values:
            return False
        if violations(seen):
            return False
        self.best, self.values = plan, values
        self._tell()
        return True

    def _tell(self) -> None:
        if self.budget.on_progress is not None and self.values:
            self.budget.on_progress(
                Progress(seconds=self.clock.elapsed(), value=self.values[0], bound=self.bounds[0])
            )

    def _bound_weeks(self, weeks: Weeks) -> None:
        """Bound the first tier by linear relaxations of weeks."""
        if not self.tiers or not is_by_week(self.tiers[0]) or not (self.with_bound or self._is_small()):
            return
        self.week_bounds = list(linear_bounds(weeks.tables, self.tiers[0], self.clock.is_over))
        if len(self.week_bounds) == self.instance.weken:
            self.bounds[0] = min(self.bounds[0], sum(self.week_bounds))

    def _search_weeks(self, weeks: Weeks) -> None:
        """A quick plan of all weeks, then one that takes a share of the time."""
        former = self.best if self.instance.vorige.indelingen else None
        most = MOVES_A_PAIR * len(self.known.days)
        if self.budget.moves is not None:
            most = max(1, round(self.budget.moves * 1e6 / self.instance.weken))
        room = (SMALL_SHARE if self._is_small() else SEARCH_SHARE) * self.budget.seconds
        for moves, seconds in ((FIRST_MOVES, room), (most, room - self.clock.elapsed())):
            found = weeks.plan(Effort(moves=min(moves, most), seconds=seconds), former)
            has_none = not self._take(found) and self.best is None and not self._is_small()
            if has_none and self._take(mended(self.known, found, self.budget, self.clock)):
                break

    def _is_small(self) -> bool:
        """Whether one model of everything is small enough to be proven."""
        return sum(len(masks) for masks in self.known.days.values()) <= SMALL

    def _has_few_changes(self) -> bool:
        """Whether only so much of the published plan may change: then weeks are not searched."""
        return self.instance.max_plaatsen is not None or self.instance.max_mensen is not None

    def _is_proven(self) -> bool:
        return self.best is not None and list(self.values) == self.bounds

    def _improve(self) -> Status:
        """Small ones whole, large ones part by part; INFEASIBLE when there can be no plan."""
        if self._is_proven() or self.clock.is_over():
            return Status.UNKNOWN
        if self._is_small() or self.best is None:
            return self._whole()
        for place in range(len(self.tiers)):
            share = 1 / (len(self.tiers) - place)
            if place == 0 and self._has_few_changes():
                share = max(share, SEARCH_SHARE)
            until = self.clock.elapsed() + self.clock.left() * share
            moves = inf if self.budget.moves is None else self.budget.moves / len(self.tiers)
            while self.clock.elapsed() < until and moves > 0 and not self.clock.is_over():
                if self.values[place] == self.bounds[place]:
                    break
                window = min(A_WINDOW, max(SHORT_WINDOW, moves))
                self._better_part(place, window)
                moves -= window
        return Status.UNKNOWN

    def _better_part(self, place: int, window_time: float) -> None:
        """Open a part of the plan for a tier; those before it lose nothing."""
        if self.best is None:
            return
        window = draw_window(self.known, self.best, self.random)
        looked_at = {name for tier in self.tiers[: place + 1] for name in tier.gewichten}
        is_coarse = OF_RIDES.isdisjoint(looked_at)
        model = build_model(self.known, Plan(self.instance, self.best), window, coarse=is_coarse)
        for tier in self.tiers[:place]:
            points = tier_points(model, tier)
            model.cp.add(points >= model.value_now(points))
        points = tier_points(model, self.tiers[place])
        now = model.value_now(points)
        model.cp.add(points >= now)
        model.cp.maximize(points)
        give_hint(model, model.now)
        budget = replace(self.budget, seconds=window_time)
        if self.budget.moves is not None:
            budget = replace(self.budget, seconds=self.clock.left(), moves=window_time)
        solver, status = solve_model(model.cp, budget)
        if status in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            self._take(read(model, solver.response_proto.solution))

    def _whole(self) -> Status:
        """One model of everything, tier by tier, with what is proven of each week."""
        self._bound_small_weeks()
        base = Plan(self.instance, self.best or Solution())
        model = build_model(self.known, base, everything(self.known))
        begin = dict(model.now)
        for place in range(len(self.tiers)):
            if self.clock.is_over():
                break
            points = self._points(model, place)
            begin = model.now | begin
            if self.best is None or self.values[place] != self.bounds[place]:
                model.cp.add(points <= self.bounds[place])
                found = best_of(model, points, self._share(place), begin)
                if found.is_infeasible and self.best is None:
                    return Status.INFEASIBLE
                if found.values is not None:
                    self._take(read(model, found.values))
                    begin = dict(enumerate(found.values))
                if found.most is not None and self.best is not None:
                    most = max(found.most, self.values[place])
                    self.bounds[place] = min(self.bounds[place], most)
            if self.best is None:
                break
            model.cp.add(points >= self.values[place])
        return Status.UNKNOWN

    def _share(self, place: int) -> Budget:
        """What a tier may take of what is left; where there is no plan yet all of it."""
        left, share = self.clock.left(), max(TIER_SHARE, 1 / (len(self.tiers) - place))
        seconds = left if self.best is None else left * share
        moves = None if self.budget.moves is None else self.budget.moves / len(self.tiers)
        return replace(self.budget, seconds=seconds, moves=moves)

    def _points(self, model: Model, place: int) -> Term:
        """The points of a tier; of the first each week by itself is bounded, and reached where all are."""
        if place or not is_by_week(self.tiers[0]) or len(self.week_bounds) < self.instance.weken:
            return tier_points(model, self.tiers[place])
        parts = points_by_week(model, self.tiers[0])
        is_reached = self.best is not None and self.values[0] == sum(self.week_bounds)
        for points, bound in zip(parts, self.week_bounds, strict=True):
            model.cp.add(points == bound if is_reached else points <= bound)
        return sum(parts)

    def _bound_small_weeks(self) -> None:
        """Bound the first tier by models of single weeks."""
        if not self.tiers or not is_by_week(self.tiers[0]) or self.values[:1] == tuple(self.bounds[:1]):
            return
        for week, bound in enumerate(self.week_bounds):
            share = self.clock.left() / (2 * (self.instance.weken - week))
            alone = week_bound(
                self.known, self.tiers[0], week, replace(self.budget, seconds=share, moves=None)
            )
            self.week_bounds[week] = min(bound, alone)
        if len(self.week_bounds) == self.instance.weken:
            self.bounds[0] = min(self.bounds[0], sum(self.week_bounds))

    def _judge(self, plan: Solution) -> Result[Solution]:
        """Check a plan and tell its points and bounds per tier; `value` and `bound` are of the first tier."""
        report = check(self.instance, plan)
        if report.violations:
            raise UncheckedSolutionError("; ".join(each.sentence for each in report.violations))
        tiers = tuple(
            TierResult(name=tier.name, value=value, bound=bound)
            for tier, value, bound in zip(self.tiers, report.tiers, self.bounds, strict=True)
        )
        is_best = all(map(operator.eq, report.tiers, self.bounds))
        return Result(
            status=Status.OPTIMAL if is_best else Status.FEASIBLE,
            solution=plan,
            value=tiers[0].value if tiers else 0,
            bound=self.bounds[0] if self.bounds else 0,
            tiers=tiers,
            seconds=self.clock.elapsed(),
        )


def _without(status: Status, instance: Instance, clock: Stopwatch) -> Result[Solution]:
    """Give a result without a plan."""
    tiers = tuple(TierResult(name=tier.name, value=0, bound=None) for tier in instance.beleid.tiers)
    return Result(status=status, solution=None, value=0, bound=0, tiers=tiers, seconds=clock.elapsed())

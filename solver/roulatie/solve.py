"""Solve a roulatie tier by tier: the points that a tier reached are a floor under it in the tiers after."""

from __future__ import annotations

import operator
from dataclasses import replace
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from solver.budget import Budget, Progress, Stopwatch
from solver.cpsat import solve_model
from solver.result import Result, Status, TierResult
from solver.roulatie.cell_rules import CELL_RULES
from solver.roulatie.check import check
from solver.roulatie.instance import Cel
from solver.roulatie.model import Model
from solver.roulatie.plan_rules import PLAN_RULES
from solver.roulatie.possible import Possible
from solver.roulatie.routes.start import NOTHING, start
from solver.roulatie.solution import Solution
from solver.roulatie.wishes import LARGE, WISHES

if TYPE_CHECKING:
    from collections.abc import Callable

    from solver.roulatie.instance import Instance, Tier
    from solver.roulatie.model import Term


# Variables of a wish that are made in a second, and the share of the time that may go into making them.
MADE_A_SECOND = 60_000
MAKING_SHARE = 0.25


class UncheckedSolutionError(AssertionError):
    """A plan that the checker refuses: a defect of the model, never of the input."""


def build_model(instance: Instance, *, gives: bool = False) -> Model:
    """Make the variables and add every rule; with `gives` all but wet may be given up."""
    model = Model(instance, CELL_RULES, gives=gives)
    for rule in PLAN_RULES:
        rule.build(model)
    return model


def tier_points(model: Model, tier: Tier) -> Term:
    """The weighted points of a tier."""
    return sum(weight * WISHES[name].points(model) for name, weight in tier.gewichten.items())


def tier_bounds(instance: Instance) -> list[int]:
    """What no plan has more points than in each tier, whatever the others are."""
    possible = Possible(instance)
    return [
        sum(weight * WISHES[name].most(possible) for name, weight in tier.gewichten.items())
        for tier in instance.beleid.tiers
    ]


def solve(instance: Instance, budget: Budget) -> Result[Solution]:
    """Solve within the budget; a bound of a tier holds beside what the earlier ones reached."""
    clock = Stopwatch(budget)
    return _Tiers(instance, budget, clock).solve()


class _Tiers:
    """The best plan so far and its points, and what is proven of each tier."""

    def __init__(self, instance: Instance, budget: Budget, clock: Stopwatch) -> None:
        self.instance, self.budget, self.clock = instance, budget, clock
        self.best: Solution | None = None
        self.hint: Solution | None = None
        self.values: tuple[int, ...] = ()
        self.bounds = tier_bounds(instance)
        self.last = len(self.bounds)
        self.found = NOTHING

    def solve(self) -> Result[Solution]:
        """Begin with routes, go on with CP-SAT tier by tier."""
        self._take(Solution(cellen=cells_kept(self.instance)))
        self.found = start(self.instance, self.budget, self.clock)
        self._lower()
        if self.found.solution is not None:
            self._take(self.found.solution)
            self._lower()
        status = self._by_model()
        if self.best is None:
            return _without(status, self.instance, self.clock)
        return judge(self.instance, self.best, self.bounds, self.clock)

    def _take(self, plan: Solution) -> None:
        """Keep a plan where it is valid and better; one that is not may still be near a plan."""
        report = check(self.instance, plan)
        if report.violations:
            self.hint = plan
        elif self.best is None or report.tiers > self.values:
            self.best, self.values = plan, report.tiers
            if self.bounds:
                self._tell(self.values[0], self.bounds[0])

    def _tell(self, value: int, bound: int) -> None:
        """Tell how far the first tier is."""
        if self.budget.on_progress is not None:
            self.budget.on_progress(Progress(seconds=self.clock.elapsed(), value=value, bound=bound))

    def _by_model(self) -> Status:
        """Better every tier that is not proven; INFEASIBLE when there can be no plan."""
        if self.best is not None and self._is_proven():
            return Status.OPTIMAL
        if self.clock.is_over():
            return Status.UNKNOWN
        model = build_model(self.instance)
        tiers = self.instance.beleid.tiers
        self.last = next(
            (place for place, tier in enumerate(tiers) if not self._has_time_for(model, tier)), len(tiers)
        )
        for place, tier in enumerate(tiers[: self.last]):
            if self.clock.is_over():
                break
            points = tier_points(model, tier)
            self._lower()
            self._leave_out(model, place)
            if self.best is None or self.bounds[place] != self.values[place]:
                status = self._better(model, points, place)
                if status == cp_model.INFEASIBLE and self.best is None:
                    return Status.INFEASIBLE
            if self.best is None:
                break
            model.cp.add(points >= self.values[place])
        return Status.UNKNOWN

    def _lower(self) -> None:
        """Take the bounds of routes that hold beside what the tiers before them reached."""
        for place, bound in enumerate(self.found.bounds):
            if self._has(self.found.reached[:place]):
                self.bounds[place] = min(self.bounds[place], bound)

    def _has(self, reached: tuple[int, ...]) -> bool:
        """Whether the best plan has at least so many points in each of the first tiers."""
        return len(self.values) >= len(reached) and all(map(operator.ge, self.values, reached))

    def _leave_out(self, model: Model, place: int) -> None:
        """Leave out the stays that no plan has with at least these points in the tiers so far."""
        found = self.found.stays.get(place)
        if found is None or not self._has(found.reached):
            return
        for stay in model.stays:
            key = (stay.deelnemer.id, stay.plek.id, stay.blokken[0].id, len(stay.blokken))
            if key in found.left_out:
                model.cp.add(stay.chosen == 0)

    def _has_time_for(self, model: Model, tier: Tier) -> bool:
        """Whether the variables of a tier can be made in time."""
        made = sum(LARGE[name].size(model) for name in tier.gewichten.keys() & LARGE.keys())
        return made <= MADE_A_SECOND * MAKING_SHARE * self.clock.left()

    def _is_proven(self) -> bool:
        return list(self.values) == self.bounds

    def _better(self, model: Model, points: Term, place: int) -> int:
        """Let CP-SAT look for more points in a tier, for its share of the time or until there is a plan."""
        model.cp.add(points <= self.bounds[place])
        model.cp.maximize(points)
        give_hint(model, self.best or self.hint)
        solver, status = solve_model(model.cp, *self._share(place))
        if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            return status
        reached = round(solver.objective_value)
        if self.best is None or reached > self.values[place]:
            self.best = read(model, solver)
            self.values = check(self.instance, self.best).tiers
        top = self.values[place] if status == cp_model.OPTIMAL else proven(model, solver)
        self.bounds[place] = min(top, self.bounds[place])
        return status

    def _share(self, place: int) -> tuple[Budget, Callable[[int, int], None]]:
        """An equal part of what is left; where there is no plan yet all of it, until there is one."""
        left, tiers = self.clock.left(), self.last
        until = self.clock.elapsed() + left / (tiers - place)
        has_plan = self.best is not None

        def report(value: int, bound: int) -> None:
            nonlocal has_plan
            has_plan = True
            if place == 0:
                self._tell(value, bound)

        def cancelled() -> bool:
            is_late = self.clock.elapsed() > until
            return self.budget.cancelled() or (has_plan and is_late)

        moves = None if self.budget.moves is None else self.budget.moves / tiers
        return replace(self.budget, seconds=left, moves=moves, cancelled=cancelled), report


def cells_kept(instance: Instance) -> tuple[Cel, ...]:
    """The cells of the published plan in which someone still takes part."""
    own = {
        (deelnemer.id, blok.id)
        for deelnemer in instance.deelnemers
        for blok in instance.blokken
        if deelnemer.weken_in(blok.weken)
    }
    return tuple(sorted(cel for cel in set(instance.vorige) if (cel.deelnemer, cel.blok) in own))


def give_hint(model: Model, solution: Solution | None) -> None:
    """Begin the next search from a plan."""
    model.cp.clear_hints()  # type: ignore[no-untyped-call] # OR-Tools leaves it untyped
    if solution is None:
        return
    at = {(cel.deelnemer, cel.blok): cel.plek for cel in solution.cellen}
    for (deelnemer, plek, blok), variable in model.cells.items():
        model.cp.add_hint(variable, int(at.get((deelnemer, blok)) == plek))
    for stay in model.stays:
        own = [blok.id for blok in model.own[stay.deelnemer.id]]
        first, last = own.index(stay.blokken[0].id), own.index(stay.blokken[-1].id)
        here = [at.get((stay.deelnemer.id, blok)) == stay.plek.id for blok in own]
        is_whole = all(here[first : last + 1]) and not any(
            here[max(0, first - 1) : first] + here[last + 1 : last + 2]
        )
        model.cp.add_hint(stay.chosen, int(is_whole))


def proven(model: Model, solver: cp_model.CpSolver) -> int:
    """The bound in integers: CP-SAT minimises the negative, without the constants of the points."""
    constants = round(model.cp.proto.objective.offset)
    return -int(solver.response_proto.inner_objective_lower_bound) - constants


def read(model: Model, solver: cp_model.CpSolver) -> Solution:
    """The cells that the solver chose."""
    chosen = [
        Cel(deelnemer=deelnemer, plek=plek, blok=blok)
        for (deelnemer, plek, blok), variable in model.cells.items()
        if solver.boolean_value(variable)
    ]
    return Solution(cellen=tuple(sorted(chosen)))


def judge(instance: Instance, solution: Solution, bounds: list[int], clock: Stopwatch) -> Result[Solution]:
    """Check a plan and tell its points and bounds per tier; `value` and `bound` are of the first tier."""
    report = check(instance, solution)
    if report.violations:
        raise UncheckedSolutionError("; ".join(each.sentence for each in report.violations))
    tiers = tuple(
        TierResult(name=tier.name, value=value, bound=bound)
        for tier, value, bound in zip(instance.beleid.tiers, report.tiers, bounds, strict=True)
    )
    is_best = all(each.value == each.bound for each in tiers)
    return Result(
        status=Status.OPTIMAL if is_best else Status.FEASIBLE,
        solution=solution,
        value=tiers[0].value if tiers else 0,
        bound=bounds[0] if bounds else 0,
        tiers=tiers,
        seconds=clock.elapsed(),
    )


def _without(status: Status, instance: Instance, clock: Stopwatch) -> Result[Solution]:
    """Give a result without a plan."""
    tiers = tuple(TierResult(name=tier.name, value=0, bound=None) for tier in instance.beleid.tiers)
    return Result(status=status, solution=None, value=0, bound=0, tiers=tiers, seconds=clock.elapsed())

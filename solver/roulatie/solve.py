"""Solve a roulatie tier by tier: the points that a tier reached are a floor under it in the tiers after."""

from __future__ import annotations

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
from solver.roulatie.solution import Solution
from solver.roulatie.wishes import WISHES

if TYPE_CHECKING:
    from collections.abc import Callable

    from solver.roulatie.instance import Instance, Tier
    from solver.roulatie.model import Term


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


def solve(instance: Instance, budget: Budget) -> Result[Solution]:
    """Solve within the budget; a bound of a tier holds beside what the earlier ones reached."""
    clock = Stopwatch(budget)
    model = build_model(instance)
    tiers = instance.beleid.tiers
    best: Solution | None = None
    bounds: list[int | None] = [None] * len(tiers)
    for place, tier in enumerate(tiers):
        if clock.is_over():
            break
        points = tier_points(model, tier)
        model.cp.maximize(points)
        moves = None if budget.moves is None else budget.moves / len(tiers)
        share = replace(budget, seconds=clock.left() / (len(tiers) - place), moves=moves)
        solver, status = solve_model(model.cp, share, _teller(budget, clock) if place == 0 else None)
        if status == cp_model.INFEASIBLE and best is None:
            return _without(Status.INFEASIBLE, instance, clock)
        if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            continue
        best = read(model, solver)
        reached = round(solver.objective_value)
        bounds[place] = reached if status == cp_model.OPTIMAL else proven(model, solver)
        model.cp.add(points >= reached)
        model.cp.clear_hints()  # type: ignore[no-untyped-call] # OR-Tools leaves it untyped
        for variable in (*model.cells.values(), *(stay.chosen for stay in model.stays)):
            model.cp.add_hint(variable, solver.value(variable))
    if best is None:
        return _without(Status.UNKNOWN, instance, clock)
    return judge(instance, best, bounds, clock)


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


def judge(
    instance: Instance, solution: Solution, bounds: list[int | None], clock: Stopwatch
) -> Result[Solution]:
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
        bound=(tiers[0].bound or 0) if tiers else 0,
        tiers=tiers,
        seconds=clock.elapsed(),
    )


def _teller(budget: Budget, clock: Stopwatch) -> Callable[[int, int], None] | None:
    """Tell of the first tier how far it is."""
    tell = budget.on_progress
    if tell is None:
        return None
    return lambda value, bound: tell(Progress(seconds=clock.elapsed(), value=value, bound=bound))


def _without(status: Status, instance: Instance, clock: Stopwatch) -> Result[Solution]:
    """Give a result without a plan."""
    tiers = tuple(TierResult(name=tier.name, value=0, bound=None) for tier in instance.beleid.tiers)
    return Result(status=status, solution=None, value=0, bound=0, tiers=tiers, seconds=clock.elapsed())

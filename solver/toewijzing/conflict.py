"""Which pins of a problem without a plan cannot stand together: a set of which every part can."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from solver.budget import Budget, Stopwatch
from solver.cpsat import stopping
from solver.toewijzing.contradictions import contradicting_pins
from solver.toewijzing.lines import has_changes
from solver.toewijzing.model import TimeIsUpError, ToewijzingModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.toewijzing.problem import Problem


def find_conflict(problem: Problem, budget: Budget) -> tuple[int, ...]:
    """The pins to blame, as pairs; none where they are not to blame, or where the time does not suffice.

    Leaving out any of them helps, as far as time allows to prove it.
    """
    at_a_glance = contradicting_pins(problem)
    if not (problem.allen or has_changes(problem)):
        return at_a_glance
    return _shrink(problem, at_a_glance or problem.vast, budget) or at_a_glance


def _shrink(problem: Problem, pins: Sequence[int], budget: Budget) -> tuple[int, ...]:
    """Leave out pins one by one as long as what is left is proven impossible; CP-SAT names what it needed."""
    if not pins:
        return ()
    clock = Stopwatch(budget)
    try:
        model = ToewijzingModel(replace(problem, vast=()), (), clock.is_over)
    except TimeIsUpError:
        return ()
    model.model.clear_objective()  # type: ignore[no-untyped-call]  # OR-Tools left its type out
    blamed = _impossible(model, set(pins), budget, clock)
    for pair in sorted(blamed or ()):
        if blamed and pair in blamed:
            fewer = _impossible(model, blamed - {pair}, budget, clock)
            blamed = blamed if fewer is None else fewer
    return tuple(sorted(blamed or ()))


def _impossible(model: ToewijzingModel, pins: set[int], budget: Budget, clock: Stopwatch) -> set[int] | None:
    """Those of the pins that are proven not to stand together; None when nothing was proven."""
    by_index = {model.pairs[pair].index: pair for pair in pins}
    model.model.clear_assumptions()
    model.model.add_assumptions([model.pairs[pair] for pair in sorted(pins)])
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = clock.left()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = budget.seed
    with stopping(solver, budget.cancelled):
        status = solver.solve(model.model)
    if status != cp_model.INFEASIBLE:
        return None
    return {by_index[index] for index in solver.sufficient_assumptions_for_infeasibility()}

"""A bound by CP-SAT on the whole problem with floors, for who has a plan and wants to know how good it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from solver.budget import Budget, Stopwatch
from solver.toewijzing import check
from solver.toewijzing.model import TimeIsUpError, ToewijzingModel
from solver.toewijzing.run import run_cp_sat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.toewijzing.problem import Problem, Vloer

MOST_PAIRS = 20_000


def prove_by_search(
    problem: Problem, budget: Budget, vloeren: Sequence[Vloer], paren: Sequence[int]
) -> int | None:
    """Prove a bound within the budget; None when there was no time or the problem is too large for it."""
    if problem.paren > MOST_PAIRS:
        return None
    clock = Stopwatch(budget)
    try:
        model = ToewijzingModel(problem, vloeren, clock.is_over)
    except TimeIsUpError:
        return None
    model.hint(paren)
    found = run_cp_sat(model, replace(budget, seconds=clock.left()))
    if found.status == cp_model.OPTIMAL and found.paren is not None:
        return check.value(problem, found.paren)
    return found.bound

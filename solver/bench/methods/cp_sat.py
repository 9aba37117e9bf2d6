"""CP-SAT on the straightforward model of the whole problem."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from solver.bench.methods.answer import Answer
from solver.budget import Stopwatch
from solver.toewijzing import check
from solver.toewijzing.model import TimeIsUpError, ToewijzingModel
from solver.toewijzing.run import run_cp_sat

if TYPE_CHECKING:
    from solver.bench.methods.answer import Report
    from solver.budget import Budget
    from solver.toewijzing.problem import Problem


def run(problem: Problem, budget: Budget, report: Report) -> Answer:
    """Build and solve within the seconds."""
    clock = Stopwatch(budget)
    try:
        model = ToewijzingModel(problem, (), clock.is_over)
    except TimeIsUpError:
        return Answer(paren=None)
    found = run_cp_sat(model, replace(budget, seconds=clock.left()), report)
    if found.status == cp_model.OPTIMAL and found.paren is not None:
        return Answer(paren=found.paren, bound=check.value(problem, found.paren))
    return Answer(paren=found.paren, bound=found.bound)

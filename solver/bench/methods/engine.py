"""The engine of `solver/toewijzing`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from solver.bench.methods.answer import Answer
from solver.result import Status
from solver.toewijzing.solve import solve

if TYPE_CHECKING:
    from solver.bench.methods.answer import Report
    from solver.budget import Budget
    from solver.toewijzing.problem import Problem


def run(problem: Problem, budget: Budget, report: Report) -> Answer:
    """Solve, and pass on every better value."""
    result = solve(problem, replace(budget, on_progress=lambda step: report(step.value)))
    paren = result.solution.paren if result.solution else None
    return Answer(paren=paren, bound=None if result.status is Status.INFEASIBLE else result.bound)

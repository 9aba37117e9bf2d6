"""SCIP on the straightforward mixed-integer model of the whole problem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ortools.math_opt.python import mathopt

from solver.bench.methods.mip import solve_mip

if TYPE_CHECKING:
    from solver.bench.methods.answer import Answer, Report
    from solver.budget import Budget
    from solver.toewijzing.problem import Problem


def run(problem: Problem, budget: Budget, _report: Report) -> Answer:
    """Build and solve within the seconds; it says nothing on the way."""
    return solve_mip(problem, budget, mathopt.SolverType.GSCIP)

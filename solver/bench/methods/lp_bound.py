"""No plan, only a bound: the duals of the linear relaxation (GLOP) as prices, in integers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.bench.methods.answer import Answer
from solver.toewijzing.bound import lp_prices
from solver.toewijzing.lagrange import lagrangian_bound

if TYPE_CHECKING:
    from solver.bench.methods.answer import Report
    from solver.budget import Budget
    from solver.toewijzing.problem import Problem


def run(problem: Problem, budget: Budget, _report: Report) -> Answer:
    """Solve the relaxation within the seconds; without time for it the bound is the trivial one."""
    return Answer(paren=None, bound=lagrangian_bound(problem, lp_prices(problem, budget.seconds)))

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


AMPLE = 100.0


def run(problem: Problem, _budget: Budget, _report: Report) -> Answer:
    """Solve the relaxation in a time of its own, as the others are held to it.

    Of a problem that is too large for it the bound is the trivial one.
    """
    return Answer(paren=None, bound=lagrangian_bound(problem, lp_prices(problem, AMPLE)))

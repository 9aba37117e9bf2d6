"""First come first served: each kandidaat in turn takes the most valuable pair that still fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.bench.methods.answer import Answer
from solver.bench.methods.room import Room

if TYPE_CHECKING:
    from solver.bench.methods.answer import Report
    from solver.budget import Budget
    from solver.toewijzing.problem import Problem


def run(problem: Problem, _budget: Budget, _report: Report) -> Answer:
    """Serve the kandidaten by number."""
    room = Room(problem)
    room.fill(np.lexsort((-problem.waarde, problem.kandidaat)))
    return Answer(paren=room.paren())

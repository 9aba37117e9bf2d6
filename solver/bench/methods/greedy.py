"""Greedy per hour: the pair with the most value for the share of capacity it takes goes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.bench.methods.answer import Answer
from solver.bench.methods.room import Room, value_for_use

if TYPE_CHECKING:
    from solver.bench.methods.answer import Report
    from solver.budget import Budget
    from solver.toewijzing.problem import Problem


def run(problem: Problem, _budget: Budget, _report: Report) -> Answer:
    """Put in all pairs by value for use."""
    room = Room(problem)
    room.fill(np.argsort(-value_for_use(problem), kind="stable"))
    return Answer(paren=room.paren())

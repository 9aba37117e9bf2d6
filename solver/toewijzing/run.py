"""Run CP-SAT within a budget.

Deterministic limit, progress, cancel, and an integer bound without lost digits.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from solver.budget import Budget, Stop
    from solver.toewijzing.model import ToewijzingModel

POLL_SECONDS = 0.1
GRACE_SECONDS = 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """CP-SAT's status, pairs (None without a plan), bound (None unless feasible) and deterministic time."""

    status: int
    paren: tuple[int, ...] | None
    bound: int | None
    moves: float


class _Watch(cp_model.CpSolverSolutionCallback):
    """Passes the value of every better plan on."""

    def __init__(self, report: Callable[[int], None]) -> None:
        super().__init__()
        self.report = report

    def on_solution_callback(self) -> None:
        """Report the value of now."""
        self.report(round(self.objective_value))


def run_cp_sat(model: ToewijzingModel, budget: Budget, report: Callable[[int], None] | None = None) -> Found:
    """Solve within the seconds and moves of the budget; `report` hears the value of every better plan."""
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(0.0, budget.seconds - GRACE_SECONDS)
    solver.parameters.num_workers = budget.workers
    solver.parameters.random_seed = budget.seed
    # Compared in doubles by CP-SAT: any tolerance calls large values optimal too early.
    solver.parameters.absolute_gap_limit = 0.0
    if budget.moves is not None:
        solver.parameters.max_deterministic_time = budget.moves
    with stopping(solver, budget.cancelled):
        status = solver.solve(model.model, _Watch(report) if report else None)
    paren = None
    if status in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        paren = tuple(pair for pair, variable in enumerate(model.pairs) if solver.boolean_value(variable))
    bound = None
    if status == cp_model.FEASIBLE and model.has_objective:
        inner = solver.response_proto.inner_objective_lower_bound
        bound = inner if model.problem.minimaliseer else -inner
    return Found(status=int(status), paren=paren, bound=bound, moves=solver.response_proto.deterministic_time)


@contextmanager
def stopping(solver: cp_model.CpSolver, cancelled: Stop) -> Iterator[None]:
    """Ask about ten times a second whether to stop."""
    done = threading.Event()

    def watch() -> None:
        while not done.wait(POLL_SECONDS):
            if cancelled():
                solver.stop_search()
                return

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()

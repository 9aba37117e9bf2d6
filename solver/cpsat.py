"""Run CP-SAT within a budget: deterministic limit, progress, cancel."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from solver.budget import Budget, Stop

POLL_SECONDS = 0.1
GRACE_SECONDS = 0.15


class _Watch(cp_model.CpSolverSolutionCallback):
    """Passes the value of every better plan on, and the bound of that moment."""

    def __init__(self, report: Callable[[int, int], None]) -> None:
        super().__init__()
        self.report = report

    def on_solution_callback(self) -> None:
        """Report the value and bound of now."""
        self.report(round(self.objective_value), round(self.best_objective_bound))


def solve_model(
    model: cp_model.CpModel, budget: Budget, report: Callable[[int, int], None] | None = None
) -> tuple[cp_model.CpSolver, int]:
    """Solve within the seconds and moves of the budget, and give the solver and its status.

    `report` hears the value of every better plan, and the bound of that moment.
    """
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(0.0, budget.seconds - GRACE_SECONDS)
    solver.parameters.num_workers = budget.workers
    solver.parameters.random_seed = budget.seed
    # Compared in doubles by CP-SAT: any tolerance calls large values optimal too early.
    solver.parameters.absolute_gap_limit = 0.0
    if budget.moves is not None:
        solver.parameters.max_deterministic_time = budget.moves
    with stopping(solver, budget.cancelled):
        status = int(solver.solve(model, _Watch(report) if report else None))
    return solver, status


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

"""Run CP-SAT within a budget.

Deterministic limit, progress, cancel, and an integer bound without lost digits.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from solver.budget import Budget, Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from solver.toewijzing.model import ToewijzingModel

from contextlib import contextmanager

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
    """Passes every better plan on."""

    def __init__(self, report: Callable[[Progress], None]) -> None:
        super().__init__()
        self.report = report

    def on_solution_callback(self) -> None:
        """Report value and bound of now."""
        value, bound = round(self.objective_value), self.best_objective_bound
        self.report(Progress(seconds=self.wall_time, value=value, bound=bound))


def run_cp_sat(model: ToewijzingModel, budget: Budget, seconds: float) -> Found:
    """Solve within these seconds (and budget.moves).

    Progress carries CP-SAT's own bound and the seconds of this run.
    """
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(0.0, seconds - GRACE_SECONDS)
    solver.parameters.num_workers = budget.workers
    solver.parameters.random_seed = budget.seed
    # Compared in doubles by CP-SAT: any tolerance calls large values optimal too early.
    solver.parameters.absolute_gap_limit = 0.0
    if budget.moves is not None:
        solver.parameters.max_deterministic_time = budget.moves
    watch = _Watch(budget.on_progress) if budget.on_progress else None
    with _stopping(solver, budget):
        status = solver.solve(model.model, watch)
    proto = solver.response_proto
    known = status in {cp_model.OPTIMAL, cp_model.FEASIBLE}
    paren = (
        tuple(pair for pair, variable in enumerate(model.pairs) if solver.boolean_value(variable))
        if known
        else None
    )
    inner = proto.inner_objective_lower_bound
    bound = inner if model.problem.minimaliseer else -inner
    proven = status == cp_model.FEASIBLE and model.has_objective
    return Found(
        status=int(status), paren=paren, bound=int(bound) if proven else None, moves=proto.deterministic_time
    )


def _stopping(solver: cp_model.CpSolver, budget: Budget) -> AbstractContextManager[None]:
    return _poll(solver, budget.cancelled) if budget.cancelled else _nothing()


@contextmanager
def _nothing() -> Iterator[None]:
    yield


@contextmanager
def _poll(solver: cp_model.CpSolver, cancelled: Callable[[], bool]) -> Iterator[None]:
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

"""Run CP-SAT on a generic problem, with an integer bound without lost digits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from solver.cpsat import solve_model

if TYPE_CHECKING:
    from collections.abc import Callable

    from solver.budget import Budget
    from solver.toewijzing.model import ToewijzingModel


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """CP-SAT's status, pairs (None without a plan), bound (None unless feasible) and deterministic time."""

    status: int
    paren: tuple[int, ...] | None
    bound: int | None
    moves: float


def run_cp_sat(model: ToewijzingModel, budget: Budget, report: Callable[[int], None] | None = None) -> Found:
    """Solve within the seconds and moves of the budget; `report` hears the value of every better plan."""
    solver, status = solve_model(model.model, budget, (lambda value, _: report(value)) if report else None)
    paren = None
    if status in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        paren = tuple(pair for pair, variable in enumerate(model.pairs) if solver.boolean_value(variable))
    bound = None
    if status == cp_model.FEASIBLE and model.has_objective:
        inner = solver.response_proto.inner_objective_lower_bound
        bound = inner if model.problem.minimaliseer else -inner
    return Found(status=status, paren=paren, bound=bound, moves=solver.response_proto.deterministic_time)

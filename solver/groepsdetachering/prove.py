"""The best of one tier in one model: CP-SAT for a quarter of the time, then HiGHS, which proves more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ortools.sat.python import cp_model

from solver.budget import Stopwatch
from solver.cpsat import solve_model
from solver.groepsdetachering.bounds import proven
from solver.highs import solve_linear

if TYPE_CHECKING:
    from solver.budget import Budget
    from solver.groepsdetachering.model import Model, Term

FIRST_SHARE = 0.25
LEAST_SECONDS = 0.2


class Found(NamedTuple):
    """Values of all variables, or None; what the tier is at most, where that is known; no plan at all."""

    values: list[int] | None
    most: int | None
    is_infeasible: bool


def best_of(model: Model, points: Term, budget: Budget, begin: dict[int, int]) -> Found:
    """Maximise the points, beginning with these values by variable."""
    clock = Stopwatch(budget)
    model.cp.maximize(points)
    give_hint(model, begin)
    moves = None if budget.moves is None else budget.moves * FIRST_SHARE
    first = replace(budget, seconds=budget.seconds * FIRST_SHARE, moves=moves)
    solver, status = solve_model(model.cp, first)
    if status == cp_model.INFEASIBLE:
        return Found(None, None, is_infeasible=True)
    most, values = None, None
    if status in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        values = list(solver.response_proto.solution)
        most = proven(model.cp, solver)
        if status == cp_model.OPTIMAL or clock.left() < LEAST_SECONDS:
            return Found(values, most, is_infeasible=False)
    hint = values or [begin.get(index, 0) for index in range(len(model.cp.proto.variables))]
    answer = solve_linear(model.cp, replace(budget, seconds=clock.left()), hint)
    if answer.is_infeasible and values is None:
        return Found(None, None, is_infeasible=True)
    tops = [each for each in (most, answer.most) if each is not None]
    return Found(answer.values or values, min(tops, default=None), is_infeasible=False)


def give_hint(model: Model, values: dict[int, int]) -> None:
    """Begin the next search from these values of variables."""
    model.cp.clear_hints()  # type: ignore[no-untyped-call] # OR-Tools leaves it untyped
    for index, value in values.items():
        model.cp.add_hint(model.cp.get_int_var_from_proto_index(index), value)

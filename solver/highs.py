"""A model of CP-SAT solved by HiGHS: stronger than CP-SAT where the linear relaxation is nearly whole.

Linear constraints, clauses, implications and at-most-one become lines. It reckons in doubles.
"""

from __future__ import annotations

import math
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from ortools.math_opt.python import mathopt

from solver.linear import Rows, Variables, solve_within

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ortools.sat.python import cp_model

    from solver.budget import Budget

HALF = 0.5
NEARLY = 1e-6
ENDLESS = 1 << 62
NODES = 1000


class Answer(NamedTuple):
    """The values of all variables, or None where no solution was found, and what the objective is at most.

    `most` is None where nothing is known of it; there is no solution at all where `is_infeasible`.
    """

    values: list[int] | None
    most: int | None
    is_infeasible: bool


def solve_linear(model: cp_model.CpModel, budget: Budget, hint: Sequence[int]) -> Answer:
    """Maximise the objective of the model within the budget, beginning with these values of its variables."""
    proto = model.proto
    number = len(proto.variables)
    objective = np.zeros(number)
    for index, factor in zip(proto.objective.vars, proto.objective.coeffs, strict=True):
        objective[index] = -factor
    variables = Variables(
        objective=objective,
        low=np.array([each.domain[0] for each in proto.variables], dtype=np.float64),
        high=np.array([each.domain[1] for each in proto.variables], dtype=np.float64),
        whole=np.ones(number, dtype=np.bool_),
    )
    mip = mathopt.Model.from_model_proto(_rows(proto.constraints).to_proto(variables))
    limits = mathopt.SolveParameters(
        time_limit=timedelta(seconds=budget.seconds),
        node_limit=None if budget.moves is None else max(1, int(NODES * budget.moves)),
        random_seed=budget.seed,
        relative_gap_tolerance=0.0,
        absolute_gap_tolerance=HALF,
    )
    begin = mathopt.SolutionHint(
        variable_values={
            # Where a start lies outside the bounds of a variable HiGHS gives up.
            mip.get_variable(place): float(np.clip(value, variables.low[place], variables.high[place]))
            for place, value in enumerate(hint)
        }
    )
    result = solve_within(mip, mathopt.SolverType.HIGHS, limits, budget.cancelled, hint=begin)
    if result is None:
        return Answer(None, None, is_infeasible=False)
    offset = -round(proto.objective.offset) if proto.objective.vars else 0
    bound = result.termination.objective_bounds.dual_bound
    most = math.floor(bound + NEARLY) + offset if math.isfinite(bound) else None
    is_infeasible = result.termination.reason == mathopt.TerminationReason.INFEASIBLE
    if not result.solutions or result.solutions[0].primal_solution is None:
        return Answer(None, most, is_infeasible=is_infeasible)
    found = result.solutions[0].primal_solution.variable_values
    values = [0] * number
    for variable, value in found.items():
        values[variable.id] = round(value)
    return Answer(values, most, is_infeasible=False)


def _rows(constraints: Iterable[Any]) -> Rows:
    """Every constraint as one or more lines; a kind that is not known is refused."""
    rows = Rows()
    for each in constraints:
        if each.has_linear():
            low, high = each.linear.domain[0], each.linear.domain[1]
            _add(rows, list(each.linear.vars), list(each.linear.coeffs), (_end(low), _end(high)))
        elif each.has_at_most_one():
            _add_literals(rows, list(each.at_most_one.literals), (-math.inf, 1.0))
        elif each.has_bool_or():
            _add_literals(rows, list(each.bool_or.literals), (1.0, math.inf))
        elif each.has_bool_and():
            (given,) = each.enforcement_literal
            for literal in each.bool_and.literals:
                _add_literals(rows, [-given - 1, literal], (1.0, math.inf))
        else:
            raise TypeError(f"no line can be made of {each}")
    return rows


def _end(value: int) -> float:
    """An end of a domain; beyond what counts it is none."""
    if abs(value) >= ENDLESS:
        return math.copysign(math.inf, value)
    return float(value)


def _add_literals(rows: Rows, literals: list[int], ends: tuple[float, float]) -> None:
    """A sum of literals: -1 - x is the opposite of x."""
    negated = sum(1 for each in literals if each < 0)
    columns = [each if each >= 0 else -each - 1 for each in literals]
    factors = [1 if each >= 0 else -1 for each in literals]
    _add(rows, columns, factors, (ends[0] - negated, ends[1] - negated))


def _add(rows: Rows, columns: list[int], factors: list[int], ends: tuple[float, float]) -> None:
    """A line in which every variable stands once."""
    known, place = np.unique(np.array(columns, dtype=np.int64), return_inverse=True)
    total = np.bincount(place, weights=np.array(factors, dtype=np.float64), minlength=len(known))
    if len(known) or not ends[0] <= 0 <= ends[1]:
        rows.add(known, total.astype(np.float64), ends[0], ends[1])

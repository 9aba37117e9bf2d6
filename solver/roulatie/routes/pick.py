"""The best plan of routes that are known: HiGHS picks one of each unit (through MathOpt)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np
from ortools.math_opt import model_pb2
from ortools.math_opt.python import mathopt

from solver.linear import solve_within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.arrays import FloatArray, IntArray
    from solver.budget import Budget
    from solver.roulatie.routes.columns import Columns
    from solver.roulatie.routes.points import Worth

HALF = 0.5
# Nodes of HiGHS in a unit of deterministic time.
NODES = 2000


def pick(
    columns: Columns,
    worth: Worth,
    floors: Sequence[tuple[Worth, int]],
    begin: IntArray,
    budget: Budget,
) -> tuple[IntArray | None, int | None]:
    """The best plan above the floors that was found, or None, and what known routes give at most.

    It begins with a plan, where its routes are known. The most is None where that is not known, and less
    than any plan has where there is none.
    """
    rows = _rows(columns)
    for each, reached in floors:
        points = np.array(columns.points(each), dtype=np.float64)
        rows.add(np.arange(len(points)), points, float(reached - each.always), np.inf)
    points = np.array(columns.points(worth), dtype=np.float64) / worth.step()
    model = mathopt.Model.from_model_proto(rows.to_proto(points))
    limits = mathopt.SolveParameters(
        time_limit=timedelta(seconds=budget.seconds),
        node_limit=None if budget.moves is None else max(1, int(NODES * budget.moves)),
        random_seed=budget.seed,
        relative_gap_tolerance=0.0,
        absolute_gap_tolerance=HALF,
        presolve=mathopt.Emphasis.OFF,
    )
    known = set(columns.find(begin))
    hint = mathopt.SolutionHint(
        variable_values={model.get_variable(place): float(place in known) for place in range(len(points))}
    )
    result = solve_within(model, mathopt.SolverType.HIGHS, limits, budget.cancelled, hint=hint)
    if result is None:
        return None, None
    reason = result.termination.reason
    if reason == mathopt.TerminationReason.INFEASIBLE:
        return None, worth.always - 1
    if not result.solutions or result.solutions[0].primal_solution is None:
        return None, None
    found = result.solutions[0].primal_solution
    chosen = [each.id for each, value in found.variable_values.items() if value > HALF]
    most = round(found.objective_value) * worth.step() + worth.always
    return columns.plan(chosen), most if reason == mathopt.TerminationReason.OPTIMAL else None


class _Rows:
    """Rows of a model over columns that are taken or not."""

    def __init__(self) -> None:
        """None yet."""
        self.low: list[float] = []
        self.high: list[float] = []
        self.entries: list[tuple[IntArray, IntArray, FloatArray]] = []

    def add(self, columns: IntArray, factors: FloatArray, low: float, high: float) -> None:
        """Add a row."""
        self.entries.append((np.full(len(columns), len(self.low)), columns, factors))
        self.low.append(low)
        self.high.append(high)

    def to_proto(self, points: FloatArray) -> model_pb2.ModelProto:
        """The model as MathOpt reads it, for most points."""
        proto = model_pb2.ModelProto()
        number = len(points)
        proto.variables.ids.extend(range(number))
        proto.variables.lower_bounds.extend([0.0] * number)
        proto.variables.upper_bounds.extend([1.0] * number)
        proto.variables.integers.extend([True] * number)
        proto.objective.maximize = True
        worth = np.flatnonzero(points)
        proto.objective.linear_coefficients.ids.extend(worth.tolist())
        proto.objective.linear_coefficients.values.extend(points[worth].tolist())
        proto.linear_constraints.ids.extend(range(len(self.low)))
        proto.linear_constraints.lower_bounds.extend(self.low)
        proto.linear_constraints.upper_bounds.extend(self.high)
        row, column, factor = (np.concatenate(part) for part in zip(*self.entries, strict=True))
        order = np.lexsort((column, row))
        order = order[factor[order] != 0]
        matrix = proto.linear_constraint_matrix
        matrix.row_ids.extend(row[order].tolist())
        matrix.column_ids.extend(column[order].tolist())
        matrix.coefficients.extend(factor[order].tolist())
        return proto


def _rows(columns: Columns) -> _Rows:
    """One of each unit, and every line that so many units could make too full."""
    rows = _Rows()
    unit = np.array(columns.units, dtype=np.int64)
    units = columns.routes.shape[0]
    for each in range(units):
        own = np.flatnonzero(unit == each)
        rows.add(own, np.ones(len(own)), 1.0, 1.0)
    most = columns.routes.uses.most
    number = [len(lines) for lines, _ in columns.uses]
    line = np.concatenate([np.zeros(0, dtype=np.int64), *(lines for lines, _ in columns.uses)])
    amount = np.concatenate([np.zeros(0, dtype=np.int64), *(amounts for _, amounts in columns.uses)])
    column = np.repeat(np.arange(len(number)), number)
    order = np.argsort(line, kind="stable")
    begin = np.searchsorted(line[order], np.arange(len(most) + 1))
    for each in range(len(most)):
        here = order[begin[each] : begin[each + 1]]
        top: IntArray = np.zeros(units, dtype=np.int64)
        np.maximum.at(top, unit[column[here]], amount[here])
        if top.sum() > most[each]:
            rows.add(column[here], amount[here].astype(np.float64), -np.inf, float(most[each]))
    return rows

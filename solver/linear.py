"""Linear models as MathOpt reads them, and its solvers for some seconds or until told to stop."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from ortools.math_opt import model_pb2
from ortools.math_opt.python import mathopt
from ortools.util.python.solve_interrupter import SolveInterrupter

if TYPE_CHECKING:
    from solver.arrays import BoolArray, FloatArray, IntArray
    from solver.budget import Stop

POLL_SECONDS = 0.05
GRACE_SECONDS = 0.5


class Variables(NamedTuple):
    """What each variable adds to the objective, which is maximised, its bounds, and whether it is whole."""

    objective: FloatArray
    low: FloatArray
    high: FloatArray
    whole: BoolArray


class Rows:
    """Rows of a linear model: bounds of each, and entries as rows, columns and factors."""

    def __init__(self) -> None:
        """None yet."""
        self.low: list[float] = []
        self.high: list[float] = []
        self.entries: list[tuple[IntArray, IntArray, FloatArray]] = []

    def add(self, columns: IntArray, factors: FloatArray, low: float, high: float) -> None:
        """Add a row."""
        self.entries.append((np.full(len(columns), len(self.low), dtype=np.int64), columns, factors))
        self.low.append(low)
        self.high.append(high)

    def to_proto(self, variables: Variables) -> model_pb2.ModelProto:
        """The model as MathOpt reads it."""
        proto = model_pb2.ModelProto()
        proto.variables.ids.extend(range(len(variables.objective)))
        proto.variables.lower_bounds.extend(variables.low.tolist())
        proto.variables.upper_bounds.extend(variables.high.tolist())
        proto.variables.integers.extend(variables.whole.tolist())
        proto.objective.maximize = True
        used = np.flatnonzero(variables.objective)
        proto.objective.linear_coefficients.ids.extend(used.tolist())
        proto.objective.linear_coefficients.values.extend(variables.objective[used].tolist())
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


def solve_within(
    model: mathopt.Model,
    kind: mathopt.SolverType,
    parameters: mathopt.SolveParameters,
    stop: Stop,
    *,
    hint: mathopt.SolutionHint | None = None,
) -> mathopt.SolveResult | None:
    """Solve; None when it was told to stop and was not nearly done.

    HiGHS does not hear that it is interrupted: it is left behind and ends when its seconds are over.
    """
    interrupter = SolveInterrupter()
    pool = ThreadPoolExecutor(1)
    answer = pool.submit(
        mathopt.solve,
        model,
        kind,
        params=parameters,
        model_params=mathopt.ModelSolveParameters(solution_hints=[hint] if hint else []),
        interrupter=interrupter,
    )
    pool.shutdown(wait=False)
    while not wait([answer], POLL_SECONDS).done:
        if stop():
            wait([answer], GRACE_SECONDS)
            interrupter.interrupt()
            return answer.result() if answer.done() else None
    return answer.result()

"""The best plan of routes that are known: HiGHS picks one of each unit (through MathOpt)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np
from ortools.math_opt.python import mathopt

from solver.linear import Rows, Variables, solve_within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.arrays import IntArray
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
    one = np.ones(len(points))
    variables = Variables(points, 0 * one, one, one.astype(np.bool_))
    model = mathopt.Model.from_model_proto(rows.to_proto(variables))
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


def _rows(columns: Columns) -> Rows:
    """One of each unit, and every line that so many units could make too full."""
    rows = Rows()
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

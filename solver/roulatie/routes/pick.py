"""The best plan of routes that are known: CP-SAT picks one of each unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from ortools.sat.python import cp_model

from solver.cpsat import solve_model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.arrays import IntArray
    from solver.budget import Budget
    from solver.roulatie.routes.columns import Columns
    from solver.roulatie.routes.points import Worth


def pick(
    columns: Columns,
    worth: Worth,
    floors: Sequence[tuple[Worth, int]],
    least: int,
    budget: Budget,
) -> tuple[IntArray | None, int | None]:
    """A plan of at least so many points, above the floors, and what known routes give at most.

    The plan is None where none was found; the most is None where that is not known, and below `least` where
    there is none.
    """
    routes = columns.routes
    model = cp_model.CpModel()
    chosen = [model.new_bool_var("") for _ in columns.units]
    of_unit: list[list[cp_model.IntVar]] = [[] for _ in range(routes.shape[0])]
    for variable, unit in zip(chosen, columns.units, strict=True):
        of_unit[unit].append(variable)
    for variables in of_unit:
        model.add_exactly_one(variables)
    _add_lines(model, columns, chosen)
    for each, reached in floors:
        points = cp_model.LinearExpr.weighted_sum(chosen, columns.points(each))
        model.add(points >= reached - each.always)
    total = cp_model.LinearExpr.weighted_sum(chosen, columns.points(worth))
    model.add(total >= least - worth.always)
    model.maximize(total)
    solver, status = solve_model(model, budget)
    if status == cp_model.INFEASIBLE:
        return None, least - worth.step()
    if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return None, None
    plan = columns.plan([place for place, each in enumerate(chosen) if solver.boolean_value(each)])
    most = round(solver.objective_value) + worth.always if status == cp_model.OPTIMAL else None
    return plan, most


def _add_lines(model: cp_model.CpModel, columns: Columns, chosen: Sequence[cp_model.IntVar]) -> None:
    """Keep every line that so many units could make too full."""
    most = columns.routes.uses.most
    number = [len(lines) for lines, _ in columns.uses]
    line = np.concatenate([np.zeros(0, dtype=np.int64), *(lines for lines, _ in columns.uses)])
    amount = np.concatenate([np.zeros(0, dtype=np.int64), *(amounts for _, amounts in columns.uses)])
    column = np.repeat(np.arange(len(number)), number)
    order = np.argsort(line, kind="stable")
    begin = np.searchsorted(line[order], np.arange(len(most) + 1))
    unit = np.array(columns.units, dtype=np.int64)
    for each in range(len(most)):
        here = order[begin[each] : begin[each + 1]]
        top: IntArray = np.zeros(columns.routes.shape[0], dtype=np.int64)
        np.maximum.at(top, unit[column[here]], amount[here])
        if top.sum() > most[each]:
            variables = [chosen[place] for place in column[here].tolist()]
            used = cp_model.LinearExpr.weighted_sum(variables, amount[here].tolist())
            model.add(used <= int(most[each]))

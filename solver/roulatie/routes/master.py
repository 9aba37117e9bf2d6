"""The linear relaxation over the routes that are known: its duals are prices at which to look for others.

Column generation: one route a unit, what is shared as lines (Dantzig and Wolfe 1960).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from ortools.linear_solver import pywraplp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.arrays import FloatArray, IntArray
    from solver.roulatie.routes.points import Worth
    from solver.roulatie.routes.tables import Routes

# What a line that is too full, or a point below a floor, costs more than the best route gives at most.
PENALTY = 4


class Master:
    """A weight from 0 to 1 for each column; a line may be passed, and a floor, at a cost above any gain."""

    def __init__(self, routes: Routes, worth: Worth, floors: Sequence[tuple[Worth, int]]) -> None:
        """With no column yet."""
        self.worth, self.floors = worth, floors
        self.value, self.is_solved = 0.0, False
        self._solver = pywraplp.Solver.CreateSolver("GLOP")
        infinity = self._solver.infinity()
        self._one = [self._solver.Constraint(1, 1) for _ in range(routes.shape[0])]
        # That people change is priced for no stay: it is left out.
        self._lines = [
            self._solver.Constraint(-infinity, infinity if line == routes.kept.line else float(most))
            for line, most in enumerate(routes.uses.most)
        ]
        self._floors = [
            self._solver.Constraint(float(reached - each.always), infinity) for each, reached in floors
        ]
        objective = self._solver.Objective()
        objective.SetMaximization()
        penalty = float(PENALTY * (np.abs(worth.value).sum(axis=1).max(initial=0) + worth.gain.sum() + 1))
        for rows, sign in ((self._lines, -1), (self._floors, 1)):
            for row in rows:
                passed = self._solver.NumVar(0, infinity, "")
                row.SetCoefficient(passed, sign)
                objective.SetCoefficient(passed, -penalty)
        self._weights: list[pywraplp.Variable] = []

    def number(self) -> int:
        """How many columns there are."""
        return len(self._weights)

    def add(self, unit: int, points: int, above: Sequence[int], lines: IntArray, amounts: IntArray) -> None:
        """Add a column: a route of a unit, its points, those of the floors, and what it uses of lines."""
        variable = self._solver.NumVar(0, self._solver.infinity(), "")
        self._weights.append(variable)
        self._solver.Objective().SetCoefficient(variable, float(points))
        self._one[unit].SetCoefficient(variable, 1)
        for line, amount in zip(lines.tolist(), amounts.tolist(), strict=True):
            self._lines[line].SetCoefficient(variable, amount)
        for row, each in zip(self._floors, above, strict=True):
            row.SetCoefficient(variable, float(each))

    def add_line(self, most: int, amounts: IntArray) -> None:
        """Add a line, after the others: what each column uses of it."""
        line = self._solver.Constraint(-self._solver.infinity(), float(most))
        self._lines.append(line)
        for column in np.flatnonzero(amounts).tolist():
            line.SetCoefficient(self._weights[column], float(amounts[column]))

    def prices(self) -> FloatArray | None:
        """Solve with all columns of now: prices of the lines, then of the floors; None where GLOP fails."""
        self.is_solved = self._solver.Solve() == pywraplp.Solver.OPTIMAL
        if not self.is_solved:
            return None
        self.value = self._solver.Objective().Value() + self.worth.always
        duals = [row.dual_value() for row in self._lines] + [-row.dual_value() for row in self._floors]
        prices: FloatArray = np.maximum(0, np.array(duals, dtype=np.float64))
        return prices

    def least(self) -> FloatArray:
        """What a route of each unit must be worth beside these prices to help."""
        return np.array([row.dual_value() for row in self._one])

    def weights(self) -> FloatArray:
        """The weight of each column when prices were asked last."""
        return np.array([each.solution_value() for each in self._weights])

    def fix(self, columns: Sequence[int]) -> None:
        """Take these in any case."""
        for each in columns:
            self._weights[each].SetBounds(1, 1)

    def forbid(self, column: int) -> None:
        """Take this one in no case."""
        self._weights[column].SetBounds(0, 0)

    def free(self, columns: Sequence[int]) -> None:
        """Take these or not."""
        for each in columns:
            self._weights[each].SetBounds(0, self._solver.infinity())

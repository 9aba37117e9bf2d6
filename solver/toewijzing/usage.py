"""What pairs use, as Python lists: much faster than arrays for code that looks at one pair at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.toewijzing.problem import Problem

Row = list[tuple[int, int]]


class UsageRows:
    """(middel, amount) of each pair; rows are made when they are first asked and shared by profile."""

    def __init__(self, problem: Problem) -> None:
        """Keep the columns as lists."""
        self._begin = problem.begin.tolist()
        self._middel = problem.middel.tolist()
        self._gebruik = problem.gebruik.tolist()
        self._profiel = None if problem.profiel is None else problem.profiel.tolist()
        self._rows: list[Row | None] = [None] * (len(self._begin) - 1)

    def __getitem__(self, pair: int) -> Row:
        """Give the row of a pair."""
        row = pair if self._profiel is None else self._profiel[pair]
        found = self._rows[row]
        if found is None:
            low, high = self._begin[row], self._begin[row + 1]
            found = list(zip(self._middel[low:high], self._gebruik[low:high], strict=True))
            self._rows[row] = found
        return found

"""What a plan leaves free of every capacity, kept while stays come and go; only explanations use it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from solver.arrays import unroll
from solver.matching.resource_rules import RESOURCE_RULES
from solver.matching.usage import all_capacities, stay_usage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.arrays import IntArray
    from solver.matching.columns import Columns
    from solver.matching.rule import Row, Usage
    from solver.rule import Violation

RULES = {rule.NAME: rule for rule in RESOURCE_RULES}


class Uses(NamedTuple):
    """Columns of `all_capacities`, ascending, and how much of each."""

    column: IntArray
    amount: IntArray


def stay_uses(columns: Columns, kandidaat: int, plek: int, startweek: int) -> Uses:
    """Everything that one stay (indices, startweek as week number) uses."""
    stay = (np.array([each], dtype=np.int64) for each in (kandidaat, plek, startweek))
    _, uses = spell_out(stay_usage(columns, *stay))
    return uses


def spell_out(used: Usage) -> tuple[IntArray, Uses]:
    """A row for each column of each run, with the stay it belongs to."""
    run, place = unroll(used.past - used.first)
    return used.stay[run], Uses(used.first[run] + place, used.amount[run])


class Ledger:
    """Free amounts per column; may go below zero when something is added that does not fit."""

    def __init__(self, columns: Columns) -> None:
        """Begin with everything free."""
        self.capacity = all_capacities(columns)
        self.free = self.capacity.copy()
        self._rows: list[Row] = [row for rule in RESOURCE_RULES for row in rule.capacity(columns.instance)]

    def take(self, uses: Uses) -> None:
        """Book what a stay uses."""
        self.free[uses.column] -= uses.amount

    def give_back(self, uses: Uses) -> None:
        """Undo `take`."""
        self.free[uses.column] += uses.amount

    def shortages(self, uses: Uses) -> Uses:
        """How much would be short of what."""
        short = uses.amount - self.free[uses.column]
        return Uses(uses.column[short > 0], short[short > 0])

    def violations(self, shortages: Uses) -> tuple[Violation, ...]:
        """Put shortages into sentences.

        One for each thing and unbroken run of weeks, with the worst week's amount.
        """
        columns = shortages.column.tolist()
        capacity = dict(
            zip((self._rows[each] for each in columns), self.capacity[columns].tolist(), strict=True)
        )
        amounts = zip(capacity, shortages.amount.tolist(), strict=True)
        return tuple(_tell(run, capacity) for run in _runs(amounts))


def _tell(run: list[tuple[Row, int]], capacity: dict[Row, int]) -> Violation:
    first, worst = run[0][0], max(short for _, short in run)
    least = min(capacity[row] for row, _ in run)
    return RULES[first.rule].violation(first, run[-1][0].week + 1, least, worst)


def _runs(shortages: Iterable[tuple[Row, int]]) -> Iterable[list[tuple[Row, int]]]:
    ordered = sorted(shortages)
    numbered = enumerate(ordered)
    for _, group in groupby(numbered, key=lambda item: (*item[1][0][:2], item[1][0].week - item[0])):
        yield [item for _, item in group]

"""What a plan leaves free of every capacity, kept while stays come and go; only explanations use it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from solver.matching.resource_rules import RESOURCE_RULES
from solver.matching.rule import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from solver.matching.instance import Instance, Kandidaat, Leerwerkplek
    from solver.rule import Violation

RULES = {rule.NAME: rule for rule in RESOURCE_RULES}


def stay_uses(instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, startweek: int) -> dict[Row, int]:
    """Everything that one stay uses."""
    used: dict[Row, int] = {}
    for rule in RESOURCE_RULES:
        used.update(rule.uses(instance, kandidaat, plek, startweek))
    return used


class Ledger:
    """Free amounts per row; may go below zero when something is added that does not fit."""

    def __init__(self, instance: Instance) -> None:
        """Begin with everything free."""
        self.capacity: dict[Row, int] = {}
        for rule in RESOURCE_RULES:
            self.capacity.update(rule.capacity(instance))
        self.free = dict(self.capacity)

    def take(self, uses: Mapping[Row, int]) -> None:
        """Book what a stay uses."""
        for row, amount in uses.items():
            self.free[row] -= amount

    def give_back(self, uses: Mapping[Row, int]) -> None:
        """Undo `take`."""
        for row, amount in uses.items():
            self.free[row] += amount

    def fits(self, uses: Mapping[Row, int]) -> bool:
        """Whether a stay fits in what is free."""
        free = self.free
        return all(amount <= free[row] for row, amount in uses.items())

    def could_fit(self, uses: Mapping[Row, int]) -> bool:
        """Whether a stay fits when nobody else is there."""
        capacity = self.capacity
        return all(amount <= capacity[row] for row, amount in uses.items())

    def shortages(self, uses: Mapping[Row, int]) -> dict[Row, int]:
        """How much each row would be short."""
        return {row: amount - self.free[row] for row, amount in uses.items() if amount > self.free[row]}

    def violations(self, shortages: Mapping[Row, int]) -> tuple[Violation, ...]:
        """Put shortages into sentences.

        One for each thing and unbroken run of weeks, with the worst week's amount.
        """
        return tuple(self._tell(list(run)) for run in _runs(shortages.items()))

    def _tell(self, run: list[tuple[Row, int]]) -> Violation:
        first, worst = run[0][0], max(short for _, short in run)
        capacity = min(self.capacity[row] for row, _ in run)
        return RULES[first.rule].violation(first, run[-1][0].week + 1, capacity, worst)


def _runs(shortages: Iterable[tuple[Row, int]]) -> Iterable[Iterable[tuple[Row, int]]]:
    ordered = sorted(shortages)
    numbered = enumerate(ordered)
    for _, group in groupby(numbered, key=lambda item: (*item[1][0][:2], item[1][0].week - item[0])):
        yield [item for _, item in group]

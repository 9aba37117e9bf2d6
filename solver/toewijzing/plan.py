"""A plan that changes: what it leaves free of every middel, who uses it, and steps that improve it."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.toewijzing.problem import Problem, Vloer
    from solver.toewijzing.usage import UsageRows


class Plan:
    """A plan with what it leaves free of every middel and who uses it.

    A floor that needs everyone it counts keeps them where they are; steps keep to the others.
    """

    def __init__(
        self, problem: Problem, vloeren: Sequence[Vloer], rows: UsageRows, paren: Sequence[int]
    ) -> None:
        self.uses = rows
        self.value = problem.waarde.tolist()
        self.owner = problem.kandidaat.tolist()
        self.free = problem.capaciteit.tolist()
        self.users: defaultdict[int, set[int]] = defaultdict(set)
        self.chosen: dict[int, int] = {}
        self.touched: set[int] = set()
        self.fixed = {self.owner[pair] for pair in problem.vast}
        self.floors: list[tuple[list[int], int]] = []
        for vloer in vloeren:
            counted = set(problem.kandidaat[vloer.gewicht > 0].tolist())
            if vloer.minstens < len(counted):
                self.floors.append((vloer.gewicht.tolist(), vloer.minstens))
            else:
                self.fixed |= counted
        self.reached = [0] * len(self.floors)
        self.options = _by_value(problem)
        self.mandatory = problem.allen
        for pair in paren:
            self.put(pair)

    def paren(self) -> tuple[int, ...]:
        """Give the chosen pairs, ascending."""
        return tuple(sorted(self.chosen.values()))

    def step(self, kandidaat: int) -> bool:
        """Give the kandidaat the best place that pays, alone or by moving one other."""
        current = self.chosen.get(kandidaat)
        worth = 0 if current is None else self.value[current]
        if current is not None:
            self.take(current)
        for pair in self.options[kandidaat]:
            gain = self.value[pair] - worth
            if gain <= 0:
                break
            if self._enter(pair):
                return True
            if not self.fits(pair) and self._displace(pair, gain):
                return True
        if current is not None:
            self.put(current)
        return False

    def _displace(self, pair: int, gain: int) -> bool:
        """Put in a pair in the place of one other, who goes elsewhere or out for less than the gain."""
        for other in self.blocking(pair):
            kandidaat = self.owner[other]
            if kandidaat in self.fixed:
                continue
            self.take(other)
            if self.fits(pair):
                self.put(pair)
                if self._go_elsewhere(kandidaat, self.value[other] - gain):
                    return True
                self.take(pair)
            self.put(other)
        return False

    def blocking(self, pair: int) -> list[int]:
        """Chosen pairs of which one must go before this one fits: the users of the row with fewest users."""
        short = [middel for middel, amount in self.uses[pair] if amount > self.free[middel]]
        return sorted(self.users[min(short, key=lambda middel: len(self.users[middel]))])

    def _go_elsewhere(self, kandidaat: int, least: int) -> bool:
        """Find the kandidaat a pair worth more than `least`, or leave it out when that is allowed."""
        for pair in self.options[kandidaat]:
            if self.value[pair] <= least:
                break
            if self._enter(pair):
                return True
        return least < 0 and not self.mandatory and self.holds()

    def _enter(self, pair: int) -> bool:
        """Put in a pair where it fits and the floors then hold."""
        if not self.fits(pair):
            return False
        self.put(pair)
        if self.holds():
            return True
        self.take(pair)
        return False

    def holds(self) -> bool:
        """Whether every floor that leaves a choice is reached."""
        return all(reached >= least for reached, (_, least) in zip(self.reached, self.floors, strict=True))

    def fits(self, pair: int) -> bool:
        """Whether a pair fits in what is free."""
        free = self.free
        return all(amount <= free[middel] for middel, amount in self.uses[pair])

    def put(self, pair: int) -> None:
        """Choose a pair; its kandidaat must be free."""
        self.touched.add(self.owner[pair])
        self.chosen[self.owner[pair]] = pair
        for middel, amount in self.uses[pair]:
            self.free[middel] -= amount
            self.users[middel].add(pair)
        for number, (weights, _) in enumerate(self.floors):
            self.reached[number] += weights[pair]

    def take(self, pair: int) -> None:
        """Drop a chosen pair."""
        self.touched.add(self.owner[pair])
        del self.chosen[self.owner[pair]]
        for middel, amount in self.uses[pair]:
            self.free[middel] += amount
            self.users[middel].discard(pair)
        for number, (weights, _) in enumerate(self.floors):
            self.reached[number] -= weights[pair]


def _by_value(problem: Problem) -> list[list[int]]:
    """The allowed pairs of each kandidaat, the most valuable first."""
    allowed = np.ones(problem.paren, dtype=np.bool_)
    allowed[list(problem.verboden)] = False
    order = np.lexsort((-problem.waarde, problem.kandidaat))
    order = order[allowed[order]]
    bounds = np.searchsorted(problem.kandidaat[order], np.arange(problem.kandidaten + 1)).tolist()
    pairs = order.tolist()
    return [pairs[low:high] for low, high in pairwise(bounds)]

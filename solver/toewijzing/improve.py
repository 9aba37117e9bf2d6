"""Local search in plain Python.

No kandidaat can move, come in, or take the place of one other to the plan's gain.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.toewijzing.greedy import Stop
    from solver.toewijzing.problem import Problem, Vloer
    from solver.toewijzing.usage import UsageRows


def improve(
    problem: Problem, paren: Sequence[int], vloeren: Sequence[Vloer], stop: Stop, rows: UsageRows
) -> tuple[int, ...]:
    """Improve a valid plan until no such step is left or `stop` says so.

    Only for plain problems (maximising, without groups, soft capacities or a budget of changes): others come
    back as they are.
    """
    plain = not (problem.minimaliseer or problem.groepen or problem.zacht) and problem.wijzigingen is None
    return _Plan(problem, paren, vloeren, stop, rows).climb() if plain else tuple(paren)


class _Plan:
    """A plan with what it leaves free of every middel and who uses it."""

    def __init__(
        self, problem: Problem, paren: Sequence[int], vloeren: Sequence[Vloer], stop: Stop, rows: UsageRows
    ) -> None:
        self.stop = stop
        self.uses = rows
        self.value = problem.waarde.tolist()
        self.owner = problem.kandidaat.tolist()
        self.free = problem.capaciteit.tolist()
        self.users: defaultdict[int, set[int]] = defaultdict(set)
        self.chosen: dict[int, int] = {}
        self.fixed = {self.owner[pair] for pair in problem.vast}
        for vloer in vloeren:
            self.fixed |= set(problem.kandidaat[vloer.gewicht > 0].tolist())
        self.options = _by_value(problem)
        self.mandatory = problem.allen
        for pair in paren:
            self._put(pair)

    def climb(self) -> tuple[int, ...]:
        """Take steps until a whole round brings nothing."""
        moved = True
        while moved and not self.stop():
            moved = False
            for kandidaat in range(len(self.options)):
                if kandidaat not in self.fixed and not self.stop():
                    moved |= self._step(kandidaat)
        return tuple(sorted(self.chosen.values()))

    def _step(self, kandidaat: int) -> bool:
        """Give the kandidaat the best place that pays, alone or by moving one other."""
        current = self.chosen.get(kandidaat)
        worth = 0 if current is None else self.value[current]
        if current is not None:
            self._take(current)
        for pair in self.options[kandidaat]:
            gain = self.value[pair] - worth
            if gain <= 0:
                break
            if self._fits(pair):
                self._put(pair)
                return True
            if self._displace(pair, gain):
                return True
        if current is not None:
            self._put(current)
        return False

    def _displace(self, pair: int, gain: int) -> bool:
        """Put in a pair in the place of one other, who goes elsewhere or out for less than the gain."""
        short = [
            (middel, amount - self.free[middel])
            for middel, amount in self.uses[pair]
            if amount > self.free[middel]
        ]
        narrow = min((self.users[middel] for middel, _ in short), key=len)
        for other in sorted(narrow):
            kandidaat = self.owner[other]
            if kandidaat in self.fixed:
                continue
            self._take(other)
            if self._fits(pair):
                self._put(pair)
                if self._go_elsewhere(kandidaat, self.value[other] - gain):
                    return True
                self._take(pair)
            self._put(other)
        return False

    def _go_elsewhere(self, kandidaat: int, least: int) -> bool:
        """Find the kandidaat a pair worth more than `least`, or leave it out when that is allowed."""
        for pair in self.options[kandidaat]:
            if self.value[pair] <= least:
                break
            if self._fits(pair):
                self._put(pair)
                return True
        return least < 0 and not self.mandatory

    def _fits(self, pair: int) -> bool:
        free = self.free
        return all(amount <= free[middel] for middel, amount in self.uses[pair])

    def _put(self, pair: int) -> None:
        self.chosen[self.owner[pair]] = pair
        for middel, amount in self.uses[pair]:
            self.free[middel] -= amount
            self.users[middel].add(pair)

    def _take(self, pair: int) -> None:
        del self.chosen[self.owner[pair]]
        for middel, amount in self.uses[pair]:
            self.free[middel] += amount
            self.users[middel].discard(pair)


def _by_value(problem: Problem) -> list[list[int]]:
    """The allowed pairs of each kandidaat, the most valuable first."""
    allowed = np.ones(problem.paren, dtype=np.bool_)
    allowed[list(problem.verboden)] = False
    order = np.lexsort((-problem.waarde, problem.kandidaat))
    order = order[allowed[order]]
    bounds = np.searchsorted(problem.kandidaat[order], np.arange(problem.kandidaten + 1)).tolist()
    pairs = order.tolist()
    return [pairs[low:high] for low, high in pairwise(bounds)]

"""Deferred acceptance with several rows: kandidaten propose, middelen keep the most valuable that fit.

A kandidaat proposes each of its pairs once, the most valuable first, until one is held. A proposal asks every
middel that it uses, each by itself. One that has too little left would let go of those it holds that are
worth less than the proposal, the least first, until it fits. When each can make that room, all of these are
let go, and propose further; when one cannot, the proposal is refused and nobody goes. Who was refused does
not come back when room returns, as in the algorithm of Gale and Shapley (1962) for one row.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import deque
from typing import TYPE_CHECKING

import numpy as np

from solver.bench.methods.answer import Answer
from solver.bench.methods.room import Room

if TYPE_CHECKING:
    from solver.bench.methods.answer import Report
    from solver.budget import Budget
    from solver.toewijzing.problem import Problem

Held = tuple[int, int, int]


def run(problem: Problem, _budget: Budget, _report: Report) -> Answer:
    """Let everyone propose until nobody has anything left to propose."""
    return Answer(paren=_Market(problem).settle())


class _Market:
    """Who is held where: of every middel (value, pair, amount), the least first."""

    def __init__(self, problem: Problem) -> None:
        self.room = Room(problem)
        self.value = problem.waarde.data
        self.held: list[list[Held]] = [[] for _ in problem.capaciteit]
        self.offsets = problem.offsets.tolist()
        self.order = np.lexsort((-problem.waarde, problem.kandidaat)).data
        self.next = list(self.offsets[:-1])

    def settle(self) -> tuple[int, ...]:
        """Propose in turn; who is let go joins the row again."""
        waiting = deque(range(len(self.next)))
        while waiting:
            kandidaat = waiting.popleft()
            while kandidaat not in self.room.pair_of and self.next[kandidaat] < self.offsets[kandidaat + 1]:
                pair = self.order[self.next[kandidaat]]
                self.next[kandidaat] += 1
                waiting.extend(self._propose(pair))
        return self.room.paren()

    def _propose(self, pair: int) -> list[int]:
        """Hold a pair where everyone it asks can make room; gives the kandidaten who are let go."""
        uses = self.room.uses(pair)
        leaving: set[int] = set()
        for middel, amount in uses:
            found = self._who_leaves(pair, middel, amount - self.room.free[middel])
            if found is None:
                return []
            leaving |= found
        for other in sorted(leaving):
            self._let_go(other)
        self.room.put(pair, uses)
        for middel, amount in uses:
            insort(self.held[middel], (self.value[pair], pair, amount))
        return [self.room.owner[other] for other in sorted(leaving)]

    def _who_leaves(self, pair: int, middel: int, short: int) -> set[int] | None:
        """The least valuable pairs that together free what is short; None where that is not enough."""
        leaving = set()
        for value, other, amount in self.held[middel]:
            if short <= 0 or value >= self.value[pair]:
                break
            leaving.add(other)
            short -= amount
        return leaving if short <= 0 else None

    def _let_go(self, pair: int) -> None:
        uses = self.room.uses(pair)
        self.room.take(pair, uses)
        for middel, amount in uses:
            row = self.held[middel]
            del row[bisect_left(row, (self.value[pair], pair, amount))]

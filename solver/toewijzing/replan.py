"""Mend a plan after people pinned, rejected, dropped out or withdrew: who is not touched stays.

The change is in the problem (pins, forbidden pairs, capacities); the plan is the one from before. A
neighbourhood around what no longer holds is searched, with a bonus for every pair that stays, and everybody
else is held in place. Where that finds no plan, CP-SAT looks, and then the neighbourhood is made larger.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from solver.budget import Stopwatch
from solver.result import Status
from solver.toewijzing import check
from solver.toewijzing.contradictions import contradicting_pins
from solver.toewijzing.core import build_core
from solver.toewijzing.kern import hold, insert, new_state
from solver.toewijzing.lines import allowed_pairs, build_rows, has_changes
from solver.toewijzing.neighbourhood import Surroundings
from solver.toewijzing.search import LocalSearch
from solver.toewijzing.solve import solve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.arrays import BoolArray, IntArray
    from solver.budget import Budget
    from solver.toewijzing.lagrange import Prices
    from solver.toewijzing.neighbourhood import Neighbourhood
    from solver.toewijzing.problem import Problem, Vloer

SIZE = 400
WIDER = 4
MOVES = 200_000
LATER = 3
WARMTH = (1.0, 0.1)
# What a pair that stays is worth: so much of what a kandidaat's best pair typically is.
BONUS_SHARE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Herplan:
    """The mended plan; `verplaatst` are those whose pair no pin or ban took and who have another or none.

    `paren` is None exactly when the status is infeasible or unknown.
    """

    status: Status
    paren: tuple[int, ...] | None
    verplaatst: tuple[int, ...]


def replan(
    problem: Problem,
    plan: Sequence[int],
    prices: Prices,
    budget: Budget,
    *,
    vloeren: Sequence[Vloer] = (),
    bonus: int | None = None,
    nabij: Sequence[int] = (),
) -> Herplan:
    """Mend a plan of former days so that it holds for the problem as it is now.

    `prices` shape the search alone, so any will do, also those of a former answer. `bonus` is what a pair
    that stays is worth; the kandidaten `nabij` are looked at too.
    """
    if contradicting_pins(problem):
        return _nothing(Status.INFEASIBLE)
    return _Mending(problem, plan, prices, budget, vloeren, bonus, nabij).run()


class _Mending:
    """A plan as far as it still is allowed, and who has to be looked at."""

    def __init__(
        self,
        problem: Problem,
        plan: Sequence[int],
        prices: Prices,
        budget: Budget,
        vloeren: Sequence[Vloer],
        bonus: int | None,
        nabij: Sequence[int],
    ) -> None:
        self.problem, self.budget, self.vloeren = problem, budget, vloeren
        self.prices = prices.as_floats(changes=has_changes(problem))
        self.clock = Stopwatch(budget)
        allowed, must = allowed_pairs(problem)
        pairs = np.array(plan, dtype=np.int64)
        kept, lost = pairs[allowed[pairs]], pairs[~allowed[pairs]]
        self.former = np.full(problem.kandidaten, -1, dtype=np.int64)
        self.former[problem.kandidaat[kept]] = kept
        vast = np.array(problem.vast, dtype=np.int64)
        elsewhere = np.isin(problem.kandidaat[pairs], problem.kandidaat[vast]) & ~np.isin(pairs, vast)
        stood = pairs[~elsewhere & ~np.isin(pairs, problem.verboden)]
        self.stood = np.full(problem.kandidaten, -1, dtype=np.int64)
        self.stood[problem.kandidaat[stood]] = stood
        self.around = Surroundings(problem, vloeren, self.former)
        self.touched = np.union1d(problem.kandidaat[lost], np.flatnonzero(must & (self.former < 0)))
        self.touched = np.union1d(self.touched, self._owed())
        self.near = np.union1d(self.touched, np.array(nabij, dtype=np.int64))
        self.paren = np.append(lost, np.flatnonzero(allowed & np.isin(problem.kandidaat, self.near)))
        self.bonus = typical_worth(problem) // BONUS_SHARE if bonus is None else bonus

    def _owed(self) -> IntArray:
        """Kandidaten who by a floor of their own should have a pair, and do not."""
        taken = self.former[self.former >= 0]
        short = [each for each in self.vloeren if each.gewicht[taken].sum() < each.minstens]
        owners = [np.unique(self.problem.kandidaat[each.gewicht > 0]) for each in short]
        return np.unique(np.concatenate([taken[:0], *(each for each in owners if len(each) == 1)]))

    def run(self) -> Herplan:
        """Search a growing neighbourhood until a plan holds, at last the whole problem."""
        everyone = self.problem.kandidaten
        size = min(max(SIZE, 2 * len(self.near)), everyone)
        while True:
            inside = self.around.grow(self.near, self.paren, size) if size < everyone else np.arange(everyone)
            near = self.around.restrict(inside, self.bonus)
            own = np.where(self.former[inside] >= 0, np.searchsorted(near.paren, self.former[inside]), -1)
            found = self._search(near, own, np.isin(inside, self.touched))
            status = Status.FEASIBLE
            if found is None:
                status, found = self._solve(near)
            plan = None if found is None else self._whole(near, inside, found)
            if plan is not None:
                return plan
            if size == everyone or self.clock.is_over():
                proven = status is Status.INFEASIBLE and len(inside) == everyone
                return _nothing(Status.INFEASIBLE if proven else Status.UNKNOWN)
            size = everyone if len(inside) < size else min(size * WIDER, everyone)

    def _search(self, near: Neighbourhood, own: IntArray, touched: BoolArray) -> IntArray | None:
        """The best plan of a short local search, None when it lacks something."""
        problem, count = near.problem, len(self.problem.capaciteit)
        price = np.concatenate([self.prices[near.middelen], self.prices[count:]])
        core = build_core(problem, build_rows(problem, near.vloeren), price, near.vloeren, own[own >= 0])
        wanted = core.places(problem.paren)[own]
        worth = np.append(core.kern.waarde, np.iinfo(np.int64).min)[wanted]
        order = np.argsort(-worth, kind="stable")
        state = new_state(core.kern, core.free, 1)
        insert(core.kern, state, order[touched[order]])
        hold(core.kern, state, order, wanted)
        held = state.chosen.copy()
        insert(core.kern, state, order)
        search = LocalSearch(core, held, self.budget.workers, self.budget.seed, self.clock.is_over)
        search.offer(state.chosen)
        search.warmth = (WARMTH[0] * core.scale, WARMTH[1] * core.scale)
        search.round(MOVES)
        if search.best.lack:
            return None
        chosen = core.origin[search.best.chosen[search.best.chosen >= 0]]
        return np.sort(np.append(chosen, np.array(problem.vast, dtype=np.int64)))

    def _solve(self, near: Neighbourhood) -> tuple[Status, IntArray | None]:
        """What the engine as a whole finds, with a third of the time left or all of it at the end."""
        last = near.problem.kandidaten == self.problem.kandidaten
        seconds = self.clock.left() / (1 if last else LATER)
        found = solve(near.problem, replace(self.budget, seconds=seconds), vloeren=near.vloeren)
        if found.solution is None:
            return found.status, None
        return found.status, np.array(found.solution.paren, dtype=np.int64)

    def _whole(self, near: Neighbourhood, inside: IntArray, found: IntArray) -> Herplan | None:
        """The plan of the neighbourhood in the whole; None where those outside break a line."""
        chosen = self.former.copy()
        chosen[inside] = -1
        pairs = near.paren[found]
        chosen[self.problem.kandidaat[pairs]] = pairs
        paren = tuple(np.sort(chosen[chosen >= 0]).tolist())
        if check.broken_lines(self.problem, paren, self.vloeren):
            return None
        moved = np.flatnonzero((self.stood >= 0) & (chosen != self.stood))
        return Herplan(status=Status.FEASIBLE, paren=paren, verplaatst=tuple(moved.tolist()))


def typical_worth(problem: Problem) -> int:
    """What a kandidaat's best pair typically is worth."""
    filled = problem.offsets[:-1][np.diff(problem.offsets) > 0]
    return int(np.median(np.maximum.reduceat(problem.waarde, filled))) if len(filled) else 0


def _nothing(status: Status) -> Herplan:
    return Herplan(status=status, paren=None, verplaatst=())

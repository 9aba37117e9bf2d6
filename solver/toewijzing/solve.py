"""Solve a generic problem: contradictions, prices that prove a bound, local search, CP-SAT, and the check."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

import numpy as np
from ortools.sat.python import cp_model

from solver.budget import Budget, Progress, Stopwatch
from solver.result import Result, Status, TierResult
from solver.toewijzing import check
from solver.toewijzing.contradictions import contradicting_pins
from solver.toewijzing.core import build_core
from solver.toewijzing.kernel import KernelSearch
from solver.toewijzing.knapsack import knapsack_bound
from solver.toewijzing.lagrange import lagrangian_bound
from solver.toewijzing.lines import build_rows, has_changes
from solver.toewijzing.model import TimeIsUpError, ToewijzingModel
from solver.toewijzing.prices import find_prices
from solver.toewijzing.run import run_cp_sat
from solver.toewijzing.search import LocalSearch
from solver.toewijzing.solution import Uitkomst
from solver.toewijzing.start import starting_plans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from solver.arrays import IntArray
    from solver.toewijzing.kern import Int32Array
    from solver.toewijzing.knapsack import Knapzak
    from solver.toewijzing.problem import Problem, Vloer

PRICES_SHARE = 0.3
TINY = 1500
SMALL = 20_000
# Up to so many pairs HiGHS works beside the search where everyone must be assigned.
KERNEL_PAIRS = 100_000
WHOLE_EVERY = 4
MOVES_A_UNIT = 1_000_000
FIRST_UNITS = 0.125
FIRST_SHARE = 0.12
FIRST_SECONDS, FIRST_A_KANDIDAAT, GROWTH = 1.0, 1 / 3000, 6.0
# Up to so many pairs a bound by knapsacks is sought at the end, in this share of the seconds.
KNAPSACK_PAIRS = 150_000
KNAPSACK_SHARE = 0.05


class UncheckedSolutionError(AssertionError):
    """A plan that the checker refuses: a defect of the model, never of the input."""


def solve(
    problem: Problem, budget: Budget, *, vloeren: Sequence[Vloer] = (), start: Sequence[int] = ()
) -> Result[Uitkomst]:
    """Solve within the budget, with these hard floors beside the problem's own lines.

    A plan to `start` from that is valid is never made worse.

    The bound is the better one of CP-SAT's and the Lagrangian one that the prices in the answer prove.
    """
    clock = Stopwatch(budget)
    if contradicting_pins(problem):
        return _without(Status.INFEASIBLE, None, clock)
    solver = _Solver(problem, budget, vloeren, clock)
    if solver.bound is not None:
        solver.run(np.array(start, dtype=np.int64))
    return solver.finish()


class _Solver:
    """The best plan and the tightest bound so far; the bound is None once there proves to be no plan."""

    def __init__(self, problem: Problem, budget: Budget, vloeren: Sequence[Vloer], clock: Stopwatch) -> None:
        self.problem = problem
        self.budget = budget
        self.vloeren = vloeren
        self.clock = clock
        self.rows = build_rows(problem, vloeren)
        seconds = clock.left() * (PRICES_SHARE if budget.moves is None else 1.0)
        late = clock.elapsed() + seconds
        share = replace(budget, seconds=seconds)
        self.prices = find_prices(
            problem, vloeren, self.rows, share, lambda: clock.is_over() or clock.elapsed() > late
        )
        self.bound = self.priced = lagrangian_bound(problem, self.prices, vloeren)
        self.sign = 1 if problem.minimaliseer else -1
        self.pins = np.unique(np.array(problem.vast, dtype=np.int64))
        self.reserve = KNAPSACK_SHARE * budget.seconds if problem.paren <= KNAPSACK_PAIRS else 0.0
        self.best: tuple[int, ...] | None = None
        self.value = 0

    def run(self, start: IntArray) -> None:
        """Search by turns of growing length until the budget is spent or nothing can be better."""
        problem = self.problem
        wanted = start if problem.vorige is None else np.append(start, problem.vorige[problem.vorige >= 0])
        self.core = build_core(
            problem, self.rows, self.prices.as_floats(changes=has_changes(problem)), self.vloeren, wanted
        )
        self.search = LocalSearch(
            self.core, self._none(), self.budget.workers, self.budget.seed, self.clock.is_over
        )
        for plan in [self._none(), *starting_plans(problem, self.core), self._in_core(start)]:
            self.search.offer(plan)
            self._take_over()
        small = len(self.core.origin) <= SMALL
        beside = problem.allen and self.budget.moves is None and problem.paren <= KERNEL_PAIRS
        if beside:
            self.search.workers = max(1, self.budget.workers - 1)
        for number, share in enumerate(self._turns(2 if small and not beside else 1)):
            whole = problem.paren <= TINY or number % WHOLE_EVERY == WHOLE_EVERY - 1
            if beside and problem.paren > TINY and self.best is not None:
                self._anneal_beside_highs(share, self.best)
            elif problem.paren <= TINY or (small and number % 2):
                self._cp_sat(problem if whole else self._core_problem(), share)
            else:
                self._anneal(share)
            if self._is_done():
                break
        self._pack()

    def _none(self) -> Int32Array:
        return np.full(self.problem.kandidaten, -1, dtype=np.int32)

    def _turns(self, kinds: int) -> Iterator[float]:
        """Units (of moves) or seconds for each turn, ever longer."""
        if self.budget.moves is None:
            yield from self._timed_turns(kinds)
            return
        left = self.budget.moves
        for number in count():
            if left <= 0:
                return
            share = FIRST_UNITS * 2.0 ** (number // kinds)
            self.limit = min(share, left)
            left -= self.limit
            yield share

    def _timed_turns(self, kinds: int) -> Iterator[float]:
        """Seconds for each turn; a search alone begins with a short one, so a good plan is soon there."""
        first = FIRST_SHARE * self._rest()
        short = max(FIRST_SECONDS, FIRST_A_KANDIDAAT * self.problem.kandidaten)
        first, growth = (min(first, short), GROWTH) if kinds == 1 else (first, 2.0)
        for number in count():
            share, rest = first * growth ** (number // kinds), self._rest()
            is_last = number % kinds == kinds - 1 and rest < (kinds + growth / 4) * share
            yield rest if is_last else min(share, rest)

    def _anneal(self, share: float) -> None:
        """One round of the local search."""
        if self.budget.moves is not None:
            self.search.round(int(share * MOVES_A_UNIT), int(self.limit * MOVES_A_UNIT))
        else:
            self.search.round_for(share)
        self._take_over()

    limit = 0.0
    knapzak: Knapzak | None = None
    kernel: KernelSearch | None = None

    def _take_over(self) -> None:
        """Take the best plan of the local search when it is valid and better."""
        found = self.search.best
        if found.lack == 0:
            chosen = self.core.origin[found.chosen[found.chosen >= 0]]
            self._offer(tuple(sorted(chosen.tolist() + self.pins.tolist())))

    def _is_done(self) -> bool:
        """Whether the best plan is proven to be one, there is none, or time is up."""
        proven = self.best is not None and self.value == self.bound
        return proven or self.bound is None or self.clock.is_over() or self._rest() <= 0

    def _rest(self) -> float:
        """Seconds left for the search."""
        return max(0.0, self.clock.left() - self.reserve)

    def _pack(self) -> None:
        """Sharpen the bound by knapsacks, where that is quick and something is still open."""
        if self.best is None or self.bound in {None, self.value} or self.problem.paren > KNAPSACK_PAIRS:
            return
        found = knapsack_bound(self.problem, self.prices, self.vloeren, self.value, self.clock.is_over)
        if found is not None:
            self.knapzak = found
            self._tighten(int(cp_model.FEASIBLE), found.bound)

    def _offer(self, plan: tuple[int, ...]) -> None:
        """Keep a plan that is better than the best; a broken one is a defect."""
        if plan == self.best:
            return
        value = check.value(self.problem, plan)
        if self.best is None or self.sign * value < self.sign * self.value:
            if broken := check.broken_lines(self.problem, plan, self.vloeren):
                raise UncheckedSolutionError("; ".join(broken))
            self.best, self.value = plan, value
            self._report(value)

    def _report(self, value: int) -> None:
        """Tell a value with the bound that holds for the whole problem."""
        if self.budget.on_progress is not None and self.bound is not None:
            step = Progress(seconds=self.clock.elapsed(), value=value, bound=self.bound)
            self.budget.on_progress(step)

    def _pass_on(self, value: int) -> None:
        """Tell what CP-SAT found when it is better than the best."""
        if self.best is None or self.sign * value < self.sign * self.value:
            self._report(value)

    def _anneal_beside_highs(self, share: float, best: tuple[int, ...]) -> None:
        """One round of the local search, while HiGHS looks among few pairs; with one worker after it."""
        if self.kernel is None:
            self.kernel = KernelSearch(self.problem, self.vloeren, self.rows, self.core.price)
        gap = np.inf if self.priced is None else abs(self.priced - self.value)
        by_itself = self.budget.workers == 1
        seconds = min(share, self._rest()) / (1 + by_itself)
        with ThreadPoolExecutor(1) as pool:
            found = pool.submit(self.kernel.improve, best, gap, seconds, self.clock.is_over)
            if by_itself:
                wait([found])
            self._anneal(seconds)
        self._offer(found.result())
        self.search.offer(self._in_core(found.result()))

    def _core_problem(self) -> Problem:
        kept = np.zeros(self.problem.paren, dtype=np.bool_)
        kept[self.core.origin] = True
        kept[self.pins] = True
        kept[list(self.problem.verboden)] = False
        return replace(self.problem, verboden=tuple(np.flatnonzero(~kept).tolist()))

    def _cp_sat(self, problem: Problem, share: float) -> None:
        """Run CP-SAT on the core or the whole, from the best plan; what it proves of the whole holds."""
        try:
            model = ToewijzingModel(problem, self.vloeren, self.clock.is_over)
        except TimeIsUpError:
            return
        if self.best is not None:
            model.hint(self.best)
        by_moves = self.budget.moves is not None
        seconds = self.clock.left() if by_moves else min(share, self._rest())
        budget = replace(self.budget, seconds=seconds, moves=self.limit if by_moves else None)
        found = run_cp_sat(model, budget, self._pass_on)
        if found.paren is not None:
            self._offer(found.paren)
            self.search.offer(self._in_core(found.paren))
        if problem is self.problem:
            self._tighten(found.status, found.bound)

    def _in_core(self, paren: Sequence[int] | IntArray) -> Int32Array:
        """A plan as pairs of the core; who stands elsewhere has none."""
        place = self.core.places(self.problem.paren)
        chosen = self._none()
        chosen[self.problem.kandidaat[list(paren)]] = place[list(paren)]
        return chosen

    def _tighten(self, status: int, bound: int | None) -> None:
        """Take over what CP-SAT proved of the whole."""
        if status == cp_model.INFEASIBLE:
            self.bound = None
        elif status == cp_model.OPTIMAL:
            self.bound = self.value
        elif bound is not None and self.bound is not None:
            self.bound = max(self.bound, bound) if self.sign > 0 else min(self.bound, bound)

    def finish(self) -> Result[Uitkomst]:
        """Give the best plan with its prices and bound, or say that there is none or none was found."""
        if self.bound is None or self.best is None:
            status = Status.INFEASIBLE if self.bound is None else Status.UNKNOWN
            return _without(status, self.bound, self.clock)
        answer = Uitkomst(
            paren=self.best,
            prijzen=self.prices.middelen,
            groepprijzen=self.prices.groepen,
            wijzigingprijs=self.prices.wijziging,
            schaal=self.prices.schaal,
            knapzak=self.knapzak,
        )
        return Result(
            status=Status.OPTIMAL if self.value == self.bound else Status.FEASIBLE,
            solution=answer,
            value=self.value,
            bound=self.bound,
            tiers=(TierResult(name="waarde", value=self.value, bound=self.bound),),
            seconds=self.clock.elapsed(),
        )


def _without(status: Status, bound: int | None, clock: Stopwatch) -> Result[Uitkomst]:
    """Give a result without a plan."""
    tier = TierResult(name="waarde", value=0, bound=bound)
    return Result(
        status=status, solution=None, value=0, bound=bound or 0, tiers=(tier,), seconds=clock.elapsed()
    )

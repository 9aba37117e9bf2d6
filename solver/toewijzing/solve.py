"""Solve a generic problem: contradictions, prices that prove a bound, greedy plans, CP-SAT, and the check."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from solver.budget import Budget, Progress, Stopwatch
from solver.result import Result, Status, TierResult
from solver.toewijzing import check
from solver.toewijzing.bound import lp_prices
from solver.toewijzing.contradictions import is_contradictory
from solver.toewijzing.core import core_of, is_large
from solver.toewijzing.greedy import by_reduced_value, former_plan, starting_plans
from solver.toewijzing.improve import improve, is_plain
from solver.toewijzing.lagrange import lagrangian_bound, reduced_values
from solver.toewijzing.model import TimeIsUpError, ToewijzingModel
from solver.toewijzing.run import Found, run_cp_sat
from solver.toewijzing.search import anneal
from solver.toewijzing.solution import Uitkomst
from solver.toewijzing.usage import UsageRows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from solver.toewijzing.lagrange import Prices
    from solver.toewijzing.problem import Problem, Vloer

LP_SHARE = 0.3
ANNEAL_SHARE = 0.4
ROUNDS_A_MOVE = 1000
CORE_SHARE = 0.6
SHORT_SECONDS = 15.0


class UncheckedSolutionError(AssertionError):
    """A plan that the checker refuses: a defect of the model, never of the input."""


def solve(problem: Problem, budget: Budget, *, vloeren: Sequence[Vloer] = ()) -> Result[Uitkomst]:
    """Solve within the budget, with these hard floors beside the problem's own lines.

    The bound is the better one of CP-SAT's and the Lagrangian one that the prices in the answer prove.
    """
    clock = Stopwatch(budget)
    if is_contradictory(problem):
        return _without(Status.INFEASIBLE, None, clock)
    seconds = clock.left() * (LP_SHARE if budget.moves is None else 1.0)
    search = _Search(problem, budget, vloeren, clock, lp_prices(problem, seconds, vloeren))
    if search.bound is not None:
        search.run()
    return search.finish()


class _Search:
    """The best plan and the tightest bound so far; the bound is None once there proves to be no plan."""

    def __init__(
        self, problem: Problem, budget: Budget, vloeren: Sequence[Vloer], clock: Stopwatch, prices: Prices
    ) -> None:
        self.problem = problem
        self.budget = budget
        self.vloeren = vloeren
        self.clock = clock
        self.prices = prices
        self.bound = lagrangian_bound(problem, prices, vloeren)
        self.sign = 1 if problem.minimaliseer else -1
        self.moves = budget.moves
        self.rows = UsageRows(problem)
        self.best: tuple[int, ...] | None = None
        self.value = 0

    def run(self) -> None:
        """Try plans to begin from, then the core where that helps, then the whole."""
        reduced = reduced_values(self.problem, self.prices, self.vloeren)
        plans = starting_plans(self.problem, self.clock.is_over, self.rows)
        plans += [
            by_reduced_value(self.problem, reduced, self.vloeren, self.clock.is_over, self.rows, ahead)
            for ahead in dict.fromkeys(((), former_plan(self.problem)))
        ]
        for plan in plans:
            self._offer(plan)
        self._improve()
        if is_large(self.problem) and not self._is_done():
            self._anneal()
            core = core_of(self.problem, reduced, self.best or (), self.vloeren)
            short = self.clock.left() < SHORT_SECONDS and self.moves is None
            self._cp_sat(core, 1.0 if short else CORE_SHARE)
        whole = None if self._is_done() else self._cp_sat(self.problem, 1.0)
        if whole is not None:
            self._tighten(whole)

    def _tighten(self, whole: Found) -> None:
        """Take over what CP-SAT proved of the whole."""
        if whole.status == cp_model.INFEASIBLE:
            self.bound = None
        elif whole.status == cp_model.OPTIMAL:
            self.bound = self.value
        elif whole.bound is not None and self.bound is not None:
            self.bound = max(self.bound, whole.bound) if self.sign > 0 else min(self.bound, whole.bound)

    def _improve(self) -> None:
        """Take the small steps that are left."""
        if self.best is not None and not self._is_done():
            self._offer(improve(self.problem, self.best, self.vloeren, self.clock.is_over, self.rows))

    def _anneal(self) -> None:
        """Search by forced insertions for a share of what may be spent."""
        if self.best is None or not is_plain(self.problem):
            return
        random = Random(self.budget.seed)
        progress = self._by_rounds() if self.moves is not None else self._by_time()
        self._offer(anneal(self.problem, self.best, self.vloeren, self.rows, random, progress))

    def _by_rounds(self) -> Callable[[int], float]:
        """The end of a search that repeats: so many rounds for its share of the moves."""
        moves = self.moves or 0.0
        rounds = max(1, round(ANNEAL_SHARE * moves * ROUNDS_A_MOVE))
        self.moves = (1 - ANNEAL_SHARE) * moves
        return lambda number: 1.0 if self.clock.is_over() else number / rounds

    def _by_time(self) -> Callable[[int], float]:
        """The end of a search by the clock."""
        begun, seconds = self.clock.elapsed(), ANNEAL_SHARE * self.clock.left()
        return lambda _: 1.0 if self.clock.is_over() else (self.clock.elapsed() - begun) / seconds

    def _is_done(self) -> bool:
        """Whether the best plan is proven to be one, or time is up."""
        return (self.best is not None and self.value == self.bound) or self.clock.is_over()

    def _offer(self, plan: tuple[int, ...]) -> None:
        """Keep a valid plan that is better than the best."""
        if _broken(self.problem, plan, self.vloeren):
            return
        value = check.value(self.problem, plan)
        if self._is_better(value):
            self.best, self.value = plan, value
            self._report(value)

    def _report(self, value: int) -> None:
        """Tell a value with the bound that holds for the whole problem."""
        if self.budget.on_progress is not None and self.bound is not None:
            step = Progress(seconds=self.clock.elapsed(), value=value, bound=self.bound)
            self.budget.on_progress(step)

    def _is_better(self, value: int) -> bool:
        return self.best is None or self.sign * value < self.sign * self.value

    def _pass_on(self, value: int) -> None:
        """Tell what CP-SAT found when it is better than the best."""
        if self._is_better(value):
            self._report(value)

    def _cp_sat(self, problem: Problem, share: float) -> Found | None:
        """Run CP-SAT on the whole or the core for this share of what is left."""
        moves = None if self.moves is None else self.moves * share
        try:
            model = ToewijzingModel(problem, self.vloeren, self.clock.is_over)
        except TimeIsUpError:
            return None
        if self.best is not None:
            model.hint(self.best)
        budget = replace(self.budget, seconds=self.clock.left() * share, moves=moves)
        found = run_cp_sat(model, budget, self._pass_on)
        if self.moves is not None:
            self.moves = max(0.0, self.moves - found.moves)
        if found.paren is not None:
            if broken := _broken(self.problem, found.paren, self.vloeren):
                raise UncheckedSolutionError("; ".join(broken))
            self._offer(found.paren)
            self._improve()
        return found

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
        )
        return Result(
            status=Status.OPTIMAL if self.value == self.bound else Status.FEASIBLE,
            solution=answer,
            value=self.value,
            bound=self.bound,
            tiers=(TierResult(name="waarde", value=self.value, bound=self.bound),),
            seconds=self.clock.elapsed(),
        )


def _broken(problem: Problem, paren: Sequence[int], vloeren: Sequence[Vloer]) -> list[str]:
    broken = check.violations(problem, paren)
    if broken:
        return broken
    reached = [(sum(int(vloer.gewicht[pair]) for pair in paren), vloer.minstens) for vloer in vloeren]
    return [f"a floor reaches {total} of {least}" for total, least in reached if total < least]


def _without(status: Status, bound: int | None, clock: Stopwatch) -> Result[Uitkomst]:
    """Give a result without a plan."""
    tier = TierResult(name="waarde", value=0, bound=bound)
    return Result(
        status=status, solution=None, value=0, bound=bound or 0, tiers=(tier,), seconds=clock.elapsed()
    )

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
from solver.toewijzing.greedy import by_reduced_value, starting_plans
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


def solve(
    problem: Problem, budget: Budget, *, vloeren: Sequence[Vloer] = (), start: Sequence[int] | None = None
) -> Result[Uitkomst]:
    """Solve within the budget; `start` is one more plan to begin from, used when it is valid.

    The bound is the better one of CP-SAT's and the Lagrangian one that the prices in the answer prove.
    """
    clock = Stopwatch(budget)
    if is_contradictory(problem):
        return _without(Status.INFEASIBLE, 0, clock)
    seconds = clock.left() * (LP_SHARE if budget.moves is None else 1.0)
    search = _Search(problem, budget, vloeren, clock, lp_prices(problem, seconds, vloeren))
    if search.bound is None:
        return _without(Status.INFEASIBLE, 0, clock)
    status = search.run(start)
    if status is Status.INFEASIBLE or search.best is None:
        return _without(status, search.bound, clock)
    return search.finish()


class _Search:
    """The best plan and the tightest bound so far."""

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

    def run(self, start: Sequence[int] | None) -> Status:
        """Try plans to begin from, then the core where that helps, then the whole."""
        reduced = reduced_values(self.problem, self.prices, self.vloeren)
        plans = starting_plans(self.problem, self.clock.is_over, self.rows)
        plans.append(by_reduced_value(self.problem, reduced, self.vloeren, self.clock.is_over, self.rows))
        for plan in [*plans, tuple(sorted(start or ()))]:
            self._offer(plan)
        self._improve()
        if self._is_proven():
            return Status.OPTIMAL
        if is_large(self.problem) and not self.clock.is_over():
            self._anneal()
            core = core_of(self.problem, reduced, self.best or (), self.vloeren)
            short = self.clock.left() < SHORT_SECONDS and self.moves is None
            self._cp_sat(core, 1.0 if short else CORE_SHARE)
        if self._is_proven() or self.clock.is_over():
            return Status.UNKNOWN
        whole = self._cp_sat(self.problem, 1.0)
        if whole is not None and whole.status == cp_model.INFEASIBLE:
            return Status.INFEASIBLE
        if whole is not None and whole.status == cp_model.OPTIMAL:
            self.bound = self.value
        elif whole is not None and whole.bound is not None and self.bound is not None:
            self.bound = max(self.bound, whole.bound) if self.sign > 0 else min(self.bound, whole.bound)
        return Status.UNKNOWN

    def _improve(self) -> None:
        """Take the small steps that are left."""
        if self.best is not None and not self._is_proven() and not self.clock.is_over():
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

    def _is_proven(self) -> bool:
        return self.best is not None and self.value == self.bound

    def _offer(self, plan: tuple[int, ...]) -> None:
        """Keep a valid plan that is better than the best."""
        if _broken(self.problem, plan, self.vloeren):
            return
        value = check.value(self.problem, plan)
        if self.best is None or self.sign * value < self.sign * self.value:
            self.best, self.value = plan, value
            self._report(value)

    def _report(self, value: int) -> None:
        """Tell a value with the bound that holds for the whole problem."""
        if self.budget.on_progress is not None and self.bound is not None:
            seconds = self.clock.elapsed()
            self.budget.on_progress(Progress(seconds=seconds, value=value, bound=float(self.bound)))

    def _pass_on(self, step: Progress) -> None:
        """Tell what CP-SAT found when it is better than the best."""
        if self.best is None or self.sign * step.value < self.sign * self.value:
            self._report(step.value)

    def _cp_sat(self, problem: Problem, share: float) -> Found | None:
        """Run CP-SAT on the whole or the core for this share of what is left."""
        if self.clock.is_over():
            return None
        moves = None if self.moves is None else self.moves * share
        budget = replace(self.budget, moves=moves, on_progress=self._pass_on)
        try:
            model = ToewijzingModel(problem, self.vloeren, self.clock.is_over)
        except TimeIsUpError:
            return None
        if self.best is not None:
            model.hint(self.best)
        found = run_cp_sat(model, budget, self.clock.left() * share)
        if self.moves is not None:
            self.moves = max(0.0, self.moves - found.moves)
        if found.paren is not None:
            if broken := _broken(self.problem, found.paren, self.vloeren):
                raise UncheckedSolutionError("; ".join(broken))
            self._offer(found.paren)
            self._improve()
        return found

    def finish(self) -> Result[Uitkomst]:
        """Give the best plan with its prices and bound."""
        bound = self.value if self.bound is None else self.bound
        answer = Uitkomst(
            paren=self.best or (),
            prijzen=self.prices.middelen,
            groepprijzen=self.prices.groepen,
            wijzigingprijs=self.prices.wijziging,
            schaal=self.prices.schaal,
        )
        return Result(
            status=Status.OPTIMAL if self.value == bound else Status.FEASIBLE,
            solution=answer,
            value=self.value,
            bound=bound,
            tiers=(TierResult(name="waarde", value=self.value, bound=bound),),
            seconds=self.clock.elapsed(),
        )


def _broken(problem: Problem, paren: Sequence[int], vloeren: Sequence[Vloer]) -> list[str]:
    broken = check.violations(problem, paren)
    if broken:
        return broken
    reached = [(sum(int(vloer.gewicht[pair]) for pair in paren), vloer.minstens) for vloer in vloeren]
    return [f"a floor reaches {total} of {least}" for total, least in reached if total < least]


def _without(status: Status, bound: int, clock: Stopwatch) -> Result[Uitkomst]:
    """Give a result without a plan."""
    proven = bound if status is Status.UNKNOWN else None
    tier = TierResult(name="waarde", value=0, bound=proven)
    return Result(
        status=status, solution=None, value=0, bound=proven or 0, tiers=(tier,), seconds=clock.elapsed()
    )

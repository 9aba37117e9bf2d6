"""Kernel search: ever wider, at last without what no better plan has; what it gives is checked."""

import time
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings

from solver.bench.gap import make_gap
from solver.budget import Budget, Stop, never
from solver.toewijzing import check
from solver.toewijzing.bound import Relaxation, lp_prices
from solver.toewijzing.kernel import KernelSearch, losses
from solver.toewijzing.lagrange import lagrangian_bound
from solver.toewijzing.lines import build_rows, has_changes
from solver.toewijzing.problem import Problem
from solver.toewijzing.solve import solve
from tests.solver.toewijzing.small_problems import brute_force, problems, valid_plans

SLOW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
TIGHT = make_gap("e", 1, 20, 200)


@SLOW
@given(problems())
def test_what_may_be_left_out_is_in_no_better_plan(problem: Problem) -> None:
    plans = valid_plans(problem)
    prices = lp_prices(problem, 10)
    bound = lagrangian_bound(problem, prices)
    assume(plans)
    assert bound is not None
    rows = build_rows(problem)
    values = [check.value(problem, plan) for plan in plans]
    for value in set(values):
        within = losses(rows, prices.as_floats(changes=has_changes(problem))) <= abs(bound - value)
        better = [each < value if problem.minimaliseer else each > value for each in values]
        assert all(within[plan].all() for plan, is_better in zip(plans, better, strict=True) if is_better)


@SLOW
@given(problems())
def test_whole_pairs_give_the_best_plan(problem: Problem) -> None:
    plans = valid_plans(problem)
    assume(problem.paren and plans)
    plan, is_best = Relaxation(problem, ()).best_integers(10, plans[0])
    assert plan is not None
    assert is_best
    assert not check.violations(problem, plan)
    assert check.value(problem, plan) == brute_force(problem)


@SLOW
@given(problems())
def test_the_widest_look_is_at_all_that_can_be_better(problem: Problem) -> None:
    plans = valid_plans(problem)
    prices = lp_prices(problem, 10)
    bound = lagrangian_bound(problem, prices)
    assume(problem.paren and plans)
    assert bound is not None
    price = prices.as_floats(changes=has_changes(problem))
    kernel = KernelSearch(problem, (), build_rows(problem), price)
    worst = min(plans, key=lambda plan: check.value(problem, plan) * (-1 if problem.minimaliseer else 1))
    gap = abs(bound - check.value(problem, worst))
    plan = kernel.improve(tuple(worst), gap, 10, never)
    assert not check.violations(problem, plan)
    assert check.value(problem, plan) == brute_force(problem)


def test_a_look_that_saw_all_is_followed_by_a_wider_one() -> None:
    problem = make_gap("c", 1, 5, 40)
    known = solve(problem, Budget(seconds=20, workers=1, moves=0.01)).solution
    assert known is not None
    prices = lp_prices(problem, 10)
    kernel = KernelSearch(problem, (), build_rows(problem), prices.as_floats(changes=False))
    first = kernel.number
    plan = kernel.improve(known.paren, 1e9, 10, never)
    assert kernel.number > first
    assert check.value(problem, plan) <= check.value(problem, known.paren)


def test_the_seconds_and_a_stop_end_it() -> None:
    begun = time.monotonic()
    Relaxation(TIGHT, ()).best_integers(0.5, ())
    assert Relaxation(TIGHT, ()).best_integers(5, (), lambda: True) == (None, False)
    assert time.monotonic() < begun + 5


@pytest.mark.parametrize("is_broken", [False, True])
def test_what_it_gives_is_taken_over_when_it_is_valid(
    monkeypatch: pytest.MonkeyPatch, *, is_broken: bool
) -> None:
    problem = make_gap("d", 1, 20, 80)
    known = solve(problem, Budget(seconds=20, workers=1, moves=0.3)).solution
    assert known is not None
    given_back = known.paren[1:] if is_broken else known.paren
    asked: list[tuple[int, ...]] = []

    def answer(
        _: Relaxation, _seconds: float, hint: tuple[int, ...], _stop: Stop
    ) -> tuple[tuple[int, ...], bool]:
        asked.append(hint)
        return given_back, False

    monkeypatch.setattr(Relaxation, "best_integers", answer)
    result = solve(problem, Budget(seconds=1, workers=1))
    assert result.solution is not None
    assert not check.violations(problem, result.solution.paren)
    assert asked
    assert not any(check.violations(problem, hint) for hint in asked)
    if not is_broken:
        assert result.value <= check.value(problem, known.paren)


def test_time_that_is_counted_in_moves_leaves_it_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Relaxation, "best_integers", refuse)
    assert solve(make_gap("d", 1, 5, 40), Budget(seconds=20, workers=1, moves=1)).solution is not None
    assert solve(replace(TIGHT, allen=False), Budget(seconds=1, workers=1)).solution is not None

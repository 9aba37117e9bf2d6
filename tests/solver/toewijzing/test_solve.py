"""The engine against brute force: status, value and bound agree on every tiny problem."""

import time
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from solver.bench.generator import Size, generate
from solver.budget import Budget, Progress
from solver.matching.pairs import build_pairs, build_problem
from solver.result import Status
from solver.toewijzing import check
from solver.toewijzing.bound import lp_prices
from solver.toewijzing.lagrange import lagrangian_bound
from solver.toewijzing.problem import Problem, Vloer
from solver.toewijzing.solve import solve
from tests.solver.toewijzing.small_problems import brute_force, ints, problems

BUDGET = Budget(seconds=20, workers=1, moves=5)
SLOW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def town() -> Problem:
    """A problem large enough for a core."""
    pairs = build_pairs(generate(Size(kandidaten=60, plekken=24), seed=3))
    return build_problem(pairs, pairs.points[1])


@SLOW
@given(problems())
def test_status_and_value_agree_with_brute_force(problem: Problem) -> None:
    best = brute_force(problem)
    result = solve(problem, BUDGET)
    if best is None:
        assert result.status is Status.INFEASIBLE
        assert result.solution is None
    else:
        assert result.status is Status.OPTIMAL
        assert result.solution is not None
        assert (result.value, result.bound) == (best, best)
        assert check.value(problem, result.solution.paren) == best
        assert not check.violations(problem, result.solution.paren)


@SLOW
@given(problems())
def test_the_prices_prove_a_bound_that_never_crosses_the_optimum(problem: Problem) -> None:
    best = brute_force(problem)
    bound = lagrangian_bound(problem, lp_prices(problem, 10))
    if best is not None:
        assert bound is not None
        assert bound <= best if problem.minimaliseer else bound >= best


@SLOW
@given(problems(), st.integers(0, 30))
def test_a_hard_floor_holds_or_the_problem_is_infeasible(problem: Problem, least: int) -> None:
    vloer = Vloer(gewicht=problem.waarde, minstens=least)
    result = solve(problem, BUDGET, vloeren=[vloer])
    if result.solution is not None:
        assert sum(int(problem.waarde[pair]) for pair in result.solution.paren) >= least


@SLOW
@given(problems())
def test_more_capacity_never_makes_the_best_plan_worse(problem: Problem) -> None:
    before = solve(problem, BUDGET)
    after = solve(replace(problem, capaciteit=problem.capaciteit + 1), BUDGET)
    if before.solution is not None:
        assert not check.violations(
            replace(problem, capaciteit=problem.capaciteit + 1), before.solution.paren
        )
        assert after.value <= before.value if problem.minimaliseer else after.value >= before.value


def test_values_near_the_limit_are_counted_exactly() -> None:
    high = (1 << 61) - 7
    problem = Problem(
        kandidaten=2,
        capaciteit=ints([1]),
        kandidaat=ints([0, 1]),
        waarde=ints([high, high - 1]),
        begin=ints([0, 1, 2]),
        middel=ints([0, 0]),
        gebruik=ints([1, 1]),
    )
    result = solve(problem, BUDGET)
    assert (result.status, result.value, result.bound) == (Status.OPTIMAL, high, high)


def test_the_same_moves_and_seed_give_the_same_plan(town: Problem) -> None:
    budget = Budget(seconds=60, workers=1, moves=1.0, seed=7)
    assert solve(town, budget).solution == solve(town, budget).solution


def test_no_time_still_gives_a_valid_plan_and_a_valid_bound(town: Problem) -> None:
    result = solve(town, Budget(seconds=0))
    assert result.status is Status.FEASIBLE
    assert result.solution is not None
    assert not check.violations(town, result.solution.paren)
    assert result.bound >= result.value


def test_a_cancelled_solve_gives_the_plan_it_has(town: Problem) -> None:
    result = solve(town, Budget(seconds=30, cancelled=lambda: True))
    assert result.status is Status.FEASIBLE
    assert result.seconds < 10


def test_a_cancel_in_mid_search_stops_it() -> None:
    pairs = build_pairs(generate(Size(), seed=1))
    begun = time.monotonic()
    budget = Budget(seconds=60, workers=1, cancelled=lambda: time.monotonic() > begun + 2.5)
    result = solve(build_problem(pairs, pairs.points[1]), budget)
    assert result.status is Status.FEASIBLE
    assert result.seconds < 15


def test_progress_rises_and_never_passes_the_bound(town: Problem) -> None:
    steps: list[Progress] = []
    result = solve(town, Budget(seconds=3, workers=1, moves=1, on_progress=steps.append))
    values = [step.value for step in steps]
    assert values == sorted(values)
    assert values[-1] == result.value
    assert all(step.bound >= result.value for step in steps)

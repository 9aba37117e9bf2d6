"""The engine against brute force: status, value and bound agree on every tiny problem."""

import time
from dataclasses import replace
from itertools import chain
from random import Random

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
from tests.solver.toewijzing.small_problems import brute_force, ints, problems, valid_plans

BUDGET = Budget(seconds=20, workers=1, moves=5)
SLOW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def town() -> Problem:
    """A problem large enough for a core."""
    pairs = build_pairs(generate(Size(kandidaten=60, plekken=24), seed=3))
    return build_problem(pairs, pairs.points[1])


def shuffled(count: int, random: Random) -> list[int]:
    """The numbers below `count` in some order."""
    return random.sample(range(count), count)


def renumbered(problem: Problem, random: Random) -> Problem:
    """The same with kandidaten, their pairs, middelen and the rows of usage in another order."""
    people = shuffled(problem.kandidaten, random)
    own = [list(range(problem.offsets[each], problem.offsets[each + 1])) for each in people]
    pairs = list(chain.from_iterable(random.sample(each, len(each)) for each in own))
    middelen = shuffled(len(problem.capaciteit), random)
    new_pair = {old: new for new, old in enumerate(pairs)}
    new_person = {old: new for new, old in enumerate(people)}
    rows = [problem.uses(pair) for pair in pairs]
    rows = [random.sample(row, len(row)) for row in rows]
    return Problem(
        kandidaten=problem.kandidaten,
        capaciteit=problem.capaciteit[middelen],
        kandidaat=ints([new_person[each] for each in problem.kandidaat[pairs].tolist()]),
        waarde=problem.waarde[pairs],
        begin=ints([sum(map(len, rows[:place])) for place in range(len(rows) + 1)]),
        middel=ints([middelen.index(middel) for row in rows for middel, _ in row]),
        gebruik=ints([amount for row in rows for _, amount in row]),
        vast=tuple(new_pair[each] for each in problem.vast),
        verboden=tuple(new_pair[each] for each in problem.verboden),
        allen=problem.allen,
        minimaliseer=problem.minimaliseer,
        groepen=tuple(
            replace(
                each,
                kandidaten=each.kandidaten and tuple(new_person[one] for one in each.kandidaten),
                paren=each.paren and tuple(new_pair[one] for one in each.paren),
            )
            for each in problem.groepen
        ),
        zacht=tuple(replace(each, middel=middelen.index(each.middel)) for each in problem.zacht),
        vorige=None
        if problem.vorige is None
        else ints([new_pair.get(each, -1) for each in problem.vorige[people].tolist()]),
        wijzigingen=problem.wijzigingen,
        regio=ints(shuffled(problem.kandidaten, random)),
    )


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
@given(problems(), st.lists(st.integers(0, 9), min_size=12, max_size=12), st.integers(0, 20))
def test_a_hard_floor_agrees_with_brute_force(problem: Problem, weights: list[int], least: int) -> None:
    gewicht = ints(weights[: problem.paren])
    plans = [plan for plan in valid_plans(problem) if gewicht[plan].sum() >= least]
    result = solve(problem, BUDGET, vloeren=[Vloer(gewicht=gewicht, minstens=least)])
    if not plans:
        assert result.status is Status.INFEASIBLE
        return
    values = [check.value(problem, plan) for plan in plans]
    best = min(values) if problem.minimaliseer else max(values)
    assert (result.status, result.value, result.bound) == (Status.OPTIMAL, best, best)
    assert result.solution is not None
    assert list(result.solution.paren) in plans


@SLOW
@given(problems(), st.randoms(use_true_random=False))
def test_middelen_and_kandidaten_under_other_numbers_change_nothing(problem: Problem, random: Random) -> None:
    other = renumbered(problem, random)
    one, two = solve(problem, BUDGET), solve(other, BUDGET)
    assert (one.status, one.value, one.bound) == (two.status, two.value, two.bound)


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

"""Greedy, small steps and annealing: valid plans only, never worse than where they began, repeatable."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings

from solver.bench.generator import Size, generate
from solver.budget import never
from solver.matching.pairs import build_pairs, build_problem
from solver.toewijzing import check
from solver.toewijzing.greedy import by_density, first_come
from solver.toewijzing.improve import improve
from solver.toewijzing.plan import Plan
from solver.toewijzing.problem import Problem
from solver.toewijzing.search import anneal
from solver.toewijzing.usage import UsageRows
from tests.solver.toewijzing.small_problems import problems


@pytest.fixture(scope="module")
def town() -> Problem:
    """A tight town."""
    pairs = build_pairs(generate(Size(kandidaten=60, plekken=24), seed=3))
    return build_problem(pairs, pairs.points[1])


def rounds(number: int) -> Callable[[int], float]:
    """End after so many rounds."""
    return lambda done: done / number


def is_simple(problem: Problem) -> Problem:
    """The problem without what only CP-SAT handles."""
    return replace(problem, minimaliseer=False, groepen=(), zacht=(), wijzigingen=None)


@settings(max_examples=150, deadline=None)
@given(problems())
def test_every_step_keeps_the_plan_valid_and_no_worse(problem: Problem) -> None:
    problem, rows = is_simple(problem), UsageRows(problem)
    begun = by_density(problem)
    if check.violations(problem, begun):
        return
    better = improve(problem, begun, (), never, rows)
    best = anneal(problem, better, (), rows, Random(1), rounds(30))
    assert check.violations(problem, better) == check.violations(problem, best) == []
    assert check.value(problem, begun) <= check.value(problem, better) <= check.value(problem, best)


def test_small_steps_and_annealing_each_find_more(town: Problem) -> None:
    rows = UsageRows(town)
    begun = first_come(town)
    better = improve(town, begun, (), never, rows)
    best = anneal(town, better, (), rows, Random(1), rounds(300))
    assert check.value(town, begun) < check.value(town, better) < check.value(town, best)
    assert check.violations(town, best) == []


def test_the_same_random_numbers_give_the_same_plan(town: Problem) -> None:
    plans = [anneal(town, by_density(town), (), UsageRows(town), Random(5), rounds(100)) for _ in range(2)]
    assert plans[0] == plans[1]


def test_a_pinned_kandidaat_stays(town: Problem) -> None:
    begun = by_density(town)
    pinned = replace(town, vast=begun[:3])
    found = anneal(pinned, begun, (), UsageRows(town), Random(2), rounds(200))
    assert set(begun[:3]) <= set(found)


def test_what_a_plan_leaves_free_is_what_nobody_uses(town: Problem) -> None:
    plan = Plan(town, (), UsageRows(town), by_density(town))
    for kandidaat in range(town.kandidaten):
        plan.step(kandidaat)
    used = [0] * len(town.capaciteit)
    for pair in plan.paren():
        for middel, amount in town.uses(pair):
            used[middel] += amount
    assert plan.free == (town.capaciteit - used).tolist()


def test_a_stop_ends_greedy_with_what_it_has(town: Problem) -> None:
    assert check.violations(town, by_density(town, lambda: True)) == []
    assert improve(town, (), (), lambda: True, UsageRows(town)) == ()

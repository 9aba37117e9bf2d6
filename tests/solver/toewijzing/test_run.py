"""CP-SAT within a budget: it stops when it is told to, and what it proves is a bound."""

from threading import Event

import pytest
from ortools.sat.python import cp_model

from solver.bench.generator import Size, generate
from solver.budget import Budget
from solver.matching.pairs import build_pairs, build_problem
from solver.toewijzing import check
from solver.toewijzing.greedy import by_density
from solver.toewijzing.model import ToewijzingModel
from solver.toewijzing.problem import Problem
from solver.toewijzing.prove import prove_by_search
from solver.toewijzing.run import run_cp_sat

HOURS = 36_000


@pytest.fixture(scope="module")
def region() -> Problem:
    """A problem that CP-SAT does not solve to the end in the time of a test."""
    pairs = build_pairs(generate(Size(), seed=1))
    return build_problem(pairs, pairs.points[1])


@pytest.fixture(scope="module")
def village() -> Problem:
    """A problem that CP-SAT solves at once."""
    pairs = build_pairs(generate(Size(kandidaten=12, plekken=6), seed=1))
    return build_problem(pairs, pairs.points[1])


def test_who_cancels_after_the_first_plan_gets_that_plan_and_a_bound(region: Problem) -> None:
    found_one = Event()
    budget = Budget(seconds=HOURS, workers=1, cancelled=found_one.is_set)
    found = run_cp_sat(ToewijzingModel(region), budget, lambda _: found_one.set())
    assert found.status == cp_model.FEASIBLE
    assert found.paren is not None
    assert found.bound is not None
    assert check.value(region, found.paren) <= found.bound


def test_better_plans_are_told_with_rising_values(village: Problem) -> None:
    values: list[int] = []
    found = run_cp_sat(ToewijzingModel(village), Budget(seconds=HOURS, workers=1), values.append)
    assert found.paren is not None
    assert values == sorted(values)
    assert values[-1] == check.value(village, found.paren)


def test_a_bound_by_search_is_the_optimum_where_there_is_time(village: Problem) -> None:
    best = run_cp_sat(ToewijzingModel(village), Budget(seconds=HOURS, workers=1))
    assert best.paren is not None
    bound = prove_by_search(village, Budget(seconds=HOURS, workers=1), (), by_density(village))
    assert bound == check.value(village, best.paren)


def test_without_time_no_bound_is_proven_by_search(village: Problem) -> None:
    assert prove_by_search(village, Budget(seconds=0), (), ()) is None


def test_a_problem_too_large_is_not_searched_for_a_bound(
    village: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("solver.toewijzing.prove.MOST_PAIRS", village.paren - 1)
    assert prove_by_search(village, Budget(seconds=HOURS, workers=1), (), by_density(village)) is None

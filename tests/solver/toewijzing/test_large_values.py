"""Values beyond what a double holds: optimal is only said of the optimum."""

from dataclasses import replace
from itertools import product
from random import Random

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from ortools.sat.python import cp_model

from solver.budget import Budget
from solver.toewijzing import check
from solver.toewijzing.model import ToewijzingModel
from solver.toewijzing.problem import Problem
from solver.toewijzing.run import run_cp_sat
from solver.toewijzing.solve import solve
from tests.solver.toewijzing.small_problems import brute_force, problems

BASE = 1 << 57
TIMES = 1 << 54
KANDIDATEN, MIDDELEN = 12, 3


def make_problem(seed: int) -> Problem:
    """One pair a kandidaat, all of nearly the same enormous value, half of which fits."""
    random = Random(seed)
    use = [[random.randint(20, 60) for _ in range(MIDDELEN)] for _ in range(KANDIDATEN)]
    return Problem(
        kandidaten=KANDIDATEN,
        capaciteit=np.array([sum(column) // 2 for column in zip(*use, strict=True)]),
        kandidaat=np.arange(KANDIDATEN),
        waarde=np.array([BASE + random.randint(0, 120) for _ in range(KANDIDATEN)]),
        begin=np.arange(0, MIDDELEN * KANDIDATEN + 1, MIDDELEN),
        middel=np.array(list(range(MIDDELEN)) * KANDIDATEN),
        gebruik=np.array([amount for row in use for amount in row]),
    )


def best_value(problem: Problem) -> int:
    """The optimum by trying every set."""
    plans = (
        [pair for pair, taken in enumerate(choice) if taken] for choice in product((0, 1), repeat=KANDIDATEN)
    )
    return max(check.value(problem, plan) for plan in plans if not check.violations(problem, plan))


@pytest.mark.parametrize("seed", range(6))
def test_cp_sat_says_optimal_only_of_the_optimum(seed: int) -> None:
    problem = make_problem(seed)
    found = run_cp_sat(ToewijzingModel(problem), Budget(seconds=20, workers=1))
    assert found.status == cp_model.OPTIMAL
    assert found.paren is not None
    assert check.value(problem, found.paren) == best_value(problem)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(problems())
def test_enormous_values_uses_and_capacities_change_no_plan(problem: Problem) -> None:
    large = replace(
        problem,
        waarde=problem.waarde * TIMES,
        capaciteit=problem.capaciteit * TIMES,
        gebruik=problem.gebruik * TIMES,
        groepen=tuple(replace(each, prijs=each.prijs * TIMES) for each in problem.groepen),
        zacht=(),
    )
    best, result = brute_force(large), solve(large, Budget(seconds=20, workers=1, moves=5))
    assert (result.solution is None) == (best is None)
    assert best is None or (result.value, result.bound) == (best, best)

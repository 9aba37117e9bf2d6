"""The bound by knapsacks: never crossed by a plan, recomputed by hand, and sharper than the linear one."""

from dataclasses import replace
from itertools import compress, product

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from solver.arrays import IntArray
from solver.bench.regio import TOWN, make_regio, with_supervision
from solver.budget import never
from solver.toewijzing.bound import lp_prices
from solver.toewijzing.contradictions import contradicting_pins
from solver.toewijzing.knapsack import Knapzak, knapsack_bound
from solver.toewijzing.lagrange import constant_of, lagrangian_bound, reduced_values
from solver.toewijzing.lines import allowed_pairs
from solver.toewijzing.problem import Problem, Zacht
from tests.solver.toewijzing.small_problems import brute_force, ints, problems

MANY = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def prove(problem: Problem, rounds: int = 60) -> Knapzak | None:
    """The bound from prices of the linear relaxation, aiming at nothing in particular."""
    prices = lp_prices(problem, 5.0)
    bound = lagrangian_bound(problem, prices)
    aim = 0 if bound is None else bound - abs(bound) // 10 - 1
    return knapsack_bound(problem, prices, (), aim, never, rounds)


@MANY
@given(problems())
def test_no_plan_passes_it(problem: Problem) -> None:
    best = brute_force(problem)
    if contradicting_pins(problem) or best is None:
        return
    found = prove(problem)
    if found is not None:
        assert found.bound <= best if problem.minimaliseer else found.bound >= best


@MANY
@given(problems())
def test_anyone_can_recompute_it_by_trying_every_set(problem: Problem) -> None:
    found = None if contradicting_pins(problem) else prove(problem)
    if found is None:
        return
    allowed, _ = allowed_pairs(problem)
    gain = reduced_values(problem, found.prijzen, ()) - np.array(found.kandidaten)[problem.kandidaat]
    total = constant_of(problem, found.prijzen, ()) + sum(found.kandidaten)
    free = [pair for pair in range(problem.paren) if allowed[pair]]
    for middel in found.middelen:
        users = [pair for pair in free if middel in dict(problem.uses(pair))]
        free = [pair for pair in free if pair not in users]
        total += best_set(problem, gain, users, middel)
    for each in range(problem.kandidaten):
        total += max([0, *(int(gain[pair]) for pair in free if problem.kandidaat[pair] == each)])
    bound = total // found.prijzen.schaal
    assert found.bound == (-bound if problem.minimaliseer else bound)


def best_set(problem: Problem, gain: IntArray, users: list[int], middel: int) -> int:
    """The most that pairs gain which together fit in a middel, by trying all sets."""
    sets = [list(compress(users, taken)) for taken in product((False, True), repeat=len(users))]
    room = int(problem.capaciteit[middel])
    fitting = [each for each in sets if sum(dict(problem.uses(pair))[middel] for pair in each) <= room]
    return max(sum(int(gain[pair]) for pair in each) for each in fitting)


@pytest.mark.parametrize("level", ["tight", "busy"])
def test_it_is_sharper_than_the_linear_bound_of_a_town(level: str) -> None:
    town = make_regio(with_supervision(TOWN, level), seed=3)
    prices = lp_prices(town, 30.0)
    linear = lagrangian_bound(town, prices)
    assert linear is not None
    found = knapsack_bound(town, prices, (), linear * 98 // 100, never)
    assert found is not None
    assert found.bound < linear * 0.9985


def test_three_of_two_units_fit_twice_in_five() -> None:
    three = Problem(
        kandidaten=3,
        capaciteit=ints([5]),
        kandidaat=ints([0, 1, 2]),
        waarde=ints([10, 10, 10]),
        begin=ints([0, 1, 2, 3]),
        middel=ints([0, 0, 0]),
        gebruik=ints([2, 2, 2]),
    )
    prices = lp_prices(three, 5.0)
    assert lagrangian_bound(three, prices) == 25
    found = knapsack_bound(three, prices, (), 20, never)
    assert found is not None
    assert (found.bound, found.middelen) == (20, (0,))


def test_a_soft_middel_is_not_kept_whole() -> None:
    town = make_regio(with_supervision(TOWN, "busy"), seed=3)
    whole = prove(town)
    assert whole is not None
    soft = replace(town, zacht=(Zacht(middel=whole.middelen[0], prijs=1),))
    found = prove(soft)
    assert found is not None
    assert whole.middelen[0] not in found.middelen

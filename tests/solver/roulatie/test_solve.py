"""The solver agrees with brute force: status, and tier by tier the best there is."""

from dataclasses import replace
from random import Random

import pytest

from solver.bench.roulatie import SIZES, make_roulatie
from solver.budget import Budget
from solver.result import Status
from solver.roulatie.check import check, violations
from solver.roulatie.plan import Plan
from solver.roulatie.possible import Possible
from solver.roulatie.solve import solve
from solver.roulatie.wishes import WISHES
from tests.solver.roulatie.small_roulaties import cells, draw, every_plan, make_instance, valid_plans

BUDGET = Budget(seconds=30, workers=1)


@pytest.mark.parametrize("seed", range(150))
def test_small_instances_are_solved_to_what_brute_force_finds(seed: int) -> None:
    instance = draw(seed)
    best = max((check(instance, plan).tiers for plan in valid_plans(instance)), default=None)
    result = solve(instance, BUDGET)
    if best is None:
        assert result.status is Status.INFEASIBLE
        assert result.solution is None
    else:
        assert result.status is Status.OPTIMAL
        assert tuple(tier.value for tier in result.tiers) == best
        assert tuple(tier.bound for tier in result.tiers) == best


def test_the_drawn_instances_have_plans_and_have_none() -> None:
    have = sum(1 for seed in range(40) if valid_plans(draw(seed)))
    assert 10 < have < 30


def test_everyone_has_a_plek_in_every_block() -> None:
    result = solve(make_instance(), BUDGET)
    assert result.solution is not None
    assert len(result.solution.cellen) == 6
    assert check(make_instance(), cells("112", "221")).violations == ()


@pytest.mark.parametrize("seed", range(150, 190))
def test_the_model_takes_a_plan_exactly_when_no_rule_is_broken(seed: int) -> None:
    instance = draw(seed)
    every = list(every_plan(instance))
    plans = Random(seed).sample(every, min(6, len(every))) + valid_plans(instance)[:6]
    for plan in plans:
        result = solve(replace(instance, vast=instance.vast + plan.cellen), BUDGET)
        is_valid = not violations(Plan(instance, plan))
        assert result.status is (Status.OPTIMAL if is_valid else Status.INFEASIBLE)
        if result.solution is not None:
            assert set(result.solution.cellen) == set(plan.cellen)


@pytest.mark.parametrize("seed", range(60))
def test_no_plan_has_more_points_of_a_wish_than_it_says_there_are_at_most(seed: int) -> None:
    instance = draw(seed)
    plans = [Plan(instance, plan) for plan in valid_plans(instance)]
    for wish in WISHES.values():
        assert all(wish.value(plan) <= wish.most(Possible(instance)) for plan in plans)


def test_every_tier_has_a_bound_even_where_there_was_no_time() -> None:
    result = solve(make_roulatie(SIZES["middel"], 1), Budget(seconds=2, workers=1))
    assert all(tier.bound is not None and tier.bound >= tier.value for tier in result.tiers)

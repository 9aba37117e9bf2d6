"""Tier by tier: the same rules, bounds that hold, and no later tier that costs an earlier one anything."""

import numpy as np
import pytest

from solver.bench.generator import Size, generate
from solver.budget import Budget, Progress, Stopwatch
from solver.matching import solve as solving
from solver.matching.check import check
from solver.matching.instance import Instance
from solver.matching.pairs import build_pairs, build_problem
from solver.matching.solve import solve
from solver.matching.tier_search import search_by_tiers
from solver.matching.tiers import scale_tiers
from solver.result import Status
from solver.toewijzing.problem import Vloer

BUDGET = Budget(seconds=60, workers=1, moves=1)


@pytest.fixture(scope="module")
def town() -> Instance:
    """A small town."""
    return generate(Size(kandidaten=50, plekken=20), seed=4)


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is small enough for one scaled value."""
    monkeypatch.setattr(solving, "MOST_PAIRS_AT_ONCE", 0)


@pytest.mark.usefixtures("at_once")
def test_a_plan_found_tier_by_tier_keeps_all_rules_and_its_bounds(town: Instance) -> None:
    result = solve(town, BUDGET)
    assert result.solution is not None
    assert not check(town, result.solution).violations
    assert all(tier.bound is not None and tier.bound >= tier.value > 0 for tier in result.tiers)


@pytest.mark.usefixtures("at_once")
def test_progress_of_every_tier_rises_towards_its_bound(town: Instance) -> None:
    steps: list[Progress] = []
    solve(town, Budget(seconds=60, workers=1, moves=1, on_progress=steps.append))
    assert [step.value for step in steps] == sorted(step.value for step in steps)
    assert all(step.bound >= steps[-1].value for step in steps)


def test_each_tier_keeps_what_the_former_reached(town: Instance) -> None:
    pairs = build_pairs(town)
    scales = scale_tiers(pairs.points, pairs.offsets)
    problem = build_problem(pairs, pairs.points[0])
    found = search_by_tiers(pairs, problem, (), scales, BUDGET, Stopwatch(BUDGET))
    assert found.paren is not None
    again = search_by_tiers(pairs, problem, (), scales, BUDGET, Stopwatch(BUDGET))
    assert again.paren == found.paren
    values = pairs.points[:, list(found.paren)].sum(axis=1)
    assert values[0] == found.bounds[0]
    assert (values <= np.array(found.bounds)).all()


def test_a_floor_that_cannot_hold_is_infeasible(town: Instance) -> None:
    pairs = build_pairs(town)
    scales = scale_tiers(pairs.points, pairs.offsets)
    problem = build_problem(pairs, pairs.points[0])
    everyone = Vloer(gewicht=np.ones(len(pairs), dtype=np.int64), minstens=51)
    found = search_by_tiers(pairs, problem, (everyone,), scales, BUDGET, Stopwatch(BUDGET))
    assert (found.status, found.paren) == (Status.INFEASIBLE, None)

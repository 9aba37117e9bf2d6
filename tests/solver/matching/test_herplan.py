"""Mending a plan: it holds, who is not touched stays, and nothing is given where there is nothing."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from solver.bench.generator import Size, generate
from solver.budget import Budget
from solver.matching.check import check
from solver.matching.herplan import mend
from solver.matching.instance import Instance, Paar
from solver.matching.pairs import build_pairs
from solver.matching.solution import Solution
from solver.matching.solve import solve
from solver.result import Status
from tests.solver.matching.small_instances import random_instance
from tests.solver.matching.test_solve import best_by_trying, with_pins

QUICK = Budget(seconds=20, workers=1, moves=0.5)
PINS = 15
MANY = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def town() -> Instance:
    """A town of which a few people have no plek."""
    return generate(Size(kandidaten=120, plekken=50), seed=5)


@pytest.fixture(scope="module")
def plan(town: Instance) -> tuple[Paar, ...]:
    """A plan of it."""
    found = solve(town, Budget(seconds=30, workers=2, moves=2)).solution
    assert found is not None
    return stays(found)


def stays(solution: Solution) -> tuple[Paar, ...]:
    """The pairs of a plan."""
    return tuple(
        Paar(kandidaat=each.kandidaat, plek=each.plek, startweek=each.startweek)
        for each in solution.toewijzingen
    )


@MANY
@given(seed=st.integers(0, 100_000))
def test_a_plan_is_mended_where_one_exists(seed: int) -> None:
    former = solve(random_instance(seed, kandidaten=3, plekken=2), QUICK).solution
    assert former is not None
    changed = with_pins(random_instance(seed + 1, kandidaten=3, plekken=2), Random(seed))
    mended = mend(changed, stays(former), QUICK)
    if best_by_trying(changed) is None:
        assert mended.status is Status.INFEASIBLE
    else:
        assert mended.solution is not None
        report = check(changed, mended.solution)
        assert not report.violations
        assert tuple(tier.value for tier in mended.tiers) == report.tiers
        assert all(tier.bound is not None and tier.bound >= tier.value for tier in mended.tiers)


def test_a_pin_moves_few_and_holds(town: Instance, plan: tuple[Paar, ...]) -> None:
    pairs = build_pairs(town)
    possible = {
        (town.kandidaten[kandidaat].id, town.plekken[plek].id)
        for kandidaat, plek in zip(pairs.kandidaat.tolist(), pairs.plek.tolist(), strict=True)
    }
    elsewhere = sorted(possible - {(each.kandidaat, each.plek) for each in plan})
    moved = []
    for kandidaat, plek in elsewhere[:: len(elsewhere) // PINS]:
        pinned = replace(town, vast=(Paar(kandidaat=kandidaat, plek=plek),))
        mended = mend(pinned, plan, QUICK)
        if mended.solution is None:
            assert solve(pinned, QUICK).solution is None
            continue
        now = {each.kandidaat: each.plek for each in mended.solution.toewijzingen}
        assert now[kandidaat] == plek
        moved.append(
            sum(now.get(each.kandidaat) != each.plek for each in plan if each.kandidaat != kandidaat)
        )
    assert len(moved) > PINS // 2
    assert sorted(moved)[len(moved) // 2] <= 4


def test_a_rejection_moves_the_one_who_was_rejected(town: Instance, plan: tuple[Paar, ...]) -> None:
    gone = plan[7]
    mended = mend(replace(town, verboden=frozenset({(gone.kandidaat, gone.plek)})), plan, QUICK)
    assert mended.solution is not None
    now = {each.kandidaat: each.plek for each in mended.solution.toewijzingen}
    assert now.get(gone.kandidaat) != gone.plek
    assert sum(now.get(each.kandidaat) != each.plek for each in plan) <= 5


def test_who_dropped_out_and_a_plek_that_is_gone_are_left_out(town: Instance, plan: tuple[Paar, ...]) -> None:
    away, closed = plan[3], plan[20]
    smaller = replace(
        town,
        kandidaten=tuple(each for each in town.kandidaten if each.id != away.kandidaat),
        plekken=tuple(each for each in town.plekken if each.id != closed.plek),
    )
    mended = mend(smaller, plan, QUICK)
    assert mended.solution is not None
    now = {each.kandidaat: each.plek for each in mended.solution.toewijzingen}
    untouched = [each for each in plan if each.kandidaat != away.kandidaat and each.plek != closed.plek]
    assert sum(now.get(each.kandidaat) != each.plek for each in untouched) <= 4


def test_nothing_changed_keeps_everybody(town: Instance, plan: tuple[Paar, ...]) -> None:
    mended = mend(town, plan, QUICK)
    assert mended.solution is not None
    assert set(plan) <= set(stays(mended.solution))

"""Mending a plan: pins are kept, who is not near stays, and where nothing is found there is nothing."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from solver.bench.regio import Maat, make_regio
from solver.budget import Budget
from solver.result import Status
from solver.toewijzing import check
from solver.toewijzing.bound import lp_prices
from solver.toewijzing.lagrange import zero_prices
from solver.toewijzing.model import ToewijzingModel
from solver.toewijzing.problem import Problem, Vloer
from solver.toewijzing.replan import Herplan, replan
from solver.toewijzing.run import run_cp_sat
from solver.toewijzing.solve import solve
from tests.solver.toewijzing.small_problems import brute_force, ints, problems

QUICK = Budget(seconds=5.0, workers=1, moves=0.5)
SLOW = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def mend(problem: Problem, plan: list[int], bonus: int | None = None) -> Herplan:
    """Replan without prices."""
    return replan(problem, plan, zero_prices(problem), QUICK, bonus=bonus)


@pytest.fixture(scope="module")
def regio() -> Problem:
    """A region in which neighbourhoods are a part of the whole."""
    return make_regio(Maat(kandidaten=1200, plekken=360), seed=4)


@pytest.fixture(scope="module")
def plan(regio: Problem) -> tuple[int, ...]:
    """A good plan of it."""
    found = solve(regio, Budget(seconds=60.0, workers=2, moves=0.5))
    assert found.solution is not None
    return found.solution.paren


@SLOW
@given(problems(), st.data())
def test_a_mended_plan_is_valid_and_there_is_one_where_one_exists(
    problem: Problem, data: st.DataObject
) -> None:
    assume(problem.paren > 0)
    pairs = data.draw(st.lists(st.integers(0, problem.paren - 1), max_size=3))
    former = list({int(problem.kandidaat[pair]): pair for pair in pairs}.values())
    found = mend(problem, former)
    if brute_force(problem) is None:
        assert found.status is Status.INFEASIBLE
        assert found.paren is None
    else:
        assert found.paren is not None
        assert not check.violations(problem, found.paren)


@SLOW
@given(problems(), st.data())
def test_when_staying_is_worth_all_as_many_stay_as_can(problem: Problem, data: st.DataObject) -> None:
    assume(problem.paren > 0 and not problem.minimaliseer)
    pairs = data.draw(st.lists(st.integers(0, problem.paren - 1), max_size=4))
    former = list({int(problem.kandidaat[pair]): pair for pair in pairs}.values())
    found = mend(problem, former, bonus=1000)
    allowed = [pair for pair in former if not set(problem.verboden) & {pair}]
    keeping = replace(
        problem,
        waarde=ints([1000 * (pair in allowed) for pair in range(problem.paren)]),
        groepen=(),
        zacht=tuple(replace(each, prijs=0) for each in problem.zacht),
        minimaliseer=False,
    )
    most = brute_force(keeping)
    if most is None:
        assert found.paren is None
    else:
        assert found.paren is not None
        assert len(set(found.paren) & set(allowed)) == most // 1000


def test_every_pin_of_a_region_is_kept_and_few_move(regio: Problem, plan: tuple[int, ...]) -> None:
    prices = lp_prices(regio, 30.0)
    random = np.random.default_rng(3)
    moved = []
    for pin in random.integers(0, regio.paren, 15).tolist():
        pinned = replace(regio, vast=(pin,))
        found = replan(pinned, plan, prices, QUICK)
        model = ToewijzingModel(replace(pinned, waarde=np.zeros_like(regio.waarde)))
        possible = run_cp_sat(model, Budget(seconds=20.0)).paren is not None
        assert (found.paren is not None) == possible
        if found.paren is None:
            continue
        assert pin in found.paren
        assert not check.violations(pinned, found.paren)
        moved.append(len(set(found.verplaatst) - {int(regio.kandidaat[pin])}))
        stayed = set(plan) & set(found.paren)
        assert len(plan) - len(stayed) <= moved[-1] + 1
    assert np.median(moved) <= 4


def test_who_drops_out_leaves_room_that_another_takes(regio: Problem, plan: tuple[int, ...]) -> None:
    gone = int(regio.kandidaat[plan[10]])
    without = replace(regio, verboden=tuple(np.flatnonzero(regio.kandidaat == gone).tolist()))
    found = mend(without, list(plan))
    assert found.paren is not None
    assert gone not in regio.kandidaat[list(found.paren)]
    assert gone not in found.verplaatst
    before = check.value(regio, plan) - int(regio.waarde[plan[10]])
    assert check.value(regio, found.paren) >= before - len(found.verplaatst) * 1000


def test_a_plek_that_closes_moves_those_who_stood_there(regio: Problem, plan: tuple[int, ...]) -> None:
    middel = regio.uses(plan[0])[0][0]
    holders = {int(regio.kandidaat[pair]) for pair in plan if middel in dict(regio.uses(pair))}
    less = regio.capaciteit.copy()
    less[middel] = 0
    closed = replace(regio, capaciteit=less)
    found = mend(closed, list(plan))
    assert found.paren is not None
    assert not check.violations(closed, found.paren)
    assert holders <= set(found.verplaatst)


def test_nothing_changed_keeps_every_pair(regio: Problem, plan: tuple[int, ...]) -> None:
    found = mend(regio, list(plan))
    assert found.paren is not None
    assert set(plan) <= set(found.paren)
    assert found.verplaatst == ()


def test_a_floor_under_one_kandidaat_is_a_pin_with_choice(regio: Problem, plan: tuple[int, ...]) -> None:
    idle = min(set(regio.kandidaat.tolist()) - set(regio.kandidaat[list(plan)].tolist()))
    vloer = Vloer(gewicht=(regio.kandidaat == idle).astype(np.int64), minstens=1)
    found = replan(regio, plan, zero_prices(regio, 1), QUICK, vloeren=(vloer,))
    assert found.paren is not None
    assert idle in regio.kandidaat[list(found.paren)]


def test_the_budget_of_changes_holds(regio: Problem, plan: tuple[int, ...]) -> None:
    vorige = np.full(regio.kandidaten, -1, dtype=np.int64)
    vorige[regio.kandidaat[list(plan)]] = plan
    pin = next(pair for pair in range(regio.paren) if pair not in plan and regio.kandidaat[pair] > 100)
    for changes in (2, 4):
        limited = replace(regio, vast=(pin,), vorige=vorige, wijzigingen=changes)
        found = mend(limited, list(plan))
        assert found.paren is not None
        assert not check.violations(limited, found.paren)

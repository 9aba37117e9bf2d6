"""The local search: every plan it gives is valid, counted exactly, and never worse for more moves."""

import time

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from solver.bench.regio import Maat, make_regio
from solver.budget import never
from solver.toewijzing import check
from solver.toewijzing.bound import round_prices
from solver.toewijzing.contradictions import contradicting_pins
from solver.toewijzing.core import Core, build_core
from solver.toewijzing.lagrange import lagrangian_bound
from solver.toewijzing.lines import build_rows
from solver.toewijzing.prices import PriceSearch
from solver.toewijzing.problem import Problem, Vloer
from solver.toewijzing.search import SMALL, LocalSearch
from solver.toewijzing.start import starting_plans
from tests.solver.toewijzing.small_problems import brute_force, problems

SLOW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
NOBODY = np.zeros(0, dtype=np.int64)


def make_core(problem: Problem, vloeren: tuple[Vloer, ...] = (), rounds: int = 100) -> Core:
    """The core at prices of a few rounds."""
    rows = build_rows(problem, vloeren)
    prices = PriceSearch(rows, 1)
    prices.run(rounds, never)
    wanted = NOBODY if problem.vorige is None else problem.vorige[problem.vorige >= 0]
    return build_core(problem, rows, prices.price, vloeren, wanted)


def start_search(problem: Problem, core: Core, *, workers: int = 1, seed: int = 1) -> LocalSearch:
    """A search from nobody placed, with every starting plan offered."""
    search = LocalSearch(core, np.full(problem.kandidaten, -1, dtype=np.int32), workers, seed, never)
    for plan in starting_plans(problem, core):
        search.offer(plan)
    return search


def plan_of(problem: Problem, search: LocalSearch) -> list[int]:
    """The pairs of the problem that the best plan stands for, pins included."""
    chosen = search.best.chosen
    return sorted({*search.core.origin[chosen[chosen >= 0]].tolist(), *problem.vast})


@pytest.fixture(scope="module")
def regio() -> Problem:
    """A region large enough to be cut in parts."""
    return make_regio(Maat(kandidaten=SMALL + 200, plekken=360), seed=2)


@SLOW
@given(problems(), st.integers(0, 30))
def test_a_plan_without_lack_is_valid_and_counted_exactly(problem: Problem, least: int) -> None:
    if contradicting_pins(problem):
        return
    vloer = Vloer(gewicht=problem.waarde, minstens=least)
    search = start_search(problem, make_core(problem, (vloer,)))
    search.round(4000)
    if search.best.lack:
        return
    plan = plan_of(problem, search)
    assert not check.violations(problem, plan)
    reached = sum(int(problem.waarde[pair]) for pair in plan)
    assert reached >= least
    worth = check.value(problem, plan)
    pinned = sum(int(problem.waarde[pair]) for pair in set(problem.vast))
    sign = -1 if problem.minimaliseer else 1
    assert search.best.worth == sign * (worth - pinned)
    best = brute_force(problem)
    assert best is not None
    assert sign * worth <= sign * best


@SLOW
@given(problems())
def test_tiny_problems_without_floors_are_solved_nearly_always(problem: Problem) -> None:
    best = brute_force(problem)
    if best is None or problem.vast or problem.groepen or problem.zacht or problem.wijzigingen is not None:
        return
    search = start_search(problem, make_core(problem))
    search.round(20_000)
    assert search.best.lack == 0
    assert check.value(problem, plan_of(problem, search)) == best


@SLOW
@given(problems(), st.integers(0, 3))
def test_the_prices_of_rounds_prove_a_bound(problem: Problem, rounds: int) -> None:
    prices = PriceSearch(build_rows(problem), 1)
    prices.run(50 * rounds, never)
    best, bound = brute_force(problem), lagrangian_bound(problem, round_prices(problem, prices.price, 0))
    if best is not None:
        assert bound is not None
        assert bound <= best if problem.minimaliseer else bound >= best


def test_more_moves_go_on_where_fewer_stopped_and_are_never_worse(regio: Problem) -> None:
    core = make_core(regio)
    worths = []
    for limit in (20_000, 60_000, 120_000):
        search = start_search(regio, core)
        search.round(60_000, limit)
        if limit > 60_000:
            search.round(120_000, limit - 60_000)
        worths.append(search.best.worth)
    assert worths == sorted(worths)
    assert worths[0] < worths[-1]


@pytest.mark.parametrize("kandidaten", [150, SMALL + 200])
def test_the_seed_alone_decides_whatever_the_number_of_workers(kandidaten: int) -> None:
    problem = make_regio(Maat(kandidaten=kandidaten, plekken=kandidaten // 3), seed=3)
    core = make_core(problem)
    found = []
    for workers, seed in ((1, 5), (2, 5), (2, 6)):
        search = start_search(problem, core, workers=workers, seed=seed)
        search.round(40_000)
        found.append(search.best.chosen.tolist())
    assert found[0] == found[1] != found[2]


def test_a_search_in_parts_beats_its_start_and_breaks_nothing(regio: Problem) -> None:
    search = start_search(regio, make_core(regio, rounds=400))
    before = search.best.worth
    search.round(400_000)
    plan = plan_of(regio, search)
    assert not check.violations(regio, plan)
    assert check.value(regio, plan) == search.best.worth
    assert search.best.worth > 1.03 * before


def test_a_stop_ends_a_round_soon(regio: Problem) -> None:
    core = make_core(regio)
    begun = time.monotonic()
    search = LocalSearch(
        core, np.full(regio.kandidaten, -1, dtype=np.int32), 1, 1, lambda: time.monotonic() > begun + 0.5
    )
    search.round(1_000_000_000)
    assert 0 < search.moves < 100_000_000

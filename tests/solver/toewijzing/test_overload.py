"""The search through overload: it fills what insertion cannot, counts exactly, and ends when it must."""

import time
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from solver.bench.gap import make_gap
from solver.budget import Budget, never
from solver.result import Status
from solver.toewijzing import check, overload
from solver.toewijzing.annealing import MOST_MOVED
from solver.toewijzing.contradictions import contradicting_pins
from solver.toewijzing.kern import DEMAND, HARD, State, fill, new_state
from solver.toewijzing.problem import Problem
from solver.toewijzing.search import LocalSearch
from solver.toewijzing.solve import solve
from solver.toewijzing.start import starting_plans
from tests.solver.toewijzing.small_problems import ints, problems
from tests.solver.toewijzing.test_search import make_core

MOVES = 200_000
CHUNK = 50_000


def pack(sizes: list[list[int]]) -> Problem:
    """Things of these sizes, bin by bin, in bins that they fill to the brim; every bin is as good."""
    things = sorted((size for row in sizes for size in row), reverse=True)
    count = len(sizes)
    pairs = np.arange(len(things) * count)
    return Problem(
        kandidaten=len(things),
        capaciteit=ints([sum(row) for row in sizes]),
        kandidaat=pairs // count,
        waarde=np.ones(len(pairs), dtype=np.int64),
        begin=np.arange(len(pairs) + 1),
        middel=pairs % count,
        gebruik=ints(things)[pairs // count],
        allen=True,
    )


BRIM = pack([[50, 49], [38, 34, 27], [36, 33, 30], [45, 31, 23]])


class Run:
    """A search through overload from the first starting plan: where it ended, and the best on the way."""

    def __init__(self, problem: Problem, moves: int, seed: int = 1) -> None:
        core = make_core(problem)
        self.core = core
        self.begun = starting_plans(problem, core)[0]
        self.kern = overload.let_overload(core.kern, core.price, core.scale)
        self.state = new_state(self.kern, core.free, seed)
        fill(self.kern, self.state, self.begun)
        self.best, self.record = self.state.chosen.copy(), self.state.tally.copy()
        lightest = self.kern.weight.copy()
        warmth = (overload.HOT * core.scale, overload.COLD * core.scale)
        moved = np.zeros((2, MOST_MOVED), dtype=np.int32)
        for low in range(0, moves, CHUNK):
            span = (low, min(low + CHUNK, moves), moves)
            overload.anneal_over(self.kern, self.state, self.best, self.record, span, warmth, lightest, moved)

    def recount(self, chosen: NDArray[np.int32]) -> State:
        """The same plan counted from nothing."""
        state = new_state(self.kern, self.core.free, 1)
        fill(self.kern, state, chosen)
        return state


def test_things_that_insertion_leaves_over_are_packed_to_the_brim() -> None:
    run = Run(BRIM, MOVES)
    assert run.recount(run.begun).tally[1] > 0
    assert run.record.tolist() == [BRIM.kandidaten, 0]
    plan = run.core.origin[run.best].tolist()
    assert not check.violations(BRIM, plan)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(problems(), st.integers(1, 1 << 30))
def test_what_is_counted_along_the_way_is_what_a_recount_gives(problem: Problem, seed: int) -> None:
    problem = replace(problem, allen=True)
    assume(problem.kandidaten and not contradicting_pins(problem))
    run = Run(problem, 3000, seed)
    state, again = run.state, run.recount(run.state.chosen)
    assert state.tally.tolist() == again.tally.tolist()
    assert state.free.tolist() == again.free.tolist()
    assert state.many.tolist() == again.many.tolist()
    assert run.record.tolist() == run.recount(run.best).tally.tolist()
    assert (-run.record[1], run.record[0]) >= (-state.tally[1], state.tally[0])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(problems())
def test_a_plan_without_lack_is_valid_and_one_that_is_not_has_lack(problem: Problem) -> None:
    problem = replace(problem, allen=True)
    assume(problem.kandidaten and not contradicting_pins(problem))
    run = Run(problem, 3000)
    chosen = run.core.origin[run.best[run.best >= 0]].tolist()
    assert bool(run.record[1]) == bool(check.violations(problem, sorted({*chosen, *problem.vast})))


def test_rows_that_were_hard_lack_what_is_used_too_much() -> None:
    core = make_core(BRIM)
    kern = overload.let_overload(core.kern, core.price, core.scale)
    assert set(core.kern.kind.tolist()) == {HARD}
    assert set(kern.kind.tolist()) == {DEMAND}
    assert (kern.weight > 0).all()
    everyone_first = kern.first[:-1].copy()
    state = new_state(kern, core.free, 1)
    fill(kern, state, everyone_first)
    used = np.bincount(BRIM.middel[core.origin[everyone_first]], BRIM.gebruik[core.origin[everyone_first]], 4)
    assert state.tally[1] == np.maximum(used - BRIM.capaciteit, 0).sum()


def test_a_stop_ends_it_soon() -> None:
    problem = make_gap("e", 1, 20, 200)
    core, begun = make_core(problem), time.monotonic()
    search = LocalSearch(core, starting_plans(problem, core)[0], 1, 1, lambda: time.monotonic() > begun + 0.5)
    search.round(1_000_000_000)
    assert 0 < search.moves < 100_000_000


def test_only_who_all_must_be_assigned_go_through_overload() -> None:
    nobody = np.full(BRIM.kandidaten, -1, dtype=np.int32)
    assert LocalSearch(make_core(BRIM), nobody, 1, 1, never).passable is not None
    free = replace(BRIM, allen=False)
    assert LocalSearch(make_core(free), nobody, 1, 1, never).passable is None


def crowd(kandidaten: int, middelen: int) -> Problem:
    """Everyone must be assigned, every pair uses 3 of a middel of 8: two fit in each."""
    pairs = np.arange(kandidaten * middelen)
    return Problem(
        kandidaten=kandidaten,
        capaciteit=ints([8] * middelen),
        kandidaat=pairs // middelen,
        waarde=np.random.default_rng(2).integers(1, 50, len(pairs)),
        begin=np.arange(len(pairs) + 1),
        middel=pairs % middelen,
        gebruik=np.full(len(pairs), 3, dtype=np.int64),
        allen=True,
    )


@pytest.mark.parametrize("kandidaten", [80, 90])
def test_an_overloaded_plan_is_never_taken_for_one_that_fits(kandidaten: int) -> None:
    problem = crowd(kandidaten, 40)
    result = solve(problem, Budget(seconds=30, workers=1, moves=3))
    if kandidaten == 80:
        assert result.solution is not None
        assert not check.violations(problem, result.solution.paren)
    else:
        assert result.status in {Status.INFEASIBLE, Status.UNKNOWN}


def test_of_a_plan_that_takes_too_much_those_who_fit_are_kept() -> None:
    problem = replace(crowd(10, 3), allen=False)
    core = make_core(problem)
    search = LocalSearch(core, np.full(10, -1, dtype=np.int32), 1, 1, never)
    search.offer(core.kern.first[:-1].copy())
    kept = core.origin[search.best.chosen[search.best.chosen >= 0]]
    assert len(kept)
    assert not check.violations(problem, kept.tolist())
    assert solve(
        problem, Budget(seconds=1, workers=1), start=core.origin[core.kern.first[:-1]].tolist()
    ).solution


def test_a_pin_does_not_stop_the_search_through_overload() -> None:
    problem = make_gap("d", 1, 5, 40)
    for each in (problem, replace(problem, vast=(0,))):
        core = make_core(each)
        none = np.full(each.kandidaten, -1, dtype=np.int32)
        assert LocalSearch(core, none, 1, 1, never).passable is not None
    assert (
        LocalSearch(make_core(crowd(6, 3)), np.full(6, -1, dtype=np.int32), 1, 1, never).passable is not None
    )

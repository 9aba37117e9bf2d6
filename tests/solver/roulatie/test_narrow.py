"""Routes that are listed and narrowed: no plan falls out, and what lines over whole routes prove."""

from dataclasses import replace

import numpy as np
import pytest

from solver.bench.roulatie import SIZES, make_roulatie
from solver.roulatie.check import check
from solver.roulatie.routes.across import Half, Halves, Rows, find_sums
from solver.roulatie.routes.bound import Relaxation
from solver.roulatie.routes.choose import RouteSearch
from solver.roulatie.routes.columns import Columns
from solver.roulatie.routes.crew import Crew
from solver.roulatie.routes.narrow import Narrowing
from solver.roulatie.routes.pool import Pool, make_pool
from solver.roulatie.routes.tables import Routes, make_routes
from solver.roulatie.solution import Solution
from tests.solver.roulatie.small_roulaties import draw, valid_plans
from tests.solver.roulatie.test_routes import routes_of

MOST, NODES = 200_000, 5_000_000


def list_all(relaxation: Relaxation, columns: Columns, target: int) -> Pool:
    """All routes of plans of so many points."""
    near = relaxation.near(target, MOST, NODES, lambda: True)
    assert near.is_all
    units = np.repeat(np.arange(len(near.routes)), [len(each) for each in near.routes])
    return make_pool(columns.routes, relaxation.worth, [], units, np.concatenate(near.routes))


def routes_in(routes: Routes, plan: Solution) -> set[tuple[int, tuple[int, ...]]]:
    """Who takes which route in a plan."""
    return {(unit, tuple(route)) for unit, route in enumerate(routes_of(routes, plan))}


def places_of(routes: Routes, pool: Pool) -> dict[tuple[int, tuple[int, ...]], int]:
    """Where each route stands."""
    blocks = routes.tables.blocks
    return {
        (unit, tuple(pool.plekken[place, : blocks[unit]].tolist())): place
        for place, unit in enumerate(pool.units.tolist())
    }


@pytest.mark.parametrize("seed", range(60))
def test_every_route_is_listed_and_no_valid_plan_passes_a_half(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    instance = draw(seed)
    routes = make_routes(instance)
    plans = valid_plans(instance)
    search, random = RouteSearch(routes, 1), np.random.default_rng(seed)
    with Crew(routes, 1) as crew:
        relaxation, columns = Relaxation(routes, search.tiers[0], [], crew), Columns(routes)
        pool = list_all(relaxation, columns, -1_000_000)
    places = places_of(routes, pool)
    assert all(routes_in(routes, plan) <= places.keys() for plan in plans)
    narrowing = Narrowing(relaxation, columns, pool, -1_000_000, Halves())
    narrowing.begin(pool, lambda: True)
    for _ in range(10 if plans else 0):
        weights = random.choice([0, 0, 0.5, 0.5, 1], narrowing.master.number())
        monkeypatch.setattr(narrowing.master, "weights", lambda now=weights: now)
        narrowing.add_halves()
    for number, half in enumerate(narrowing.halves.all):
        amounts = narrowing.halves.amounts(pool, number, {})
        for plan in plans:
            taken = [places[each] for each in routes_in(routes, plan)]
            assert amounts[taken].sum() <= half.most


@pytest.mark.parametrize("seed", range(60))
def test_no_route_of_a_plan_as_good_falls_out(seed: int) -> None:
    instance = draw(seed)
    routes = make_routes(instance)
    plans = valid_plans(instance)
    search = RouteSearch(routes, 1)
    if not plans or not search.of_tiers:
        return
    best = max(check(instance, plan).tiers[0] for plan in plans)
    with Crew(routes, 1) as crew:
        relaxation, columns = Relaxation(routes, search.tiers[0], [], crew), Columns(routes)
        relaxation.run_lines(columns, best - 10, lambda: True)
        pool = list_all(relaxation, columns, best)
        narrowing = Narrowing(relaxation, columns, pool, best, Halves())
        assert narrowing.begin(pool, lambda: True)
        narrowing.run(0, lambda: True)
    left = places_of(routes, narrowing.pool).keys()
    likely = places_of(routes, narrowing.likely(len(left), search.random)).keys()
    assert likely == left
    for plan in plans:
        if check(instance, plan).tiers[0] == best:
            assert routes_in(routes, plan) <= left


def test_whole_routes_prove_what_lines_over_stays_cannot() -> None:
    routes = make_routes(make_roulatie(replace(SIZES["middel"], per_week=True), 4))
    search = RouteSearch(routes, 1)
    with Crew(routes, 1) as crew:
        relaxation, columns = Relaxation(routes, search.tiers[0], [], crew), Columns(routes)
        relaxation.run_lines(columns, 0, lambda: True)
        target = relaxation.bound()
        pool = list_all(relaxation, columns, target)
        narrowing = Narrowing(relaxation, columns, pool, target, Halves())
        assert narrowing.begin(pool.take(np.arange(1)), lambda: True)
        assert len(narrowing.pool.units) > 0
        narrowing.run(0, lambda: True)
    assert len(narrowing.pool.units) == 0


def test_a_few_likely_routes_are_of_every_unit_and_those_that_are_known() -> None:
    routes = make_routes(make_roulatie(SIZES["klein"], 1))
    search = RouteSearch(routes, 1)
    with Crew(routes, 2) as crew:
        relaxation, columns = Relaxation(routes, search.tiers[0], [], crew), Columns(routes)
        relaxation.run_lines(columns, 0, lambda: True)
        pool = list_all(relaxation, columns, relaxation.bound() - 30)
        narrowing = Narrowing(relaxation, columns, pool, relaxation.bound() - 30, Halves())
        narrowing.begin(pool.take(np.arange(1)), lambda: True)
    few = len(narrowing.known.units) + routes.shape[0]
    likely = narrowing.likely(few, search.random)
    assert len(likely.units) == few < len(narrowing.pool.units)
    assert set(likely.units.tolist()) == set(range(routes.shape[0]))


def sums_of(odd: list[list[int]], parity: list[int], unit: list[int]) -> dict[tuple[int, ...], float]:
    """What sums of such lines lose, by their lines and units; every route has half a weight."""
    rows = Rows(
        np.array(odd) == 1,
        np.array(parity, dtype=np.int64),
        np.zeros(len(odd)),
        np.array(unit, dtype=np.int64),
        np.full(len(unit), 0.5),
    )
    found = find_sums(rows, max(unit) + 1)
    return {
        (*lines[lines >= 0].tolist(), -1, *np.flatnonzero(units).tolist()): lost
        for lines, units, lost in zip(found.lines, found.units, found.lost.tolist(), strict=True)
    }


def test_three_lines_that_hold_each_two_of_three_lose_nothing() -> None:
    pairs = [[1, 0, 1, 0, 0, 0], [0, 0, 1, 0, 1, 0], [1, 0, 0, 0, 1, 0]]
    units = [0, 0, 1, 1, 2, 2]
    lost = sums_of(pairs, [1, 1, 1], units)
    assert lost[(0, 1, 2, -1)] == 0.0
    assert (0, -1) not in lost
    # Where one of them allows an even number nothing is rounded.
    assert not any(each[:3] == (0, 1, 2) for each in sums_of(pairs, [1, 1, 0], units))


def test_halves_are_kept_with_those_they_are_made_of() -> None:
    halves, nothing = Halves(), np.zeros(2, dtype=np.int64)
    for place, of in enumerate([(), (), (0,), (2,), (1,)]):
        assert halves.add(Half(nothing + place, nothing, of, place))
    assert not halves.add(Half(nothing + 1, nothing, (), 1))
    kept = halves.only({3})
    assert [(half.most, half.halves) for half in kept.all] == [(0, ()), (2, (0,)), (3, (1,))]

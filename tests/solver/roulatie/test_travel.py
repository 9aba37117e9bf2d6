"""Who travels most: which routes stay within a limit, and what the least limit is."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from solver.bench.roulatie import SIZES, make_roulatie
from solver.budget import Budget, Stopwatch
from solver.result import Status
from solver.roulatie.beleid import Beleid, Tier
from solver.roulatie.check import check
from solver.roulatie.plan import Plan
from solver.roulatie.routes.bound import Relaxation
from solver.roulatie.routes.choose import RouteSearch
from solver.roulatie.routes.columns import Columns
from solver.roulatie.routes.crew import Crew
from solver.roulatie.routes.kernel import best_route
from solver.roulatie.routes.start import start
from solver.roulatie.routes.tables import make_room, make_routes
from solver.roulatie.routes.travel import Travel
from solver.roulatie.solve import solve
from solver.roulatie.wishes import reizen
from tests.solver.roulatie.small_roulaties import draw, valid_plans
from tests.solver.roulatie.test_routes import routes_of

BUDGET = Budget(seconds=20, workers=1)
LAST = Tier(name="reizen", gewichten={"reizen": 2})


@pytest.mark.parametrize("seed", range(40))
def test_points_of_routes_are_those_of_the_plan(seed: int) -> None:
    instance = draw(seed)
    routes = make_routes(instance)
    travel = Travel(routes, 3)
    for plan in valid_plans(instance):
        taken = np.zeros(routes.shape[:2], dtype=np.int64)
        for unit, route in enumerate(routes_of(routes, plan)):
            taken[unit, : len(route)] = route
        assert travel.points(travel.most(taken)) == 3 * reizen.value(Plan(instance, plan))
        assert travel.most(taken) >= travel.least()
        assert travel.most(taken) % travel.step() == 0


@pytest.mark.parametrize("seed", range(40))
def test_within_a_limit_are_the_routes_that_keep_it(seed: int) -> None:
    routes = make_routes(draw(seed))
    travel, random = Travel(routes, 1), np.random.default_rng(seed)
    limit = int(random.integers(0, 2 * travel.least() + 20))
    within = travel.within(routes, limit)
    room = make_room(routes)
    route = np.zeros(routes.shape[1], dtype=np.int64)
    for unit in range(routes.shape[0]):
        gain = np.zeros(len(routes.units[unit].bits), dtype=np.int64)
        for each in product(range(routes.shape[2]), repeat=int(routes.tables.blocks[unit])):
            price = np.full(routes.shape[1:], -1000, dtype=np.int64)
            first = 0
            for block, plek in enumerate(each):
                if block + 1 == len(each) or each[block + 1] != plek:
                    if block - first < routes.shape[3]:
                        price[first, plek, block - first] = 1
                    first = block + 1
            value, _ = best_route(routes.tables, unit, price, gain, 10_000, room, route)
            if value <= 0 or (route[: len(each)] != each).any():
                continue
            found, _ = best_route(within.tables, unit, price, gain, 10_000, room, route)
            is_kept = found > 0 and (route[: len(each)] == each).all()
            assert is_kept == travel.keeps(unit, np.array(each), limit)


def test_where_nobody_can_keep_the_limit_there_is_no_plan() -> None:
    routes = make_routes(make_roulatie(SIZES["klein"], 1))
    search = RouteSearch(routes, 1)
    travel = Travel(routes, 1)
    with Crew(routes, 2) as crew:
        columns, relaxation = Columns(routes), Relaxation(routes, search.tiers[0], [], crew)
        relaxation.run_lines(columns, 0, lambda: True)
        routes = columns.routes
        within = Relaxation(travel.within(routes, travel.least() - 1), search.tiers[0], [], crew)
        within.begin(relaxation)
        assert within.bound() < 0
        enough = Relaxation(travel.within(routes, travel.ceiling), search.tiers[0], [], crew)
        enough.begin(relaxation)
        assert enough.bound() == relaxation.bound()


@pytest.mark.parametrize("seed", range(60))
def test_routes_prove_what_brute_force_finds(seed: int) -> None:
    drawn = draw(seed)
    tiers = (Tier(name="voorkeur", gewichten={"voorkeur": 1, "dekking": 1}), LAST)
    instance = replace(drawn, beleid=replace(drawn.beleid, tiers=tiers))
    plans = valid_plans(instance)
    best = max((check(instance, plan).tiers for plan in plans), default=None)
    found = start(instance, BUDGET, Stopwatch(BUDGET))
    if best is not None:
        assert all(bound >= value for bound, value in zip(found.bounds[:1], best, strict=False))
        if found.solution is not None and not check(instance, found.solution).violations:
            reached = check(instance, found.solution).tiers
            if reached[0] == best[0] and len(found.bounds) == len(tiers):
                assert reached[1] <= best[1] <= found.bounds[1]
    result = solve(instance, BUDGET)
    assert (result.solution is None) == (best is None)
    if best is not None:
        assert tuple(tier.value for tier in result.tiers) == best


def test_routes_prove_reizen_without_a_model_of_all_rules() -> None:
    drawn = make_roulatie(SIZES["klein"], 3)
    standard = Beleid().tiers[:2]
    instance = replace(drawn, beleid=replace(drawn.beleid, tiers=(*standard, LAST)))
    found = start(instance, BUDGET, Stopwatch(BUDGET))
    assert found.solution is not None
    assert list(check(instance, found.solution).tiers) == found.bounds
    assert solve(instance, BUDGET).status is Status.OPTIMAL

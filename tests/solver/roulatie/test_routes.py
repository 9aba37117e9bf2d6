"""What routes say never forbids a valid plan, and what they bound is never too low."""

from dataclasses import replace

import numpy as np
import pytest

from solver.bench.roulatie import SIZES, make_roulatie
from solver.bench.uitval import make_uitval
from solver.budget import Budget, Progress, Stopwatch
from solver.result import Status
from solver.roulatie.check import check
from solver.roulatie.instance import Instance
from solver.roulatie.plan import Plan
from solver.roulatie.plan_rules.wijzigingen import changes
from solver.roulatie.routes import tables
from solver.roulatie.routes.ahead import NONE
from solver.roulatie.routes.bound import Relaxation
from solver.roulatie.routes.choose import RouteSearch
from solver.roulatie.routes.columns import Columns
from solver.roulatie.routes.crew import Crew
from solver.roulatie.routes.kernel import best_route
from solver.roulatie.routes.points import worth_of
from solver.roulatie.routes.search import State, points_of, use
from solver.roulatie.routes.start import start
from solver.roulatie.routes.tables import Routes, make_room, make_routes
from solver.roulatie.solution import Solution
from solver.roulatie.solve import solve
from tests.solver.roulatie.small_roulaties import cells, draw, make_deelnemer, make_instance, valid_plans

NODES = 10_000


def routes_of(routes: Routes, plan: Solution) -> list[list[int]]:
    """The places of the plekken of each unit in a plan."""
    at = {(cel.deelnemer, cel.blok): cel.plek for cel in plan.cellen}
    place = {plek.id: number for number, plek in enumerate(routes.instance.plekken)}
    return [[place[at[unit.members[0].id, blok.id]] for blok in unit.blokken] for unit in routes.units]


def only(routes: Routes, unit: int, route: list[int]) -> tuple[int, int]:
    """Where one route has a price above all others: what the best one is worth, and what that route is."""
    price = np.full(routes.shape[1:], -1000, dtype=np.int64)
    begin = 0
    for block in range(len(route)):
        if block == len(route) - 1 or route[block + 1] != route[block]:
            if block - begin < routes.shape[3]:
                price[begin, route[block], block - begin] = 1000 * (block - begin + 1)
            begin = block + 1
    written = np.zeros(routes.shape[1], dtype=np.int64)
    gain = np.zeros(len(routes.units[unit].bits), dtype=np.int64)
    found, most = best_route(routes.tables, unit, price, gain, NODES, make_room(routes), written)
    assert found in {NONE, most}
    return found, 1000 * len(route)


@pytest.mark.parametrize("seed", range(60))
def test_every_valid_plan_is_made_of_routes_that_keep_all_lines(seed: int) -> None:
    instance = draw(seed)
    routes = make_routes(instance)
    _, _, plekken, longest = routes.shape
    for plan in valid_plans(instance)[:8]:
        used = np.zeros(len(routes.uses.most), dtype=np.int64)
        state = State(np.zeros(routes.shape[:2], dtype=np.int64), used, used.copy())
        for unit, route in enumerate(routes_of(routes, plan)):
            found, worth = only(routes, unit, route)
            assert found == worth
            state.route[unit, : len(route)] = route
            use(routes.uses, state, unit, len(route), longest, plekken, 1)
        assert (used <= routes.uses.most).all()


def test_a_route_that_breaks_a_rule_of_its_own_is_not_found() -> None:
    routes = make_routes(make_instance(deelnemers=(make_deelnemer(1, van_week=2), make_deelnemer(2))))
    assert only(routes, 0, [0, 1])[0] == 2000
    herhaling = make_routes(make_instance(beleid=type(make_instance().beleid)(max_blokken=1)))
    assert only(herhaling, 0, [0, 1, 0])[0] == NONE


@pytest.mark.parametrize("seed", range(60))
def test_no_bound_of_routes_lies_below_the_best_there_is(seed: int) -> None:
    instance = draw(seed)
    best = max((check(instance, plan).tiers for plan in valid_plans(instance)), default=None)
    budget = Budget(seconds=5, workers=1)
    found = start(instance, budget, Stopwatch(budget))
    if best is not None:
        assert all(bound >= value for bound, value in zip(found.bounds[:1], best, strict=False))
        routes = make_routes(instance)
        search = RouteSearch(routes, 1)
        for place, worth in enumerate(search.tiers if search.of_tiers else []):
            floors = list(zip(search.tiers[:place], best, strict=False))
            with Crew(routes, 1) as crew:
                relaxation = Relaxation(routes, worth, floors, crew)
                # A target below the best keeps it looking.
                below = best[place] - 10 * worth.step()
                relaxation.run_lines(Columns(routes), below, lambda: True)
                assert relaxation.bound() >= best[place]


@pytest.mark.parametrize("seed", [1, 2])
def test_prices_of_lines_and_covers_prove_a_best_plan(seed: int) -> None:
    instance = make_roulatie(replace(SIZES["klein"], per_week=True), seed)
    best = solve(instance, Budget(seconds=20, workers=1)).value
    routes = make_routes(instance)
    worth = worth_of(instance.beleid.tiers[0], routes.units, routes.shape)
    with Crew(routes, 2) as crew:
        columns, relaxation = Columns(routes), Relaxation(routes, worth, [], crew)
        assert relaxation.bound() > best
        relaxation.run_lines(columns, best, lambda: len(columns.routes.uses.most) == len(routes.uses.most))
        assert relaxation.bound() > best
        relaxation.run_lines(columns, best, lambda: True)
        assert relaxation.bound() == best


def test_more_goals_than_the_table_follows_are_counted_exactly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_BITS", 6)
    instance = make_roulatie(SIZES["middel"], 1)
    routes = make_routes(instance)
    worth = worth_of(instance.beleid.tiers[0], routes.units, routes.shape)
    pair = next(place for place, unit in enumerate(routes.units) if len(unit.members) > 1)
    assert len(routes.units[pair].bits) > routes.tables.bits[pair]
    route = np.zeros(routes.shape[1], dtype=np.int64)
    price = np.zeros(routes.shape[1:], dtype=np.int64)
    found, most = best_route(routes.tables, pair, price, worth.gain[pair], 1 << 40, make_room(routes), route)
    assert found == most == points_of(routes.tables, 0 * worth.value, worth.gain, pair, route)


def test_people_who_stay_together_are_one() -> None:
    routes = make_routes(make_instance(samen=frozenset({(1, 2)})))
    assert [len(unit.members) for unit in routes.units] == [2]
    result = solve(make_instance(samen=frozenset({(1, 2)})), Budget(seconds=5, workers=1))
    assert result.status is Status.OPTIMAL


def changed(instance: Instance, solution: Solution) -> tuple[int, int]:
    """Cells and people that change."""
    found = changes(Plan(instance, solution))
    return len(found), len({deelnemer for deelnemer, _ in found})


@pytest.mark.parametrize("size", ["klein", "middel"])
@pytest.mark.parametrize("seed", [1, 2])
def test_after_somebody_drops_out_little_changes(size: str, seed: int) -> None:
    instance = make_uitval(SIZES[size], seed)
    told: list[Progress] = []
    result = solve(instance, Budget(seconds=3, workers=1, on_progress=told.append))
    assert result.solution is not None
    assert told[0].seconds < 2
    assert result.value >= told[0].value
    cellen, mensen = changed(instance, result.solution)
    assert cellen <= (instance.max_cellen or 0)
    assert mensen <= (instance.max_mensen or 0)
    assert set(instance.vast) <= set(result.solution.cellen)


def test_with_a_limit_of_moves_a_start_repeats() -> None:
    instance = make_uitval(SIZES["middel"], 1)
    budget = Budget(seconds=60, workers=1, moves=0.5)
    first, second = (start(instance, budget, Stopwatch(budget)) for _ in range(2))
    assert first == second


def test_who_is_told_to_stop_gives_what_there_is() -> None:
    instance = make_instance(vorige=cells("112", "221").cellen)
    result = solve(instance, Budget(seconds=30, workers=1, cancelled=lambda: True))
    assert result.status is Status.FEASIBLE
    assert result.seconds < 1

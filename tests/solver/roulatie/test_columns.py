"""Routes as columns: what follows from lines forbids no plan, and no stay of a better one is left out."""

from dataclasses import replace
from itertools import groupby

import numpy as np
import pytest

from solver.bench.roulatie import SIZES, make_roulatie
from solver.budget import Budget, Stopwatch
from solver.roulatie.check import check
from solver.roulatie.instance import Blok
from solver.roulatie.routes import covers
from solver.roulatie.routes.ahead import NONE, look_ahead
from solver.roulatie.routes.bound import Relaxation
from solver.roulatie.routes.choose import RouteSearch
from solver.roulatie.routes.columns import Columns
from solver.roulatie.routes.covers import Cover, Covers, add_covers, count_in_steps
from solver.roulatie.routes.crew import Crew
from solver.roulatie.routes.dive import Dive
from solver.roulatie.routes.halves import Halves
from solver.roulatie.routes.kernel import LONG_SEARCH, best_route
from solver.roulatie.routes.master import Master
from solver.roulatie.routes.pick import pick
from solver.roulatie.routes.start import start
from solver.roulatie.routes.tables import Routes, make_room, make_routes
from solver.roulatie.solution import Solution
from tests.solver.roulatie.small_roulaties import draw, make_deelnemer, make_instance, make_plek, valid_plans
from tests.solver.roulatie.test_routes import routes_of

TIGHT = replace(SIZES["klein"], per_week=True)
BUDGET = Budget(seconds=10, workers=1)


def stays_of(routes: Routes, unit: int, route: list[int]) -> list[int]:
    """The numbers of the stays of a route."""
    _, blocks, plekken, longest = routes.shape
    stays: list[int] = []
    for plek, rows in groupby(enumerate(route), key=lambda each: each[1]):
        own = [block for block, _ in rows]
        stays.append(((unit * blocks + own[0]) * plekken + plek) * longest + len(own) - 1)
    return stays


def stays_in(routes: Routes, plan: Solution) -> list[int]:
    """The numbers of all stays of a plan."""
    return [
        stay for unit, route in enumerate(routes_of(routes, plan)) for stay in stays_of(routes, unit, route)
    ]


@pytest.mark.parametrize("seed", range(60))
def test_no_valid_plan_passes_a_cover(seed: int) -> None:
    instance = draw(seed)
    routes = make_routes(instance)
    random = np.random.default_rng(seed)
    units, blocks, plekken, longest = routes.shape
    plans = valid_plans(instance)
    finder = Covers(routes)
    for _ in range(20):
        for cover in finder.find(random.random(units * blocks * plekken * longest)):
            amount = dict(zip(cover.stays.tolist(), cover.amounts.tolist(), strict=True))
            for plan in plans:
                assert sum(amount.get(stay, 0) for stay in stays_in(routes, plan)) <= cover.most


def test_a_cover_is_found_where_parts_of_people_fit_and_people_do_not() -> None:
    routes = make_routes(make_roulatie(TIGHT, 1))
    worth = RouteSearch(routes, 1).tiers[0]
    with Crew(routes, 1) as crew:
        columns, relaxation = Columns(routes), Relaxation(routes, worth, [], crew)
        relaxation.run_lines(columns, 0, lambda: len(columns.routes.uses.most) == len(routes.uses.most))
    uses = columns.routes.uses
    new = slice(len(routes.uses.most), None)
    assert len(uses.most[new]) > 0
    for unit, route, (lines, amounts) in zip(columns.units, columns.plekken, columns.uses, strict=True):
        used = np.zeros(len(uses.most), dtype=np.int64)
        own = int(routes.tables.blocks[unit])
        for stay in stays_of(routes, unit, route[:own].tolist()):
            for at in range(uses.begin[stay], uses.begin[stay + 1]):
                used[uses.line[at]] += uses.amount[at]
        assert (used[lines] == amounts).all()
        assert used.sum() == amounts.sum()


@pytest.mark.parametrize("seed", range(60))
def test_no_valid_plan_passes_half_of_a_sum(seed: int) -> None:
    instance = draw(seed)
    routes = make_routes(instance)
    random = np.random.default_rng(seed)
    plans = [stays_in(routes, plan) for plan in valid_plans(instance)]
    for _ in range(20):
        weights = random.choice([0, 0, 0.5, 0.5, 1], len(routes.uses.begin) - 1)
        for half in Halves(routes, weights).find():
            amount = dict(zip(half.stays.tolist(), half.amounts.tolist(), strict=True))
            for stays in plans:
                assert sum(amount.get(stay, 0) for stay in stays) <= half.most


def test_half_of_a_sum_is_found_where_three_lines_hold_each_two_of_three_people() -> None:
    people = tuple(make_deelnemer(each) for each in (1, 2, 3))
    block = (Blok(id=0, van_week=0, tot_week=2),)
    routes = make_routes(make_instance(blokken=block, deelnemers=people, plekken=(make_plek(1, maximum=3),)))
    stays = np.array([[0, 1], [1, 2], [0, 2]], dtype=np.int64)
    pairs = [Cover(1, each, np.ones(2, dtype=np.int64)) for each in stays]
    found = Halves(add_covers(routes, pairs), np.full(len(routes.uses.begin) - 1, 0.5)).find()
    three = [each for each in found if each.stays.tolist() == [0, 1, 2]]
    assert [(each.most, each.amounts.tolist()) for each in three] == [(1, [1, 1, 1])]


def test_a_line_is_counted_in_steps_and_rounded() -> None:
    most, amounts = count_in_steps(400, np.array([60, 120, 240, 300], dtype=np.int64), 120)
    # 3 steps fit and 40 are over: 60 is more than that by 20 of the 80 that a step has beside them.
    assert (most, amounts.tolist()) == (12, [1, 4, 8, 9])


def test_lines_that_are_added_stand_after_the_others() -> None:
    routes = make_routes(make_roulatie(TIGHT, 2))
    more = add_covers(routes, Covers(routes).find(np.ones(len(routes.uses.begin) - 1))).uses
    before = routes.uses
    number = len(before.most)
    assert (more.most[:number] == before.most).all()
    old = more.line < number
    assert (more.line[old] == before.line).all()
    assert (more.amount[old] == before.amount).all()
    assert len(more.most) > number


def test_a_cover_that_was_one_too_many_is_found_the_next_time(monkeypatch: pytest.MonkeyPatch) -> None:
    routes = make_routes(make_roulatie(TIGHT, 2))
    everywhere = np.ones(len(routes.uses.begin) - 1)
    everyone = Covers(routes).find(everywhere)
    monkeypatch.setattr(covers, "MOST_AT_ONCE", 1)
    few = Covers(routes)
    found = {each.key() for _ in everyone for each in few.find(everywhere)}
    assert len(everyone) > 1
    assert found == {each.key() for each in everyone}


@pytest.mark.parametrize("seed", range(40))
def test_tolls_change_no_best_route(seed: int) -> None:
    routes = make_routes(draw(seed))
    random = np.random.default_rng(seed)
    for unit in range(routes.shape[0]):
        price = random.integers(-50, 200, routes.shape[1:]).astype(np.int64)
        gain = random.integers(0, 50, len(routes.units[unit].bits)).astype(np.int64)
        route = np.zeros(routes.shape[1], dtype=np.int64)
        room = make_room(routes)
        short = best_route(routes.tables, unit, price, gain, LONG_SEARCH - 1, room, route)
        long = best_route(routes.tables, unit, price, gain, 1 << 20, room, route)
        again = best_route(routes.tables, unit, price, gain, 1 << 20, room, route)
        assert short == long == again
        assert long[0] in {NONE, long[1]}


def test_after_a_search_that_ends_too_soon_the_table_is_of_the_tolls_that_are_left() -> None:
    routes = make_routes(make_roulatie(SIZES["groot"], 1))
    random = np.random.default_rng(1)
    room, missed = make_room(routes), 0
    for unit in range(routes.shape[0]):
        gain = np.zeros(len(routes.units[unit].bits), dtype=np.int64)
        route = np.zeros(routes.shape[1], dtype=np.int64)
        for _ in range(12):
            price = random.integers(0, 200, routes.shape[1:]).astype(np.int64)
            found, most = best_route(routes.tables, unit, price, gain, LONG_SEARCH + 1, room, route)
            missed += found < most
            before = room.best.copy()
            look_ahead(routes.tables, unit, price, gain, room)
            assert (room.best == before).all()
    assert missed > 0


@pytest.mark.parametrize("seed", range(60))
def test_no_stay_of_a_plan_as_good_is_left_out(seed: int) -> None:
    instance = draw(seed)
    found = start(instance, BUDGET, Stopwatch(BUDGET))
    for plan in valid_plans(instance):
        tiers = check(instance, plan).tiers
        at = {(cel.deelnemer, cel.blok): cel.plek for cel in plan.cellen}
        for stays in found.stays.values():
            if all(value >= reached for value, reached in zip(tiers, stays.reached, strict=False)):
                for deelnemer, plek, first, number in stays.left_out:
                    own = [blok.id for blok in instance.blokken if (deelnemer, blok.id) in at]
                    begin = own.index(first)
                    here = [at[deelnemer, blok] == plek for blok in own]
                    is_stay = all(here[begin : begin + number]) and len(here) >= begin + number
                    is_stay = is_stay and not any(here[max(0, begin - 1) : begin])
                    assert not is_stay or any(here[begin + number : begin + number + 1])


def test_a_dive_ends_in_a_plan_that_keeps_all_lines() -> None:
    routes = make_routes(make_roulatie(SIZES["klein"], 1))
    search = RouteSearch(routes, 1)
    with Crew(routes, 1) as crew:
        columns, relaxation = Columns(routes), Relaxation(routes, search.tiers[0], [], crew)
        relaxation.run_lines(columns, 0, lambda: True)
        master = Master(columns.routes, search.tiers[0], [])
        random = np.random.default_rng(1)
        plans = [Dive(relaxation, master, columns, 0).run(random, lambda: True) for _ in range(5)]
        assert any(plan is not None and search.take(plan) for plan in plans)
        assert search.value is not None
        too_high = relaxation.bound() + 1
        assert Dive(relaxation, master, columns, too_high).run(random, lambda: True) is None


def test_of_known_routes_the_best_plan_is_picked_or_none_is_said_to_be() -> None:
    instance = make_roulatie(SIZES["klein"], 2)
    routes = make_routes(instance)
    search = RouteSearch(routes, 1)
    search.begin()
    search.run(0, lambda: search.value is None, lambda _: None)
    assert search.value is not None
    reached, worth = search.value[0], search.tiers[0]
    columns = Columns(routes)
    assert columns.add_plan(search.best) == routes.shape[0]
    assert columns.add_plan(search.best) == 0
    plan, most = pick(columns, worth, [], search.best, BUDGET)
    assert plan is not None
    assert (plan == search.best).all()
    assert most == reached
    none, most = pick(columns, search.tiers[1], [(worth, reached + 1)], search.best, BUDGET)
    assert none is None
    assert most is not None
    assert most < 0

"""A filling of a plek keeps its lines, and none is worth more: held to all there are."""

from itertools import product

import numpy as np
import pytest

from solver.arrays import IntArray
from solver.bench.roulatie import SIZES, make_roulatie
from solver.roulatie.routes import filling, tables
from solver.roulatie.routes.filling import Shelf, fill
from solver.roulatie.routes.kernel import best_route
from solver.roulatie.routes.points import worth_of
from solver.roulatie.routes.search import total_of
from solver.roulatie.routes.shelves import Filler, Shelves
from solver.roulatie.routes.tables import make_room, make_routes

WORTHY = 11
MANY = 60


def used(shelf: Shelf, chosen: IntArray) -> IntArray:
    """What a filling uses of each row."""
    stay = np.repeat(np.arange(len(shelf.stay)), np.diff(shelf.begin))
    return np.bincount(shelf.row, weights=shelf.amount * chosen[stay], minlength=len(shelf.most)).astype(
        np.int64
    )


def best_of_all(shelf: Shelf, worth: IntArray) -> int:
    """The worth of the best filling, of all that keep the rows."""
    some = np.flatnonzero(worth)
    best = 0
    for choice in product((0, 1), repeat=len(some)):
        chosen = np.zeros(len(worth), dtype=np.int64)
        chosen[some] = choice
        if (used(shelf, chosen) <= shelf.most).all():
            best = max(best, int(worth @ chosen))
    return best


def draw_worth(filler: Filler, random: np.random.Generator, most: int) -> IntArray:
    """At most so many stays are worth something."""
    worth = np.zeros(len(filler.filling), dtype=np.int64)
    some = random.choice(len(worth), size=min(most, len(worth)), replace=False)
    worth[some] = random.integers(1, 1000, size=len(some))
    return worth


@pytest.mark.parametrize("seed", range(6))
def test_no_filling_is_worth_more_than_the_best_one_found(seed: int) -> None:
    shelves = Shelves(make_routes(make_roulatie(SIZES["klein"], seed)))
    random = np.random.default_rng(seed)
    assert shelves.fillers
    for filler in shelves.fillers:
        for has_duals in (True, False):
            worth = draw_worth(filler, random, WORTHY)
            if has_duals:
                filler.set_prices(worth)
            else:
                filler.price = random.integers(0, 50, size=len(filler.price))
            found = fill(filler.shelf, shelves.layers, worth, filler.price, filler.filling)
            assert found == best_of_all(filler.shelf, worth) == worth @ filler.filling
            assert (used(filler.shelf, filler.filling) <= filler.shelf.most).all()


@pytest.mark.parametrize("seed", range(3))
def test_a_search_that_is_cut_off_still_says_what_a_filling_is_worth_at_most(seed: int) -> None:
    routes = make_routes(make_roulatie(SIZES["middel"], seed))
    whole, narrow = Shelves(routes), Shelves(routes)
    few = narrow.layers._replace(lost=narrow.layers.lost[:, :3].copy())
    random = np.random.default_rng(seed)
    is_cut_off = False
    for filler, other in zip(whole.fillers, narrow.fillers, strict=True):
        worth = draw_worth(filler, random, MANY)
        filler.set_prices(worth)
        other.set_prices(worth)
        exact = fill(filler.shelf, whole.layers, worth, filler.price, filler.filling)
        assert whole.layers.missed[0] == filling.NONE
        assert exact == worth @ filler.filling
        found = fill(other.shelf, few, worth, other.price, other.filling)
        assert found >= exact
        is_cut_off |= few.missed[0] < filling.NONE
    assert is_cut_off


def test_more_goals_than_the_table_follows_are_counted_exactly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_BITS", 6)
    instance = make_roulatie(SIZES["middel"], 1)
    routes = make_routes(instance)
    worth = worth_of(instance.beleid.tiers[0], routes.units, routes.shape)
    pair = next(place for place, unit in enumerate(routes.units) if len(unit.members) > 1)
    assert len(routes.units[pair].bits) > routes.tables.bits[pair]
    route = np.zeros((len(routes.units), routes.shape[1]), dtype=np.int64)
    price = np.zeros(routes.shape[1:], dtype=np.int64)
    found, most = best_route(
        routes.tables, pair, price, worth.gain[pair], 1 << 40, make_room(routes), route[pair]
    )
    alone = worth.gain.copy()
    alone[[each for each in range(len(route)) if each != pair]] = 0
    assert found == most == total_of(routes.tables, 0 * worth.value, alone, route)


def test_of_more_people_than_a_search_can_hold_a_filling_is_not_said_to_be_worth_less() -> None:
    people = filling.MOST_PEOPLE + 2
    ones, none = np.ones(people, dtype=np.int64), np.zeros(people, dtype=np.int64)
    shelf = Shelf(
        stay=np.arange(people),
        first=np.array([0, people]),
        last=none,
        begin=np.arange(people + 1),
        row=none,
        amount=ones,
        rows=np.array([0, 1]),
        most=np.array([people - 1]),
    )
    found = fill(shelf, filling.make_layers(1, people, 1), ones, np.zeros(1, dtype=np.int64), none.copy())
    assert found >= people - 1

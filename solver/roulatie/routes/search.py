"""A plan by choosing route after route anew, for prices on what is too full that rise while it is."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from solver.arrays import IntArray, MediumArray, ShortArray
from solver.compiled import compiled
from solver.roulatie.routes.ahead import Room, Tables
from solver.roulatie.routes.kernel import best_route
from solver.roulatie.routes.lines import Uses

MOST_NODES = 500
FAR = 1 << 50


class Kept(NamedTuple):
    """The published plek of each own block (-1: none that can stay), people of a unit; their line, or -1."""

    plek: IntArray
    people: IntArray
    line: int


class State(NamedTuple):
    """A route for each unit (a plek for each own block), what they use of the lines, and prices of these."""

    route: IntArray
    used: IntArray
    price: IntArray


@compiled
def use(uses: Uses, state: State, unit: int, blocks: int, longest: int, plekken: int, sign: int) -> None:
    """Count the stays of a route in, or out."""
    route = state.route[unit]
    most = state.route.shape[1]
    block = 0
    while block < blocks:
        end = block + 1
        while end < blocks and route[end] == route[block]:
            end += 1
        stay = ((unit * most + block) * plekken + route[block]) * longest + end - block - 1
        for at in range(uses.begin[stay], uses.begin[stay + 1]):
            state.used[uses.line[at]] += sign * uses.amount[at]
        block = end


@compiled
def points_of(
    tables: Tables, value: IntArray, gain: IntArray, unit: int, route: IntArray | ShortArray
) -> int:
    """What a route of a unit is worth."""
    total = mask = 0
    for block in range(tables.blocks[unit]):
        total += value[unit, block, route[block]]
        mask |= tables.teaches[unit, block, route[block]]
        for bit in range(gain.shape[1]):
            if mask >> bit & 1:
                total += gain[unit, bit]
    return total


@compiled
def points_of_each(
    tables: Tables, value: IntArray, gain: IntArray, units: IntArray, routes: ShortArray
) -> IntArray:
    """What each route of a unit is worth."""
    points = np.zeros(len(units), dtype=np.int64)
    for place in range(len(units)):
        points[place] = points_of(tables, value, gain, units[place], routes[place])
    return points


@compiled
def stays_of_each(
    tables: Tables, units: IntArray, routes: ShortArray, plekken: int, longest: int
) -> MediumArray:
    """The stays of each route of a unit by their numbers; the number past the last fills up."""
    blocks = routes.shape[1]
    stays: MediumArray = np.full(
        routes.shape, tables.blocks.shape[0] * blocks * plekken * longest, dtype=np.int32
    )
    for place in range(len(units)):
        own, route = tables.blocks[units[place]], routes[place]
        block = number = 0
        while block < own:
            end = block + 1
            while end < own and route[end] == route[block]:
                end += 1
            stay = ((units[place] * blocks + block) * plekken + route[block]) * longest + end - block - 1
            stays[place, number] = stay
            block, number = end, number + 1
    return stays


@compiled
def total_of(tables: Tables, value: IntArray, gain: IntArray, routes: IntArray) -> int:
    """What the routes of all units are worth."""
    total = 0
    for unit in range(len(routes)):
        total += points_of(tables, value, gain, unit, routes[unit])
    return total


@compiled
def departs(kept: Kept, unit: int, blocks: int, route: IntArray) -> bool:
    """Whether a route changes what was published."""
    for block in range(blocks):
        if kept.plek[unit, block] >= 0 and kept.plek[unit, block] != route[block]:
            return True
    return False


@compiled
def fill_price(tables: Tables, uses: Uses, value: IntArray, state: State, unit: int, price: IntArray) -> None:
    """What each stay of a unit is worth less what it makes too full, while all others stay."""
    blocks, plekken, longest = price.shape
    own = tables.blocks[unit]
    for block in range(own):
        for plek in range(plekken):
            total = 0
            for length in range(min(longest, own - block)):
                total += value[unit, block + length, plek]
                cost = 0
                stay = ((unit * blocks + block) * plekken + plek) * longest + length
                for at in range(uses.begin[stay], uses.begin[stay + 1]):
                    line = uses.line[at]
                    over = state.used[line] - uses.most[line]
                    cost += state.price[line] * (max(0, over + uses.amount[at]) - max(0, over))
                price[block, plek, length] = total - cost


@compiled
def hold(kept: Kept, unit: int, blocks: int, price: IntArray) -> None:
    """Take so much from stays that depart from what was published that none is chosen that need not be."""
    for block in range(blocks):
        for plek in range(price.shape[1]):
            for length in range(min(price.shape[2], blocks - block)):
                for here in range(block, block + length + 1):
                    if kept.plek[unit, here] >= 0 and kept.plek[unit, here] != plek:
                        price[block, plek, length] -= FAR


@compiled
def sweep(
    tables: Tables,
    uses: Uses,
    kept: Kept,
    value: IntArray,
    gain: IntArray,
    state: State,
    order: IntArray,
    room: Room,
) -> int:
    """Choose the route of each unit of `order` anew while all others stay; gives how much is too full."""
    blocks, plekken, longest = value.shape[1], value.shape[2], room.longest[0]
    price = np.zeros((blocks, plekken, longest), dtype=np.int64)
    other = np.zeros(blocks, dtype=np.int64)
    for unit in order:
        own, route = tables.blocks[unit], state.route[unit]
        use(uses, state, unit, own, longest, plekken, -1)
        if kept.line >= 0 and departs(kept, unit, own, route):
            state.used[kept.line] -= kept.people[unit]
        fill_price(tables, uses, value, state, unit, price)
        found, _ = best_route(tables, unit, price, gain[unit], MOST_NODES, room, route)
        if kept.line >= 0 and departs(kept, unit, own, route):
            over = state.used[kept.line] - uses.most[kept.line]
            more = max(0, over + kept.people[unit]) - max(0, over)
            hold(kept, unit, own, price)
            same, _ = best_route(tables, unit, price, gain[unit], MOST_NODES, room, other)
            if same > -FAR // 2 and same >= found - state.price[kept.line] * more:
                route[:] = other
            else:
                state.used[kept.line] += kept.people[unit]
        use(uses, state, unit, own, longest, plekken, 1)
    over = 0
    for line in range(len(uses.most)):
        over += max(0, state.used[line] - uses.most[line])
    return int(over)

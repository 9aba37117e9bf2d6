"""A plan by choosing route after route anew, for prices on what is too full that rise while it is."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from solver.arrays import IntArray
from solver.compiled import compiled
from solver.roulatie.routes.kernel import Room, Tables, best_route
from solver.roulatie.routes.lines import Uses

MOST_NODES = 500


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
def total_of(tables: Tables, value: IntArray, gain: IntArray, routes: IntArray) -> int:
    """What the routes of all units are worth."""
    total = 0
    for unit in range(len(routes)):
        mask = 0
        for block in range(tables.blocks[unit]):
            total += value[unit, block, routes[unit, block]]
            mask |= tables.teaches[unit, block, routes[unit, block]]
            for bit in range(gain.shape[1]):
                if mask >> bit & 1:
                    total += gain[unit, bit]
    return total


@compiled
def sweep(
    tables: Tables,
    uses: Uses,
    value: IntArray,
    gain: IntArray,
    state: State,
    order: IntArray,
    room: Room,
) -> int:
    """Choose the route of each unit of `order` anew while all others stay; gives how much is too full."""
    blocks, plekken, longest = value.shape[1], value.shape[2], room.longest[0]
    price = np.zeros((blocks, plekken, longest), dtype=np.int64)
    for turn in range(len(order)):
        unit = order[turn]
        own = tables.blocks[unit]
        use(uses, state, unit, own, longest, plekken, -1)
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
                        more = max(0, over + uses.amount[at]) - max(0, over)
                        cost += state.price[line] * more
                    price[block, plek, length] = total - cost
        best_route(tables, unit, price, gain[unit], MOST_NODES, room, state.route[unit])
        use(uses, state, unit, own, longest, plekken, 1)
    over = 0
    for line in range(len(uses.most)):
        over += max(0, state.used[line] - uses.most[line])
    return over

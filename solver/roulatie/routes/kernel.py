"""The best route of a unit for the prices of its stays, compiled.

A search over stays, in depth, that cuts off by what the rest can give at most (ahead.py). It looks first
among routes worth nearly what that table allows: there are few, and mostly one will do.
"""

from __future__ import annotations

from solver.arrays import IntArray
from solver.compiled import lean
from solver.roulatie.routes.ahead import (
    EVERY_BIT,
    NONE,
    Room,
    Tables,
    gained,
    gained_late,
    look_ahead,
    mask_after,
    rest_after,
    set_tolls,
)

FIRST_STEP = 128
WIDER = 4
MOST_BELOW = 1 << 57
# A search of fewer nodes is shorter than finding tolls for it.
LONG_SEARCH = 600


@lean
def has_weeks(tables: Tables, unit: int, depth: int, room: Room) -> bool:
    """Whether the stays so far leave enough weeks for everything agreed."""
    end = room.start[depth] + room.length[depth] + 1
    for goal in range(tables.need.shape[1]):
        if tables.need[unit, goal] > 0:
            weeks = tables.most_weeks[unit, end, goal]
            for earlier in range(depth + 1):
                begin = room.start[earlier]
                for block in range(begin, begin + room.length[earlier] + 1):
                    weeks += tables.weeks[unit, block, room.plek[earlier], goal]
            if weeks < tables.need[unit, goal]:
                return False
    return True


@lean
def count_stay(tables: Tables, depth: int, room: Room, sign: int) -> None:
    """Count the stay at a depth in, or out: blocks at the plek, and werkgevers."""
    plek = room.plek[depth]
    werkgever = tables.werkgever[plek]
    room.times[plek] += sign * (room.length[depth] + 1)
    before = room.visits[werkgever]
    room.visits[werkgever] += sign
    if before == 0 or room.visits[werkgever] == 0:
        room.kinds[0] += sign
    room.done[depth] = sign > 0


@lean
def turn_to_next(depth: int, blocks: int, longest: int, room: Room) -> None:
    """The next stay at a depth: longer, or at the next plek."""
    room.length[depth] += 1
    if room.length[depth] >= min(longest, blocks - room.start[depth]):
        room.plek[depth] += 1
        room.length[depth] = 0


@lean
def may_follow(tables: Tables, unit: int, depth: int, room: Room) -> bool:
    """Whether a stay may be chosen after the former ones, by what knows no bits nor weeks."""
    plek, length, block = room.plek[depth], room.length[depth], room.start[depth]
    if not tables.stay[unit, block, length] or room.times[plek] + length + 1 > tables.most[unit]:
        return False
    if depth > 0:
        former = room.plek[depth - 1]
        if former == plek or tables.rank[unit, plek] < tables.rank[unit, former]:
            return False
    is_new = room.visits[tables.werkgever[plek]] == 0
    left = tables.blocks[unit] - block - length - 1
    return bool(room.kinds[0] + is_new + left >= tables.werkgevers[unit])


@lean
def open_depth(depth: int, block: int, longest: int, room: Room) -> None:
    """Begin with the first stay at a depth."""
    room.start[depth] = block
    room.plek[depth], room.length[depth], room.done[depth] = -1, longest - 1, 0


@lean
def write_route(depth: int, room: Room, route: IntArray) -> None:
    """The plek of each block, from the stays."""
    for earlier in range(depth + 1):
        begin = room.start[earlier]
        for here in range(begin, begin + room.length[earlier] + 1):
            route[here] = room.plek[earlier]


@lean
def begin_routes(tables: Tables, unit: int, price: IntArray, room: Room) -> None:
    """Stand before the first stay."""
    blocks, plekken, longest = tables.blocks[unit], price.shape[1], price.shape[2]
    room.kinds[0], room.nodes[0] = 0, 0
    for place in range(plekken):
        room.times[place], room.visits[place] = 0, 0
    room.mask[0], room.value[0] = 0, 0
    # A first length past the last one, so that the first turn is to the first plek.
    open_depth(0, 0, blocks + longest, room)


@lean
def tolls_paid(unit: int, depth: int, room: Room) -> int:
    """What the stays so far paid."""
    total = 0
    for earlier in range(depth + 1):
        total += (room.length[earlier] + 1) * room.toll[unit, room.plek[earlier]]
    return total


@lean
def next_route(
    tables: Tables,
    unit: int,
    price: IntArray,
    gain: IntArray,
    limits: tuple[int, int],
    room: Room,
    depth: int,
) -> int:
    """Go on to a route that is worth more than the first limit, or until so many nodes as the second.

    Gives the depth of its last stay, or -1: there is none. What it is worth stands in `value` one deeper.
    """
    least, most_nodes = limits
    blocks, plekken, longest = tables.blocks[unit], price.shape[1], price.shape[2]
    known = (1 << tables.bits[unit]) - 1
    lowest = max(least, NONE // 2)
    for place in range(plekken):
        lowest -= tables.most[unit] * room.toll[unit, place]
    while depth >= 0 and room.nodes[0] <= most_nodes:
        if room.done[depth]:
            count_stay(tables, depth, room, -1)
        turn_to_next(depth, blocks, longest, room)
        if room.plek[depth] == plekken:
            depth -= 1
            continue
        block, plek, length = room.start[depth], room.plek[depth], room.length[depth]
        mask = -1
        if may_follow(tables, unit, depth, room):
            mask = mask_after(tables, unit, (block, plek, length), room.mask[depth], EVERY_BIT)
        if mask < 0:
            continue
        end, low = block + length + 1, mask & known
        value = room.value[depth] + price[block, plek, length] - (length + 1) * room.toll[unit, plek]
        value += gained(tables, unit, (block, plek, length), room.mask[depth], room)
        value += gained_late(tables, unit, (block, plek, length), room.mask[depth], gain)
        if value + rest_after(end, low, plek, room) <= lowest:
            continue
        room.nodes[0] += 1
        room.value[depth + 1] = value if end < blocks else value + tolls_paid(unit, depth, room)
        if not has_weeks(tables, unit, depth, room) or (end == blocks and room.value[depth + 1] <= least):
            continue
        if end == blocks:
            return depth
        count_stay(tables, depth, room, 1)
        depth += 1
        room.mask[depth] = mask
        open_depth(depth, end, blocks + longest, room)
    return -1


@lean
def search(
    tables: Tables,
    unit: int,
    price: IntArray,
    gain: IntArray,
    limits: tuple[int, int],
    room: Room,
    route: IntArray,
) -> tuple[int, int]:
    """Write the best route into `route`; gives its value (NONE: none) and nodes seen.

    `limits`: it must be worth more than the first, and the search ends after so many nodes as the second.
    """
    least, most_nodes = limits
    found, depth = NONE, 0
    begin_routes(tables, unit, price, room)
    while True:
        depth = next_route(tables, unit, price, gain, (least, most_nodes), room, depth)
        if depth < 0:
            return found, room.nodes[0]
        found = least = room.value[depth + 1]
        write_route(depth, room, route)


@lean
def best_by_tolls(
    tables: Tables,
    unit: int,
    price: IntArray,
    gain: IntArray,
    most_nodes: int,
    room: Room,
    route: IntArray,
) -> tuple[int, int]:
    """The best route by the tolls of before, made better: see best_route."""
    if most_nodes < LONG_SEARCH:
        room.toll[unit] = 0
        look_ahead(tables, unit, price, gain, room)
        bound = room.best[0, 0]
    else:
        bound = set_tolls(tables, unit, price, gain, room)
    if bound == NONE:
        return NONE, NONE
    below = 1 + abs(bound) // FIRST_STEP
    nodes = 0
    while True:
        least = bound - below if nodes < most_nodes and below < MOST_BELOW else NONE
        found, seen = search(tables, unit, price, gain, (least, most_nodes), room, route)
        nodes += seen
        if found > NONE:
            return found, found if seen <= most_nodes else bound
        if least == NONE:
            return NONE, bound if seen > most_nodes else NONE
        if seen <= most_nodes:
            bound = least
        below *= WIDER


@lean
def best_route(
    tables: Tables,
    unit: int,
    price: IntArray,
    gain: IntArray,
    most_nodes: int,
    room: Room,
    route: IntArray,
) -> tuple[int, int]:
    """Write the best route into `route`; gives its value (NONE: there is none) and what any is worth at most.

    A short search may end before it has the best one; at most then is more than that. A long one that does is
    tried again with tolls from nothing: those that were good for other prices may be poor for these. The
    table is of the tolls that are left.
    """
    found, most = best_by_tolls(tables, unit, price, gain, most_nodes, room, route)
    if found < most and most_nodes > LONG_SEARCH:
        for plek in range(price.shape[1]):
            room.former[plek] = room.toll[unit, plek]
            room.toll[unit, plek] = 0
        again, least = best_by_tolls(tables, unit, price, gain, most_nodes, room, route)
        if least < most:
            return again, least
        for plek in range(price.shape[1]):
            room.toll[unit, plek] = room.former[plek]
        look_ahead(tables, unit, price, gain, room)
        # The route that is written is the last one that was found.
        found = again if again > NONE else found
    return found, most

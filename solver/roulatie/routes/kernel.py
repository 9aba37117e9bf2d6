"""The best route of a unit for the prices of its stays, compiled.

A search over stays, in depth, that cuts off by what the rest can give at most: a table over blocks and over
which werkprocessen are practised so far, which knows nothing of repetition, weeks, fases and werkgevers.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from solver.arrays import BoolArray, IntArray
from solver.compiled import compiled

NONE = -(1 << 60)
FIRST_STEP = 128
WIDER = 4
MOST_BELOW = 1 << 57


class Tables(NamedTuple):
    """What rules say of the routes of all units, by (unit, block, plek): see unit.py.

    `bits` of a mask may be tracked by the table, those of `goals` give points (`gain`, by unit and bit).
    """

    blocks: IntArray
    can: BoolArray
    teaches: IntArray
    first: IntArray
    beside: IntArray
    weeks: IntArray
    need: IntArray
    most_weeks: IntArray
    stay: BoolArray
    bits: IntArray
    rank: IntArray
    werkgever: IntArray
    werkgevers: IntArray
    most: IntArray


class Room(NamedTuple):
    """Memory of the search."""

    best: IntArray
    where: IntArray
    second: IntArray
    worth: IntArray
    plek: IntArray
    length: IntArray
    mask: IntArray
    value: IntArray
    done: IntArray
    times: IntArray
    visits: IntArray
    longest: IntArray


@compiled
def look_ahead(tables: Tables, unit: int, price: IntArray, gain: IntArray, room: Room) -> None:
    """Fill `best[b, mask]`, from block b on with these werkprocessen, and the best beginning elsewhere."""
    _, plekken, longest = price.shape
    blocks = tables.blocks[unit]
    masks = 1 << tables.bits[unit]
    late = 0
    for bit in range(tables.bits[unit], gain.shape[0]):
        late += gain[bit]
    for mask in range(masks):
        room.worth[mask] = late
        for bit in range(tables.bits[unit]):
            if mask >> bit & 1:
                room.worth[mask] += gain[bit]
        room.best[blocks, mask] = 0
        room.second[blocks, mask] = 0
        room.where[blocks, mask] = -1
    for block in range(blocks - 1, -1, -1):
        for mask in range(masks):
            best, second, where = NONE, NONE, -1
            for plek in range(plekken):
                top, total, now = NONE, 0, mask
                for length in range(min(longest, blocks - block)):
                    here = block + length
                    if (
                        not tables.can[unit, here, plek]
                        or tables.first[unit, here, plek] & (masks - 1) & ~now
                    ):
                        break
                    now |= tables.teaches[unit, here, plek] & (masks - 1)
                    if tables.beside[unit, here, plek] & (masks - 1) & ~now:
                        break
                    total += room.worth[now]
                    if tables.stay[unit, block, length]:
                        rest = room.best[here + 1, now]
                        if room.where[here + 1, now] == plek:
                            rest = room.second[here + 1, now]
                        if rest > NONE:
                            top = max(top, price[block, plek, length] + total + rest)
                if top > best:
                    best, second, where = top, best, plek
                elif top > second:
                    second = top
            room.best[block, mask] = best
            room.second[block, mask] = second
            room.where[block, mask] = where


@compiled
def _search(
    tables: Tables,
    unit: int,
    price: IntArray,
    gain: IntArray,
    least: int,
    most_nodes: int,
    room: Room,
    route: IntArray,
) -> tuple[int, int]:
    """Write the best route worth over `least` into `route`; gives its value (NONE: none) and nodes seen."""
    blocks, plekken, longest = tables.blocks[unit], price.shape[1], price.shape[2]
    known = (1 << tables.bits[unit]) - 1
    goals = tables.need.shape[1]
    found, nodes, depth = NONE, 0, 0
    room.times[:] = 0
    room.visits[:] = 0
    room.plek[0], room.length[0] = -1, longest - 1
    room.mask[0], room.value[0] = 0, 0
    room.done[0] = 0
    start = np.zeros(blocks + 1, dtype=np.int64)
    kinds = 0
    while depth >= 0:
        if nodes > most_nodes:
            return found, nodes
        block = start[depth]
        # Take the former choice back, and turn to the next.
        if room.plek[depth] >= 0 and room.done[depth]:
            room.times[room.plek[depth]] -= room.length[depth] + 1
            room.visits[tables.werkgever[room.plek[depth]]] -= 1
            if room.visits[tables.werkgever[room.plek[depth]]] == 0:
                kinds -= 1
            room.done[depth] = 0
        room.length[depth] += 1
        if room.length[depth] >= min(longest, blocks - block):
            room.plek[depth] += 1
            room.length[depth] = 0
        plek, length = room.plek[depth], room.length[depth]
        if plek == plekken:
            depth -= 1
            continue
        if not tables.stay[unit, block, length] or room.times[plek] + length + 1 > tables.most[unit]:
            continue
        if depth > 0:
            former = room.plek[depth - 1]
            if former == plek or tables.rank[unit, plek] < tables.rank[unit, former]:
                continue
        mask, value = room.mask[depth], room.value[depth] + price[block, plek, length]
        fits = True
        for here in range(block, block + length + 1):
            if not tables.can[unit, here, plek] or tables.first[unit, here, plek] & ~mask:
                fits = False
                break
            mask |= tables.teaches[unit, here, plek]
            if tables.beside[unit, here, plek] & ~mask:
                fits = False
                break
            value += room.worth[mask & known]
        after = block + length + 1
        if not fits:
            continue
        low = mask & known
        rest = room.second[after, low] if room.where[after, low] == plek else room.best[after, low]
        if rest == NONE or value + rest <= least:
            continue
        nodes += 1
        for goal in range(goals):
            if tables.need[unit, goal] > 0:
                weeks = (
                    tables.most_weeks[unit, after, goal] + tables.weeks[unit, block:after, plek, goal].sum()
                )
                for earlier in range(depth):
                    end = start[earlier + 1]
                    weeks += tables.weeks[unit, start[earlier] : end, room.plek[earlier], goal].sum()
                if weeks < tables.need[unit, goal]:
                    fits = False
                    break
        is_new = room.visits[tables.werkgever[plek]] == 0
        if not fits or kinds + is_new + blocks - after < tables.werkgevers[unit]:
            continue
        if after == blocks:
            # The mask beyond what the table tracks was counted as if practised from the start.
            found = least = value
            for earlier in range(depth):
                route[start[earlier] : start[earlier + 1]] = room.plek[earlier]
            route[block:] = plek
            continue
        room.times[plek] += length + 1
        room.visits[tables.werkgever[plek]] += 1
        kinds += is_new
        room.done[depth] = 1
        depth += 1
        start[depth] = after
        room.mask[depth], room.value[depth] = mask, value
        room.plek[depth], room.length[depth] = -1, longest - 1
        room.done[depth] = 0
    return found, nodes


@compiled
def best_route(
    tables: Tables,
    unit: int,
    price: IntArray,
    gain: IntArray,
    most_nodes: int,
    room: Room,
    route: IntArray,
) -> tuple[int, int]:
    """Write the best route into `route`; gives its value (NONE: there is none) and what one is worth at most.

    Routes worth nearly what the table allows are looked for first: there are few, and mostly one will do.
    """
    look_ahead(tables, unit, price, gain, room)
    bound = room.best[0, 0]
    if bound == NONE:
        return NONE, NONE
    below = 1 + abs(bound) // FIRST_STEP
    nodes = 0
    while True:
        least = bound - below if nodes < most_nodes and below < MOST_BELOW else NONE
        found, seen = _search(tables, unit, price, gain, least, most_nodes, room, route)
        nodes += seen
        if found > NONE:
            return found, found if seen <= most_nodes else bound
        if least == NONE:
            return NONE, bound if seen > most_nodes else NONE
        if seen <= most_nodes:
            bound = least
        below *= WIDER

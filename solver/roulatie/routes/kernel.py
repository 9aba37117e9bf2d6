"""The best route of a unit for the prices of its stays, compiled.

A search over stays, in depth, that cuts off by what the rest can give at most: a table over blocks and over
which werkprocessen are practised so far, which knows nothing of repetition, weeks, fases and werkgevers.
"""

from __future__ import annotations

from typing import NamedTuple

from solver.arrays import BoolArray, IntArray
from solver.compiled import lean

NONE = -(1 << 60)
EVERY_BIT = (1 << 62) - 1
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
    late: IntArray
    plek: IntArray
    length: IntArray
    mask: IntArray
    value: IntArray
    done: IntArray
    times: IntArray
    visits: IntArray
    longest: IntArray
    start: IntArray
    kinds: IntArray


@lean
def mask_after(tables: Tables, unit: int, stay: tuple[int, int, int], mask: int, low: int) -> int:
    """What a stay (block, plek, one less than its blocks) makes of a mask, -1 where it may not be.

    Only rules about bits of `low` are looked at.
    """
    block, plek, length = stay
    for here in range(block, block + length + 1):
        if not tables.can[unit, here, plek] or tables.first[unit, here, plek] & low & ~mask:
            return -1
        mask |= tables.teaches[unit, here, plek] & low
        if tables.beside[unit, here, plek] & low & ~mask:
            return -1
    return mask


@lean
def gained(tables: Tables, unit: int, stay: tuple[int, int, int], mask: int, room: Room) -> int:
    """What the bits of a mask that are tracked give in the blocks of a stay that sets more of them."""
    block, plek, length = stay
    known = (1 << tables.bits[unit]) - 1
    total = 0
    for here in range(block, block + length + 1):
        mask |= tables.teaches[unit, here, plek]
        total += room.worth[mask & known]
    return total


@lean
def gained_late(tables: Tables, unit: int, stay: tuple[int, int, int], mask: int, gain: IntArray) -> int:
    """What the other bits give."""
    block, plek, length = stay
    total = 0
    if tables.bits[unit] < gain.shape[0]:
        for here in range(block, block + length + 1):
            mask |= tables.teaches[unit, here, plek]
            for bit in range(tables.bits[unit], gain.shape[0]):
                total += gain[bit] * (mask >> bit & 1)
    return total


@lean
def set_worth(bits: int, gain: IntArray, room: Room) -> None:
    """What each mask gives in a block, and what bits that are not tracked give at most."""
    room.late[0] = 0
    for bit in range(bits, gain.shape[0]):
        room.late[0] += gain[bit]
    for mask in range(1 << bits):
        room.worth[mask] = 0
        for bit in range(bits):
            if mask >> bit & 1:
                room.worth[mask] += gain[bit]


@lean
def best_of_plek(tables: Tables, unit: int, at: tuple[int, int, int], price: IntArray, room: Room) -> int:
    """The best from a block on that begins with a stay at a plek, with the werkprocessen of a mask."""
    block, plek, mask = at
    known = (1 << tables.bits[unit]) - 1
    top = NONE
    for length in range(min(price.shape[2], tables.blocks[unit] - block)):
        stay = (block, plek, length)
        after = mask_after(tables, unit, stay, mask, known)
        if after < 0:
            break
        if tables.stay[unit, block, length]:
            end = block + length + 1
            rest = room.second[end, after] if room.where[end, after] == plek else room.best[end, after]
            if rest > NONE:
                gain = gained(tables, unit, stay, mask, room) + (length + 1) * room.late[0]
                top = max(top, price[block, plek, length] + gain + rest)
    return top


@lean
def look_ahead(tables: Tables, unit: int, price: IntArray, gain: IntArray, room: Room) -> None:
    """Fill `best[b, mask]`, from block b on with these werkprocessen, and the best beginning elsewhere."""
    blocks = tables.blocks[unit]
    masks = 1 << tables.bits[unit]
    set_worth(tables.bits[unit], gain, room)
    for mask in range(masks):
        room.best[blocks, mask], room.second[blocks, mask], room.where[blocks, mask] = 0, 0, -1
    for block in range(blocks - 1, -1, -1):
        for mask in range(masks):
            best, second, where = NONE, NONE, -1
            for plek in range(price.shape[1]):
                top = best_of_plek(tables, unit, (block, plek, mask), price, room)
                if top > best:
                    best, second, where = top, best, plek
                elif top > second:
                    second = top
            room.best[block, mask] = best
            room.second[block, mask] = second
            room.where[block, mask] = where


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
    blocks, plekken, longest = tables.blocks[unit], price.shape[1], price.shape[2]
    known = (1 << tables.bits[unit]) - 1
    found, nodes, depth = NONE, 0, 0
    room.kinds[0] = 0
    for place in range(plekken):
        room.times[place], room.visits[place] = 0, 0
    room.mask[0], room.value[0] = 0, 0
    # A first length past the last one, so that the first turn is to the first plek.
    open_depth(0, 0, blocks + longest, room)
    while depth >= 0 and nodes <= most_nodes:
        if room.done[depth]:
            count_stay(tables, depth, room, -1)
        turn_to_next(depth, blocks, longest, room)
        if room.plek[depth] == plekken:
            depth -= 1
            continue
        if not may_follow(tables, unit, depth, room):
            continue
        block, plek, length = room.start[depth], room.plek[depth], room.length[depth]
        mask = mask_after(tables, unit, (block, plek, length), room.mask[depth], EVERY_BIT)
        if mask < 0:
            continue
        end, low = block + length + 1, mask & known
        value = room.value[depth] + price[block, plek, length]
        value += gained(tables, unit, (block, plek, length), room.mask[depth], room)
        value += gained_late(tables, unit, (block, plek, length), room.mask[depth], gain)
        rest = room.second[end, low] if room.where[end, low] == plek else room.best[end, low]
        if value + rest <= max(least, NONE // 2):
            continue
        nodes += 1
        if not has_weeks(tables, unit, depth, room):
            continue
        if end < blocks:
            count_stay(tables, depth, room, 1)
            depth += 1
            room.mask[depth], room.value[depth] = mask, value
            open_depth(depth, end, blocks + longest, room)
            continue
        found = least = value
        write_route(depth, room, route)
    return found, nodes


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
        found, seen = search(tables, unit, price, gain, (least, most_nodes), room, route)
        nodes += seen
        if found > NONE:
            return found, found if seen <= most_nodes else bound
        if least == NONE:
            return NONE, bound if seen > most_nodes else NONE
        if seen <= most_nodes:
            bound = least
        below *= WIDER

"""What the rest of a route gives at most, compiled: a table over blocks and practised werkprocessen.

It knows nothing of weeks, fases and werkgevers, and not how often somebody was at a plek before; but that has
a toll there for every block, of which as many are given back as there may be blocks (Lagrangian relaxation).
"""

from __future__ import annotations

from typing import NamedTuple

from solver.arrays import BoolArray, IntArray
from solver.compiled import lean

NONE, STOP = -(1 << 60), -(1 << 61)
EVERY_BIT = (1 << 62) - 1
# The first toll is this part of a route; so often at most tolls are changed.
FIRST_TOLL, TOLL_TURNS = 32, 4


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
    nodes: IntArray
    toll: IntArray
    before: IntArray
    former: IntArray


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
def rest_after(end: int, mask: int, plek: int, room: Room) -> int:
    """What the table says from a block on, with these werkprocessen, after a stay at a plek."""
    return int(room.second[end, mask] if room.where[end, mask] == plek else room.best[end, mask])


@lean
def worth_ahead(
    tables: Tables, unit: int, stay: tuple[int, int, int], mask: int, price: IntArray, room: Room
) -> int:
    """What a stay and the rest after it give at most; STOP where no longer one may be either."""
    block, plek, length = stay
    after = mask_after(tables, unit, stay, mask, (1 << tables.bits[unit]) - 1)
    if after < 0:
        return STOP
    if not tables.stay[unit, block, length]:
        return NONE
    rest = rest_after(block + length + 1, after, plek, room)
    if rest == NONE:
        return NONE
    gain = gained(tables, unit, stay, mask, room) + (length + 1) * room.late[0]
    return int(price[block, plek, length] - (length + 1) * room.toll[unit, plek] + gain + rest)


@lean
def best_of_plek(
    tables: Tables, unit: int, at: tuple[int, int, int], price: IntArray, room: Room
) -> tuple[int, int]:
    """The best from a block on that begins with a stay at a plek, with the werkprocessen of a mask.

    Gives what it is worth, and one less than the blocks of that stay.
    """
    block, plek, mask = at
    top, best = NONE, 0
    for length in range(min(price.shape[2], tables.blocks[unit] - block)):
        worth = worth_ahead(tables, unit, (block, plek, length), mask, price, room)
        if worth == STOP:
            break
        if worth > top:
            top, best = worth, length
    return top, best


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
                top, _ = best_of_plek(tables, unit, (block, plek, mask), price, room)
                if top > best:
                    best, second, where = top, best, plek
                elif top > second:
                    second = top
            room.best[block, mask] = best
            room.second[block, mask] = second
            room.where[block, mask] = where


@lean
def most_ahead(tables: Tables, unit: int, room: Room) -> int:
    """What the table says of a whole route."""
    if room.best[0, 0] == NONE:
        return NONE
    tolls = 0
    for plek in range(room.toll.shape[1]):
        tolls += room.toll[unit, plek]
    return int(room.best[0, 0] + tables.most[unit] * tolls)


@lean
def visit(tables: Tables, unit: int, price: IntArray, room: Room) -> int:
    """Count in `times` the blocks at each plek of the best way through the table.

    Gives the sum of the squares of what is too much, or of what a toll is paid for in vain.
    """
    known = (1 << tables.bits[unit]) - 1
    for plek in range(price.shape[1]):
        room.times[plek] = 0
    block, mask, former = 0, 0, -1
    while block < tables.blocks[unit]:
        top, where, length = NONE, -1, 0
        for plek in range(price.shape[1]):
            if plek != former:
                best, stays = best_of_plek(tables, unit, (block, plek, mask), price, room)
                if best > top:
                    top, where, length = best, plek, stays
        if where < 0:
            return 0
        mask = mask_after(tables, unit, (block, where, length), mask, known)
        room.times[where] += length + 1
        block, former = block + length + 1, where
    squares = 0
    for plek in range(price.shape[1]):
        over = room.times[plek] - tables.most[unit]
        if over > 0 or room.toll[unit, plek] > 0:
            squares += over * over
    return squares


@lean
def set_tolls(tables: Tables, unit: int, price: IntArray, gain: IntArray, room: Room) -> int:
    """Fill the table, with tolls for which it says less; gives what it says of a whole route."""
    look_ahead(tables, unit, price, gain, room)
    top = most_ahead(tables, unit, room)
    step = abs(top) // FIRST_TOLL
    for _ in range(TOLL_TURNS):
        squares = visit(tables, unit, price, room) if top > NONE else 0
        if squares == 0 or step == 0:
            break
        for plek in range(price.shape[1]):
            room.before[plek] = room.toll[unit, plek]
            over = room.times[plek] - tables.most[unit]
            if over > 0 or room.toll[unit, plek] > 0:
                room.toll[unit, plek] = max(0, room.toll[unit, plek] + step * over // squares)
        look_ahead(tables, unit, price, gain, room)
        now = most_ahead(tables, unit, room)
        if now < top:
            top = now
            continue
        step //= 2
        for plek in range(price.shape[1]):
            room.toll[unit, plek] = room.before[plek]
        look_ahead(tables, unit, price, gain, room)
    return top

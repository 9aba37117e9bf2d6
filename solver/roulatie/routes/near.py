"""All routes of a unit that lose at most so much of the best one, compiled."""

from __future__ import annotations

from solver.arrays import BoolArray, IntArray
from solver.compiled import lean
from solver.roulatie.routes.ahead import NONE, Room, Tables
from solver.roulatie.routes.kernel import begin_routes, best_route, next_route, write_route

# Chance by a linear congruence; its lowest digits are left out.
MULTIPLIER, MODULUS, DROPPED = 1_103_515_245, 1 << 31, 1 << 8


@lean
def find_near(
    tables: Tables,
    unit: int,
    price: IntArray,
    gain: IntArray,
    limits: tuple[int, int],
    room: Room,
    found: IntArray,
    stays: BoolArray,
) -> int:
    """Mark their stays (block, plek, one less than its blocks), and write some, as many as `found` holds.

    `limits`: what is lost at most, and nodes that are looked at. Gives how many there are, or where it took
    more nodes than that, and stays are missing, minus one less than there are so far.
    """
    slack, most_nodes = limits
    _, most = best_route(tables, unit, price, gain, most_nodes, room, found[0])
    number = depth = 0
    begin_routes(tables, unit, price, room)
    while most > NONE:
        depth = next_route(tables, unit, price, gain, (most - slack - 1, most_nodes), room, depth)
        if depth < 0:
            return number if room.nodes[0] <= most_nodes else -1 - number
        for stay in range(depth + 1):
            stays[room.start[stay], room.plek[stay], room.length[stay]] = True
        place = number
        if number >= len(found):
            room.chance[0] = (room.chance[0] * MULTIPLIER + 1) % MODULUS
            place = room.chance[0] // DROPPED % (number + 1)
        if place < len(found):
            write_route(depth, room, found[place])
        number += 1
    return 0

"""All routes of a unit that lose at most so much of the best one, compiled."""

from __future__ import annotations

from solver.arrays import BoolArray, IntArray
from solver.compiled import lean
from solver.roulatie.routes.ahead import NONE, Room, Tables
from solver.roulatie.routes.kernel import begin_routes, best_route, next_route, write_route


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
    """Mark their stays (block, plek, one less than its blocks), and write them where there is room for any.

    `found` has one row more than that. `limits`: what is lost at most, and nodes that are looked at. Gives
    how many there are, or minus one less than there are so far: it took more nodes, or there are more than
    `found` holds.
    """
    slack, most_nodes = limits
    room_for = len(found) - 1
    _, most = best_route(tables, unit, price, gain, most_nodes, room, found[room_for])
    number = depth = 0
    begin_routes(tables, unit, price, room)
    while most > NONE:
        depth = next_route(tables, unit, price, gain, (most - slack - 1, most_nodes), room, depth)
        if depth < 0:
            return number if room.nodes[0] <= most_nodes else -1 - number
        if room_for > 0:
            if number == room_for:
                return -1 - number
            write_route(depth, room, found[number])
        for stay in range(depth + 1):
            stays[room.start[stay], room.plek[stay], room.length[stay]] = True
        number += 1
    return 0

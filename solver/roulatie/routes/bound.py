"""What all routes together are worth at most: lines are not kept but priced (Lagrangian relaxation).

In whole numbers: prices are of 1 / SCALE of a point, so that a bound is proven whatever prices it has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.arrays import FloatArray, IntArray
from solver.compiled import compiled
from solver.roulatie.routes.kernel import NONE, Room, Tables, best_route
from solver.roulatie.routes.lines import Uses
from solver.roulatie.routes.search import total_of
from solver.roulatie.routes.tables import Routes, make_room

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from solver.roulatie.routes.points import Worth

SCALE = 1 << 12
MOST_NODES = 2000
# Of the volume algorithm (Barahona and Anbil 2000): how much the last routes weigh, and how steps shrink.
NEW, SHRINK, GROW, PATIENCE = 0.1, 0.8, 1.1, 10
LEAST_STEP = 1e-3


@compiled
def relax(
    tables: Tables,
    uses: Uses,
    value: IntArray,
    gain: IntArray,
    dual: IntArray,
    used: IntArray,
    room: Room,
    taken: IntArray,
) -> int:
    """Sum what every unit's best route is worth after prices; `used` is what these routes, `taken`, use."""
    units, blocks, plekken, longest = value.shape[0], value.shape[1], value.shape[2], room.longest[0]
    price = np.zeros((blocks, plekken, longest), dtype=np.int64)
    route = np.zeros(blocks, dtype=np.int64)
    total = 0
    used[:] = 0
    for unit in range(units):
        own = tables.blocks[unit]
        for block in range(own):
            for plek in range(plekken):
                worth = 0
                for length in range(min(longest, own - block)):
                    worth += value[unit, block + length, plek]
                    cost = 0
                    stay = ((unit * blocks + block) * plekken + plek) * longest + length
                    for at in range(uses.begin[stay], uses.begin[stay + 1]):
                        cost += dual[uses.line[at]] * uses.amount[at]
                    price[block, plek, length] = worth - cost
        found, most = best_route(tables, unit, price, gain[unit], MOST_NODES, room, route)
        total += most
        taken[unit] = route
        if found == NONE:
            continue
        block = 0
        while block < own:
            end = block + 1
            while end < own and route[end] == route[block]:
                end += 1
            stay = ((unit * blocks + block) * plekken + route[block]) * longest + end - block - 1
            for at in range(uses.begin[stay], uses.begin[stay + 1]):
                used[uses.line[at]] += uses.amount[at]
            block = end
    return total


class Relaxation:
    """Proves of one tier what it is worth at most beside the points that the tiers before it reached."""

    def __init__(self, routes: Routes, worth: Worth, floors: Sequence[tuple[Worth, int]]) -> None:
        """Without prices."""
        self.routes, self.worth, self.floors = routes, worth, floors
        lines = len(routes.uses.most)
        # A floor is the line that minus its points is at most minus what was reached.
        self.most = np.append(routes.uses.most, [each.always - reached for each, reached in floors])
        self.used: IntArray = np.zeros(lines, dtype=np.int64)
        self.taken: IntArray = np.zeros(routes.shape[:2], dtype=np.int64)
        self.room = make_room(routes)
        self.price: FloatArray = np.zeros(len(self.most), dtype=np.float64)
        self.best = self._bound(self.price)

    def bound(self) -> int:
        """The lowest bound so far, in points."""
        return self.best // SCALE

    def _bound(self, price: FloatArray) -> int:
        """The bound of these prices, in parts of a point; keeps what its routes use."""
        dual = np.round(price * SCALE).astype(np.int64)
        lines = len(self.used)
        objective = self.worth.times(SCALE)
        for weight, (each, _) in zip(dual[lines:].tolist(), self.floors, strict=True):
            objective = objective.plus(each.times(weight))
        value = relax(
            self.routes.tables,
            self.routes.uses,
            objective.value,
            objective.gain,
            dual[:lines],
            self.used,
            self.room,
            self.taken,
        )
        always = self.worth.always * SCALE
        return value + always + int((dual * self.most).sum())

    def _use(self) -> FloatArray:
        """What the routes of the last bound use of each line, and of each floor."""
        points = [-total_of(self.routes.tables, each.value, each.gain, self.taken) for each, _ in self.floors]
        return np.append(self.used, points).astype(np.float64)

    def run(self, target: int, go_on: Callable[[], bool]) -> None:
        """Look for prices with a lower bound, until it meets a plan of `target` points or steps are small."""
        weight = np.maximum(1, np.abs(self.most))
        mean = self._use()
        step, failed = 1.0, 0
        while step > LEAST_STEP and self.bound() > target and go_on():
            excess = (mean - self.most) / weight
            excess[(self.price <= 0) & (excess < 0)] = 0
            length = float((excess * excess).sum())
            if length == 0:
                return
            stride = step * max(self.best / SCALE - target, 1.0) / length
            price = np.maximum(0, self.price + stride * excess / weight)
            found = self._bound(price)
            use = self._use()
            mean = NEW * use + (1 - NEW) * mean
            if found < self.best:
                if float(((use - self.most) / weight * excess).sum()) > 0:
                    step *= GROW
                self.best, self.price, failed = found, price, 0
                continue
            failed += 1
            if failed >= PATIENCE:
                step, failed = step * SHRINK, 0

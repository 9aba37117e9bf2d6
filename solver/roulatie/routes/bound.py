"""What all routes together are worth at most: what is shared is not kept but priced (Lagrangian relaxation).

First the lines are priced. Then, from these prices on, the stays (Lagrangian decomposition): units take the
best routes, plekken the best fillings that keep their lines, and a price says where they disagree. In whole
numbers: prices are of 1 / SCALE of a point, so that a bound is proven whatever prices it has.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np

from solver.compiled import compiled
from solver.roulatie.routes.kernel import NONE, Room, Tables, best_route
from solver.roulatie.routes.search import total_of
from solver.roulatie.routes.shelves import Shelves
from solver.roulatie.routes.tables import make_room
from solver.roulatie.routes.volume import Goal, Pace, descend

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Executor

    from solver.arrays import FloatArray, IntArray
    from solver.roulatie.routes.points import Worth
    from solver.roulatie.routes.tables import Routes

SCALE = 1 << 12
MOST_NODES = 2000
# Prices of stays are looked for anew while it gives so much.
LEAST_GAIN = SCALE / 20
LINES = Pace(new=0.1, step=1, grow=1.1, patience=10)
STAYS = Pace(new=0.3, step=0.5, grow=1.15, patience=4)


@compiled
def relax(
    tables: Tables,
    value: IntArray,
    gain: IntArray,
    cost: IntArray,
    room: Room,
    taken: IntArray,
    stays: IntArray,
) -> int:
    """Sum what every unit's best route is worth after what its stays cost.

    Writes these routes into `taken`, and 1 for each of their `stays`.
    """
    units, blocks, plekken, longest = value.shape[0], value.shape[1], value.shape[2], room.longest[0]
    price = np.zeros((blocks, plekken, longest), dtype=np.int64)
    route = np.zeros(blocks, dtype=np.int64)
    total = 0
    stays[:] = 0
    for unit in range(units):
        own = tables.blocks[unit]
        for block in range(own):
            for plek in range(plekken):
                worth = 0
                for length in range(min(longest, own - block)):
                    worth += value[unit, block + length, plek]
                    stay = ((unit * blocks + block) * plekken + plek) * longest + length
                    price[block, plek, length] = worth - cost[stay]
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
            stays[((unit * blocks + block) * plekken + route[block]) * longest + end - block - 1] = 1
            block = end
    return total


class Relaxation:
    """Proves of one tier what it is worth at most beside the points that the tiers before it reached."""

    def __init__(self, routes: Routes, worth: Worth, floors: Sequence[tuple[Worth, int]]) -> None:
        """Without prices."""
        self.routes, self.worth, self.floors = routes, worth, floors
        units, blocks, plekken, longest = routes.shape
        self.taken: IntArray = np.zeros((units, blocks), dtype=np.int64)
        self.chosen: IntArray = np.zeros(units * blocks * plekken * longest, dtype=np.int64)
        self.room = make_room(routes)
        # A floor is the line that minus its points is at most minus what was reached.
        self.reached = np.array([each.always - reached for each, reached in floors], dtype=np.int64)
        self.stay_of_use = np.repeat(np.arange(len(self.chosen)), np.diff(routes.uses.begin))
        self.step = worth.step()
        self.best = self._by_lines(np.zeros(len(routes.uses.most) + len(floors), dtype=np.float64))[0]

    def bound(self) -> int:
        """The lowest bound so far, in points."""
        most = int(self.best // SCALE) - self.worth.always
        return most // self.step * self.step + self.worth.always

    def run(self, target: int, workers: int, go_on: Callable[[], bool]) -> None:
        """Look for prices with a lower bound, until it meets a plan of `target` points or steps are small."""
        price = self.run_lines(target, go_on)
        goal = self._goal(target)
        if self.best < goal.above or not go_on():
            return
        shelves = Shelves(self.routes)
        if not shelves.fillers:
            return
        with ThreadPoolExecutor(workers) as pool:
            by_stays = _ByStays(self, shelves, pool)
            price, unit, before = by_stays.first(price), by_stays.unit(self._unit()), self.best + SCALE
            while goal.above <= self.best < before - LEAST_GAIN and go_on():
                before = self.best
                found, price = descend(by_stays.ask, price, unit, goal, STAYS, go_on)
                self.best = min(self.best, found)

    def run_lines(self, target: int, go_on: Callable[[], bool]) -> FloatArray:
        """Price the lines only; gives the prices."""
        unit = self._unit()
        found, price = descend(self._by_lines, np.zeros(len(unit)), unit, self._goal(target), LINES, go_on)
        self.best = min(self.best, found)
        return price

    def _goal(self, target: int) -> Goal:
        return Goal(reached=target * SCALE, above=(target + self.step) * SCALE)

    def _unit(self) -> FloatArray:
        """What there is of a line, and a point of a floor."""
        return np.append(np.maximum(1.0, self.routes.uses.most), np.ones(len(self.floors)))

    def routes_worth(self, cost: IntArray, floors: IntArray) -> int:
        """The best routes for costs of stays and prices of floors, in parts of a point."""
        objective = self.worth.times(SCALE)
        for weight, (each, _) in zip(floors.tolist(), self.floors, strict=True):
            objective = objective.plus(each.times(weight))
        value = relax(
            self.routes.tables, objective.value, objective.gain, cost, self.room, self.taken, self.chosen
        )
        return value + self.worth.always * SCALE + int((floors * self.reached).sum())

    def cost_of(self, dual: IntArray) -> IntArray:
        """What each stay costs by the prices of the lines."""
        uses = self.routes.uses
        so_far = np.append(0, np.cumsum(dual[uses.line] * uses.amount))
        cost: IntArray = so_far[uses.begin[1:]] - so_far[uses.begin[:-1]]
        return cost

    def excess(self, lines: IntArray) -> IntArray:
        """How much more the routes of now use of these lines than there is, and how far floors are."""
        uses = self.routes.uses
        used = np.bincount(
            uses.line, weights=uses.amount * self.chosen[self.stay_of_use], minlength=len(uses.most)
        ).astype(np.int64)
        points = [total_of(self.routes.tables, each.value, each.gain, self.taken) for each, _ in self.floors]
        short = -np.array(points, dtype=np.int64) - self.reached
        return np.append((used - uses.most)[lines], short)

    def _by_lines(self, price: FloatArray) -> tuple[float, FloatArray]:
        """The bound of prices of all lines and floors, and what is used too much."""
        dual = np.round(price).astype(np.int64)
        lines = len(self.routes.uses.most)
        value = self.routes_worth(self.cost_of(dual[:lines]), dual[lines:])
        value += int((dual[:lines] * self.routes.uses.most).sum())
        return float(value), self.excess(np.arange(lines)).astype(np.float64)


class _ByStays:
    """Prices of the stays on shelves, then of the lines on none, then of the floors."""

    def __init__(self, relaxation: Relaxation, shelves: Shelves, pool: Executor) -> None:
        self.relaxation, self.shelves, self.pool = relaxation, shelves, pool
        self.loose = np.flatnonzero(shelves.loose)
        self.stays = len(shelves.stays)

    def first(self, price: FloatArray) -> FloatArray:
        """What the lines cost that are on shelves, and the prices of the others."""
        uses = self.relaxation.routes.uses
        dual = np.round(price).astype(np.int64)
        on_shelves = np.where(self.shelves.loose, 0, dual[: len(uses.most)])
        cost = self.relaxation.cost_of(on_shelves)[self.shelves.stays]
        return np.concatenate([cost, dual[self.loose], dual[len(uses.most) :]]).astype(np.float64)

    def unit(self, unit: FloatArray) -> FloatArray:
        """Of what there is of a line or floor a part counts; where two disagree on a stay, all of it."""
        floors = unit[len(self.relaxation.routes.uses.most) :]
        return np.concatenate([np.ones(self.stays), unit[self.loose], floors])

    def ask(self, price: FloatArray) -> tuple[float, FloatArray]:
        """The bound of these prices, and how much more routes take than fillings and lines allow."""
        relaxation = self.relaxation
        uses = relaxation.routes.uses
        dual = np.round(price).astype(np.int64)
        stays, others = dual[: self.stays], dual[self.stays :]
        lines = np.zeros(len(uses.most), dtype=np.int64)
        lines[self.loose] = others[: len(self.loose)]
        cost = relaxation.cost_of(lines)
        cost[self.shelves.stays] += stays
        value = relaxation.routes_worth(cost, others[len(self.loose) :])
        filled, taken = self.shelves.fill(stays, self.pool)
        value += filled + int((lines * uses.most).sum())
        apart = relaxation.chosen[self.shelves.stays] - taken
        return float(value), np.append(apart, relaxation.excess(self.loose)).astype(np.float64)

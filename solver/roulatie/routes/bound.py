"""What all routes together are worth at most: what is shared is not kept but priced (Lagrangian relaxation).

First the lines are priced, by the duals of a linear relaxation. Then, from these prices on, the stays
(Lagrangian decomposition): units take the best routes, plekken the best fillings that keep their lines, and a
price says where they disagree. In whole numbers: prices are of 1 / SCALE of a point, so that a bound is
proven whatever prices it has. What a route loses by these prices is lost of the bound: routes that lose more
than what is open are in no better plan.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from solver.compiled import compiled
from solver.roulatie.routes.ahead import NONE, Room, Tables
from solver.roulatie.routes.kernel import best_route
from solver.roulatie.routes.master import Master
from solver.roulatie.routes.near import find_near
from solver.roulatie.routes.search import total_of
from solver.roulatie.routes.shelves import Shelves
from solver.roulatie.routes.volume import Goal, Pace, descend

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from solver.arrays import BoolArray, FloatArray, IntArray
    from solver.roulatie.routes.columns import Columns
    from solver.roulatie.routes.crew import Crew
    from solver.roulatie.routes.points import Worth
    from solver.roulatie.routes.tables import Routes

SCALE = 1 << 12
# Nodes of a unit: at first, and more and more where nothing else helps up to the last.
FIRST_NODES, MORE_NODES, MOST_NODES = 600, 10, 200_000
# Prices of stays are looked for anew while it gives so much.
LEAST_GAIN = SCALE / 20
# A point of the tier before is tried to be worth from 1 point to the last but one power of 2.
MOST_POWER = 14
STAYS = Pace(new=0.3, step=0.5, grow=1.15, patience=4)


@compiled
def price_stays(tables: Tables, value: IntArray, cost: IntArray, unit: int, price: IntArray) -> None:
    """What each stay of a unit is worth after what it costs; `price` by block, plek and length."""
    blocks, plekken, longest = price.shape
    own = tables.blocks[unit]
    for block in range(own):
        for plek in range(plekken):
            worth = 0
            for length in range(min(longest, own - block)):
                worth += value[unit, block + length, plek]
                stay = ((unit * blocks + block) * plekken + plek) * longest + length
                price[block, plek, length] = worth - cost[stay]


@compiled
def relax(
    tables: Tables,
    worth: tuple[IntArray, IntArray],
    cost: IntArray,
    some: IntArray,
    most_nodes: int,
    room: Room,
    taken: IntArray,
    stays: IntArray,
) -> int:
    """Sum what the best routes of some units are worth after their costs, each found in so many nodes.

    `worth`: of each cell and of each bit.

    Writes these routes into `taken`, and 1 for each of their `stays`.
    """
    value, gain = worth
    blocks, plekken, longest = value.shape[1], value.shape[2], room.longest[0]
    price = np.zeros((blocks, plekken, longest), dtype=np.int64)
    route = np.zeros(blocks, dtype=np.int64)
    total = 0
    for unit in some:
        own = tables.blocks[unit]
        price_stays(tables, value, cost, unit, price)
        found, most = best_route(tables, unit, price, gain[unit], most_nodes, room, route)
        total += most
        if found == NONE:
            continue
        taken[unit] = route
        block = 0
        while block < own:
            end = block + 1
            while end < own and route[end] == route[block]:
                end += 1
            stays[((unit * blocks + block) * plekken + route[block]) * longest + end - block - 1] = 1
            block = end
    return total


class Prices(NamedTuple):
    """What each stay costs and what a point of each floor gives, in parts of a point."""

    stays: IntArray
    floors: IntArray


class Near(NamedTuple):
    """Routes by unit, whether these are all, and by unit, block, plek and length which stays all have."""

    routes: list[IntArray]
    is_all: bool
    stays: BoolArray

    def number(self) -> int:
        """How many routes."""
        return sum(len(each) for each in self.routes)


class Relaxation:
    """Proves of one tier what it is worth at most beside the points that the tiers before it reached."""

    def __init__(self, routes: Routes, worth: Worth, floors: Sequence[tuple[Worth, int]], crew: Crew) -> None:
        """Without prices."""
        self.routes, self.worth, self.floors, self.crew = routes, worth, floors, crew
        crew.forget()
        units, blocks, plekken, longest = routes.shape
        self.taken: IntArray = np.zeros((units, blocks), dtype=np.int64)
        self.chosen: IntArray = np.zeros(units * blocks * plekken * longest, dtype=np.int64)
        # A floor is the line that minus its points is at most minus what was reached.
        self.reached = np.array([each.always - reached for each, reached in floors], dtype=np.int64)
        self.stay_of_use = np.repeat(np.arange(len(self.chosen)), np.diff(routes.uses.begin))
        self.step = worth.step()
        self.price = np.zeros(len(routes.uses.most) + len(floors), dtype=np.float64)
        self.best, self.prices = self._by_lines(self.price)

    def bound(self) -> int:
        """The lowest bound so far, in points."""
        return self._points(self.best)

    def _points(self, value: float) -> int:
        """What plans have at most for a bound in parts of a point."""
        most = int(value // SCALE) - self.worth.always
        return most // self.step * self.step + self.worth.always

    def run_lines(self, columns: Columns, target: int, go_on: Callable[[], bool]) -> None:
        """Price the lines by the duals of routes that are known, and add routes and lines to these.

        Ends where the bound meets a plan of `target` points, or when neither helps any more.
        """
        goal, nodes = self._goal(target).above, FIRST_NODES
        self._take_lines(columns.routes)
        master = Master(columns, self.worth, self.floors)
        while self.best >= goal and go_on():
            self._descend(master, columns, goal, nodes, go_on)
            if self.best < goal or not master.is_solved:
                break
            if columns.cut(master.weights()):
                self._take_lines(columns.routes)
                master = Master(columns, self.worth, self.floors)
            elif nodes < MOST_NODES and self.bound() > self._points(master.value * SCALE):
                nodes *= MORE_NODES
            else:
                break

    def follow(self, former: Relaxation, columns: Columns) -> None:
        """Begin with the prices of the tier before, as many times as is best: that is a floor now."""
        self._take_lines(columns.routes)
        lines = len(self.routes.uses.most)
        before = np.zeros(lines + len(self.floors) - 1)
        known = len(former.routes.uses.most)
        before[:known], before[lines:] = former.price[:known], former.price[known:]
        for power in range(MOST_POWER):
            price = np.append(before, SCALE) * 2**power
            value, prices = self._by_lines(price, FIRST_NODES)
            columns.add_plan(self.taken)
            if value < self.best:
                self.best, self.price, self.prices = value, price, prices

    def _take_lines(self, routes: Routes) -> None:
        """Go on with these lines: those of now and perhaps more, which have no price yet."""
        lines, new = len(self.routes.uses.most), len(routes.uses.most)
        self.price = np.concatenate([self.price[:lines], np.zeros(new - lines), self.price[lines:]])
        self.routes = routes
        self.stay_of_use = np.repeat(np.arange(len(self.chosen)), np.diff(routes.uses.begin))

    def _descend(
        self, master: Master, columns: Columns, goal: float, nodes: int, go_on: Callable[[], bool]
    ) -> None:
        """Lower the bound to what these lines allow, as far as so many nodes a unit can tell."""
        is_better = True
        while is_better and self.best >= goal and go_on():
            duals = master.prices()
            is_better = (
                duals is not None
                and self.bound() > self._points(master.value * SCALE)
                and self._improve(columns, duals * SCALE, nodes)
            )

    def _improve(self, columns: Columns, duals: FloatArray, nodes: int) -> bool:
        """Whether these duals give a lower bound or new routes."""
        value, prices = self._by_lines(duals, nodes)
        is_new = columns.add_plan(self.taken) > 0
        if value >= self.best:
            return is_new
        self.best, self.price, self.prices = value, duals, prices
        return True

    def run_stays(self, target: int, go_on: Callable[[], bool]) -> None:
        """Price the stays, until the bound meets a plan of `target` points or steps are small."""
        goal = self._goal(target)
        shelves = Shelves(self.routes)
        if not shelves.fillers:
            return
        by_stays = _ByStays(self, shelves)
        price, unit, before = by_stays.first(self.price), by_stays.unit(self._unit()), self.best + SCALE
        while goal.above <= self.best < before - LEAST_GAIN and go_on():
            before = self.best
            found, price = descend(by_stays.ask, price, unit, goal, STAYS, go_on)
            if found < self.best:
                self.best, self.prices = found, by_stays.prices(price)

    def near(self, target: int, most: int, nodes: int, go_on: Callable[[], bool]) -> Near:
        """Of each unit so many routes at most of plans of at least `target` points, in so many nodes."""
        units, blocks, plekken, longest = self.routes.shape
        slack = int(self.best) - target * SCALE
        objective = self._objective(self.prices.floors)
        stays: BoolArray = np.zeros((units, blocks, plekken, longest), dtype=np.bool_)
        routes: list[IntArray] = [np.zeros((0, blocks), dtype=np.int64)] * units

        def look(some: IntArray, room: Room) -> int:
            price = np.zeros((blocks, plekken, longest), dtype=np.int64)
            found = np.zeros((most, blocks), dtype=np.int64)
            missed = 0
            for unit in some:
                price_stays(self.routes.tables, objective.value, self.prices.stays, unit, price)
                gain, limits = objective.gain[unit], (slack, nodes if go_on() else 0)
                number = find_near(self.routes.tables, unit, price, gain, limits, room, found, stays[unit])
                if number < 0:
                    stays[unit] = True
                missed += not 0 <= number <= most
                routes[unit] = found[: number if number >= 0 else -1 - number].copy()
            return missed

        missed = self.crew.share(look)
        return Near(routes, missed == 0, stays)

    def _goal(self, target: int) -> Goal:
        return Goal(reached=target * SCALE, above=(target + self.step) * SCALE)

    def _unit(self) -> FloatArray:
        """What there is of a line, and a point of a floor."""
        return np.append(np.maximum(1.0, self.routes.uses.most), np.ones(len(self.floors)))

    def routes_worth(self, prices: Prices, most_nodes: int, units: IntArray | None = None) -> int:
        """The best routes for these prices, of all units or some, in parts of a point."""
        objective = self._objective(prices.floors)
        self.chosen[:] = 0

        def best(some: IntArray, room: Room) -> int:
            tables, worth = self.routes.tables, (objective.value, objective.gain)
            return relax(tables, worth, prices.stays, some, most_nodes, room, self.taken, self.chosen)

        value = self.crew.share(best, units)
        return value + self.worth.always * SCALE + int((prices.floors * self.reached).sum())

    def _objective(self, floors: IntArray) -> Worth:
        """The points of the tier in parts, with what the points of floors give."""
        objective = self.worth.times(SCALE)
        for weight, (each, _) in zip(floors.tolist(), self.floors, strict=True):
            objective = objective.plus(each.times(weight))
        return objective

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

    def prices_of(self, price: FloatArray) -> Prices:
        """Of prices of all lines and floors what each stay costs."""
        dual = np.round(price).astype(np.int64)
        lines = len(self.routes.uses.most)
        return Prices(self.cost_of(dual[:lines]), dual[lines:])

    def _by_lines(self, price: FloatArray, nodes: int = FIRST_NODES) -> tuple[float, Prices]:
        """The bound of prices of all lines and floors."""
        dual = np.round(price).astype(np.int64)
        lines = len(self.routes.uses.most)
        prices = self.prices_of(price)
        value = self.routes_worth(prices, nodes)
        return float(value + int((dual[:lines] * self.routes.uses.most).sum())), prices


class _ByStays:
    """Prices of the stays on shelves, then of the lines on none, then of the floors."""

    def __init__(self, relaxation: Relaxation, shelves: Shelves) -> None:
        self.relaxation, self.shelves = relaxation, shelves
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

    def prices(self, price: FloatArray) -> Prices:
        """What all stays cost, and the weights of floors."""
        dual = np.round(price).astype(np.int64)
        stays, others = dual[: self.stays], dual[self.stays :]
        cost = self.relaxation.cost_of(self._lines(others))
        cost[self.shelves.stays] += stays
        return Prices(cost, others[len(self.loose) :])

    def _lines(self, others: IntArray) -> IntArray:
        lines = np.zeros(len(self.relaxation.routes.uses.most), dtype=np.int64)
        lines[self.loose] = others[: len(self.loose)]
        return lines

    def ask(self, price: FloatArray) -> tuple[float, FloatArray]:
        """The bound of these prices, and how much more routes take than fillings and lines allow."""
        relaxation = self.relaxation
        dual = np.round(price).astype(np.int64)
        value = relaxation.routes_worth(self.prices(price), MOST_NODES)
        filled, taken = self.shelves.fill(dual[: self.stays], relaxation.crew.pool)
        value += filled + int((self._lines(dual[self.stays :]) * relaxation.routes.uses.most).sum())
        apart = relaxation.chosen[self.shelves.stays] - taken
        return float(value), np.append(apart, relaxation.excess(self.loose)).astype(np.float64)

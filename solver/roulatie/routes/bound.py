"""What all routes together are worth at most: what is shared is not kept but priced (Lagrangian relaxation).

Lines are priced by the duals of a linear relaxation over the routes that are known (column generation);
lines that follow from these cut off what is only good in parts. In whole numbers: prices are of 1 / SCALE of
a point, so that a bound is proven whatever prices it has. What a route loses by these prices is lost of the
bound: routes that lose more than what is open are in no better plan.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from solver.compiled import compiled
from solver.roulatie.routes.ahead import NONE, Room, Tables
from solver.roulatie.routes.kernel import best_route
from solver.roulatie.routes.master import Master
from solver.roulatie.routes.near import find_near

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from solver.arrays import BoolArray, FloatArray, IntArray, ShortArray
    from solver.roulatie.routes.columns import Columns
    from solver.roulatie.routes.crew import Crew
    from solver.roulatie.routes.points import Worth
    from solver.roulatie.routes.tables import Routes

SCALE = 1 << 16
# So little that no sum of points comes near, and that all threads together may give it.
NO_ROUTE = NONE >> 10
# Nodes of a unit: at first, and more and more where nothing else helps up to the last.
FIRST_NODES, MORE_NODES, MOST_NODES = 600, 10, 200_000
# So often lines are added in vain, and what is no less (in steps of the points); without patience less often.
PATIENCE, NOT_LESS = 15, 1e-7
LITTLE_PATIENCE, LEAST_LESS = 5, 0.1
# A point of the tier before is tried to be worth from 1 point to the last but one power of 2.
MOST_POWER = 14


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
) -> int:
    """Sum what the best routes of some units are worth after their costs, each found in so many nodes.

    `worth`: of each cell and of each bit. Writes these routes into `taken`. Where a unit has no route at all
    it is far below any sum.
    """
    value, gain = worth
    blocks, plekken, longest = value.shape[1], value.shape[2], room.longest[0]
    price = np.zeros((blocks, plekken, longest), dtype=np.int64)
    route = np.zeros(blocks, dtype=np.int64)
    total = 0
    for unit in some:
        price_stays(tables, value, cost, unit, price)
        found, most = best_route(tables, unit, price, gain[unit], most_nodes, room, route)
        if most == NONE:
            return NO_ROUTE
        total += most
        if found > NONE:
            taken[unit] = route
    return total


class Prices(NamedTuple):
    """What each stay costs and what a point of each floor gives, in parts of a point."""

    stays: IntArray
    floors: IntArray


class Near(NamedTuple):
    """Routes by unit, whether these are all, and by unit, block, plek and length which stays all have."""

    routes: list[ShortArray]
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
        self.taken: IntArray = np.full(routes.shape[:2], -1, dtype=np.int64)
        # A floor is the line that minus its points is at most minus what was reached.
        self.reached = np.array([each.always - reached for each, reached in floors], dtype=np.int64)
        self.step = worth.step()
        self.price = np.zeros(len(routes.uses.most) + len(floors), dtype=np.float64)
        self.best, self.prices = self._by_lines(self.price)

    def bound(self) -> int:
        """The lowest bound so far, in points."""
        return self._points(self.best)

    def slack(self, target: int) -> int:
        """What a route may lose at most in a plan of so many points, in parts of a point."""
        return int(self.best) - target * SCALE

    def _points(self, value: float) -> int:
        """What plans have at most for a bound in parts of a point."""
        most = int(value // SCALE) - self.worth.always
        return most // self.step * self.step + self.worth.always

    def run_lines(
        self, columns: Columns, target: int, go_on: Callable[[], bool], *, is_patient: bool = False
    ) -> None:
        """Price the lines by the duals of routes that are known, and add routes and lines to these.

        Ends where the bound meets a plan of `target` points, or when neither helps any more; without patience
        also when lines help little.
        """
        goal, nodes = (target + self.step) * SCALE, FIRST_NODES
        columns.add_plan(self.taken)
        self._take_lines(columns.routes)
        master = Master(columns.routes, self.worth, self.floors)
        least, in_vain = np.inf, 0
        while self.best >= goal and go_on():
            self._descend(master, columns, goal, nodes, go_on)
            if self.best < goal or not master.is_solved:
                break
            if nodes < MOST_NODES and self.bound() > self._points(master.value * SCALE):
                nodes *= MORE_NODES
                continue
            patience, less = (PATIENCE, NOT_LESS) if is_patient else (LITTLE_PATIENCE, LEAST_LESS)
            in_vain = 0 if master.value < least - less * self.step else in_vain + 1
            least = min(least, master.value)
            if in_vain < patience and columns.cut(master.weights(), is_patient=is_patient):
                self._take_lines(columns.routes)
                master = Master(columns.routes, self.worth, self.floors)
            else:
                self._refine(master, columns, goal, nodes, go_on)
                break

    def _refine(
        self, master: Master, columns: Columns, goal: float, nodes: int, go_on: Callable[[], bool]
    ) -> None:
        """Take prices of the last lines too where the bound in points is the same: fewer routes are near."""
        while self.best >= goal and go_on():
            duals = columns.prices(master)
            if duals is None or not self._improve(columns, duals * SCALE, nodes):
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

    def _descend(
        self, master: Master, columns: Columns, goal: float, nodes: int, go_on: Callable[[], bool]
    ) -> None:
        """Lower the bound to what these lines allow, as far as so many nodes a unit can tell."""
        is_better = True
        while is_better and self.best >= goal and go_on():
            duals = columns.prices(master)
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

    def near(self, target: int, most: int, nodes: int, go_on: Callable[[], bool]) -> Near:
        """All routes of plans of at least `target` points, in so many nodes a unit; with 0 only their stays.

        It ends soon after a unit that has more than `most`: it does not have all then.
        """
        units, blocks, plekken, longest = self.routes.shape
        slack = self.slack(target)
        objective = self._objective(self.prices.floors)
        stays: BoolArray = np.zeros((units, blocks, plekken, longest), dtype=np.bool_)
        routes: list[ShortArray] = [np.zeros((0, blocks), dtype=np.int16)] * units
        ended: list[int] = []

        def look(some: IntArray, room: Room) -> int:
            price = np.zeros((blocks, plekken, longest), dtype=np.int64)
            found = np.zeros((most + 1, blocks), dtype=np.int64)
            missed = 0
            for unit in some:
                if ended and most > 0:
                    break
                price_stays(self.routes.tables, objective.value, self.prices.stays, unit, price)
                gain, limits = objective.gain[unit], (slack, nodes if go_on() else 0)
                number = find_near(self.routes.tables, unit, price, gain, limits, room, found, stays[unit])
                if number < 0:
                    stays[unit] = True
                    missed += 1
                    ended.append(unit)
                elif most > 0:
                    routes[unit] = found[:number].astype(np.int16)
            return missed

        missed = self.crew.share(look)
        return Near(routes, missed == 0, stays)

    def routes_worth(self, prices: Prices, most_nodes: int, units: IntArray | None = None) -> int:
        """The best routes for these prices, of all units or some, in parts of a point."""
        objective = self._objective(prices.floors)

        def best(some: IntArray, room: Room) -> int:
            tables, worth = self.routes.tables, (objective.value, objective.gain)
            return relax(tables, worth, prices.stays, some, most_nodes, room, self.taken)

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

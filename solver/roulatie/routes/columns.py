"""Routes that are known of each unit, with what they use of the lines and what they are worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.roulatie.routes.covers import Covers, add_covers
from solver.roulatie.routes.halves import Halves
from solver.roulatie.routes.search import State, departs, points_of_each, stays_of_each, use

if TYPE_CHECKING:
    from solver.arrays import FloatArray, IntArray, ShortArray
    from solver.roulatie.routes.master import Master
    from solver.roulatie.routes.points import Worth
    from solver.roulatie.routes.tables import Routes


class Columns:
    """A route is a column: its unit, its plekken, and the lines it uses with how much."""

    def __init__(self, routes: Routes, covers: Covers | None = None) -> None:
        """None yet."""
        self.routes = routes
        self.units: list[int] = []
        self.plekken: list[IntArray] = []
        self.uses: list[tuple[IntArray, IntArray]] = []
        self.covers = covers or Covers(routes)
        self._known: dict[tuple[int, bytes], int] = {}
        self._state = _state(routes)

    def fresh(self, routes: Routes) -> Columns:
        """No columns of these routes yet, which have the lines that were found."""
        return Columns(routes, self.covers)

    def add_plan(self, taken: IntArray) -> int:
        """Add the routes of all units that have one; gives how many were not known."""
        return sum(self.add(unit, route) for unit, route in enumerate(taken))

    def add(self, unit: int, route: IntArray) -> bool:
        """Add a route of a unit; False where it is known or there is none (a plek below 0)."""
        blocks = int(self.routes.tables.blocks[unit])
        key = (unit, route[:blocks].tobytes())
        if route[0] < 0 or key in self._known:
            return False
        self._known[key] = len(self.units)
        self.units.append(unit)
        self.plekken.append(route.copy())
        self.uses.append(self.use(unit, route))
        return True

    def prices(self, master: Master) -> FloatArray | None:
        """Put those that are new into a linear relaxation, and ask its prices."""
        begin = master.number()
        points = self.points(master.worth, begin)
        above = [self.points(each, begin) for each, _ in master.floors]
        for place, worth in enumerate(points):
            lines, amounts = self.uses[begin + place]
            master.add(self.units[begin + place], worth, [each[place] for each in above], lines, amounts)
        return master.prices()

    def find(self, plan: IntArray) -> list[int]:
        """The columns of the routes of a plan, of those units whose route is known."""
        blocks = self.routes.tables.blocks.tolist()
        keys = [(unit, route[: blocks[unit]].tobytes()) for unit, route in enumerate(plan)]
        return [self._known[key] for key in keys if key in self._known]

    def use(self, unit: int, route: IntArray) -> tuple[IntArray, IntArray]:
        """The lines that a route uses, and how much."""
        _, _, plekken, longest = self.routes.shape
        blocks = int(self.routes.tables.blocks[unit])
        self._state.route[unit] = route
        self._state.used[:] = 0
        use(self.routes.uses, self._state, unit, blocks, longest, plekken, 1)
        kept = self.routes.kept
        if kept.line >= 0 and departs(kept, unit, blocks, route):
            self._state.used[kept.line] += kept.people[unit]
        lines = np.flatnonzero(self._state.used)
        return lines, self._state.used[lines]

    def cut(self, weights: FloatArray, *, is_patient: bool) -> bool:
        """Add lines that these weights pass, with patience also halves; False where there are none."""
        units, blocks, plekken, longest = self.routes.shape
        total = np.zeros(units * blocks * plekken * longest + 1, dtype=np.float64)
        some = np.flatnonzero(weights > 0)
        stays = stays_of_each(self.routes.tables, *self.some(some), plekken, longest)
        np.add.at(total, stays, weights[some, np.newaxis])
        total = total[:-1]
        covers = self.covers.find(total)
        if not covers and is_patient:
            covers = self.covers.take(Halves(self.routes, total).find())
        if covers:
            self.routes = add_covers(self.routes, covers)
            self._state = _state(self.routes)
            self.uses = [self.use(*each) for each in zip(self.units, self.plekken, strict=True)]
        return bool(covers)

    def points(self, worth: Worth, begin: int = 0) -> list[int]:
        """What each is worth, from one of them on, without what is sure."""
        units, taken = self.some(np.arange(begin, len(self.units)))
        points = points_of_each(self.routes.tables, worth.value, worth.gain, units, taken)
        return [int(each) for each in points]

    def some(self, places: IntArray) -> tuple[IntArray, ShortArray]:
        """The units of some columns and their routes."""
        units = np.array([self.units[each] for each in places], dtype=np.int64)
        taken = np.array([self.plekken[each] for each in places], dtype=np.int16)
        return units, taken.reshape(len(places), self.routes.shape[1])

    def plan(self, chosen: list[int]) -> IntArray:
        """The routes of these columns, one of each unit."""
        taken: IntArray = np.zeros(self.routes.shape[:2], dtype=np.int64)
        for each in chosen:
            taken[self.units[each]] = self.plekken[each]
        return taken


def _state(routes: Routes) -> State:
    """Nobody anywhere."""
    nothing: IntArray = np.zeros(len(routes.uses.most), dtype=np.int64)
    return State(np.zeros(routes.shape[:2], dtype=np.int64), nothing, nothing)

"""Routes that are known of each unit, with what they use of the lines and what they are worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.roulatie.routes.search import State, departs, points_of, use

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.arrays import IntArray
    from solver.roulatie.routes.points import Worth
    from solver.roulatie.routes.tables import Routes


class Columns:
    """A route is a column: its unit, its plekken, and the lines it uses with how much."""

    def __init__(self, routes: Routes) -> None:
        """None yet."""
        self.routes = routes
        self.units: list[int] = []
        self.plekken: list[IntArray] = []
        self.uses: list[tuple[IntArray, IntArray]] = []
        self._known: set[tuple[int, bytes]] = set()
        units, blocks = routes.shape[:2]
        nothing: IntArray = np.zeros(len(routes.uses.most), dtype=np.int64)
        self._state = State(np.zeros((units, blocks), dtype=np.int64), nothing.copy(), nothing)

    def add_plan(self, taken: IntArray) -> int:
        """Add the routes of all units; gives how many were not known."""
        return sum(self.add(unit, route) for unit, route in enumerate(taken))

    def add_all(self, routes: Sequence[IntArray]) -> None:
        """Add routes by unit."""
        for unit, some in enumerate(routes):
            for route in some:
                self.add(unit, route)

    def add(self, unit: int, route: IntArray) -> bool:
        """Add a route of a unit; False where it is known."""
        blocks = int(self.routes.tables.blocks[unit])
        key = (unit, route[:blocks].tobytes())
        if key in self._known:
            return False
        self._known.add(key)
        _, _, plekken, longest = self.routes.shape
        self._state.route[unit] = route
        self._state.used[:] = 0
        use(self.routes.uses, self._state, unit, blocks, longest, plekken, 1)
        kept = self.routes.kept
        if kept.line >= 0 and departs(kept, unit, blocks, route):
            self._state.used[kept.line] += kept.people[unit]
        lines = np.flatnonzero(self._state.used)
        self.units.append(unit)
        self.plekken.append(route.copy())
        self.uses.append((lines, self._state.used[lines]))
        return True

    def points(self, worth: Worth, begin: int = 0) -> list[int]:
        """What each is worth, from one of them on, without what is sure."""
        tables = self.routes.tables
        return [
            int(points_of(tables, worth.value, worth.gain, unit, route))
            for unit, route in zip(self.units[begin:], self.plekken[begin:], strict=True)
        ]

    def plan(self, chosen: list[int]) -> IntArray:
        """The routes of these columns, one of each unit."""
        taken: IntArray = np.zeros(self.routes.shape[:2], dtype=np.int64)
        for each in chosen:
            taken[self.units[each]] = self.plekken[each]
        return taken

"""The wish reizen along routes: who travels most is a limit that each route keeps or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.roulatie.wishes import reizen

if TYPE_CHECKING:
    from solver.arrays import IntArray, ShortArray
    from solver.roulatie.routes.tables import Routes


class Travel:
    """Minutes of each person's trip to each plek; a point of the wish is worth so much."""

    def __init__(self, routes: Routes, weight: int) -> None:
        """Ask the table of travel times."""
        instance = routes.instance
        people = [(place, each) for place, unit in enumerate(routes.units) for each in unit.members]
        self.weight = weight
        self.ceiling = reizen.ceiling(instance)
        self.unit = np.array([place for place, _ in people], dtype=np.int64)
        self.minutes = np.array(
            [
                [
                    instance.reistabel.minuten[each.vervoermiddel][each.zone][plek.zone] or 0
                    for plek in instance.plekken
                ]
                for _, each in people
            ],
            dtype=np.int64,
        )
        self._blocks = routes.tables.blocks[self.unit]
        self._can = routes.tables.can

    def step(self) -> int:
        """What anybody travels is a whole number of these minutes, at least 1."""
        return max(1, int(np.gcd.reduce(self.minutes.ravel())))

    def least(self) -> int:
        """Nobody could travel less than who then travels most."""
        far = int(self.minutes.max(initial=0))
        least = [
            np.where(self._can[unit, :own], self.minutes[person], far).min(axis=1).sum()
            for person, (unit, own) in enumerate(zip(self.unit.tolist(), self._blocks.tolist(), strict=True))
        ]
        return int(max(least, default=0))

    def of_routes(self, units: IntArray, routes: IntArray | ShortArray) -> IntArray:
        """How far who of the unit travels most goes on each route (plekken by block)."""
        most: IntArray = np.zeros(len(units), dtype=np.int64)
        for person, unit in enumerate(self.unit.tolist()):
            here = np.flatnonzero(units == unit)
            trips = self.minutes[person][routes[here, : self._blocks[person]]].sum(axis=1)
            most[here] = np.maximum(most[here], trips)
        return most

    def most(self, plan: IntArray) -> int:
        """How far who travels most goes in a plan (plekken by unit and block)."""
        return int(self.of_routes(np.arange(len(plan)), plan).max(initial=0))

    def points(self, minutes: int) -> int:
        """What it is worth that nobody travels farther than so many minutes."""
        return self.weight * max(0, self.ceiling - minutes)

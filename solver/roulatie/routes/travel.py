"""The wish reizen along routes: who travels most is a limit that each route keeps or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.roulatie.wishes import reizen

if TYPE_CHECKING:
    from solver.arrays import IntArray
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
        self._is_own = np.arange(routes.shape[1]) < self._blocks[:, np.newaxis]
        self._least = self._least_by_block(routes)

    def _least_by_block(self, routes: Routes) -> IntArray:
        """The nearest that each person may be in each block."""
        can = routes.tables.can[self.unit]
        far = int(self.minutes.max(initial=0))
        nearest = np.where(can, self.minutes[:, np.newaxis, :], far).min(axis=2)
        least: IntArray = np.where(self._is_own, nearest, 0)
        return least

    def step(self) -> int:
        """What anybody travels is a whole number of these minutes, at least 1."""
        return max(1, int(np.gcd.reduce(self.minutes.ravel())))

    def least(self) -> int:
        """Nobody could travel less than who then travels most."""
        return int(self._least.sum(axis=1).max(initial=0))

    def most(self, plan: IntArray) -> int:
        """How far who travels most goes in a plan (plekken by unit and block)."""
        places = np.where(self._is_own, plan[self.unit], 0)
        trips = np.take_along_axis(self.minutes, places, axis=1)
        return int(np.where(self._is_own, trips, 0).sum(axis=1).max(initial=0))

    def points(self, minutes: int) -> int:
        """What it is worth that nobody travels farther than so many minutes."""
        return self.weight * max(0, self.ceiling - minutes)

    def keeps(self, unit: int, route: IntArray, limit: int) -> bool:
        """Whether everyone of a unit stays within so many minutes on a route."""
        people = np.flatnonzero(self.unit == unit)
        blocks = self._blocks[people[0]]
        return bool((self.minutes[people][:, route[:blocks]].sum(axis=1) <= limit).all())

    def within(self, routes: Routes, limit: int) -> Routes:
        """The same with only routes of at most so many minutes.

        Minutes that are saved against the farthest plek count as weeks of practice that someone needs.
        """
        tables = routes.tables
        units, blocks, plekken, _ = routes.shape
        order = np.arange(len(self.unit)) - np.searchsorted(self.unit, self.unit)
        people = int(order.max(initial=0)) + 1
        weeks: IntArray = np.zeros((units, blocks, plekken, people), dtype=np.int64)
        need: IntArray = np.zeros((units, people), dtype=np.int64)
        most: IntArray = np.zeros((units, blocks + 1, people), dtype=np.int64)
        can = tables.can.copy()
        far = self.minutes.max(axis=1, initial=0)
        spare = limit - self._least.sum(axis=1)
        for person, (unit, place) in enumerate(zip(self.unit.tolist(), order.tolist(), strict=True)):
            own = int(self._blocks[person])
            least = self._least[person, :own]
            can[unit, :own] &= self.minutes[person] <= least[:, np.newaxis] + spare[person]
            weeks[unit, :own, :, place] = far[person] - self.minutes[person]
            need[unit, place] = own * far[person] - limit
            most[unit, :own, place] = np.cumsum((far[person] - least)[::-1])[::-1]
        return routes._replace(
            tables=tables._replace(
                can=can,
                weeks=np.concatenate([tables.weeks, weeks], axis=3),
                need=np.concatenate([tables.need, need], axis=1),
                most_weeks=np.concatenate([tables.most_weeks, most], axis=2),
            )
        )

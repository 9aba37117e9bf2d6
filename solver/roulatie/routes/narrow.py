"""Of all routes of better plans those that are left beside lines over whole routes.

Where a relaxation leaves few enough routes to list them, halves of sums across blocks lower its bound
further, and with each bound routes fall out, until no better plan can be or a solver can pick from what is
left (Baldacci, Christofides and Mingozzi 2008: routes listed within the gap, and cuts over these).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.arrays import is_in
from solver.roulatie.routes.across import (
    MOST_LINES,
    MOST_LOST,
    NEVER,
    NOTHING,
    WHOLE,
    Half,
    Halves,
    Rows,
    find_sums,
)
from solver.roulatie.routes.ahead import NONE
from solver.roulatie.routes.bound import SCALE
from solver.roulatie.routes.master import Master

if TYPE_CHECKING:
    from collections.abc import Callable

    from solver.arrays import BoolArray, FloatArray, IntArray
    from solver.roulatie.routes.bound import Relaxation
    from solver.roulatie.routes.columns import Columns
    from solver.roulatie.routes.pool import Pool

# Routes of a unit that become known at once, and what they must be worth more: less is rounding of prices.
AT_ONCE, LEAST_MORE = 3, SCALE // 256
# Halves that are added at once, in how many of these a line may be, and what they must cut off.
MOST_AT_ONCE, MOST_OF_LINE, LEAST_PASSED = 60, 3, 0.01
# So often halves are added before other routes are looked at; sooner where so much is less (in steps).
ROUNDS, ENOUGH_LESS = 40, 0.2


class Narrowing:
    """The routes that are left, those that the linear relaxation knows of these, and halves."""

    def __init__(
        self, relaxation: Relaxation, columns: Columns, pool: Pool, target: int, halves: Halves
    ) -> None:
        """Of all routes that a plan of at least so many points may have."""
        self.relaxation, self.columns = relaxation, columns
        self.routes, self.worth = columns.routes, relaxation.worth
        self.goal = (target - self.worth.always) * SCALE
        self.pool = pool
        self.values = self.pool.points
        self.is_known: BoolArray = np.zeros(len(self.pool.units), dtype=np.bool_)
        self.known = self.pool.take(self.is_known)
        self.is_out: BoolArray = np.zeros(0, dtype=np.bool_)
        self.master = Master(self.routes, self.worth, relaxation.floors)
        self.halves, self._used = halves, set[int]()
        for half in halves.all:
            self.master.add_line(half.most, np.zeros(0, dtype=np.int64))
        uses = self.routes.uses
        order = np.argsort(uses.line, kind="stable")
        self._stay = np.repeat(np.arange(len(uses.begin) - 1), np.diff(uses.begin))[order]
        self._amount = uses.amount[order]
        self._begin = np.searchsorted(uses.line[order], np.arange(len(uses.most) + 1))

    def begin(self, known: Pool, go_on: Callable[[], bool]) -> bool:
        """Whether the linear relaxation allows a plan; no routes are left where it does not.

        `known`: routes that are likely in its optimum.
        """
        number = np.bincount(self.pool.units, minlength=self.routes.shape[0])
        if (number == 0).any():
            self._leave(np.zeros(len(self.pool.units), dtype=np.bool_))
            return False
        best = np.lexsort((-self.pool.points, self.pool.units))
        is_first = is_in(self.pool.keys(), np.sort(known.keys()))
        is_first[best[np.cumsum(number) - number]] = True
        self._know(np.flatnonzero(is_first))
        return self._descend(go_on)

    def run(self, few: int, go_on: Callable[[], bool]) -> None:
        """Go on until no plan reaches the target (no routes are left), few are left, or nothing helps."""
        while len(self.pool.units) > few and go_on() and self._cut(go_on) and self._descend(go_on):
            pass

    def useful(self) -> Halves:
        """The halves that had a price."""
        return self.halves.only(self._used)

    def likely(self, most: int, random: np.random.Generator) -> Pool:
        """So many routes at most of those that are left: of each unit those that are known or lose least."""
        units = self.pool.units
        order = np.lexsort((random.random(len(units)), -self.values, ~self.is_known, units))
        number = np.bincount(units, minlength=self.routes.shape[0])
        rank: IntArray = np.zeros(len(units), dtype=np.int64)
        rank[order] = np.arange(len(units)) - np.repeat(np.cumsum(number) - number, number)
        return self.pool.take(np.sort(np.argsort(rank, kind="stable")[:most]))

    def _leave(self, keep: BoolArray) -> None:
        """Go on with these routes."""
        if not keep.all():
            self.pool, self.is_known, self.values = (
                self.pool.take(keep),
                self.is_known[keep],
                self.values[keep],
            )

    def _know(self, places: IntArray) -> None:
        """Make columns of routes."""
        new = self.pool.take(places)
        known: dict[int, IntArray] = {}
        lines = len(self.routes.uses.most)
        halves = [self.halves.amounts(new, half, known) for half in range(len(self.halves.all))]
        for place, route in enumerate(new.plekken.astype(np.int64)):
            own, amounts = self.columns.use(int(new.units[place]), route)
            of_halves = np.array([each[place] for each in halves], dtype=np.int64)
            used = np.flatnonzero(of_halves)
            self.master.add(
                int(new.units[place]),
                int(new.points[place]),
                new.above[:, place].tolist(),
                np.append(own, lines + used),
                np.append(amounts, of_halves[used]),
            )
        self.is_known[places] = True
        self.known = self.known.plus(new)
        self.is_out = np.append(self.is_out, np.zeros(len(places), dtype=np.bool_))

    def _descend(self, go_on: Callable[[], bool]) -> bool:
        """Price what is left until no route helps; False where GLOP fails or no route is left."""
        while go_on():
            duals = self.master.prices()
            if duals is None:
                return False
            if not self._price(duals):
                break
        return len(self.pool.units) > 0

    def _price(self, duals: FloatArray) -> bool:
        """Leave out routes that no plan of the target has; whether others became known or fell out."""
        prices = np.round(duals * SCALE).astype(np.int64)
        values, base = self._worth(self.pool, prices)
        self.values = values
        top: IntArray = np.full(self.routes.shape[0], NONE, dtype=np.int64)
        np.maximum.at(top, self.pool.units, values)
        slack = top.sum() + base - self.goal
        keep = top[self.pool.units] - values <= slack
        more = values - self.master.least()[self.pool.units] * SCALE
        helps = np.flatnonzero(keep & ~self.is_known & (more > LEAST_MORE))
        order = helps[np.lexsort((-more[helps], self.pool.units[helps]))]
        unit = self.pool.units[order]
        new = order[np.arange(len(order)) - np.searchsorted(unit, unit) < AT_ONCE]
        self._know(new)
        known, _ = self._worth(self.known, prices)
        out = (top[self.known.units] - known > slack) & ~self.is_out
        for column in np.flatnonzero(out).tolist():
            self.master.forbid(column)
        self.is_out |= out
        self._leave(keep)
        return len(self.pool.units) > 0 and (len(new) > 0 or bool(out.any()))

    def _worth(self, pool: Pool, prices: IntArray) -> tuple[IntArray, int]:
        """What routes are worth beside prices of lines, halves and floors, and what these prices give."""
        uses = self.routes.uses
        lines, halves = len(uses.most), len(self.halves.all)
        values = SCALE * pool.points - pool.sums(self.relaxation.cost_of(prices[:lines]))
        base = int((prices[:lines] * uses.most).sum())
        known: dict[int, IntArray] = {}
        for place in np.flatnonzero(prices[lines : lines + halves]).tolist():
            self._used.add(place)
            price = int(prices[lines + place])
            values -= price * self.halves.amounts(pool, place, known)
            base += price * self.halves.all[place].most
        of_floors = prices[lines + halves :]
        values += of_floors @ pool.above
        return values, base + int((of_floors * self.relaxation.reached).sum())

    def _cut(self, go_on: Callable[[], bool]) -> bool:
        """Add halves until the relaxation gives less; False where none makes it less."""
        before, step = self.master.value, self.worth.step()
        for _ in range(ROUNDS):
            if not go_on() or not self.add_halves() or self.master.prices() is None:
                break
            if self.master.value < before - ENOUGH_LESS * step:
                break
        return self.master.value < before - NOTHING * step

    def add_halves(self) -> int:
        """Add halves that the weights of now pass; gives how many."""
        weights = self.master.weights()
        columns = np.flatnonzero(weights > NOTHING)
        columns = columns[np.argsort(self.known.units[columns], kind="stable")]
        pool, weight = self.known.take(columns), weights[columns]
        amounts, most = self._amounts(pool)
        left = most - amounts @ weight
        if self.routes.kept.line >= 0:
            left[self.routes.kept.line] = NEVER
        parts = weight < WHOLE
        odd = amounts[:, parts] % 2 == 1
        parity = (most - amounts[:, ~parts].sum(axis=1)) % 2
        lines = np.flatnonzero((left < MOST_LOST) & (odd.any(axis=1) | (parity == 1)))
        lines = lines[np.argsort(left[lines], kind="stable")]
        _, first = np.unique(np.column_stack([odd[lines], parity[lines]]), axis=0, return_index=True)
        lines = lines[np.sort(first)][:MOST_LINES]
        rows = Rows(odd[lines], parity[lines], left[lines].clip(min=0), pool.units[parts], weight[parts])
        sums = find_sums(rows, self.routes.shape[0])
        often: IntArray = np.zeros(len(most), dtype=np.int64)
        number = 0
        for place in range(len(sums.lost)):
            own = lines[sums.lines[place][sums.lines[place] >= 0]]
            if often[own].max() < MOST_OF_LINE:
                odd_whole = amounts[own][:, ~parts].sum(axis=0) % 2 == 1
                units = sums.units[place].copy()
                units[pool.units[~parts][odd_whole]] = True
                if self._add(own, units, most, pool, weight):
                    often[own] += 1
                    number += 1
            if number == MOST_AT_ONCE:
                break
        return number

    def _amounts(self, pool: Pool) -> tuple[IntArray, IntArray]:
        """What some routes use of each line and half, and what these allow."""
        most = self.routes.uses.most
        known: dict[int, IntArray] = {}
        halves = [self.halves.amounts(pool, place, known) for place in range(len(self.halves.all))]
        amounts: IntArray = np.zeros((len(most) + len(halves), len(pool.units)), dtype=np.int64)
        routes = pool.plekken.astype(np.int64)
        for place, unit in enumerate(pool.units.tolist()):
            lines, used = self.columns.use(unit, routes[place])
            amounts[lines, place] = used
        for place, each in enumerate(halves):
            amounts[len(most) + place] = each
        return amounts, np.append(most, [each.most for each in self.halves.all]).astype(np.int64)

    def _add(self, lines: IntArray, units: BoolArray, most: IntArray, pool: Pool, weight: FloatArray) -> bool:
        """Add half of a sum where it is new and these weights pass it."""
        number = len(self.routes.uses.most)
        by_stay: IntArray = np.zeros(len(self.routes.uses.begin) - 1, dtype=np.int64)
        for line in lines[lines < number].tolist():
            here = slice(self._begin[line], self._begin[line + 1])
            by_stay[self._stay[here]] += self._amount[here]
        earlier = tuple((lines[lines >= number] - number).tolist())
        half = Half(by_stay, units.astype(np.int64), earlier, int(most[lines].sum() + units.sum()) // 2)
        is_passed = self.halves.of(pool, half, {}) @ weight > half.most + LEAST_PASSED
        if not is_passed or not self.halves.add(half):
            return False
        self.master.add_line(half.most, self.halves.of(self.known, half, {}))
        return True

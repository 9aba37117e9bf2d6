"""Plans by search over routes: tier by tier, the tiers before it priced as lines that are too full or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.roulatie.instance import Cel
from solver.roulatie.routes.ahead import NONE
from solver.roulatie.routes.kernel import best_route
from solver.roulatie.routes.points import is_of_routes, no_worth, worth_of
from solver.roulatie.routes.search import MOST_NODES, State, departs, hold, sweep, total_of, use
from solver.roulatie.routes.tables import make_room
from solver.roulatie.routes.travel import Travel
from solver.roulatie.solution import Solution
from solver.roulatie.wishes import reizen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from solver.arrays import IntArray
    from solver.roulatie.routes.points import Worth
    from solver.roulatie.routes.tables import Routes
    from solver.tiers import Tier

# A point of the tier of now; of the next one a point is 1, to choose between equals.
POINT = 4096
# Prices: at first, added in each sweep while a line is too full, and the part that is added too.
FIRST, ADDED, RISE = POINT // 4, POINT // 20, 16
# The part taken off else: it shrinks without a plan and grows with each, so that one sweep in six has one.
FALL, LEAST_FALL, MOST_FALL = 1 / 512, 1 / 4096, 1 / 16
FALL_LESS, FALL_MORE = 0.98, 1.1
# The price of a point of a tier before; no price may pass the highest.
FORMER, HIGHEST = 64 * POINT, 1 << 28
# Sweeps without anything better after which it ends, and without any plan.
STALL, PLANLESS = 300, 2000


class RouteSearch:
    """Keeps the best plan so far that makes no line too full, and its points in each tier of routes.

    After these come the points of reizen, where that is the tier after them.
    """

    def __init__(self, routes: Routes, seed: int) -> None:
        """Nothing found yet."""
        self.routes = routes
        tiers = routes.instance.beleid.tiers
        self.tiers: list[Worth] = []
        for tier in tiers:
            if not is_of_routes(tier):
                break
            self.tiers.append(worth_of(tier, routes.units, routes.shape))
        self.of_tiers = bool(self.tiers)
        self.travel = self._travel(tiers[len(self.tiers) :])
        if not self.tiers:
            self.tiers.append(no_worth(routes.units, routes.shape))
        self.random = np.random.default_rng(seed)
        self.room = make_room(routes)
        lines = len(routes.uses.most)
        units, blocks = routes.shape[:2]
        self.state = State(
            np.zeros((units, blocks), dtype=np.int64),
            np.zeros(lines, dtype=np.int64),
            np.full(lines, FIRST, dtype=np.int64),
        )
        self.value: tuple[int, ...] | None = None
        self.best: IntArray = self.state.route.copy()
        self.sweeps = 0
        self.fall = FALL

    def _travel(self, tiers: Sequence[Tier]) -> Travel | None:
        """The wish reizen where it is all of the next tier."""
        weights = tiers[0].gewichten if tiers and self.of_tiers else {}
        return Travel(self.routes, weights[reizen.NAME]) if weights.keys() == {reizen.NAME} else None

    def begin(self) -> bool:
        """Give everyone the published route, else the best, whatever others do; False where one has none."""
        objective = self._objective(0, [])
        for unit in range(self.routes.shape[0]):
            blocks = int(self.routes.tables.blocks[unit])
            price = np.zeros(self.routes.shape[1:], dtype=np.int64)
            hold(self.routes.kept, unit, blocks, price)
            found, _ = best_route(
                self.routes.tables,
                unit,
                price,
                objective.gain[unit],
                MOST_NODES,
                self.room,
                self.state.route[unit],
            )
            if found == NONE:
                return False
        self.take(self.state.route.copy())
        return True

    def take(self, plan: IntArray) -> bool:
        """Go on from these routes; whether they make no line too full and are better than the best so far."""
        routes, state = self.routes, self.state
        _, _, plekken, longest = routes.shape
        state.route[:], state.used[:] = plan, 0
        for unit, blocks in enumerate(routes.tables.blocks.tolist()):
            use(routes.uses, state, unit, blocks, longest, plekken, 1)
            if routes.kept.line >= 0 and departs(routes.kept, unit, blocks, state.route[unit]):
                state.used[routes.kept.line] += routes.kept.people[unit]
        value = self._value()
        is_better = bool((state.used <= routes.uses.most).all()) and (
            self.value is None or value > self.value
        )
        if is_better:
            self.value, self.best = value, plan
        return is_better

    def run(self, tier: int, go_on: Callable[[], bool], report: Callable[[int], None]) -> None:
        """Sweep until told to stop or nothing better was found for long; the tiers before are kept."""
        prices = [FORMER] * tier
        since = 0
        while since < (PLANLESS if self.value is None else STALL + self.sweeps // 2) and go_on():
            objective = self._objective(tier, prices)
            order = self.random.permutation(self.routes.shape[0])
            over = sweep(
                self.routes.tables,
                self.routes.uses,
                self.routes.kept,
                objective.value,
                objective.gain,
                self.state,
                order,
                self.room,
            )
            self.sweeps += 1
            since += 1
            value = self._value()
            if over == 0 and (self.value is None or value > self.value):
                self.value, self.best = value, self.state.route.copy()
                since = 0
                if tier == 0:
                    report(value[0])
                if not self.of_tiers:
                    return
            self.fall = min(MOST_FALL, max(LEAST_FALL, self.fall * (FALL_LESS if over else FALL_MORE)))
            self._set_prices(prices, value)

    def _objective(self, tier: int, prices: list[int]) -> Worth:
        total = self.tiers[tier].times(POINT)
        if tier + 1 < len(self.tiers):
            total = total.plus(self.tiers[tier + 1])
        for price, worth in zip(prices, self.tiers, strict=False):
            total = total.plus(worth.times(price))
        return total

    def _value(self) -> tuple[int, ...]:
        """The points of the routes of now, with those of reizen where these come next."""
        route = self.state.route
        points = [
            each.always + total_of(self.routes.tables, each.value, each.gain, route) for each in self.tiers
        ]
        if self.travel is not None:
            points.append(self.travel.points(self.travel.most(route)))
        return tuple(points)

    def _set_prices(self, prices: list[int], value: tuple[int, ...]) -> None:
        """Raise the prices of what is too full, or too few points; lower the others a little."""
        price = self.state.price
        full = self.state.used > self.routes.uses.most
        price[full] = np.minimum(HIGHEST, price[full] + price[full] // RISE + ADDED)
        price[~full] -= (price[~full] * self.fall).astype(np.int64)
        for place, former in enumerate(prices):
            is_short = self.value is not None and value[place] < self.value[place]
            more = former + former // RISE + ADDED
            prices[place] = min(HIGHEST, more) if is_short else former - former // (2 * RISE)

    def solution(self) -> Solution | None:
        """The best plan found."""
        if self.value is None:
            return None
        plekken = self.routes.instance.plekken
        return Solution(
            cellen=tuple(
                sorted(
                    Cel(deelnemer=each.id, blok=blok.id, plek=plekken[plek].id)
                    for unit, route in zip(self.routes.units, self.best.tolist(), strict=True)
                    for each in unit.members
                    for blok, plek in zip(unit.blokken, route, strict=False)
                )
            )
        )

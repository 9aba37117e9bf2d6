"""The least that who travels most can do with, beside plans that reach what the tiers of routes did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.roulatie.routes.points import no_worth
from solver.roulatie.routes.tiers import FEW_ROUTES

if TYPE_CHECKING:
    from collections.abc import Callable

    from solver.arrays import IntArray
    from solver.roulatie.routes.narrow import Narrowing
    from solver.roulatie.routes.pool import Pool
    from solver.roulatie.routes.tiers import Tiers
    from solver.roulatie.routes.travel import Travel

# Of the seconds, so much at most is for all, for a plan of routes within a limit, and to narrow these.
SHARE, PICK_SHARE, NARROW_SHARE = 0.6, 0.1, 0.05


def shorten(tiers: Tiers, travel: Travel) -> None:
    """Look for plans whose longest travel is shorter, and add what the tier is worth at most."""
    least = travel.least()
    if tiers.last is not None:
        least = _Shortening(tiers, travel, tiers.last).run(tiers.share(SHARE))
    tiers.bounds.append(travel.points(least))


class _Shortening:
    """All routes of plans that reach as much, with how far who travels most goes on each."""

    def __init__(self, tiers: Tiers, travel: Travel, pool: Pool) -> None:
        """Ask how far each goes, in steps."""
        self.tiers, self.travel = tiers, travel
        self.tier = len(tiers.search.tiers) - 1
        self.step = travel.step()
        self.known = tiers.known()
        # The second time that a limit is tried has twice as long.
        self.patience = 1
        self.pool, self.far = pool, travel.of_routes(pool.units, pool.plekken) // self.step
        # Of plans within a limit: the fewest routes for the lowest of these limits.
        self.fewer: dict[int, tuple[Pool, IntArray]] = {}

    def run(self, go_on: Callable[[], bool]) -> int:
        """Minutes that no plan goes below: first what the linear relaxation allows, then with plans."""
        nearest: IntArray = np.full(self.tiers.routes.shape[0], self.far.max(initial=0), dtype=np.int64)
        np.minimum.at(nearest, self.pool.units, self.far)
        # In steps: too few, and enough as far as the relaxation knows.
        low, top = int(nearest.max()) - 1, self._now()
        while low + 1 < top and go_on():
            limit = (low + top) // 2
            if self._within(limit, go_on) is not None:
                top = limit
            else:
                low = limit
        # Nothing was decided up to here; the second try is whether the plan of now is best.
        tried, tries = low, 0
        while low + 1 < (now := self._now()) and go_on():
            if tried + 1 >= now:
                tried, self.patience = low, 2 * self.patience
            limit = {0: tried + 1, 1: now - 1}.get(tries, (tried + now) // 2)
            if self._is_in_vain(limit, go_on):
                low = tried = limit
            elif self._now() == now and (tries != 1 or tried + 2 >= now):
                tried = limit
            tries += 1
        return (low + 1) * self.step

    def _now(self) -> int:
        """How far who travels most goes in the best plan."""
        return self.travel.most(self.tiers.search.best) // self.step

    def _within(self, limit: int, go_on: Callable[[], bool]) -> Narrowing | None:
        """The routes of plans that keep a limit; None where it is proven that there are none."""
        above = [each for each in self.fewer if each >= limit]
        pool, far = self.fewer[min(above)] if above else (self.pool, self.far)
        within = self.tiers.narrowing(pool.take(far <= limit), self.tiers.reached()[self.tier])
        within.begin(self.known, go_on)
        self.known = within.known
        if len(within.pool.units) == 0:
            return None
        self._keep(limit, within)
        return within

    def _keep(self, limit: int, within: Narrowing) -> None:
        """For this limit and lower ones only what is left matters."""
        pool = within.pool
        self.fewer[limit] = pool, self.travel.of_routes(pool.units, pool.plekken) // self.step

    def _is_in_vain(self, limit: int, go_on: Callable[[], bool]) -> bool:
        """Look for a plan of routes that are short enough; whether it is proven that there is none."""
        within = self._within(limit, go_on)
        if within is None:
            return True
        within.run(FEW_ROUTES, self.tiers.share(self.patience * NARROW_SHARE))
        self._keep(limit, within)
        if len(within.pool.units) == 0:
            return True
        tiers = self.tiers
        columns, is_all = tiers.left(within)
        floors, nothing = tiers.floors(self.tier + 1), no_worth(tiers.routes.units, tiers.routes.shape)
        plan, most = tiers.picked(columns, nothing, floors, self.patience * PICK_SHARE)
        if plan is not None:
            tiers.search.take(plan)
        return is_all and plan is None and most is not None

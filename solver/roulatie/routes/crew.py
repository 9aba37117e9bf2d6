"""Threads that look for routes side by side, each with memory of its own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Self

import numpy as np

from solver.roulatie.routes.tables import make_room

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from solver.arrays import IntArray
    from solver.roulatie.routes.ahead import Room
    from solver.roulatie.routes.tables import Routes


class Crew:
    """So many threads for the units of these routes, until it is left."""

    def __init__(self, routes: Routes, workers: int) -> None:
        """Begin."""
        self.units = routes.shape[0]
        self.rooms = [make_room(routes) for _ in range(max(1, min(workers, self.units)))]
        self.pool = ThreadPoolExecutor(len(self.rooms))

    def __enter__(self) -> Self:
        """For use in a block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End."""
        self.pool.shutdown(cancel_futures=True)

    def forget(self) -> None:
        """For other prices than before."""
        for room in self.rooms:
            room.toll[:] = 0

    def share(self, work: Callable[[IntArray, Room], int], units: IntArray | None = None) -> int:
        """Have the units done, all or these, some by each thread; gives the sum of what the work gives."""
        some = np.arange(self.units) if units is None else units
        step = len(self.rooms)
        parts = [some[first::step].copy() for first in range(step)]
        return sum(self.pool.map(work, parts, self.rooms))

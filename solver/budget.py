"""What a solve may spend, and how it reports and is told to stop."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

Stop: TypeAlias = Callable[[], bool]


def never() -> bool:
    """Say that there is time."""
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """A moment in a solve: seconds since its start, best value and bound so far (scaled objective)."""

    seconds: float
    value: int
    bound: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """Seconds of wall time, workers and seed, with callbacks.

    `moves` is a deterministic limit for tests and replay (CP-SAT's deterministic time): with one worker and
    enough seconds the same moves give the same answer.

    `on_progress` is called at every better solution; `cancelled` is asked about ten times a second: when it
    says True the best solution so far is returned as feasible.
    """

    seconds: float = 10.0
    workers: int = 2
    seed: int = 1
    moves: float | None = None
    on_progress: Callable[[Progress], None] | None = None
    cancelled: Stop = never

    def __post_init__(self) -> None:
        """Refuse a budget that means nothing."""
        if not self.seconds >= 0 or self.workers < 1 or (self.moves is not None and not self.moves >= 0):
            raise ValueError("a budget has seconds >= 0, workers >= 1 and moves >= 0")


class Stopwatch:
    """Seconds since it was made, against a budget."""

    def __init__(self, budget: Budget) -> None:
        """Start now."""
        self._start = time.monotonic()
        self._budget = budget

    def elapsed(self) -> float:
        """Seconds so far."""
        return time.monotonic() - self._start

    def left(self) -> float:
        """Seconds left, never below zero."""
        return max(0.0, self._budget.seconds - self.elapsed())

    def is_over(self) -> bool:
        """Whether time is up or someone cancelled."""
        return self.left() <= 0 or self._budget.cancelled()

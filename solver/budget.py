"""What a solve may spend, and how it reports and is told to stop."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

Stop: TypeAlias = Callable[[], bool]
# CP-SAT takes seeds of 31 bits; time limits of centuries do not fit in its clock.
MOST_SECONDS = 1e9
MOST_WORKERS = 1000
MOST_SEED = (1 << 31) - 1


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

    `moves` is a deterministic limit for tests and replay (millions of moves of a local search, deterministic
    time of CP-SAT): with one worker and enough seconds the same moves give the same answer.

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
        if not 0 <= self.seconds <= MOST_SECONDS:
            raise ValueError(f"seconds is {self.seconds}, not from 0 to {MOST_SECONDS:.0f}")
        if not 1 <= self.workers <= MOST_WORKERS:
            raise ValueError(f"workers is {self.workers}, not from 1 to {MOST_WORKERS}")
        if not 0 <= self.seed <= MOST_SEED:
            raise ValueError(f"seed is {self.seed}, not from 0 to {MOST_SEED}")
        if self.moves is not None and not 0 <= self.moves <= MOST_SECONDS:
            raise ValueError(f"moves is {self.moves}, not from 0 to {MOST_SECONDS:.0f}")


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

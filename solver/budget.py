"""What a solve may spend, and how it reports and is told to stop."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """A moment in a solve: seconds since its start, best value and bound so far (scaled objective)."""

    seconds: float
    value: int
    bound: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """Seconds of wall time, workers and seed; `moves` is a deterministic limit for tests and replay.

    `on_progress` is called at every better solution or bound; `cancelled` is asked at those moments and
    about ten times a second: when it says True the best solution so far is returned as feasible.
    """

    seconds: float = 10.0
    workers: int = 2
    seed: int = 1
    moves: float | None = None
    on_progress: Callable[[Progress], None] | None = None
    cancelled: Callable[[], bool] | None = None

    def __post_init__(self) -> None:
        """Refuse a budget that means nothing."""
        if self.seconds < 0 or self.workers < 1:
            message = "a budget has seconds >= 0 and workers >= 1"
            raise ValueError(message)

"""Who leads a plek when, and the minutes a praktijkopleider has; shared by the planners."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from solver.validate import require, require_amounts, require_period


@dataclass(frozen=True, slots=True, kw_only=True)
class Inzet:
    """Which praktijkopleider leads a plek in the weeks [van_week, tot_week)."""

    praktijkopleider: int
    van_week: int
    tot_week: int

    def __post_init__(self) -> None:
        """Refuse an end before the start."""
        require_period(f"inzet of {self.praktijkopleider}", self.van_week, self.tot_week)


@dataclass(frozen=True, slots=True, kw_only=True)
class Praktijkopleider:
    """`minuten[w]` is the guidance still free in week w of the horizon."""

    id: int
    minuten: tuple[int, ...]

    def __post_init__(self) -> None:
        """Refuse minutes that cannot be."""
        require_amounts(f"praktijkopleider {self.id}", "minuten", self.minuten)


def require_one_lead(what: str, inzet: Sequence[Inzet]) -> None:
    """Refuse periods in which two lead."""
    ordered = sorted(inzet, key=lambda each: (each.van_week, each.tot_week))
    for former, latter in pairwise(ordered):
        require(
            former.tot_week <= latter.van_week,
            f"{what}: two praktijkopleiders lead in week {latter.van_week}",
        )

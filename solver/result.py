"""How every solve ends: a status in the field's own words, value and bound per tier, and the solution."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from solver.rule import Violation

S = TypeVar("S")


class Status(StrEnum):
    """The four ends of a solve."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class TierResult:
    """Value and proven bound of one strict tier; `bound` is None where nothing was proven for it."""

    name: str
    value: int
    bound: int | None

    @property
    def gap(self) -> float | None:
        """(bound - value) / bound for a maximised tier, 0.0 when the bound is zero, None without a bound."""
        if self.bound is None:
            return None
        return 0.0 if self.bound <= 0 else (self.bound - self.value) / self.bound


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What is wrong with a plan, its points for each wish, and its worth per tier of the beleid."""

    violations: tuple[Violation, ...]
    wishes: Mapping[str, int]
    tiers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Generic[S]):
    """Outcome of a solve; `solution` is None exactly when the status is infeasible or unknown.

    `value` and `bound` are of all tiers in one integer; where nothing is known of them they are 0.
    """

    status: Status
    solution: S | None
    value: int
    bound: int
    tiers: tuple[TierResult, ...]
    seconds: float

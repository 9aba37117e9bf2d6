"""The answer to a generic problem."""

from dataclasses import dataclass

from solver.toewijzing.knapsack import Knapzak


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """Chosen pairs (ascending) and the prices that prove a bound: each divided by `schaal`.

    `knapzak` proves a sharper one, where that was found. `wijzigingprijs` prices the budget of changes; all
    are >= 0.
    """

    paren: tuple[int, ...]
    prijzen: tuple[int, ...]
    groepprijzen: tuple[int, ...]
    wijzigingprijs: int
    schaal: int
    knapzak: Knapzak | None = None

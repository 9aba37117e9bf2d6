"""The answer to a generic problem."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """Chosen pairs (ascending) and the prices that prove a bound: each divided by `schaal`.

    `wijzigingprijs` prices the budget of changes; all are >= 0.
    """

    paren: tuple[int, ...]
    prijzen: tuple[int, ...]
    groepprijzen: tuple[int, ...]
    wijzigingprijs: int
    schaal: int

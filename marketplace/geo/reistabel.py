"""The square table of ways between zones that a run needs, each pair of places asked once."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple, TypeVar

from marketplace.geo.reistijd import EstimatedTravelTime, Punt, Vervoermiddel

Cell = TypeVar("Cell")
Minuten = tuple[tuple[int | None, ...], ...]


class Reistabel(NamedTuple):
    """`minuten[vervoermiddel][van][naar]` (None = no way) and whole `kilometers[van][naar]` between zones."""

    minuten: dict[Vervoermiddel, Minuten]
    kilometers: tuple[tuple[int, ...], ...]


def build_reistabel(
    reistijd: EstimatedTravelTime,
    zones: Sequence[Punt],
    vervoermiddelen: Sequence[Vervoermiddel] = tuple(Vervoermiddel),
) -> Reistabel:
    """Fill the table for these points; the way back is taken to be as long as the way there."""
    return Reistabel(
        minuten={
            vervoermiddel: _square(zones, partial(_minutes, reistijd, vervoermiddel))
            for vervoermiddel in vervoermiddelen
        },
        kilometers=_square(zones, lambda van, naar: round(reistijd.kilometers(van, naar))),
    )


def _minutes(
    reistijd: EstimatedTravelTime, vervoermiddel: Vervoermiddel, van: Punt, naar: Punt
) -> int | None:
    """Ask the estimate with the vervoermiddel first, so that it can be bound."""
    return reistijd.minutes(van, naar, vervoermiddel)


def _square(zones: Sequence[Punt], way: Callable[[Punt, Punt], Cell]) -> tuple[tuple[Cell, ...], ...]:
    """Ask each pair once and mirror it."""
    half = [[way(van, naar) for naar in zones[: row + 1]] for row, van in enumerate(zones)]
    size = range(len(zones))
    return tuple(tuple(half[max(van, naar)][min(van, naar)] for naar in size) for van in size)

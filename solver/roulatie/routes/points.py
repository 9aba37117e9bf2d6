"""What the routes of units are worth, tier by tier."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from solver.roulatie.wishes import OF_ROUTES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.arrays import IntArray
    from solver.roulatie.routes.unit import Unit
    from solver.tiers import Tier


class Points:
    """Of one unit: `value` of each own cell, `gain` of each bit in a block where it is set; what is sure."""

    def __init__(self, unit: Unit) -> None:
        """No points."""
        self.unit = unit
        self.value: IntArray = np.zeros(unit.can.shape, dtype=np.int64)
        self.gain: IntArray = np.zeros(len(unit.bits), dtype=np.int64)
        self.always = 0
        self._place = {plek.id: place for place, plek in enumerate(unit.instance.plekken)}

    def of_plek(self, plek: int) -> IntArray:
        """The values of the cells of a plek (id), of none where it is not known."""
        place = self._place.get(plek)
        return self.value[:, place] if place is not None else np.zeros(0, dtype=np.int64)


class Worth(NamedTuple):
    """The points of a tier over all units: by cell, by bit, and for sure."""

    value: IntArray
    gain: IntArray
    always: int

    def times(self, weight: int) -> Worth:
        """As many times as much."""
        return Worth(weight * self.value, weight * self.gain, weight * self.always)

    def step(self) -> int:
        """Of what any number of routes is worth besides `always` this is a divisor, at least 1."""
        return max(1, int(np.gcd.reduce(np.append(self.value.ravel(), self.gain.ravel()))))

    def plus(self, other: Worth) -> Worth:
        """Both together."""
        return Worth(self.value + other.value, self.gain + other.gain, self.always + other.always)


def is_of_routes(tier: Tier) -> bool:
    """Whether everyone's own route says what a tier gives."""
    return tier.gewichten.keys() <= OF_ROUTES.keys()


def no_worth(units: Sequence[Unit], shape: tuple[int, int, int, int]) -> Worth:
    """No points for anything."""
    most_bits = max((len(unit.bits) for unit in units), default=0)
    value = np.zeros(shape[:3], dtype=np.int64)
    return Worth(value, np.zeros((shape[0], most_bits), dtype=np.int64), 0)


def worth_of(tier: Tier, units: Sequence[Unit], shape: tuple[int, int, int, int]) -> Worth:
    """The points of a tier."""
    value, gain, always = no_worth(units, shape)
    for place, unit in enumerate(units):
        points = Points(unit)
        for name, weight in tier.gewichten.items():
            OF_ROUTES[name].route(points, weight)
        value[place, : len(unit.blokken)] = points.value
        gain[place, : len(points.gain)] = points.gain
        always += points.always
    return Worth(value, gain, always)

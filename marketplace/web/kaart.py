"""From coordinates to a small map: an equirectangular projection, true enough within one regio."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Dot:
    """A place on the picture: x and y in its units, with what is said beside it."""

    x: float
    y: float
    naam: str
    soort: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A map `breedte` by `hoogte` units wide; `per_km` units make a kilometre."""

    breedte: int
    hoogte: int
    per_km: float
    dots: tuple[Dot, ...]

    def of(self, soort: str) -> tuple[Dot, ...]:
        """The dots of one kind."""
        return tuple(dot for dot in self.dots if dot.soort == soort)


def project(
    places: Sequence[tuple[str, float, float, str]], *, breedte: int = 480, rand: int = 28, hoogste: int = 420
) -> Picture:
    """Place (naam, lat, lon, soort) rows in a picture that just holds them all, `breedte` units wide."""
    if not places:
        return Picture(breedte, 2 * rand, 1.0, ())
    north, south = max(row[1] for row in places), min(row[1] for row in places)
    west, east = min(row[2] for row in places), max(row[2] for row in places)
    shrink = math.cos(math.radians((north + south) / 2))
    wide_km = max((east - west) * shrink * KM_PER_DEGREE, 1.0)
    high_km = max((north - south) * KM_PER_DEGREE, 1.0)
    per_km = min((breedte - 2 * rand) / wide_km, (hoogste - 2 * rand) / high_km)
    left = (breedte - wide_km * per_km) / 2
    dots = tuple(
        Dot(
            round(left + (lon - west) * shrink * KM_PER_DEGREE * per_km, 1),
            round(rand + (north - lat) * KM_PER_DEGREE * per_km, 1),
            naam,
            soort,
        )
        for naam, lat, lon, soort in places
    )
    return Picture(breedte, round(high_km * per_km) + 2 * rand, round(per_km, 3), dots)

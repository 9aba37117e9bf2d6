"""From coordinates to a small map: an equirectangular projection, true enough within one regio.

    kaart = project([("Doetinchem", 51.97, 6.29, "groot"), …, ("Zelhem", 52.01, 6.35, "thuis")])

The last word of a row is its kind: plaats (a dot), groot (a dot with its name), thuis, plek. Templates draw
the result with `landkaart` of layout/beeld.html.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

KM_PER_DEGREE = 111.2
LETTER, LINE, GAP = 9.2, 20, 11
SIDES = ("start", "end", "middle")  # text-anchor: right of the dot, left of it, below it
ORDER = ("thuis", "plek", "groot", "plaats")

Row = tuple[str, float, float, str]


@dataclass(frozen=True, slots=True)
class Dot:
    """A place on the picture; `anker` says where its name stands (SIDES), None when it stays unnamed."""

    x: float
    y: float
    naam: str
    soort: str
    anker: str | None = None

    def box(self, anker: str) -> tuple[float, float, float, float]:
        """The room that its name takes on one side: left, top, right, bottom."""
        wide = len(self.naam) * LETTER
        left = {"start": self.x + GAP, "end": self.x - GAP - wide, "middle": self.x - wide / 2}[anker]
        top = self.y + (GAP if anker == "middle" else -LINE / 2)
        return (left, top, left + wide, top + LINE)

    @property
    def naam_x(self) -> float:
        """Where the text of the name is anchored."""
        return self.x + {"start": GAP, "end": -GAP}.get(self.anker or "", 0)

    @property
    def naam_y(self) -> float:
        """The baseline of the name."""
        return self.y + 5 + (GAP + LINE / 2 if self.anker == "middle" else 0)


@dataclass(frozen=True, slots=True)
class Picture:
    """A map `breedte` by `hoogte` units; `per_km` units make a kilometre."""

    breedte: int
    hoogte: int
    per_km: float
    dots: tuple[Dot, ...]

    def of(self, soort: str) -> tuple[Dot, ...]:
        """The dots of one kind."""
        return tuple(dot for dot in self.dots if dot.soort == soort)


def project(places: Sequence[Row], *, breedte: int = 480, rand: int = 32, hoogste: int = 440) -> Picture:
    """Place (naam, lat, lon, soort) rows in a picture that just holds them all, `breedte` units wide."""
    if not places:
        return Picture(breedte, 2 * rand, 1.0, ())
    north, south = max(row[1] for row in places), min(row[1] for row in places)
    west, east = min(row[2] for row in places), max(row[2] for row in places)
    shrink = math.cos(math.radians((north + south) / 2)) * KM_PER_DEGREE
    wide_km = max((east - west) * shrink, 1.0)
    high_km = max((north - south) * KM_PER_DEGREE, 1.0)
    per_km = min((breedte - 2 * rand) / wide_km, (hoogste - 2 * rand) / high_km)
    left = (breedte - wide_km * per_km) / 2
    dots = [
        Dot(
            round(left + (lon - west) * shrink * per_km, 1),
            round(rand + (north - lat) * KM_PER_DEGREE * per_km, 1),
            naam,
            soort,
        )
        for naam, lat, lon, soort in places
    ]
    return Picture(breedte, round(high_km * per_km) + 2 * rand, round(per_km, 3), _named(dots, breedte))


def _named(dots: Sequence[Dot], breedte: int) -> tuple[Dot, ...]:
    """Give each place its name where there is room: the person's and the plek's first, nothing twice."""
    taken: list[tuple[float, float, float, float]] = []
    seen: set[str] = set()
    named = []
    for dot in sorted(dots, key=lambda dot: ORDER.index(dot.soort)):
        anker = None if dot.soort == "plaats" or dot.naam in seen else _side(dot, taken, breedte)
        if anker is not None:
            taken.append(dot.box(anker))
            seen.add(dot.naam)
        named.append(Dot(dot.x, dot.y, dot.naam, dot.soort, anker))
    return tuple(named)


def _side(dot: Dot, taken: Sequence[tuple[float, float, float, float]], breedte: int) -> str | None:
    """The side on which its name fits, the first of SIDES by preference."""
    for anker in SIDES:
        left, top, right, bottom = dot.box(anker)
        inside = left >= 0 and right <= breedte
        free = all(right < o[0] or left > o[2] or bottom < o[1] or top > o[3] for o in taken)
        if inside and free:
            return anker
    return None

"""How long a way takes and how far it is, per vervoermiddel; the built-in estimate needs no network.

A way is the great circle between two places times `omrijfactor`, at a constant speed, plus fixed minutes.
The factor 1.3 is the usual assumption where no road network is at hand; speeds and fixed minutes are ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import ceil
from types import MappingProxyType
from typing import NamedTuple

from geopy.distance import great_circle


class Vervoermiddel(StrEnum):
    """How a person travels."""

    LOPEN = "lopen"
    FIETS = "fiets"
    E_BIKE = "e_bike"
    OV = "ov"
    AUTO = "auto"
    TAXIBUS = "taxibus"


class Punt(NamedTuple):
    """A point on earth in degrees (WGS84)."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanname:
    """What is assumed of one vervoermiddel; `toelichting` is the Dutch sentence that people read."""

    vervoermiddel: Vervoermiddel
    snelheid_km_u: int
    omrijfactor: float
    vaste_minuten: int
    max_km: int
    toelichting: str


OMRIJFACTOR = 1.3
ZELFDE_PLAATS_KM = 2.0

AANNAMES: tuple[Aanname, ...] = (
    Aanname(
        vervoermiddel=Vervoermiddel.LOPEN,
        snelheid_km_u=5,
        omrijfactor=OMRIJFACTOR,
        vaste_minuten=0,
        max_km=10,
        toelichting="Wij rekenen met een rustig wandeltempo.",
    ),
    Aanname(
        vervoermiddel=Vervoermiddel.FIETS,
        snelheid_km_u=15,
        omrijfactor=OMRIJFACTOR,
        vaste_minuten=2,
        max_km=25,
        toelichting="Wij rekenen twee minuten voor het stallen van de fiets.",
    ),
    Aanname(
        vervoermiddel=Vervoermiddel.E_BIKE,
        snelheid_km_u=20,
        omrijfactor=OMRIJFACTOR,
        vaste_minuten=2,
        max_km=40,
        toelichting="Wij rekenen twee minuten voor het stallen van de fiets.",
    ),
    Aanname(
        vervoermiddel=Vervoermiddel.OV,
        snelheid_km_u=35,
        omrijfactor=OMRIJFACTOR,
        vaste_minuten=20,
        max_km=100,
        toelichting="Wij rekenen twintig minuten voor lopen en wachten. De dienstregeling kennen wij niet.",
    ),
    Aanname(
        vervoermiddel=Vervoermiddel.AUTO,
        snelheid_km_u=50,
        omrijfactor=OMRIJFACTOR,
        vaste_minuten=5,
        max_km=150,
        toelichting="Wij rekenen vijf minuten voor wegrijden en parkeren. Met files rekenen wij niet.",
    ),
    Aanname(
        vervoermiddel=Vervoermiddel.TAXIBUS,
        snelheid_km_u=40,
        omrijfactor=OMRIJFACTOR,
        vaste_minuten=15,
        max_km=60,
        toelichting="Wij rekenen vijftien minuten voor het ophalen van anderen.",
    ),
)
"""Every assumption of the built-in estimate, one row per vervoermiddel; the product shows this table."""
AANNAME_VAN: Mapping[Vervoermiddel, Aanname] = MappingProxyType(
    {aanname.vervoermiddel: aanname for aanname in AANNAMES}
)

ZELFDE_PLAATS_TOELICHTING = (
    "Binnen één plaats rekenen wij met twee kilometer, omdat wij geen adressen gebruiken."
)


@lru_cache(maxsize=65536)
def crow_kilometers(van: Punt, naar: Punt) -> float:
    """Kilometres of the great circle between two points."""
    return float(great_circle(van, naar).kilometers)


def way_minutes(aanname: Aanname, kilometers: float) -> int | None:
    """Minutes for this many kilometres of way under one assumption; None past its maximum."""
    return total_minutes(aanname, kilometers, kilometers / aanname.snelheid_km_u * 60)


def total_minutes(aanname: Aanname, kilometers: float, under_way: float) -> int | None:
    """Minutes from door to door when this many are spent under way; None past the assumed maximum."""
    return None if kilometers > aanname.max_km else ceil(under_way) + aanname.vaste_minuten


class EstimatedTravelTime:
    """The built-in estimate: great circle, detour factor and speed; it needs no network and no road data."""

    def minutes(self, van: Punt, naar: Punt, vervoermiddel: Vervoermiddel) -> int | None:
        """Whole minutes from place to place; None when the way is longer than is sensible."""
        aanname = AANNAME_VAN[vervoermiddel]
        return way_minutes(aanname, self._way(van, naar, aanname.omrijfactor))

    def kilometers(self, van: Punt, naar: Punt) -> float:
        """Kilometres over the road with the usual detour factor; an assumed 2 km inside one place."""
        return self._way(van, naar, OMRIJFACTOR)

    @staticmethod
    def _way(van: Punt, naar: Punt, omrijfactor: float) -> float:
        """Length of the way; never shorter than the assumed way inside one place."""
        return max(ZELFDE_PLAATS_KM, crow_kilometers(van, naar) * omrijfactor)

"""A SW-bedrijf as groepsdetachering knows it: policy, treden, afdelingen, werkleiders, buses and stops.

Costs are cents for an hour, or for a kilometer of a bus; `dagen` are masks of five weekdays, bit 0 is Monday.
"""

from dataclasses import dataclass
from datetime import date

from marketplace.werkprocessen.model import Fase

LAGEN = ("opdrachten", "ontwikkeling", "continuiteit", "reizen", "productie", "marge", "uitstroom")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Periode:
    """Days that somebody or something is away, half open."""

    van: date
    tot: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Beleid:
    """What a SW-bedrijf decides: weeks to plan, order of treden, bounds of rides, costs, the way back."""

    organisatie_id: int
    naam: str
    regio_code: str
    weken: int
    fase_volgorde: bool
    max_rit: int
    max_omweg: int
    loon: int
    leiding: int
    kilometer: int
    uitstroom_per_groep: int
    terugkeer_maanden: int
    waarschuwing_weken: int
    lagen: tuple[str, ...]
    versie: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Trede:
    """A level of the SW-bedrijf, and as which fase it counts; None where nobody said."""

    nummer: int
    naam: str
    uitleg: str
    fase: Fase | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Afdeling:
    """A part of the own production: by weekday how many must stay (`minimum`) and are wished."""

    id: int
    naam: str
    minimum: tuple[int, ...]
    gewenst: tuple[int, ...]
    versie: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkleider:
    """Who leads groups: `minuten` a week on location; `span` is the behoefte of all present at most."""

    id: int
    naam: str
    minuten: int
    span: int
    dagen: int
    trainingen: tuple[str, ...]
    werkprocessen: frozenset[int]
    afwezig: tuple[Periode, ...]
    versie: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Opstapplaats:
    """A place where a bus can stop."""

    id: int
    naam: str
    plaats_id: int
    plaats: str
    lat: float
    lon: float
    versie: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bus:
    """A bus with seats for people of a group; it starts in a place and can pass its stops."""

    id: int
    naam: str
    plaatsen: int
    plaats_id: int
    plaats: str
    lat: float
    lon: float
    opstapplaatsen: tuple[int, ...]
    afwezig: tuple[Periode, ...]
    versie: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bedrijf:
    """Everything but people and opdrachten; rows in the order in which people read."""

    beleid: Beleid
    treden: tuple[Trede, ...]
    afdelingen: tuple[Afdeling, ...]
    werkleiders: tuple[Werkleider, ...]
    opstapplaatsen: tuple[Opstapplaats, ...]
    bussen: tuple[Bus, ...]

    @property
    def id(self) -> int:
        """The SW-bedrijf."""
        return self.beleid.organisatie_id

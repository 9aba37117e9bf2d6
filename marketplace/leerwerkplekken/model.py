"""A leerwerkplek with its werkprocessen and the praktijkopleiders that lead it in turn."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from marketplace.organisaties.model import Capaciteit, Erkenning
from marketplace.werkprocessen.model import Fase


class PlekStatus(StrEnum):
    """Only a published plek takes part in planning."""

    CONCEPT = "concept"
    GEPUBLICEERD = "gepubliceerd"
    GESLOTEN = "gesloten"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inzet:
    """Which praktijkopleider leads a plek in [van, tot)."""

    praktijkopleider_id: int
    naam: str
    van: date
    tot: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leerwerkplek:
    """A plek: hours are minutes a week, `dagdelen` a mask of ten, its period is [van, tot).

    `werkprocessen` really occur there, recognised or not; `voorwaarden` are what it can offer; `taal`
    is the least level of Dutch it asks; lat and lon are those of its vestiging's place; `eigen_nummer` is
    what the organisatie itself calls it.
    """

    id: int
    vestiging_id: int
    vestiging: str
    organisatie_id: int
    organisatie: str
    plaats: str
    gemeente: str
    lat: float
    lon: float
    regio_code: str
    titel: str
    omschrijving: str
    sector: str
    niveau: int
    plaatsen: int
    van: date
    tot: date | None
    dagdelen: int
    minuten_min: int
    minuten_max: int
    taal: int
    fase: Fase | None
    vervoer_geregeld: bool
    vormen: tuple[str, ...]
    voorwaarden: tuple[str, ...]
    status: PlekStatus
    voorbeeld: bool
    versie: int
    werkprocessen: tuple[int, ...]
    eigen_nummer: str | None = None
    inzet: tuple[Inzet, ...] = ()

    def with_inzet(self, inzet: tuple[Inzet, ...]) -> "Leerwerkplek":
        """The same plek with those who lead it."""
        return replace(self, inzet=inzet)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlekRegel:
    """A plek as one row of a list."""

    id: int
    titel: str
    organisatie: str
    plaats: str
    sector: str
    plaatsen: int
    van: date
    tot: date | None
    status: PlekStatus
    voorbeeld: bool
    praktijkopleider: str | None

    @property
    def laatste_dag(self) -> date | None:
        """The last day on which the plek is open."""
        return None if self.tot is None else self.tot - timedelta(days=1)


# How far ahead people are told that a plek ends.
BINNENKORT = timedelta(weeks=8)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlekFilter:
    """What a list is narrowed to; None leaves it wide. `vanaf` counts the rows before the page.

    `ids` are those that a search found, the best first: the order of the list. `eindigt` leaves what
    is open today and not on that day any more.
    """

    ids: tuple[int, ...] | None = None
    eindigt: date | None = None
    status: PlekStatus | None = None
    sector: str | None = None
    gemeente_id: int | None = None
    organisatie_id: int | None = None
    vanaf: int = 0
    aantal: int = 50


@dataclass(frozen=True, slots=True)
class PlekLijst:
    """One page of a list and how many rows there are in all."""

    regels: tuple[PlekRegel, ...]
    totaal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannablePlek:
    """What planning needs of a published plek: itself with its inzet, and its vestiging's erkenningen."""

    plek: Leerwerkplek
    erkenningen: tuple[Erkenning, ...]


@dataclass(frozen=True, slots=True)
class Plannable:
    """The published plekken of a region and the time of everyone who leads one of them."""

    plekken: tuple[PlannablePlek, ...]
    capaciteiten: tuple[Capaciteit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bezet:
    """What is taken at a plek: first and last week (Mondays), and the most people in any one week."""

    eerste_week: date
    laatste_week: date
    meeste: int

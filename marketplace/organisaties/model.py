"""An organisatie has vestigingen, a vestiging erkenningen and praktijkopleiders, a school opleidingen."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Nabijheid(StrEnum):
    """How near the praktijkopleider is, as an employer says it."""

    STEEDS_ERNAAST = "steeds_ernaast"
    AF_EN_TOE = "af_en_toe"
    OP_AFROEP = "op_afroep"


NABIJHEID_WOORDEN = {
    Nabijheid.STEEDS_ERNAAST: "steeds ernaast",
    Nabijheid.AF_EN_TOE: "af en toe erbij",
    Nabijheid.OP_AFROEP: "op afroep",
}


MBO = "mbo"  # the soort of organisatie that offers opleidingen and has no plekken


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisatie:
    """An organisatie; `soort` is the code of its kind, `soort_naam` the word for it."""

    id: int
    naam: str
    soort: str
    soort_naam: str
    regio_code: str
    regio: str
    kvk: str | None
    bron: str
    voorbeeld: bool
    gearchiveerd_op: datetime | None
    versie: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisatieRegel:
    """An organisatie as one row of a list: where it has vestigingen and how many published plekken."""

    id: int
    naam: str
    soort: str
    plaatsen: tuple[str, ...]
    plekken: int
    voorbeeld: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisatieFilter:
    """What a list is narrowed to; None leaves it wide. `ids` are what a search found, the best first.

    `vanaf` counts the rows before the page.
    """

    ids: tuple[int, ...] | None = None
    soort: str | None = None
    plaats_id: int | None = None
    sector: str | None = None
    gearchiveerd: bool = False
    vanaf: int = 0
    aantal: int = 50


@dataclass(frozen=True, slots=True)
class OrganisatieLijst:
    """One page of a list and how many rows there are in all."""

    regels: tuple[OrganisatieRegel, ...]
    totaal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Vestiging:
    """A location of an organisatie, with its place in degrees (WGS84)."""

    id: int
    naam: str
    organisatie_id: int
    organisatie: str
    organisatie_soort: str
    regio_code: str
    plaats_id: int
    plaats: str
    gemeente: str
    lat: float
    lon: float
    leerbedrijf_id: str | None
    voorbeeld: bool
    gearchiveerd_op: datetime | None
    versie: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Erkenning:
    """Recognition by SBB of a vestiging for one crebo in [van, tot); `werkprocessen` None means all."""

    id: int
    vestiging_id: int
    crebo: int
    kwalificatie: str
    van: date
    tot: date | None
    werkprocessen: frozenset[int] | None
    gecontroleerd_op: date
    versie: int

    def overlaps(self, van: date, tot: date | None) -> bool:
        """Whether it holds on some day of [van, tot)."""
        return (tot is None or self.van < tot) and (self.tot is None or van < self.tot)

    def covers(self, werkproces_id: int, crebo: int | None) -> bool:
        """Whether this erkenning holds for a werkproces of this crebo (None: shared by the whole dossier)."""
        if self.werkprocessen is not None:
            return werkproces_id in self.werkprocessen
        return crebo is None or crebo == self.crebo


@dataclass(frozen=True, slots=True, kw_only=True)
class Capaciteit:
    """Minutes a week that a praktijkopleider has for guidance in [van, tot)."""

    praktijkopleider_id: int
    van: date
    tot: date | None
    nabijheid: Nabijheid
    minuten: int

    def holds(self, day: date) -> bool:
        """Whether it holds on a day."""
        return self.van <= day and (self.tot is None or day < self.tot)


@dataclass(frozen=True, slots=True, kw_only=True)
class Praktijkopleider:
    """Who trains at a vestiging, until `tot` when that is known; `capaciteiten` in order of time."""

    id: int
    vestiging_id: int
    naam: str
    tot: date | None
    voorbeeld: bool
    versie: int
    capaciteiten: tuple[Capaciteit, ...] = ()

    def has_left(self, day: date) -> bool:
        """Whether they no longer work there on a day."""
        return self.tot is not None and self.tot <= day

    def capaciteit_op(self, day: date) -> Capaciteit | None:
        """The time for guidance that holds on a day."""
        return next((each for each in self.capaciteiten if each.holds(day)), None)

    def next_change(self, day: date) -> date | None:
        """The first day after this one on which other time begins to hold; None when that is not known."""
        return min((each.van for each in self.capaciteiten if each.van > day), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTijd:
    """What somebody fills in of the time of a praktijkopleider, over the version that was looked at."""

    praktijkopleider_id: int
    versie: int
    nabijheid: Nabijheid
    minuten: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Opleiding:
    """A kwalificatie that a school offers to kandidaten of these regios in [van, tot)."""

    id: int
    organisatie_id: int
    crebo: int
    kwalificatie: str
    van: date
    tot: date | None
    regio_codes: tuple[str, ...]
    versie: int

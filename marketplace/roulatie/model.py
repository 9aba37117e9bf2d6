"""A roulatie: who takes part, where, in which blocks, what was agreed, and the roosters people made of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from marketplace.rekenruns.model import Json
from marketplace.rekenruns.weken import WEEK

LAGEN = ("leren", "voorkeur", "reizen", "samen")
# From the Monday after back to the Friday before.
TO_FRIDAY = timedelta(days=3)


def mondays(van: date, tot: date) -> tuple[date, ...]:
    """The Mondays from one on, until another; not with it."""
    return tuple(van + number * WEEK for number in range((tot - van) // WEEK))


class RoulatieStatus(StrEnum):
    """How far a roulatie is; with the first published rooster it runs."""

    VOORBEREIDING = "voorbereiding"
    LOPEND = "lopend"
    AFGEROND = "afgerond"
    GESTOPT = "gestopt"


OPEN = frozenset({RoulatieStatus.VOORBEREIDING, RoulatieStatus.LOPEND})


class RoosterStatus(StrEnum):
    """One concept that people work on, alternatives beside it, one published, the former ones."""

    CONCEPT = "concept"
    ALTERNATIEF = "alternatief"
    GEPUBLICEERD = "gepubliceerd"
    HISTORIE = "historie"
    VERVALLEN = "vervallen"


class PaarSoort(StrEnum):
    """What two deelnemers are to each other; with `reist_met` the first goes along with the second."""

    APART = "apart"
    SAMEN = "samen"
    REIST_MET = "reist_met"


class Stand(StrEnum):
    """How far somebody is with a werkproces, as the praktijkopleider saw it in a block."""

    GEZIEN = "gezien"
    GEOEFEND = "geoefend"
    ZELFSTANDIG = "zelfstandig"


@dataclass(frozen=True, slots=True, kw_only=True)
class Roulatie:
    """A cohort in its half-open period of whole weeks; until `afspraak_tot` companies keep the afspraak."""

    id: int
    regio_code: str
    groep_id: int
    groep: str
    naam: str
    sector: str
    opleider_id: int | None
    opleider: str | None
    leerlijn_id: int | None
    vervolg_op: int | None
    van: date
    tot: date
    status: RoulatieStatus
    reden: str | None
    afspraak: str
    afspraak_tot: date
    max_blokken: int
    min_weken: int
    min_werkgevers: int
    fase_volgorde: bool
    lagen: tuple[str, ...]
    voorbeeld: bool
    versie: int

    @property
    def laatste_dag(self) -> date:
        """The last working day."""
        return self.tot - TO_FRIDAY

    @property
    def is_open(self) -> bool:
        """Whether anything about it may still change."""
        return self.status in OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Bedrijf:
    """A company that takes part, and who signed the afspraak for it."""

    organisatie_id: int
    naam: str
    getekend_door: str | None
    getekend_op: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoulatiePlek:
    """A leerwerkplek as it takes part: short name and colour for the board, how many people in a block."""

    leerwerkplek_id: int
    titel: str
    organisatie_id: int
    organisatie: str
    plaats: str
    kort: str
    kleur: int
    minimum: int
    maximum: int
    taxibus: int
    stopt_op: date | None
    stopt_reden: str | None
    seizoenen: dict[int, frozenset[int]]
    vereist: frozenset[int]
    gesloten: frozenset[date]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoulatieDeelnemer:
    """A kandidaat as a deelnemer; `leerdoelen` are weeks by werkproces, `voorkeuren` points by plek."""

    kandidaat_id: int
    kenmerk: str
    moederbedrijf_id: int | None
    moederbedrijf: str | None
    van: date | None
    gestopt_op: date | None
    gestopt_reden: str | None
    leerdoelen: dict[int, int]
    voorkeuren: dict[int, int]
    afwezig: frozenset[date]

    def is_there(self, week: date) -> bool:
        """Whether they take part in the week of a Monday."""
        begun = self.van is None or self.van <= week
        return begun and (self.gestopt_op is None or week < self.gestopt_op) and week not in self.afwezig


@dataclass(frozen=True, slots=True, kw_only=True)
class Blok:
    """A dated part of a roulatie in which nobody changes plek, half open; `nummer` counts from 1."""

    id: int
    nummer: int
    van: date
    tot: date
    vergrendeld: bool

    @property
    def laatste_dag(self) -> date:
        """The last working day."""
        return self.tot - TO_FRIDAY

    @property
    def weken(self) -> int:
        """How many weeks it takes."""
        return (self.tot - self.van).days // 7

    @property
    def maandagen(self) -> tuple[date, ...]:
        """The Monday of each of its weeks."""
        return mondays(self.van, self.tot)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paar:
    """Two deelnemers who belong together, or apart."""

    kandidaat_id: int
    ander_id: int
    soort: PaarSoort


@dataclass(frozen=True, slots=True, kw_only=True)
class Terugblik:
    """What a deelnemer told of a block: `gezicht` from 1, the happiest, to 4; the others 1 yes to 3 no."""

    kandidaat_id: int
    blok_id: int
    leerwerkplek_id: int
    gezicht: int
    geleerd: int
    blijven: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Oordeel:
    """What the praktijkopleider saw of a deelnemer in a block, by werkproces."""

    kandidaat_id: int
    blok_id: int
    leerwerkplek_id: int
    wat_werkte: str
    standen: dict[int, Stand]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cohort:
    """A roulatie with all that belongs to it but its roosters; rows in the order in which people read."""

    roulatie: Roulatie
    bedrijven: tuple[Bedrijf, ...]
    plekken: tuple[RoulatiePlek, ...]
    deelnemers: tuple[RoulatieDeelnemer, ...]
    blokken: tuple[Blok, ...]
    paren: tuple[Paar, ...]
    volgorde: tuple[tuple[int, int], ...]
    terugblikken: tuple[Terugblik, ...]
    oordelen: tuple[Oordeel, ...]

    def plek(self, leerwerkplek_id: int) -> RoulatiePlek | None:
        """A plek that takes part."""
        return next((each for each in self.plekken if each.leerwerkplek_id == leerwerkplek_id), None)

    def deelnemer(self, kandidaat_id: int) -> RoulatieDeelnemer | None:
        """A deelnemer."""
        return next((each for each in self.deelnemers if each.kandidaat_id == kandidaat_id), None)

    def blok(self, blok_id: int) -> Blok | None:
        """A block."""
        return next((each for each in self.blokken if each.id == blok_id), None)


@dataclass(frozen=True, slots=True, order=True)
class Cel:
    """A deelnemer in a block at a plek; `vast` is pinned."""

    kandidaat_id: int
    blok_id: int
    leerwerkplek_id: int
    vast: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooster:
    """What was on the board; `lagen` is what a run proved of it, None once a hand was laid on it."""

    id: int
    roulatie_id: int
    status: RoosterStatus
    basis_id: int | None
    rekenrun_id: int | None
    gemaakt_op: datetime
    gemaakt_door: str | None
    gepubliceerd_op: datetime | None
    gepubliceerd_door: str | None
    lagen: list[Json] | None
    versie: int
    cellen: tuple[Cel, ...]
    _at: Mapping[tuple[int, int], Cel] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Know where everybody is."""
        object.__setattr__(self, "_at", {(each.kandidaat_id, each.blok_id): each for each in self.cellen})

    def where(self, kandidaat_id: int, blok_id: int) -> Cel | None:
        """Where somebody is in a block."""
        return self._at.get((kandidaat_id, blok_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class RoulatieRegel:
    """A roulatie as one row of a list."""

    id: int
    naam: str
    sector: str
    status: RoulatieStatus
    van: date
    tot: date
    deelnemers: int
    plekken: int
    blokken: int
    gepubliceerd: bool
    voorbeeld: bool

    @property
    def laatste_dag(self) -> date:
        """The last working day."""
        return self.tot - TO_FRIDAY

"""A medewerker: a kandidaat of the SW-bedrijf as groepsdetachering plans one, under a kenmerk."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from marketplace.geo.reistijd import Vervoermiddel
from marketplace.groepsdetachering.bedrijf.model import Periode


class PaarSoort(StrEnum):
    """What two medewerkers are to each other in a group."""

    APART = "apart"
    SAMEN = "samen"
    LIEVER = "liever"


class GesprekOver(StrEnum):
    """Which step a talk was about."""

    NAAR_BUITEN = "naar_buiten"
    VOLGENDE_TREDE = "volgende_trede"
    ANDERE_GROEP = "andere_groep"
    UITSTROOM = "uitstroom"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stap:
    """So many days a week outside at most, for so many weeks before the next step."""

    dagen: int
    weken: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Medewerker:
    """Who is lent out: days of work, what they ask of who leads, steps, trede, and what they can do.

    `leerdoelen` are weeks by werkproces; `bewezen` what they master; `bezet` the Mondays of weeks in which
    they are, or by a match will be, at a plek of their own; who is not `wil_buiten` is left alone. Travel is
    as in the profile.
    """

    kandidaat_id: int
    kenmerk: str
    afdeling_id: int | None
    dagen: int
    max_minuten_dag: int
    behoefte: int
    trede: int
    klaar: bool
    wil_buiten: bool
    uitstroom: bool
    naam_delen: bool
    opbouw_vanaf: date
    uit_dienst_op: date | None
    stappen: tuple[Stap, ...]
    leerdoelen: dict[int, int]
    afwezig: tuple[Periode, ...]
    bezet: frozenset[date]
    plaats: str
    lat: float
    lon: float
    vervoermiddel: Vervoermiddel
    max_reistijd: int
    max_afstand: int | None
    reist_alleen: bool
    niveau: int
    voorwaarden: tuple[str, ...]
    bewezen: frozenset[int]
    versie: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Paar:
    """Two medewerkers who belong together, or apart."""

    kandidaat_id: int
    ander_id: int
    soort: PaarSoort


@dataclass(frozen=True, slots=True, kw_only=True)
class Gesprek:
    """A talk before a step: when, about which, whether somebody wishes it, and who wrote it down."""

    kandidaat_id: int
    gevoerd_op: date
    over: GesprekOver
    wil: bool
    verslag: str
    door: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Terugkeergarantie:
    """Who left in [van, tot) may come back to an afdeling; `teruggekeerd_op` and `reden` when they did."""

    id: int
    kandidaat_id: int
    kenmerk: str
    waarheen: str
    van: date
    tot: date
    afdeling_id: int
    afdeling: str
    teruggekeerd_op: date | None
    reden: str | None

    def is_open(self, op: date) -> bool:
        """Whether somebody can still come back on a day."""
        return self.teruggekeerd_op is None and op < self.tot

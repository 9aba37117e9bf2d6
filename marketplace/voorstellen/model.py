"""A voorstel pairs a kandidaat and a leerwerkplek and keeps its identity across plans."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]


class VoorstelStatus(StrEnum):
    """How far people are with a voorstel."""

    VOORGESTELD = "voorgesteld"
    BESPROKEN = "besproken_met_kandidaat"
    AKKOORD = "akkoord_accountmanager"
    VOORGELEGD = "voorgelegd_aan_werkgever"
    KENNISMAKING = "kennismaking"
    MATCH = "match"
    AFGEWEZEN = "afgewezen"
    VERVALLEN = "vervallen"


# From akkoord on the plaats is reserved.
AGREED = frozenset(
    {VoorstelStatus.AKKOORD, VoorstelStatus.VOORGELEGD, VoorstelStatus.KENNISMAKING, VoorstelStatus.MATCH}
)
# The next run may not move a person away from these.
HELD = AGREED | {VoorstelStatus.BESPROKEN}
# These wait for somebody's decision.
OPEN = frozenset({VoorstelStatus.VOORGESTELD, VoorstelStatus.BESPROKEN})
CLOSED = frozenset({VoorstelStatus.AFGEWEZEN, VoorstelStatus.VERVALLEN})


class Partij(StrEnum):
    """Who says no."""

    KANDIDAAT = "kandidaat"
    WERKGEVER = "werkgever"
    ACCOUNTMANAGER = "accountmanager"


class Gevolg(StrEnum):
    """What a rejection means for the next run."""

    NOOIT_DIT_PAAR = "nooit_dit_paar"
    NIET_DEZE_VESTIGING = "niet_deze_vestiging"
    MINDER_REIZEN = "minder_reizen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Afwijsreden:
    """A coded reason to reject, who may give it, and what it leaves behind."""

    code: str
    partij: Partij
    tekst: str
    gevolg: Gevolg | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A pairing that runs must keep until (not with) a date, where given from one startweek."""

    reden: str
    tot: date
    startweek: date | None

    def holds(self, op: date) -> bool:
        """Whether it still binds on a day."""
        return op < self.tot


@dataclass(frozen=True, slots=True, kw_only=True)
class Inplanning:
    """What a plan says of a voorstel: when, how long, in which form, and why (`uitleg`, see matching)."""

    plan_id: int
    plan_status: str
    startweek: date
    weken: int
    vorm: str
    vorm_naam: str
    uitleg: Json = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorstel:
    """A voorstel as the accountmanager sees it; `inplanning` is of the concept, else the published plan."""

    id: int
    regio_code: str
    kandidaat_id: int
    kenmerk: str
    matchbaar_sinds: date | None
    leerwerkplek_id: int
    titel: str
    vestiging_id: int
    organisatie: str
    plaats: str
    status: VoorstelStatus
    ja_kandidaat_op: datetime | None
    ja_vastgelegd_door: str | None
    afgewezen_door: Partij | None
    afwijsreden: str | None
    afwijsgevolg: Gevolg | None
    afwijs_toelichting: str | None
    pin: Pin | None
    toegevoegd_op: datetime | None
    toegevoegd_door: str | None
    versie: int
    inplanning: Inplanning | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Toevoeging:
    """A voorstel that a person wants to make, pinned for a reason until a day, at most `uiterlijk`."""

    kandidaat_id: int
    leerwerkplek_id: int
    startweek: date
    reden: str
    tot: date
    uiterlijk: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PlekInPlan:
    """What the published plan says of a plek of a werkgever, in numbers only."""

    leerwerkplek_id: int
    titel: str
    plaats: str
    plaatsen: int
    in_plan: int
    akkoord: int
    eerste_startweek: date | None

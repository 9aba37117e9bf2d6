"""A rekenrun: what was asked, how far it is, how it ended."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]


class RekenrunStatus(StrEnum):
    """How far a rekenrun is; the last three are final."""

    WACHTRIJ = "wachtrij"
    BEZIG = "bezig"
    GESLAAGD = "geslaagd"
    MISLUKT = "mislukt"
    GEANNULEERD = "geannuleerd"

    @property
    def is_final(self) -> bool:
        """Whether nothing more will happen to the run."""
        return self not in {RekenrunStatus.WACHTRIJ, RekenrunStatus.BEZIG}


class PlannerNaam(StrEnum):
    """For which planner a run is."""

    MATCHING = "matching"
    ROULATIE = "roulatie"
    GROEPSDETACHERING = "groepsdetachering"


class RekenrunSoort(StrEnum):
    """Whether a run makes a plan from nothing, or mends the newest one: who is not touched stays."""

    NIEUW = "nieuw"
    HERSTEL = "herstel"


class Verzoek(StrEnum):
    """What people ask of a run that is under way."""

    GEEN = "geen"
    AFRONDEN = "afronden"
    ANNULEREN = "annuleren"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rekenrun:
    """A run as people see it; `fout` is the sentence of a run that failed.

    It is of a regio, or of one roulatie or SW-bedrijf (`organisatie_id`) in it.
    People may stop it: `annuleren` keeps nothing, `afronden` keeps the best plan so far.
    """

    id: int
    regio_code: str
    soort: RekenrunSoort
    status: RekenrunStatus
    gevraagd_door: str | None
    gevraagd_op: datetime
    vandaag: date
    seconden: float
    max_verplaatst: int | None
    roulatie_id: int | None
    organisatie_id: int | None
    poging: int
    annuleren: bool
    afronden: bool
    gestopt_door: str | None
    fout: str | None
    klaar_op: datetime | None


@dataclass(frozen=True, slots=True)
class RekenrunLijst:
    """One page of a list and how many runs there are in all."""

    regels: tuple[Rekenrun, ...]
    totaal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Voortgang:
    """One step that a run reported.

    Of a better plan: after how many seconds of searching, how many people it places at least, and its tiers
    as in an uitkomst.
    """

    volgnummer: int
    tijd: datetime
    fase: str
    zin: str
    seconden: float | None
    geplaatst: int | None
    lagen: list[Json] | None

    @property
    def is_zoekstap(self) -> bool:
        """Whether it tells of a better plan while the search goes on."""
        return self.fase == "rekenen" and self.lagen is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a worker holds of the run it claimed: the question, and under which name it holds it.

    `vraag` is what its planner asks besides, of a roulatie or a SW-bedrijf.
    """

    id: int
    regio_code: str
    vandaag: date
    seconden: float
    seed: int
    poging: int
    geclaimd_door: str
    gevraagd_door: int | None
    max_verplaatst: int | None
    soort: RekenrunSoort
    planner: PlannerNaam
    roulatie_id: int | None = None
    organisatie_id: int | None = None
    vraag: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opgeslagen:
    """What is stored of a run that was solved, enough to solve it again."""

    id: int
    seconden: float
    seed: int
    instantie: Json
    instantie_hash: str
    uitkomst: Json | None

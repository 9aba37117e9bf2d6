"""What explanations consist of.

Ids stand in the sentences as placeholders such as {kandidaat:17} and {plek:4}.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.matching.rule import Waardering
    from solver.rule import Violation


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternatief:
    """Another plan in which this kandidaat goes to `plek`.

    `verschil` is per tier what that plan is worth more.

    `verplaatst` and `zonder_plek` name the others whose stay changes or ends; `sentence` says what it costs.
    """

    plek: int
    startweek: int
    verschil: tuple[int, ...]
    verplaatst: tuple[int, ...]
    zonder_plek: tuple[int, ...]
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proef:
    """One stay tried beside a plan: which pair rules it breaks, what room is short, what the wishes give.

    `alternatief` is the plan in which it stands, None where pins leave no room for it.
    """

    regels: tuple[Violation, ...]
    ruimte: tuple[Violation, ...]
    wensen: tuple[Waardering, ...]
    alternatief: Alternatief | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waarom:
    """Why this plek: what each wish gives, and the best other plekken with what they would really cost.

    `blijft` says that nobody may be moved any more, where that holds the kandidaat here.
    """

    kandidaat: int
    plek: int
    startweek: int
    waarderingen: tuple[Waardering, ...]
    alternatieven: tuple[Alternatief, ...]
    blijft: str = ""


class Reden(StrEnum):
    """Why someone has no plek in this plan: what stands in the way most."""

    GEEN_PLEKKEN = "geen_plekken"
    WERKPROCES_AANBOD = "werkproces_aanbod"
    ERKENNING = "erkenning"
    OPLEIDER = "opleider"
    PLAATSINGSVORM = "plaatsingsvorm"
    DAGDELEN = "beschikbaarheid_dagdelen"
    UREN = "uren"
    PERIODE = "periode"
    REISTIJD = "reistijd"
    VOORWAARDEN = "voorwaarden"
    TAAL = "taal"
    NIVEAU = "niveau"
    FASE = "fase"
    VERBODEN = "verboden"
    PLAATSEN_VOL = "plaatsen_vol"
    BEGELEIDING_VOL = "begeleiding_vol"
    VOUCHERS_OP = "vouchers_op"
    AFGEWOGEN = "afgewogen"


CAPACITY_REDENEN = {
    "plaatsen": Reden.PLAATSEN_VOL,
    "begeleiding": Reden.BEGELEIDING_VOL,
    "vouchers": Reden.VOUCHERS_OP,
}

SENTENCES = {
    Reden.GEEN_PLEKKEN: "Er zijn geen plekken in dit plan.",
    Reden.WERKPROCES_AANBOD: "De gewenste werkprocessen komen op te weinig plekken voor.",
    Reden.ERKENNING: "De plekken die passen, zijn niet erkend voor wat de kandidaat wil leren.",
    Reden.OPLEIDER: "Er is geen opleider voor deze kwalificatie.",
    Reden.PLAATSINGSVORM: "De plekken nemen niemand aan in een vorm die de kandidaat kan.",
    Reden.DAGDELEN: "De dagdelen van de kandidaat en de plekken passen niet op elkaar.",
    Reden.UREN: "De uren per week van de kandidaat en de plekken passen niet op elkaar.",
    Reden.PERIODE: "De periode van de kandidaat past niet bij de plekken.",
    Reden.REISTIJD: "De plekken die passen, zijn te ver weg.",
    Reden.VOORWAARDEN: "De plekken kunnen niet bieden wat de kandidaat nodig heeft.",
    Reden.TAAL: "De plekken vragen een hoger taalniveau.",
    Reden.NIVEAU: "De plekken vragen een hoger niveau.",
    Reden.FASE: "De stap naar deze plekken is te groot.",
    Reden.VERBODEN: "De plekken die passen, zijn eerder afgewezen.",
    Reden.PLAATSEN_VOL: "De plekken die passen, zijn in dit plan bezet.",
    Reden.BEGELEIDING_VOL: "De praktijkopleiders van de plekken die passen, hebben geen tijd meer.",
    Reden.VOUCHERS_OP: "De vouchers zijn in dit plan op.",
    Reden.AFGEWOGEN: "Er is nog ruimte. Een nieuwe berekening kan een plek vinden.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bijna:
    """A plek that almost fits, with all that is short in its best startweek."""

    plek: int
    startweek: int
    violations: tuple[Violation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WelAls:
    """What makes a plek possible in this plan: one change, with those of `ook` where it alone would not."""

    plek: int
    rule: str
    shortfall: int
    unit: str
    sentence: str
    ook: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NietGeplaatst:
    """Why someone has no plek in this plan; `tellingen` counts plekken per rule that stands in the way."""

    kandidaat: int
    reden: Reden
    sentence: str
    tellingen: tuple[tuple[str, int], ...]
    dichtstbij: tuple[Bijna, ...]
    wel_als: tuple[WelAls, ...]

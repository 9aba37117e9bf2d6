"""A plan as people see it: its figures, its lines, and what may be asked of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from marketplace.voorstellen.model import Json, Pin, VoorstelStatus


class PlanStatus(StrEnum):
    """A concept is worked on, the published one holds, the others were."""

    CONCEPT = "concept"
    GEPUBLICEERD = "gepubliceerd"
    HISTORIE = "historie"
    VERVALLEN = "vervallen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One plan of a region; `cijfers` were counted when it was made (see matching/cijfers.py).

    Decisions after `gelezen_op` are not in it: its run read the region then and solved for a while.
    """

    id: int
    rekenrun_id: int
    regio_code: str
    status: PlanStatus
    basis_plan_id: int | None
    gelezen_op: datetime
    gemaakt_op: datetime
    gevraagd_door: str | None
    gepubliceerd_op: datetime | None
    gepubliceerd_door: str | None
    versie: int
    cijfers: Json = field(repr=False)


@dataclass(frozen=True, slots=True)
class PlanLijst:
    """One page of a list and how many plans there are in all."""

    regels: tuple[Plan, ...]
    totaal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRegel:
    """A voorstel as one line of the worklist."""

    voorstel_id: int
    kandidaat_id: int
    kenmerk: str
    gemeente_id: int
    gemeente: str
    matchbaar_sinds: date | None
    leerwerkplek_id: int
    titel: str
    organisatie_id: int
    organisatie: str
    plaats: str
    sector: str
    status: VoorstelStatus
    startweek: date
    weken: int
    vorm_naam: str
    pin: Pin | None
    versie: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFilter:
    """What a worklist is narrowed to; None leaves it wide. `wacht_sinds`: on that day or before."""

    sector: str | None = None
    gemeente_id: int | None = None
    organisatie_id: int | None = None
    statussen: frozenset[VoorstelStatus] | None = None
    wacht_sinds: date | None = None

    def holds(self, regel: PlanRegel) -> bool:
        """Whether a line is asked for."""
        return (
            self.sector in {None, regel.sector}
            and self.gemeente_id in {None, regel.gemeente_id}
            and self.organisatie_id in {None, regel.organisatie_id}
            and (self.statussen is None or regel.status in self.statussen)
            and (
                self.wacht_sinds is None
                or (regel.matchbaar_sinds is not None and regel.matchbaar_sinds <= self.wacht_sinds)
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class GeenPlekFilter:
    """What the people without a plek are narrowed to; `sector` is any of their wishes."""

    sector: str | None = None
    gemeente_id: int | None = None
    reden: str | None = None
    wacht_sinds: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NietGeplaatstRegel:
    """Someone without a plek in the plan: the coded reason and what explains it (see matching/uitleg.py)."""

    kandidaat_id: int
    kenmerk: str
    gemeente: str
    matchbaar_sinds: date | None
    sector: str | None
    reden: str
    uitleg: Json = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuwPaar:
    """A pairing that a run proposes."""

    kandidaat_id: int
    leerwerkplek_id: int
    startweek: date
    weken: int
    vorm: str
    uitleg: Mapping[str, object] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuwNietGeplaatst:
    """Someone for whom a run found nothing."""

    kandidaat_id: int
    reden: str
    uitleg: Mapping[str, object] = field(repr=False)

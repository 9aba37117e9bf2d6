"""The hours of a group in a week: what was planned, what was filled in, what the inlener says of it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from marketplace.groepsdetachering.opdrachten.model import Opdracht

MOST_MINUTES = 720


class UrenStand(StrEnum):
    """How far the hours of a week are."""

    LEEG = "uren_leeg"
    INGEVULD = "uren_ingevuld"
    WACHTEN = "uren_wachten"
    BEVESTIGD = "uren_bevestigd"
    KLOPPEN_NIET = "uren_kloppen_niet"


@dataclass(frozen=True, slots=True, order=True)
class Uur:
    """So many minutes of somebody on a weekday from 0."""

    kandidaat_id: int
    dag: int
    minuten: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gewerkt:
    """What was filled in of a week, and what the inlener says of it; who only reads knows of no open link.

    `tarief` is what the opdracht cost then, in cents for an hour of one person.
    """

    opdracht_id: int
    week: date
    ingevuld_op: datetime
    ingevuld_door: str
    tarief: int
    bevestigd_op: datetime | None
    bevestigd_door: str | None
    opmerking: str
    opgemerkt_op: datetime | None
    link_tot: datetime | None
    versie: int
    uren: tuple[Uur, ...]

    @property
    def stand(self) -> UrenStand:
        """How far it is: a remark counts until somebody fills in again, or asks again by a link."""
        if self.bevestigd_op is not None:
            return UrenStand.BEVESTIGD
        if self.link_tot is not None:
            return UrenStand.WACHTEN
        if self.opgemerkt_op is not None and self.opgemerkt_op >= self.ingevuld_op:
            return UrenStand.KLOPPEN_NIET
        return UrenStand.INGEVULD


@dataclass(frozen=True, slots=True, kw_only=True)
class Urenweek:
    """An opdracht in a week: what the plan that held says, and what was filled in, if anything was."""

    opdracht: Opdracht
    week: date
    gepland: tuple[Uur, ...]
    gewerkt: Gewerkt | None

    @property
    def stand(self) -> UrenStand:
        """How far it is."""
        return self.gewerkt.stand if self.gewerkt else UrenStand.LEEG

    @property
    def uren(self) -> tuple[Uur, ...]:
        """What was filled in, else what was planned."""
        return self.gepland if self.gewerkt is None else self.gewerkt.uren

    @property
    def tarief(self) -> int:
        """Cents for an hour of one person: as it was when the hours were filled in, else as it is."""
        return self.opdracht.tarief if self.gewerkt is None else self.gewerkt.tarief

    @property
    def mensen(self) -> frozenset[int]:
        """Who was planned, and who was there without a plan."""
        return frozenset(each.kandidaat_id for each in (*self.gepland, *self.uren))

    @property
    def versie(self) -> int:
        """The version of what was filled in; 0 when nothing was."""
        return self.gewerkt.versie if self.gewerkt else 0

    @property
    def minuten_gepland(self) -> int:
        """The minutes that were planned."""
        return sum(each.minuten for each in self.gepland)

    @property
    def minuten(self) -> int | None:
        """The minutes that were filled in; None when nothing was."""
        return sum(each.minuten for each in self.gewerkt.uren) if self.gewerkt else None

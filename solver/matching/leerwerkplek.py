"""The leerwerkplek of an instance: what happens there, who leads, and what is still free."""

from dataclasses import dataclass

from solver.leiding import Inzet, require_one_lead
from solver.validate import (
    require_amounts,
    require_mask,
    require_minutes,
    require_period,
    require_taal,
    require_unsigned,
)
from solver.vocabulary import Fase, Plaatsingsvorm


@dataclass(frozen=True, slots=True, kw_only=True)
class Erkenning:
    """Recognition of a leerbedrijf for a crebo; `werkprocessen` None means all of them; weeks half-open."""

    crebo: int
    werkprocessen: frozenset[int] | None
    van_week: int
    tot_week: int

    def __post_init__(self) -> None:
        """Refuse an end before the start."""
        require_period(f"erkenning {self.crebo}", self.van_week, self.tot_week)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leerwerkplek:
    """A plek: `plaatsen[w]` is what is still free in week w, the window is [van_week, tot_week).

    `werkprocessen` really occur there; `voorwaarden` are the functional conditions it can offer; `taal` is
    the least level it asks; `vervoer_geregeld` means someone who cannot travel alone is brought or
    accompanied.
    """

    id: int
    werkgever: int
    zone: int
    sector: str
    niveau: int
    plaatsen: tuple[int, ...]
    van_week: int
    tot_week: int
    dagdelen: int
    minuten_min: int
    minuten_max: int
    werkprocessen: frozenset[int]
    erkenningen: tuple[Erkenning, ...] = ()
    vormen: frozenset[Plaatsingsvorm]
    voorwaarden: frozenset[str] = frozenset()
    taal: int = 0
    fase: Fase | None = None
    inzet: tuple[Inzet, ...]
    vervoer_geregeld: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be a plek."""
        what = f"plek {self.id}"
        require_unsigned(what, "zone", self.zone)
        require_unsigned(what, "niveau", self.niveau)
        require_mask(what, self.dagdelen)
        require_minutes(what, self.minuten_min, self.minuten_max)
        require_taal(what, self.taal)
        require_period(what, self.van_week, self.tot_week)
        require_amounts(what, "plaatsen", self.plaatsen)
        require_one_lead(what, self.inzet)

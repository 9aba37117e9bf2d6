"""The question of a roulatie, frozen and pseudonymous: ids are opaque numbers, weeks count from 0.

A block takes the weeks [van_week, tot_week). Masks hold ten dagdelen: bit 0 is maandagochtend, bit 9
vrijdagmiddag.
"""

from dataclasses import dataclass
from itertools import pairwise

from solver.leerdoel import Leerdoel
from solver.leiding import Inzet, Praktijkopleider
from solver.reistabel import Reistabel
from solver.roulatie.beleid import Beleid
from solver.roulatie.deelnemer import Deelnemer, Voorkeur
from solver.roulatie.plek import Aanbod, Plek
from solver.tiers import Tier
from solver.validate import (
    require,
    require_period,
    require_unique,
    require_unsigned,
    require_weeks,
)

__all__ = [
    "Aanbod",
    "Beleid",
    "Blok",
    "Cel",
    "Deelnemer",
    "Instance",
    "Inzet",
    "Leerdoel",
    "Plek",
    "Praktijkopleider",
    "Reistabel",
    "Tier",
    "Voorkeur",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blok:
    """A dated part of the roulatie in which nobody changes plek."""

    id: int
    van_week: int
    tot_week: int

    def __post_init__(self) -> None:
        """Refuse a block of no weeks."""
        require_period(f"blok {self.id}", self.van_week, self.tot_week)
        require(self.van_week < self.tot_week, f"blok {self.id}: has no weeks")

    @property
    def weken(self) -> range:
        """The weeks of the block."""
        return range(self.van_week, self.tot_week)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Cel:
    """A deelnemer in a block at a plek."""

    deelnemer: int
    blok: int
    plek: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """Everything a run needs; `maand[week]` is the month (1..12) in which a week counts.

    `vast` cells must hold, at `verboden` (deelnemer, plek) nobody comes, `apart` never share a plek in a
    block and `samen` always do. Of `vorige`, the published plan, at most `max_cellen` cells may change, of at
    most `max_mensen` people; None: any number.
    """

    maand: tuple[int, ...]
    blokken: tuple[Blok, ...]
    deelnemers: tuple[Deelnemer, ...]
    plekken: tuple[Plek, ...]
    praktijkopleiders: tuple[Praktijkopleider, ...]
    reistabel: Reistabel
    beleid: Beleid
    vast: tuple[Cel, ...] = ()
    verboden: frozenset[tuple[int, int]] = frozenset()
    apart: frozenset[tuple[int, int]] = frozenset()
    samen: frozenset[tuple[int, int]] = frozenset()
    vorige: tuple[Cel, ...] = ()
    max_cellen: int | None = None
    max_mensen: int | None = None

    def __post_init__(self) -> None:
        """Refuse rows that do not belong together."""
        for name in ("max_cellen", "max_mensen"):
            require_unsigned("instance", name, getattr(self, name))
        require(set(self.maand) <= set(range(1, 13)), "instance: maand has a number that is no month")
        for name in ("blokken", "deelnemers", "plekken", "praktijkopleiders"):
            require_unique(name, [row.id for row in getattr(self, name)])
        self._check_blokken()
        self._check_travel()
        self._check_names()

    def _check_blokken(self) -> None:
        weken = len(self.maand)
        for first, then in pairwise(self.blokken):
            after = first.tot_week <= then.van_week
            require(after, f"blok {then.id}: begins before blok {first.id} ends")
        for blok in self.blokken:
            require(blok.tot_week <= weken, f"blok {blok.id}: ends past the last week")
        for row in self.praktijkopleiders:
            require_weeks(f"praktijkopleider {row.id}: minuten", row.minuten, weken)

    def _check_travel(self) -> None:
        for plek in self.plekken:
            self.reistabel.require_known(f"plek {plek.id}", plek.zone)
        for row in self.deelnemers:
            self.reistabel.require_known(f"deelnemer {row.id}", row.zone, row.vervoermiddel)

    def _check_names(self) -> None:
        deelnemers = {row.id for row in self.deelnemers}
        plekken = {row.id for row in self.plekken}
        blokken = {row.id for row in self.blokken}
        opleiders = {row.id for row in self.praktijkopleiders}
        for plek in self.plekken:
            for inzet in plek.inzet:
                known = inzet.praktijkopleider in opleiders
                require(known, f"plek {plek.id}: inzet names the unknown {inzet.praktijkopleider}")
        for cel in self.vast:
            require(cel.deelnemer in deelnemers, f"vast: names the unknown deelnemer {cel.deelnemer}")
            require(cel.plek in plekken, f"vast: names the unknown plek {cel.plek}")
            require(cel.blok in blokken, f"vast: names the unknown blok {cel.blok}")
        for name in ("apart", "samen"):
            for one, other in getattr(self, name):
                require(one != other, f"{name}: deelnemer {one} stands beside itself")
                require({one, other} <= deelnemers, f"{name}: names an unknown deelnemer ({one}, {other})")

"""The question of a matching run, frozen and pseudonymous: ids are opaque numbers, weeks count from 0.

A stay takes the weeks [startweek, startweek + weken). Weeks at or past `Instance.weken` are beyond the
horizon and use nothing. Masks hold ten dagdelen: bit 0 is maandagochtend, bit 9 vrijdagmiddag.
"""

from dataclasses import dataclass

from solver.leiding import Inzet, Praktijkopleider
from solver.matching.beleid import Beleid, Gewichten, Ondergrens, Spreiding
from solver.matching.kandidaat import Kandidaat
from solver.matching.leerwerkplek import Erkenning, Leerwerkplek
from solver.reistabel import Reistabel
from solver.validate import (
    require,
    require_period,
    require_unique,
    require_unsigned,
    require_weeks,
)
from solver.vocabulary import Fase, Plaatsingsvorm, Vervoermiddel

__all__ = [
    "Beleid",
    "Erkenning",
    "Fase",
    "Gewichten",
    "Instance",
    "Inzet",
    "Kandidaat",
    "Leerwerkplek",
    "Ondergrens",
    "Opleiding",
    "Paar",
    "Plaatsingsvorm",
    "Praktijkopleider",
    "Reistabel",
    "Spreiding",
    "Vervoermiddel",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opleiding:
    """A school in reach offers this kwalificatie to starters in the weeks [van_week, tot_week)."""

    crebo: int
    van_week: int
    tot_week: int

    def __post_init__(self) -> None:
        """Refuse an end before the start."""
        require_period(f"opleiding {self.crebo}", self.van_week, self.tot_week)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paar:
    """A kandidaat at a plek, where known from which week."""

    kandidaat: int
    plek: int
    startweek: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """Everything a run needs: `vast` pairs must hold, `verboden` may not, `vorige` is the plan to stay near.

    `vast` may only name known ids; in `verboden`, `uitzonderingen` and `vorige` an unknown id simply means
    nothing. `uitzonderingen` are (kandidaat, plek, rule): beleid that a person set aside for that pair.
    `max_verplaatst` is how many people of `vorige` may lose the plek that they could keep; None: any number.
    """

    weken: int
    kandidaten: tuple[Kandidaat, ...]
    plekken: tuple[Leerwerkplek, ...]
    praktijkopleiders: tuple[Praktijkopleider, ...]
    opleidingen: tuple[Opleiding, ...] = ()
    reistabel: Reistabel
    beleid: Beleid
    vast: tuple[Paar, ...] = ()
    verboden: frozenset[tuple[int, int]] = frozenset()
    uitzonderingen: frozenset[tuple[int, int, str]] = frozenset()
    vorige: tuple[Paar, ...] = ()
    max_verplaatst: int | None = None

    def __post_init__(self) -> None:
        """Refuse rows that do not belong together."""
        require_unsigned("instance", "max_verplaatst", self.max_verplaatst)
        require(self.weken >= 1, f"instance: weken is less than 1 ({self.weken})")
        for name in ("kandidaten", "plekken", "praktijkopleiders"):
            require_unique(name, [row.id for row in getattr(self, name)])
        require(
            max(self.beleid.startweken, default=0) < self.weken,
            "beleid: startweken has a week past the horizon",
        )
        self._check_travel()
        self._check_weeks()
        self._check_vast()

    def _check_travel(self) -> None:
        for plek in self.plekken:
            self.reistabel.require_known(f"plek {plek.id}", plek.zone)
        for row in self.kandidaten:
            self.reistabel.require_known(f"kandidaat {row.id}", row.zone, row.vervoermiddel)

    def _check_weeks(self) -> None:
        known = {row.id for row in self.praktijkopleiders}
        for row in self.praktijkopleiders:
            require_weeks(f"praktijkopleider {row.id}: minuten", row.minuten, self.weken)
        for plek in self.plekken:
            require_weeks(f"plek {plek.id}: plaatsen", plek.plaatsen, self.weken)
            for inzet in plek.inzet:
                require(
                    inzet.praktijkopleider in known,
                    f"plek {plek.id}: inzet names the unknown praktijkopleider {inzet.praktijkopleider}",
                )

    def _check_vast(self) -> None:
        kandidaten = {row.id for row in self.kandidaten}
        plekken = {row.id for row in self.plekken}
        for paar in self.vast:
            require(paar.kandidaat in kandidaten, f"vast: names the unknown kandidaat {paar.kandidaat}")
            require(paar.plek in plekken, f"vast: names the unknown plek {paar.plek}")

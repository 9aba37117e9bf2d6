"""The question of a groepsdetachering, frozen and pseudonymous: ids are opaque numbers, weeks count from 0.

Masks hold five weekdays: bit 0 is Monday. Days that somebody or something is not there are numbered over the
horizon, 5 * week + weekday.
"""

from collections import Counter
from dataclasses import dataclass, field

from solver.groepsdetachering.beleid import Beleid
from solver.groepsdetachering.medewerker import Medewerker, Opstap, Stap
from solver.groepsdetachering.opdracht import Aanbod, Opdracht, Vakkracht
from solver.groepsdetachering.productie import Afdeling
from solver.groepsdetachering.solution import Solution
from solver.groepsdetachering.vervoer import Bus, Opstapplaats
from solver.groepsdetachering.werkleider import Werkleider
from solver.leerdoel import Leerdoel
from solver.reistabel import Reistabel
from solver.tiers import Tier
from solver.validate import LARGEST, require, require_unique, require_unsigned
from solver.vocabulary import Vervoermiddel

__all__ = [
    "Aanbod",
    "Afdeling",
    "Beleid",
    "Bus",
    "Instance",
    "Leerdoel",
    "Medewerker",
    "Opdracht",
    "Opstap",
    "Opstapplaats",
    "Plaats",
    "Reistabel",
    "Stap",
    "Tier",
    "Vakkracht",
    "VasteLeiding",
    "Werkleider",
]

MOST_WEEKS = 104


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Plaats:
    """A medewerker in the group of an opdracht in a week."""

    medewerker: int
    week: int
    opdracht: int


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class VasteLeiding:
    """A werkleider at the head of the group of an opdracht in a week."""

    opdracht: int
    week: int
    werkleider: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """Everything a run needs.

    `vast` and `vaste_leiding` must hold, to `verboden` (medewerker, opdracht) nobody goes, for
    `uitzonderingen` (medewerker, opdracht) the order of treden is set aside. `apart` are never in a group
    together, `samen` on all days that both work, `liever` gladly. `eerder` is the week before the first: who
    was where, and who led. Of `vorige`, the published plan, at most `max_plaatsen` places may change, of at
    most `max_mensen` people; None: any number.
    """

    weken: int
    medewerkers: tuple[Medewerker, ...]
    werkleiders: tuple[Werkleider, ...]
    opdrachten: tuple[Opdracht, ...]
    bussen: tuple[Bus, ...] = ()
    opstapplaatsen: tuple[Opstapplaats, ...] = ()
    afdelingen: tuple[Afdeling, ...] = ()
    reistabel: Reistabel
    beleid: Beleid
    vast: tuple[Plaats, ...] = ()
    vaste_leiding: tuple[VasteLeiding, ...] = ()
    verboden: frozenset[tuple[int, int]] = frozenset()
    uitzonderingen: frozenset[tuple[int, int]] = frozenset()
    apart: frozenset[tuple[int, int]] = frozenset()
    samen: frozenset[tuple[int, int]] = frozenset()
    liever: frozenset[tuple[int, int]] = frozenset()
    eerder: frozenset[tuple[int, int]] = frozenset()
    eerder_leiding: frozenset[tuple[int, int]] = frozenset()
    vorige: Solution = field(default_factory=Solution)
    max_plaatsen: int | None = None
    max_mensen: int | None = None

    def __post_init__(self) -> None:
        """Refuse rows that do not belong together."""
        require(1 <= self.weken <= MOST_WEEKS, f"instance: weken is not 1..{MOST_WEEKS} ({self.weken})")
        for name in ("max_plaatsen", "max_mensen"):
            require_unsigned("instance", name, getattr(self, name))
        for name in ("medewerkers", "werkleiders", "opdrachten", "bussen", "opstapplaatsen", "afdelingen"):
            require_unique(name, [row.id for row in getattr(self, name)])
        self._check_travel()
        self._check_names()
        self._check_pins()

    def _check_travel(self) -> None:
        table = self.reistabel
        for row in self.medewerkers:
            table.require_known(f"medewerker {row.id}", row.zone, row.vervoermiddel)
        for opdracht in self.opdrachten:
            table.require_known(f"opdracht {opdracht.id}", opdracht.zone)
        for plaats in self.opstapplaatsen:
            table.require_known(f"opstapplaats {plaats.id}", plaats.zone, Vervoermiddel.AUTO)
        for bus in self.bussen:
            table.require_known(f"bus {bus.id}", bus.zone, Vervoermiddel.AUTO)

    def _check_names(self) -> None:
        stops = {row.id for row in self.opstapplaatsen}
        afdelingen = {row.id for row in self.afdelingen}
        medewerkers = {row.id for row in self.medewerkers}
        for row in self.medewerkers:
            what = f"medewerker {row.id}"
            known = row.afdeling is None or row.afdeling in afdelingen
            require(known, f"{what}: afdeling {row.afdeling} is unknown")
            for each in row.opstappen:
                require(each.opstapplaats in stops, f"{what}: opstapplaats {each.opstapplaats} is unknown")
        for bus in self.bussen:
            for stop in bus.opstappen:
                require(stop in stops, f"bus {bus.id}: opstapplaats {stop} is unknown")
        for name in ("apart", "samen", "liever"):
            for one, other in getattr(self, name):
                require(one != other, f"{name}: medewerker {one} stands beside itself")
                require({one, other} <= medewerkers, f"{name}: names an unknown medewerker ({one}, {other})")

    def _check_pins(self) -> None:
        medewerkers = {row.id for row in self.medewerkers}
        opdrachten = {row.id for row in self.opdrachten}
        werkleiders = {row.id for row in self.werkleiders}
        for plaats in self.vast:
            known = plaats.medewerker in medewerkers and plaats.opdracht in opdrachten
            require(known, f"vast: names an unknown medewerker or opdracht ({plaats})")
            require(0 <= plaats.week < self.weken, f"vast: week {plaats.week} is not in the horizon")
        for pin in self.vaste_leiding:
            known = pin.werkleider in werkleiders and pin.opdracht in opdrachten
            require(known, f"vaste_leiding: names an unknown werkleider or opdracht ({pin})")
            require(0 <= pin.week < self.weken, f"vaste_leiding: week {pin.week} is not in the horizon")
        placed = Counter((pin.medewerker, pin.week) for pin in set(self.vast))
        for (medewerker, week), number in placed.items():
            words = f"vast: medewerker {medewerker} in week {week} at {number} opdrachten"
            require(number == 1, words)
        led = Counter((pin.opdracht, pin.week) for pin in self.vaste_leiding)
        for (opdracht, week), number in led.items():
            words = f"vaste_leiding: {number} werkleiders at opdracht {opdracht} in week {week}"
            require(number == 1, words)
        people = len(self.medewerkers) * self.weken * len(self.opdrachten)
        require(people <= LARGEST, "instance: too many people, weeks and opdrachten")

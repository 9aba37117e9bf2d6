"""Who is lent out: what someone can do and for how long, where they live, and what is still to be learned."""

from dataclasses import dataclass
from itertools import pairwise

from solver.groepsdetachering.dagen import ALLE_DAGEN, WERKDAGEN, require_days, without
from solver.leerdoel import Leerdoel
from solver.validate import require, require_unique, require_unsigned
from solver.vocabulary import Vervoermiddel


@dataclass(frozen=True, slots=True, kw_only=True)
class Stap:
    """So many days a week outside at most, for so many weeks before the next step; the last has no end."""

    dagen: int
    weken: int = 1

    def __post_init__(self) -> None:
        """Refuse a step of no days, or of no weeks."""
        require(1 <= self.dagen <= len(WERKDAGEN), f"stap: dagen is not 1..5 ({self.dagen})")
        require(self.weken >= 1, "stap: weken is below 1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opstap:
    """A pick-up point that someone reaches alone, in so many minutes."""

    opstapplaats: int
    minuten: int

    def __post_init__(self) -> None:
        """Refuse negative minutes."""
        require_unsigned(f"opstapplaats {self.opstapplaats}", "minuten", self.minuten)


@dataclass(frozen=True, slots=True, kw_only=True)
class Medewerker:
    """A medewerker of the SW-bedrijf.

    Works on the weekdays of `dagen`, inside unless planned outside, of which at most `max_minuten_dag` a day
    outside. `behoefte` weighs on who leads. `opbouw` are the steps from now on; of the first `volgehouden`
    weeks are behind. `trede` counts the company's own treden; who is `klaar` may move one. Who is not
    `wil_buiten` is left alone. `uitstroom`: expected to leave the group for a place of their own. `afwezig`
    are days numbered 5 * week + weekday.
    """

    id: int
    zone: int
    vervoermiddel: Vervoermiddel
    max_minuten: int
    max_kilometers: int
    reist_alleen: bool = True
    opstappen: tuple[Opstap, ...] = ()
    dagen: int = ALLE_DAGEN
    max_minuten_dag: int = 480
    behoefte: int = 1
    beheerst: frozenset[int] = frozenset()
    voorwaarden: frozenset[int] = frozenset()
    niveau: int | None = None
    leerdoelen: tuple[Leerdoel, ...] = ()
    opbouw: tuple[Stap, ...] = (Stap(dagen=5),)
    volgehouden: int = 0
    trede: int = 1
    klaar: bool = False
    wil_buiten: bool = True
    uitstroom: bool = False
    afdeling: int | None = None
    afwezig: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        what = f"medewerker {self.id}"
        require_days(what, "dagen", self.dagen)
        for name in (
            "zone",
            "max_minuten",
            "max_kilometers",
            "max_minuten_dag",
            "behoefte",
            "niveau",
            "volgehouden",
            "trede",
        ):
            require_unsigned(what, name, getattr(self, name))
        require(self.opbouw, f"{what}: opbouw is empty")
        for former, latter in pairwise(self.opbouw):
            require(former.dagen <= latter.dagen, f"{what}: opbouw goes down to {latter.dagen} days")
        require_unique(f"{what}: leerdoelen", [each.werkproces for each in self.leerdoelen])
        require_unique(f"{what}: opstappen", [each.opstapplaats for each in self.opstappen])

    def days_in(self, week: int) -> int:
        """The days of a week on which someone works, as a mask."""
        return without(self.dagen, week, self.afwezig) if self.afwezig else self.dagen

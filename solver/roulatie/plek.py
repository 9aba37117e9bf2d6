"""Where people rotate: what a plek teaches and when, how many it takes, and who leads."""

from dataclasses import dataclass

from solver.leiding import Inzet, require_one_lead
from solver.validate import (
    require,
    require_mask,
    require_unique,
    require_unsigned,
)
from solver.vocabulary import Fase

MAANDEN = frozenset(range(1, 13))


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanbod:
    """A werkproces that really occurs at a plek in these months, erkend there in [van_week, tot_week)."""

    werkproces: int
    maanden: frozenset[int] = MAANDEN
    van_week: int = 0
    tot_week: int | None = None

    def __post_init__(self) -> None:
        """Refuse a month that is none."""
        known = self.maanden <= MAANDEN
        require(known, f"werkproces {self.werkproces}: maanden has a number that is no month")
        require_unsigned(f"werkproces {self.werkproces}", "van_week", self.van_week)
        require_unsigned(f"werkproces {self.werkproces}", "tot_week", self.tot_week)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plek:
    """A leerwerkplek of a werkgever.

    In a block it takes nobody, or `minimum` to `maximum` people. `vereist` are werkprocessen that someone
    must have practised, or be ervaren in, before coming here (safety before machines). In weeks of `gesloten`
    nobody works. `taxibus` is how many can come by a bus that fetches them.
    """

    id: int
    werkgever: int
    zone: int
    fase: Fase = Fase.REGULIER
    minimum: int = 0
    maximum: int
    taxibus: int = 0
    dagdelen: int
    dagdelen_minstens: int = 1
    aanbod: tuple[Aanbod, ...] = ()
    vereist: frozenset[int] = frozenset()
    inzet: tuple[Inzet, ...] = ()
    gesloten: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        """Refuse a minimum above the maximum, and periods in which two lead."""
        what = f"plek {self.id}"
        require_mask(what, self.dagdelen)
        for name in ("zone", "minimum", "maximum", "taxibus", "dagdelen_minstens"):
            require_unsigned(what, name, getattr(self, name))
        require(
            self.minimum <= self.maximum, f"{what}: minimum {self.minimum} is above maximum {self.maximum}"
        )
        require_unique(f"{what}: aanbod", [each.werkproces for each in self.aanbod])
        require_one_lead(what, self.inzet)

"""Who rotates: where someone lives, what is agreed to be learned, and when and how someone can be there."""

from dataclasses import dataclass

from solver.leerdoel import Leerdoel
from solver.validate import (
    DAGDELEN_ALL,
    require,
    require_amounts,
    require_mask,
    require_unique,
    require_unsigned,
)
from solver.vocabulary import Vervoermiddel

MOST_POINTS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorkeur:
    """How gladly someone learns at a plek, and how well it suits as a lasting place; points of 0 to 100."""

    plek: int
    wens: int = 0
    eindplek: int = 0

    def __post_init__(self) -> None:
        """Refuse points past 100."""
        for name in ("wens", "eindplek"):
            value = getattr(self, name)
            known = 0 <= value <= MOST_POINTS
            require(known, f"voorkeur plek {self.plek}: {name} is not 0..{MOST_POINTS} ({value})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelnemer:
    """A deelnemer.

    `begeleiding` is the need in minutes a week since the start at a plek, of which the last goes on; it
    begins anew at every new plek. In weeks of `afwezig` someone is away, and before `van_week` or from
    `tot_week` no part of the group. Who cannot travel alone goes by a taxibus or with one of `reist_met`.
    """

    id: int
    zone: int
    vervoermiddel: Vervoermiddel
    max_minuten: int
    max_kilometers: int
    reist_alleen: bool = True
    reist_met: frozenset[int] = frozenset()
    dagdelen: int = DAGDELEN_ALL
    begeleiding: tuple[int, ...] = (0,)
    leerdoelen: tuple[Leerdoel, ...] = ()
    ervaren_in: frozenset[int] = frozenset()
    voorkeuren: tuple[Voorkeur, ...] = ()
    afwezig: frozenset[int] = frozenset()
    van_week: int = 0
    tot_week: int | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        what = f"deelnemer {self.id}"
        require_mask(what, self.dagdelen)
        for name in ("zone", "max_minuten", "max_kilometers", "van_week", "tot_week"):
            require_unsigned(what, name, getattr(self, name))
        require(self.begeleiding, f"{what}: begeleiding is empty")
        require_amounts(what, "begeleiding", self.begeleiding)
        require_unique(f"{what}: leerdoelen", [each.werkproces for each in self.leerdoelen])
        require_unique(f"{what}: voorkeuren", [each.plek for each in self.voorkeuren])
        require(self.id not in self.reist_met, f"{what}: reist_met names the deelnemer itself")

    def weken_in(self, weken: range) -> list[int]:
        """Those of these weeks in which the deelnemer is there."""
        end = weken.stop if self.tot_week is None else self.tot_week
        if not self.afwezig and self.van_week <= weken.start and weken.stop <= end:
            return list(weken)
        return [week for week in weken if self.van_week <= week < end and week not in self.afwezig]

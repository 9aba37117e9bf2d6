"""The kandidaat of an instance: what planning needs, and nothing that says who it is."""

from dataclasses import dataclass

from solver.validate import (
    require,
    require_amounts,
    require_mask,
    require_minutes,
    require_taal,
    require_unsigned,
)
from solver.vocabulary import Fase, Plaatsingsvorm, Vervoermiddel


@dataclass(frozen=True, slots=True, kw_only=True)
class Kandidaat:
    """What the optimiser may know of a person: functional needs and wishes only.

    `zone` indexes the reistabel; `begeleiding[w]` is the need in minutes in week w of the stay (the last
    value goes on); `minuten_*` are working minutes a week; `werkprocessen` are wanted and not yet proven;
    `sectorwensen` and `vormen` stand in order of preference; `taal` is 0 (none) to 4 (B2 or higher);
    `wachtweken` is the waiting time on the day of asking; `eerste_week`..`laatste_week` (inclusive) may be
    startweek; `groep` is a number that ondergrenzen of the policy name, and says nothing else.
    """

    id: int
    zone: int
    vervoermiddel: Vervoermiddel
    max_reistijd: int
    max_afstand: int | None = None
    reist_alleen: bool = True
    dagdelen: int
    minuten_min: int
    minuten_max: int
    eerste_week: int = 0
    laatste_week: int
    weken: int
    niveau: int
    praktijkleren: bool = True
    crebo: int | None = None
    werkprocessen: tuple[int, ...] = ()
    sectorwensen: tuple[str, ...] = ()
    vormen: tuple[Plaatsingsvorm, ...]
    begeleiding: tuple[int, ...]
    voorwaarden: frozenset[str] = frozenset()
    taal: int = 4
    fase: Fase | None = None
    wachtweken: int = 0
    groep: int | None = None
    voucher: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be a kandidaat."""
        what = f"kandidaat {self.id}"
        for name in (
            "zone",
            "max_reistijd",
            "max_afstand",
            "eerste_week",
            "laatste_week",
            "weken",
            "niveau",
            "wachtweken",
            "groep",
        ):
            require_unsigned(what, name, getattr(self, name))
        require_mask(what, self.dagdelen)
        require_minutes(what, self.minuten_min, self.minuten_max)
        require_taal(what, self.taal)
        require(self.eerste_week <= self.laatste_week, f"{what}: laatste_week lies before eerste_week")
        require(self.weken >= 1, f"{what}: weken is less than 1 ({self.weken})")
        require(self.begeleiding, f"{what}: begeleiding is empty")
        require_amounts(what, "begeleiding", self.begeleiding)
        for name in ("vormen", "sectorwensen", "werkprocessen"):
            values = getattr(self, name)
            require(len(set(values)) == len(values), f"{what}: {name} names something twice")

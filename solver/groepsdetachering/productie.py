"""The work inside, that goes on when groups are out."""

from dataclasses import dataclass

from solver.groepsdetachering.dagen import WERKDAGEN
from solver.validate import require, require_amounts


@dataclass(frozen=True, slots=True, kw_only=True)
class Afdeling:
    """A part of the company's own production: by weekday how many must stay (`minimum`) and are wished."""

    id: int
    minimum: tuple[int, int, int, int, int] = (0, 0, 0, 0, 0)
    gewenst: tuple[int, int, int, int, int] = (0, 0, 0, 0, 0)

    def __post_init__(self) -> None:
        """Refuse negative numbers, and fewer wished than must stay."""
        what = f"afdeling {self.id}"
        require_amounts(what, "minimum", self.minimum)
        require_amounts(what, "gewenst", self.gewenst)
        for day in WERKDAGEN:
            enough = self.minimum[day] <= self.gewenst[day]
            require(enough, f"{what}: gewenst is below minimum on weekday {day}")

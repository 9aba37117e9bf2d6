"""Who leads groups: when, how long, what they are trained for, and how much support they can give at once."""

from dataclasses import dataclass

from solver.groepsdetachering.dagen import ALLE_DAGEN, require_days, without
from solver.validate import require_unsigned


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkleider:
    """A werkleider: `minuten` a week on location, and `span`, the behoefte of all present at most."""

    id: int
    minuten: int
    span: int
    dagen: int = ALLE_DAGEN
    trainingen: frozenset[int] = frozenset()
    beheerst: frozenset[int] = frozenset()
    afwezig: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        what = f"werkleider {self.id}"
        require_days(what, "dagen", self.dagen)
        require_unsigned(what, "minuten", self.minuten)
        require_unsigned(what, "span", self.span)

    def days_in(self, week: int) -> int:
        """The days of a week on which someone works, as a mask."""
        return without(self.dagen, week, self.afwezig) if self.afwezig else self.dagen

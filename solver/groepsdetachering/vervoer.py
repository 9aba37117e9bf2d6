"""The buses of the SW-bedrijf and where they stop."""

from dataclasses import dataclass

from solver.validate import require, require_unsigned

MOST_STOPS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Opstapplaats:
    """A place where a bus can stop."""

    id: int
    zone: int

    def __post_init__(self) -> None:
        """Refuse a negative zone."""
        require_unsigned(f"opstapplaats {self.id}", "zone", self.zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bus:
    """A bus that starts in `zone` and can stop at `opstappen`; `plaatsen` are for the people of the group.

    On days of `afwezig` (5 * week + weekday) it does not ride.
    """

    id: int
    zone: int
    plaatsen: int
    opstappen: tuple[int, ...] = ()
    afwezig: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        """Refuse a bus without seats, and more stops than can be ordered in no time."""
        what = f"bus {self.id}"
        require_unsigned(what, "zone", self.zone)
        require_unsigned(what, "plaatsen", self.plaatsen)
        require(self.plaatsen, f"bus {self.id}: plaatsen is 0")
        require(len(self.opstappen) <= MOST_STOPS, f"{what}: more than {MOST_STOPS} opstappen")
        require(len(set(self.opstappen)) == len(self.opstappen), f"{what}: an opstapplaats is named twice")

    def can_stop(self, stops: tuple[int, ...]) -> bool:
        """Whether these are places where it stops, each told once."""
        return len(set(stops)) == len(stops) and set(stops) <= set(self.opstappen)

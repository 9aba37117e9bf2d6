"""Travel between zones, as an instance holds it."""

from dataclasses import dataclass

from solver.validate import require, require_amounts
from solver.vocabulary import Vervoermiddel


@dataclass(frozen=True, slots=True, kw_only=True)
class Reistabel:
    """Travel between zones: `minuten[vervoermiddel][van][naar]` (None: no way), `kilometers[van][naar]`."""

    minuten: dict[Vervoermiddel, tuple[tuple[int | None, ...], ...]]
    kilometers: tuple[tuple[int, ...], ...]

    def __post_init__(self) -> None:
        """Refuse a table that is not square or has numbers that cannot be."""
        size = len(self.kilometers)
        for name, rows in [("kilometers", self.kilometers), *self.minuten.items()]:
            require(len(rows) == size, f"reistabel {name}: {len(rows)} rows where {size} zones are known")
            for van, row in enumerate(rows):
                require(len(row) == size, f"reistabel {name}: row {van} has {len(row)} of {size} numbers")
                known = [value for value in row if value is not None]
                require_amounts(f"reistabel {name}", f"row {van}", known)

    def require_known(self, what: str, zone: int, vervoermiddel: Vervoermiddel | None = None) -> None:
        """Refuse a zone and a vervoermiddel that are not in the table."""
        require(zone < len(self.kilometers), f"{what}: zone {zone} is not in the reistabel")
        known = vervoermiddel is None or vervoermiddel in self.minuten
        require(known, f"{what}: the reistabel has no {vervoermiddel}")

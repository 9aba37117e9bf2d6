"""Lookups of places by PC4 and by name, over rows that are already in memory."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from marketplace.geo.reistijd import Punt


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaats:
    """A place with one point; addresses are not kept, so everybody in it is at that point."""

    id: int
    naam: str
    gemeente_id: int
    gemeente: str
    punt: Punt


class Gazetteer:
    """Which place a PC4 or a name stands for."""

    def __init__(self, plaatsen: Iterable[Plaats], postcodes: Mapping[str, int]) -> None:
        """Index the places; `postcodes` maps a PC4 to the id of its place."""
        self._by_id = {plaats.id: plaats for plaats in plaatsen}
        self._by_pc4 = {pc4: self._by_id[plaats_id] for pc4, plaats_id in postcodes.items()}

    def get(self, plaats_id: int) -> Plaats:
        """Return the place with this id; KeyError when there is none."""
        return self._by_id[plaats_id]

    def find_by_pc4(self, pc4: str) -> Plaats | None:
        """Return the place of a PC4 as people type it (blanks and letters behind the digits are ignored)."""
        return self._by_pc4.get(pc4.strip()[:4])

    def find_by_naam(self, naam: str) -> tuple[Plaats, ...]:
        """All places of this name, whatever its capitals; a name may occur in two gemeenten."""
        wanted = naam.strip().casefold()
        return tuple(plaats for plaats in self._by_id.values() if plaats.naam.casefold() == wanted)

"""What a plan pays for ondergrenzen and for crowding at werkgevers, counted while stays come and go."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.matching.instance import Instance


class Paid:
    """The people of a plan by ondergrens and by werkgever.

    `reached` counts per ondergrens who has a plek, `beyond` all people too many at a werkgever.
    """

    def __init__(self, instance: Instance) -> None:
        """Begin with nobody."""
        self._beleid = instance.beleid
        self._groep = {row.id: row.groep for row in instance.kandidaten}
        self._werkgever = {row.id: row.werkgever for row in instance.plekken}
        self._there: Counter[int] = Counter()
        self.reached = [0] * len(instance.beleid.ondergrenzen)
        self.beyond = 0

    def add(self, kandidaat: int, plek: int, sign: int = 1) -> None:
        """Let someone come to a plek, or leave it (-1)."""
        for place, each in enumerate(self._beleid.ondergrenzen):
            self.reached[place] += sign * (self._groep[kandidaat] in each.groepen)
        spreiding, werkgever = self._beleid.spreiding, self._werkgever[plek]
        if spreiding is not None:
            before = max(0, self._there[werkgever] - spreiding.vrij)
            self._there[werkgever] += sign
            self.beyond += max(0, self._there[werkgever] - spreiding.vrij) - before

    def crowded(self) -> int:
        """How many werkgevers have too many."""
        spreiding = self._beleid.spreiding
        return 0 if spreiding is None else sum(many > spreiding.vrij for many in self._there.values())

    def tiers(self) -> tuple[int, int, int]:
        """The price per tier, in the order of TIERS."""
        lacking = sum(
            each.prijs * max(0, each.minstens - reached)
            for each, reached in zip(self._beleid.ondergrenzen, self.reached, strict=True)
        )
        spreiding = self._beleid.spreiding
        return 0, lacking, 0 if spreiding is None else spreiding.prijs * self.beyond

"""What could be of each deelnemer alone: for what a wish gives at most, whatever all do together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.roulatie.cell_rules import CELL_RULES
from solver.roulatie.practice import practice_weeks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from solver.roulatie.instance import Blok, Deelnemer, Instance, Plek


class Possible:
    """The blocks in which people take part, the plekken that cell rules leave them, and what these teach."""

    def __init__(self, instance: Instance) -> None:
        """Ask every cell rule."""
        self.instance = instance
        forbidden = {cell for rule in CELL_RULES for cell in rule.forbidden(instance)}
        self.plekken: dict[tuple[int, int], list[Plek]] = {
            (deelnemer.id, blok.id): [
                plek for plek in instance.plekken if (deelnemer.id, plek.id, blok.id) not in forbidden
            ]
            for deelnemer in instance.deelnemers
            for blok in instance.blokken
            if deelnemer.weken_in(blok.weken)
        }
        own = {each.id: [blok for blok, _ in self.stops(each)] for each in instance.deelnemers}
        self.weeks = practice_weeks(instance, own)

    def stops(self, deelnemer: Deelnemer) -> Iterator[tuple[Blok, list[Plek]]]:
        """The blocks of someone, with where that may be."""
        for blok in self.instance.blokken:
            if (deelnemer.id, blok.id) in self.plekken:
                yield blok, self.plekken[deelnemer.id, blok.id]

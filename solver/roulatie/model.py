"""The variables of a roulatie: a boolean for each cell that can be, and one for each stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from ortools.sat.python import cp_model

from solver.roulatie.practice import practice_weeks
from solver.rule import Label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ortools.sat.python.cp_model import IntVar

    from solver.roulatie.instance import Blok, Deelnemer, Instance, Plek
    from solver.roulatie.rule import CellRule

Term: TypeAlias = cp_model.LinearExpr | int
Condition: TypeAlias = cp_model.BoundedLinearExpression | bool


class Stay(NamedTuple):
    """Someone at a plek in these blocks, not in the one before nor in the one after."""

    deelnemer: Deelnemer
    plek: Plek
    blokken: tuple[Blok, ...]
    chosen: IntVar


class Model:
    """`cells[deelnemer, plek, blok]` (ids), the stays, and in which blocks each deelnemer takes part.

    A cell is chosen exactly when a stay that holds it is.
    """

    def __init__(self, instance: Instance, rules: Iterable[CellRule], *, gives: bool = False) -> None:
        """Make the variables of all cells but those that a rule forbids.

        With `gives` all rules but wet may be given up, each for somebody or something at a time.
        """
        self.instance = instance
        self.gives = gives
        self.given_up: dict[tuple[str | int, ...], IntVar] = {}
        self.most_blokken = len(instance.blokken) if gives else instance.beleid.max_blokken
        forbidden = [(rule, cell) for rule in rules for cell in rule.forbidden(instance)]
        self.forbidden = {cell for _, cell in forbidden}
        self.cp = cp_model.CpModel()
        self.own = {
            deelnemer.id: [blok for blok in instance.blokken if deelnemer.weken_in(blok.weken)]
            for deelnemer in instance.deelnemers
        }
        left_out = {cell for rule, cell in forbidden if not gives or rule.LABEL is Label.WET}
        self.cells: dict[tuple[int, int, int], IntVar] = {}
        for deelnemer in instance.deelnemers:
            for plek in instance.plekken:
                for blok in self.own[deelnemer.id]:
                    key = (deelnemer.id, plek.id, blok.id)
                    if key not in left_out:
                        self.cells[key] = self.cp.new_bool_var("")
        for rule, cell in forbidden:
            if cell in self.cells:
                self.cp.add_implication(self.cells[cell], self.may_give_up(rule.NAME, cell[0], cell[1]))
        self.weeks = practice_weeks(instance, self.own)
        self.stays: list[Stay] = []
        for deelnemer in instance.deelnemers:
            for plek in instance.plekken:
                self._add_stays(deelnemer, plek)

    def require(self, holds: Condition, rule: str, *subject: int) -> None:
        """Add a constraint of a rule about somebody or something; it is given up with all others of these."""
        added = self.cp.add(holds)
        if self.gives:
            added.only_enforce_if(~self.may_give_up(rule, *subject))

    def may_give_up(self, rule: str, *subject: int) -> IntVar:
        """Whether a rule is given up for somebody or something."""
        key: tuple[str | int, ...] = (rule, *subject)
        if key not in self.given_up:
            self.given_up[key] = self.cp.new_bool_var("")
        return self.given_up[key]

    def at(self, deelnemer: int, plek: int, blok: int) -> Term:
        """Whether someone is at a plek in a block; 0 where that cannot be."""
        return self.cells.get((deelnemer, plek, blok), 0)

    def teaching(self, deelnemer: int, blok: int, werkproces: int) -> list[Term]:
        """Cells in which someone practises a werkproces."""
        return [
            self.at(deelnemer, plek.id, blok)
            for plek in self.instance.plekken
            if self.weeks.get((deelnemer, plek.id, blok, werkproces))
        ]

    def _add_stays(self, deelnemer: Deelnemer, plek: Plek) -> None:
        """Every run of own blocks at a plek; two runs that touch would be one, so they exclude each other."""
        own = self.own[deelnemer.id]
        holding: list[list[IntVar]] = [[] for _ in own]
        meeting: list[list[IntVar]] = [[] for _ in range(len(own) + 1)]
        for first in range(len(own)):
            for last in range(first, min(len(own), first + self.most_blokken)):
                if (deelnemer.id, plek.id, own[last].id) not in self.cells:
                    break
                chosen = self.cp.new_bool_var("")
                blokken = tuple(own[first : last + 1])
                self.stays.append(Stay(deelnemer, plek, blokken, chosen))
                meeting[first].append(chosen)
                meeting[last + 1].append(chosen)
                for place in range(first, last + 1):
                    holding[place].append(chosen)
        for place, blok in enumerate(own):
            if (deelnemer.id, plek.id, blok.id) in self.cells:
                self.cp.add(self.at(deelnemer.id, plek.id, blok.id) == sum(holding[place]))
        for touching in meeting:
            if len(touching) > 1:
                self.cp.add_at_most_one(touching)

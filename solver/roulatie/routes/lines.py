"""What routes share: lines of at most so much, over the stays of all units."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.arrays import IntArray
    from solver.roulatie.instance import Instance
    from solver.roulatie.routes.unit import Unit


class Cell(NamedTuple):
    """A unit in a block of its own at a plek, by their places."""

    unit: int
    block: int
    plek: int


class Uses(NamedTuple):
    """The lines as arrays: stay s uses `amount[k]` of `line[k]` for k from begin[s] to begin[s + 1]."""

    begin: IntArray
    line: IntArray
    amount: IntArray
    most: IntArray


class Lines:
    """Collects lines; a stay is a number: unit, block, plek and one less than its blocks, in this order."""

    no_stays: IntArray = np.zeros(0, dtype=np.int64)

    def __init__(self, instance: Instance, units: Sequence[Unit]) -> None:
        """No line yet."""
        self.instance, self.units = instance, units
        self.plekken = len(instance.plekken)
        self.blocks = max((len(unit.blokken) for unit in units), default=0)
        self.longest = max((min(unit.most, len(unit.blokken)) for unit in units), default=1)
        self.most: list[int] = []
        self._stays: list[IntArray] = []
        self._amounts: list[IntArray] = []
        self._places: dict[tuple[int, int, int], Cell] = {}
        self._cells: dict[tuple[int, int], list[Cell]] = {}
        for number, unit in enumerate(units):
            for block, plek in np.argwhere(unit.can).tolist():
                key = (instance.plekken[plek].id, unit.blokken[block].id)
                self._cells.setdefault(key, []).append(Cell(number, block, plek))

    @property
    def stays(self) -> int:
        """How many numbers of stays there are."""
        return len(self.units) * self.blocks * self.plekken * self.longest

    def cells(self, plek: int, blok: int) -> list[Cell]:
        """Who may be at a plek in a block (ids)."""
        return self._cells.get((plek, blok), [])

    def open_cell(self, deelnemer: int, plek: int, blok: int) -> Cell | None:
        """The cell of ids, where cell rules allow it."""
        if not self._places:
            self._places = {
                (each.id, row.id, blok.id): Cell(number, block, place)
                for number, unit in enumerate(self.units)
                for each in unit.members
                for block, blok in enumerate(unit.blokken)
                for place, row in enumerate(self.instance.plekken)
                if unit.open[block, place]
            }
        return self._places.get((deelnemer, plek, blok))

    def holds(self, cell: Cell, deelnemer: int) -> bool:
        """Whether someone is of the unit of a cell."""
        return any(each.id == deelnemer for each in self.units[cell.unit].members)

    def stays_at(self, unit: int, block: int, length: int) -> IntArray:
        """The stays from a block on, at every plek."""
        first = (unit * self.blocks + block) * self.plekken
        return (first + np.arange(self.plekken, dtype=np.int64)) * self.longest + length

    def plek_of(self, stays: IntArray) -> IntArray:
        """The place of the plek of each stay."""
        return stays // self.longest % self.plekken

    def add(self, most: int, cells: Sequence[tuple[Cell, int]]) -> None:
        """Add a line over cells: what stays use that hold one."""
        stays: list[int] = []
        amounts: list[int] = []
        for cell, amount in cells:
            for block in range(max(0, cell.block - self.longest + 1), cell.block + 1):
                first = ((cell.unit * self.blocks + block) * self.plekken + cell.plek) * self.longest
                reach = range(cell.block - block, min(self.longest, self.blocks - block))
                stays += [first + length for length in reach]
                amounts += [amount] * len(reach)
        self.add_stays(most, np.array(stays, dtype=np.int64), np.array(amounts, dtype=np.int64))

    def add_stays(self, most: int, stays: IntArray, amounts: IntArray) -> None:
        """Add a line over stays, in its smallest whole numbers."""
        if len(stays):
            step = max(1, int(np.gcd.reduce(amounts)))
            self.most.append(most // step)
            self._stays.append(stays)
            self._amounts.append(amounts // step)

    def uses(self) -> Uses:
        """All lines by stay."""
        line = np.repeat(np.arange(len(self._stays)), [len(each) for each in self._stays])
        stay = np.concatenate([self.no_stays, *self._stays])
        amount = np.concatenate([self.no_stays, *self._amounts])
        order = np.argsort(stay, kind="stable")
        begin = np.searchsorted(stay[order], np.arange(self.stays + 1))
        return Uses(begin, line[order], amount[order], np.array(self.most, dtype=np.int64))

"""What lines say of one plek alone, as shelves that are filled: see filling.py."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import numpy as np
from ortools.linear_solver import pywraplp

from solver.roulatie.routes.filling import Layers, Shelf, fill, make_layers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Executor

    from solver.arrays import BoolArray, IntArray
    from solver.roulatie.routes.tables import Routes


class Filler:
    """One shelf, its best filling so far, and prices of its rows."""

    def __init__(self, shelf: Shelf) -> None:
        """Without prices; the empty filling."""
        self.shelf = shelf
        self.price: IntArray = np.zeros(len(shelf.most), dtype=np.int64)
        self.filling: IntArray = np.zeros(len(shelf.stay), dtype=np.int64)
        self._solver = pywraplp.Solver.CreateSolver("GLOP")
        infinity = self._solver.infinity()
        self._stays = [self._solver.NumVar(0, infinity, "") for _ in shelf.stay]
        self._rows = [self._solver.Constraint(-infinity, float(most)) for most in shelf.most]
        for stay, variable in enumerate(self._stays):
            for at in range(shelf.begin[stay], shelf.begin[stay + 1]):
                self._rows[shelf.row[at]].SetCoefficient(variable, float(shelf.amount[at]))
        self._solver.Objective().SetMaximization()

    def set_prices(self, worth: IntArray) -> None:
        """Take the duals of the linear relaxation, where it has any: near them the search is quick."""
        objective = self._solver.Objective()
        for variable, each in zip(self._stays, worth.tolist(), strict=True):
            objective.SetCoefficient(variable, float(each))
        if self._solver.Solve() == pywraplp.Solver.OPTIMAL:
            duals = np.array([row.dual_value() for row in self._rows], dtype=np.float64)
            self.price = np.round(np.maximum(0, duals)).astype(np.int64)


class Shelves:
    """All shelves, and which lines are on none."""

    def __init__(self, routes: Routes) -> None:
        """Put each line with the stays of one plek, all there in some block, on the shelf of that plek."""
        units, blocks, plekken, longest = routes.shape
        stays = np.flatnonzero(_open(routes))
        self.place: IntArray = np.full(units * blocks * plekken * longest, -1, dtype=np.int64)
        self.place[stays] = np.arange(len(stays))
        plek, first = stays // longest % plekken, stays // longest // plekken % blocks
        last, unit = first + stays % longest, stays // longest // plekken // blocks
        self.stays = stays
        rows = _rows_of_lines(routes, self.place)
        self.loose: BoolArray = np.ones(len(rows), dtype=np.bool_)
        on: list[list[_Row]] = [[] for _ in range(plekken)]
        for line, (most, mine, amounts) in enumerate(rows):
            if amounts.sum() <= most:
                self.loose[line] = False
            elif (plek[mine] == plek[mine[0]]).all() and first[mine].max() <= last[mine].min():
                self.loose[line] = False
                on[plek[mine[0]]].append((int(first[mine].max()), most, mine, amounts))
        self.fillers: list[Filler] = []
        for each in range(plekken):
            there = np.flatnonzero(plek == each)
            if on[each]:
                on[each] += _one_at_a_time(there, unit, first, last)
                self.fillers.append(Filler(_shelf(there, first, last, on[each], blocks)))
        self.blocks = blocks
        self._memory = threading.local()

    @property
    def layers(self) -> Layers:
        """Memory of this thread, for any of the shelves."""
        if not hasattr(self._memory, "layers"):
            most_stays = max((len(each.filling) for each in self.fillers), default=0)
            most_rows = max((len(each.price) for each in self.fillers), default=0)
            self._memory.layers = make_layers(self.blocks, most_stays, most_rows)
        layers: Layers = self._memory.layers
        return layers

    def fill(self, worth: IntArray, pool: Executor) -> tuple[int, IntArray]:
        """What all fillings are worth at most, and which stays those take that were found."""
        taken: IntArray = np.zeros(len(self.stays), dtype=np.int64)

        def best(each: Filler) -> int:
            mine = worth[each.shelf.stay]
            each.set_prices(mine)
            return fill(each.shelf, self.layers, mine, each.price, each.filling)

        total = sum(pool.map(best, self.fillers))
        for each in self.fillers:
            taken[each.shelf.stay] = each.filling
        return total, taken


# A row: the block it is of, how much there is, and which stays use how much of it.
_Row = tuple[int, int, "IntArray", "IntArray"]


def _open(routes: Routes) -> BoolArray:
    """Which stays there are: of own blocks, in cells that may be, as long as they may be."""
    units, blocks, plekken, longest = routes.shape
    found: BoolArray = np.zeros((units, blocks, plekken, longest), dtype=np.bool_)
    for unit in range(units):
        own = int(routes.tables.blocks[unit])
        for block in range(own):
            can = np.ones(plekken, dtype=np.bool_)
            for length in range(min(longest, own - block)):
                can = can & routes.tables.can[unit, block + length]
                found[unit, block, :, length] = can & routes.tables.stay[unit, block, length]
    return found.reshape(-1)


def _rows_of_lines(routes: Routes, place: IntArray) -> list[tuple[int, IntArray, IntArray]]:
    """Of each line how much there is, the places of the stays that use it, and how much these use."""
    uses = routes.uses
    stay = np.repeat(np.arange(len(uses.begin) - 1), np.diff(uses.begin))
    known = place[stay] >= 0
    line, amount, stay = uses.line[known], uses.amount[known], place[stay[known]]
    order = np.argsort(line, kind="stable")
    begin = np.searchsorted(line[order], np.arange(len(uses.most) + 1))
    return [
        (int(most), stay[order[begin[each] : begin[each + 1]]], amount[order[begin[each] : begin[each + 1]]])
        for each, most in enumerate(uses.most)
    ]


def _one_at_a_time(there: IntArray, unit: IntArray, first: IntArray, last: IntArray) -> list[_Row]:
    """A row for each unit and block: it is there once."""
    found: list[_Row] = []
    for each in np.unique(unit[there]):
        mine = there[unit[there] == each]
        for block in range(int(first[mine].min()), int(last[mine].max()) + 1):
            now = mine[(first[mine] <= block) & (last[mine] >= block)]
            if len(now) > 1:
                found.append((block, 1, now, np.ones(len(now), dtype=np.int64)))
    return found


def _shelf(there: IntArray, first: IntArray, last: IntArray, rows: Sequence[_Row], blocks: int) -> Shelf:
    """Put the stays of a plek and its rows in the order of blocks."""
    stay = there[np.argsort(first[there], kind="stable")]
    place = {each: number for number, each in enumerate(stay.tolist())}
    rows = sorted(rows, key=lambda row: row[0])
    used: list[list[tuple[int, int]]] = [[] for _ in place]
    for number, (_, _, mine, amounts) in enumerate(rows):
        for each, amount in zip(mine.tolist(), amounts.tolist(), strict=True):
            used[place[each]].append((number, amount))
    flat = [pair for pairs in used for pair in pairs]
    steps = np.arange(blocks + 1)
    return Shelf(
        stay=stay,
        first=np.searchsorted(first[stay], steps),
        last=last[stay],
        begin=np.cumsum([0, *(len(pairs) for pairs in used)]),
        row=np.array([row for row, _ in flat], dtype=np.int64),
        amount=np.array([amount for _, amount in flat], dtype=np.int64),
        rows=np.searchsorted([block for block, _, _, _ in rows], steps),
        most=np.array([most for _, most, _, _ in rows], dtype=np.int64),
    )

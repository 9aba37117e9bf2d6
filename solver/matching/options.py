"""Every stay that the pair rules allow, for each kandidaat the most valuable first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.matching.ledger import Uses, spell_out
from solver.matching.rule import Usage
from solver.matching.usage import stay_usage

if TYPE_CHECKING:
    from solver.arrays import BoolArray, IntArray
    from solver.matching.pairs import Pairs


class Options:
    """Columns of stays; those of a kandidaat are `of(kandidaat)`."""

    def __init__(self, pairs: Pairs) -> None:
        """Put the pairs in order and work out what they use."""
        ids = np.array([plek.id for plek in pairs.columns.instance.plekken], dtype=np.int64)
        order = np.lexsort(
            (pairs.startweek, ids[pairs.plek], *(-points for points in pairs.points[::-1]), pairs.kandidaat)
        )
        self.plek, self.startweek = pairs.plek[order], pairs.startweek[order]
        self.worth = pairs.points[:, order].T
        self._offsets = np.searchsorted(pairs.kandidaat[order], np.arange(len(pairs.offsets)))
        self._used = stay_usage(pairs.columns, pairs.kandidaat[order], self.plek, self.startweek)
        self._begin = np.searchsorted(self._used.stay, np.arange(len(order) + 1))

    def of(self, kandidaat: int) -> slice:
        """Where the stays of a kandidaat stand."""
        return slice(int(self._offsets[kandidaat]), int(self._offsets[kandidaat + 1]))

    def uses(self, stays: slice) -> tuple[IntArray, Uses]:
        """A row for each column that these stays use, with the place of the stay among them."""
        part = slice(int(self._begin[stays.start]), int(self._begin[stays.stop]))
        stay, uses = spell_out(Usage(*(each[part] for each in self._used)))
        return stay - stays.start, uses

    def fits(self, kandidaat: int, free: IntArray) -> BoolArray:
        """Which stays of a kandidaat fit in what is free of every column."""
        stays = self.of(kandidaat)
        stay, uses = self.uses(stays)
        fits = np.ones(stays.stop - stays.start, dtype=np.bool_)
        fits[stay[uses.amount > free[uses.column]]] = False
        return fits

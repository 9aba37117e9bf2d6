"""Every stay that the rules allow in an empty plan, for each kandidaat the most valuable first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.matching.ledger import Uses, spell_out
from solver.matching.rule import Usage
from solver.matching.usage import stay_usage

if TYPE_CHECKING:
    from solver.arrays import BoolArray, IntArray
    from solver.matching.ledger import Ledger
    from solver.matching.pairs import Pairs

BLOCK = 1 << 16


class Options:
    """Columns of stays that fit when nobody else is there; those of a kandidaat are `of(kandidaat)`."""

    def __init__(self, pairs: Pairs, ledger: Ledger) -> None:
        """Put the pairs in order and work out what they use."""
        ids = np.array([plek.id for plek in pairs.columns.instance.plekken], dtype=np.int64)
        order = np.lexsort(
            (pairs.startweek, ids[pairs.plek], *(-points for points in pairs.points[::-1]), pairs.kandidaat)
        )
        order = order[_could_fit(pairs, order, ledger)]
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

    def fits(self, kandidaat: int, ledger: Ledger) -> BoolArray:
        """Which stays of a kandidaat fit in what is free."""
        stays = self.of(kandidaat)
        stay, uses = self.uses(stays)
        fits = np.ones(stays.stop - stays.start, dtype=np.bool_)
        fits[stay[uses.amount > ledger.free[uses.column]]] = False
        return fits


def _could_fit(pairs: Pairs, order: IntArray, ledger: Ledger) -> BoolArray:
    fits = np.ones(len(order), dtype=np.bool_)
    for low in range(0, len(order), BLOCK):
        part = order[low : low + BLOCK]
        used = stay_usage(pairs.columns, pairs.kandidaat[part], pairs.plek[part], pairs.startweek[part])
        stay, uses = spell_out(used)
        fits[low + stay[uses.amount > ledger.capacity[uses.column]]] = False
    return fits

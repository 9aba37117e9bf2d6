"""The spells of erkenning as columns: when a plek is erkend for a crebo, and for which werkprocessen."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from solver.arrays import to_words
from solver.matching.codes import ints, mask
from solver.matching.columns import ErkenningColumns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from solver.matching.instance import Erkenning, Leerwerkplek


def erkenning_columns(
    plekken: Sequence[Leerwerkplek], werkprocessen: dict[int, int], crebos: dict[int, int]
) -> ErkenningColumns:
    """All spells, in the order of their key."""
    found = []
    for index, plek in enumerate(plekken):
        here = mask(plek.werkprocessen, werkprocessen)
        for crebo in sorted({crebos[each.crebo] for each in plek.erkenningen if each.crebo in crebos}):
            rows = [
                (each.van_week, each.tot_week, _recognised(each, here, werkprocessen))
                for each in plek.erkenningen
                if crebos.get(each.crebo) == crebo
            ]
            found += [(index * len(crebos) + crebo, *spell) for spell in _spells(rows)]
    return ErkenningColumns(
        key=ints(each[0] for each in found),
        van_week=ints(each[1] for each in found),
        tot_week=ints(each[2] for each in found),
        werkproces=to_words([each[3] for each in found], len(werkprocessen)),
    )


def _recognised(erkenning: Erkenning, here: int, werkprocessen: dict[int, int]) -> int:
    """The bits of what occurs here and is recognised."""
    if erkenning.werkprocessen is None:
        return here
    return here & mask((each for each in erkenning.werkprocessen if each in werkprocessen), werkprocessen)


def _spells(rows: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """From rows (from, until, bits): what holds all through from each of their borders to each later."""
    borders = sorted({week for row in rows for week in row[:2]})
    for place, begin in enumerate(borders):
        held = -1
        for low, high in pairwise(borders[place:]):
            now = 0
            for van_week, tot_week, bits in rows:
                now |= bits if van_week <= low and high <= tot_week else 0
            held &= now
            if held:
                yield begin, high, held

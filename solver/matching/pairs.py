"""From instance to generic problem: the eligible pairs by blocks, their points per tier, and what they use.

A pair is (kandidaat, plek, startweek). Weeks that cannot bind are left out; check.py looks at all weeks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from solver.arrays import unroll
from solver.matching.encode import build_columns
from solver.matching.pair_rules import ALWAYS, TIMED
from solver.matching.reachable import is_set_aside, iterate_reachable
from solver.matching.usage import share_rows
from solver.matching.wishes import TIERS, WISHES
from solver.toewijzing.problem import Problem, Vloer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.arrays import BoolArray, IntArray
    from solver.matching.columns import Columns
    from solver.matching.instance import Instance, Paar
    from solver.matching.rule import PairRule

    Stays: TypeAlias = tuple[IntArray, IntArray, IntArray]

BLOCK = 1 << 16


@dataclass(frozen=True, slots=True)
class Pairs:
    """Eligible pairs sorted by kandidaat, plek, startweek.

    Indices into the instance, week numbers, tier points.

    `points` is (tiers, pairs). Where a kandidaat is pinned only the pairs that keep the pin are there.
    """

    columns: Columns
    kandidaat: IntArray
    plek: IntArray
    startweek: IntArray
    points: IntArray
    offsets: IntArray

    def __len__(self) -> int:
        """Count the pairs."""
        return len(self.kandidaat)


def build_pairs(instance: Instance) -> Pairs:
    """Find all eligible pairs and value them."""
    return find_pairs(build_columns(instance), range(len(instance.kandidaten)))


def find_pairs(columns: Columns, kandidaten: range) -> Pairs:
    """The same from columns, of these kandidaten alone."""
    blocks = iterate_reachable(columns, kandidaten)
    found = [np.stack(_allowed_stays(columns, *block)).astype(np.int32) for block in blocks]
    kandidaat, plek, startweek = stays = np.concatenate([np.zeros((3, 0), np.int64), *found], axis=1)
    found.clear()
    points = np.zeros((len(TIERS), len(kandidaat)), dtype=np.int64)
    for low in range(0, len(kandidaat), BLOCK):
        _add_points(columns, stays[:, low : low + BLOCK], points[:, low : low + BLOCK])
    offsets = np.searchsorted(kandidaat, np.arange(len(columns.kandidaat.zone) + 1)).astype(np.int64)
    return Pairs(columns, kandidaat, plek, startweek, points, offsets)


def _allowed_stays(columns: Columns, kandidaat: IntArray, plek: IntArray) -> Stays:
    """Ask the rules that do not look at the startweek, then the others in each startweek of what is left."""
    kandidaat, plek, _ = _keep_allowed(columns, (kandidaat, plek, np.zeros_like(plek)), ALWAYS)
    pair, week = unroll(np.full(len(plek), len(columns.startweken), dtype=np.int64))
    return _keep_allowed(columns, (kandidaat[pair], plek[pair], columns.startweken[week]), TIMED)


def _keep_allowed(columns: Columns, stays: Stays, rules: Iterable[PairRule]) -> Stays:
    """Leave out the stays that a rule forbids; each rule is asked only of what the former ones left."""
    for rule in rules:
        kept = rule.allowed(columns, *stays) | is_set_aside(columns, rule.NAME, *stays[:2])
        kandidaat, plek, startweek = stays
        stays = kandidaat[kept], plek[kept], startweek[kept]
    return stays


def _add_points(columns: Columns, stays: IntArray, points: IntArray) -> None:
    gewichten = columns.instance.beleid.gewichten
    for wish in WISHES:
        points[TIERS.index(wish.TIER)] += wish.weight(gewichten) * wish.points(columns, *stays)


def keep_pairs(pairs: Pairs, kept: BoolArray) -> Pairs:
    """Leave out pairs."""
    kandidaat = pairs.kandidaat[kept]
    offsets = np.searchsorted(kandidaat, np.arange(len(pairs.offsets))).astype(np.int64)
    return Pairs(
        pairs.columns, kandidaat, pairs.plek[kept], pairs.startweek[kept], pairs.points[:, kept], offsets
    )


def pin_mask(pairs: Pairs, paar: Paar) -> BoolArray:
    """Which pairs keep this pin."""
    instance = pairs.columns.instance
    kandidaat = next(index for index, row in enumerate(instance.kandidaten) if row.id == paar.kandidaat)
    plek = next(index for index, row in enumerate(instance.plekken) if row.id == paar.plek)
    mask: BoolArray = (pairs.kandidaat == kandidaat) & (pairs.plek == plek)
    return mask if paar.startweek is None else mask & (pairs.startweek == paar.startweek)


def apply_pins(pairs: Pairs) -> tuple[Pairs, tuple[Vloer, ...]] | None:
    """Keep for pinned kandidaten only what keeps their pins, with a floor for each.

    None when nothing is left for one.
    """
    kept = np.ones(len(pairs), dtype=np.bool_)
    instance = pairs.columns.instance
    position = {row.id: index for index, row in enumerate(instance.kandidaten)}
    pinned = sorted({position[paar.kandidaat] for paar in instance.vast})
    for paar in instance.vast:
        kept &= pin_mask(pairs, paar) | (pairs.kandidaat != position[paar.kandidaat])
    left = keep_pairs(pairs, kept)
    if any(left.offsets[each] == left.offsets[each + 1] for each in pinned):
        return None
    return left, tuple(
        Vloer(gewicht=(left.kandidaat == each).astype(np.int64), minstens=1) for each in pinned
    )


def pairs_at(pairs: Pairs, paren: Iterable[Paar]) -> IntArray:
    """Find each kandidaat's pair at the plek that stands here, in the nearest startweek; -1 for none."""
    instance = pairs.columns.instance
    plekken = {row.id: index for index, row in enumerate(instance.plekken)}
    known = {paar.kandidaat: (plekken.get(paar.plek, -1), paar.startweek or 0) for paar in paren}
    wanted = np.array([known.get(row.id, (-1, 0)) for row in instance.kandidaten], dtype=np.int64).reshape(
        -1, 2
    )
    there = np.flatnonzero(pairs.plek == wanted[pairs.kandidaat, 0])
    away = np.abs(pairs.startweek[there] - wanted[pairs.kandidaat[there], 1])
    found = np.full(len(wanted), -1, dtype=np.int64)
    for pair in there[np.argsort(-away, kind="stable")].tolist():
        found[pairs.kandidaat[pair]] = pair
    return found


def stay_floor(pairs: Pairs, problem: Problem) -> Vloer | None:
    """How many people must keep the plek of the earlier plan; None without a budget of changes.

    Only who can keep it counts: a pair is left there that fits when nobody else is. What may be passed at a
    price forbids nothing.
    """
    most = pairs.columns.instance.max_verplaatst
    if most is None:
        return None
    row, _ = unroll(np.diff(problem.begin))
    fits = np.ones(len(problem.begin) - 1, dtype=np.bool_)
    is_over = problem.gebruik > problem.capaciteit[problem.middel]
    is_over &= ~np.isin(problem.middel, [each.middel for each in problem.zacht])
    fits[row[is_over]] = False
    stays = (pairs.plek == pairs.columns.kandidaat.vorige[pairs.kandidaat]) & fits[problem.profiel]
    people = len(np.unique(pairs.kandidaat[stays]))
    return Vloer(gewicht=stays.astype(np.int64), minstens=max(0, people - most))


def build_problem(pairs: Pairs, waarde: IntArray) -> Problem:
    """Make the generic problem with these values."""
    used = share_rows(pairs)
    return Problem(
        kandidaten=len(pairs.offsets) - 1,
        capaciteit=used.capacity,
        kandidaat=pairs.kandidaat,
        waarde=waarde,
        begin=used.begin,
        middel=used.column,
        gebruik=used.amount,
        profiel=used.profiel,
        vorige=pairs_at(pairs, pairs.columns.instance.vorige),
    )


def scaled_values(pairs: Pairs, rates: tuple[int, ...]) -> IntArray:
    """Give each pair the one integer that stands for its points in all tiers."""
    values: IntArray = np.array(rates, dtype=np.int64) @ pairs.points
    return values

"""From instance to generic problem: the eligible pairs by blocks, their points per tier, and what they use.

A pair is (kandidaat, plek, startweek). Weeks that cannot bind are left out; check.py looks at all weeks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from solver.matching.columns import Columns, iterate_blocks
from solver.matching.encode import build_columns
from solver.matching.merge import kept_columns
from solver.matching.pair_rules import MAY_BE_SET_ASIDE, PAIR_RULES
from solver.matching.resource_rules import RESOURCE_RULES
from solver.matching.rule import Usage
from solver.matching.wishes import TIERS, WISHES
from solver.toewijzing.problem import Problem, Vloer

if TYPE_CHECKING:
    from solver.arrays import BoolArray, IntArray
    from solver.matching.columns import Block
    from solver.matching.instance import Instance, Paar

BLOCK_SIZE = 64


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
    columns = build_columns(instance)
    found = [_block_pairs(block) for block in iterate_blocks(columns, BLOCK_SIZE)]
    kandidaat, plek, startweek = (
        np.concatenate([np.zeros(0, dtype=np.int64), *(part[place] for part in found)]) for place in range(3)
    )
    points = np.concatenate([np.zeros((len(TIERS), 0), dtype=np.int64), *(part[3] for part in found)], axis=1)
    offsets = np.searchsorted(kandidaat, np.arange(len(instance.kandidaten) + 1)).astype(np.int64)
    return Pairs(columns, kandidaat, plek, startweek, points, offsets)


def _block_pairs(block: Block) -> tuple[IntArray, IntArray, IntArray, IntArray]:
    shape = (len(block.kandidaat.index), len(block.plek.zone), len(block.startweken))
    allowed = np.ones(shape, dtype=np.bool_)
    for rule in PAIR_RULES:
        allowed &= rule.allowed(block) | _set_aside(block, rule.NAME)
    own, plek, start = np.nonzero(allowed)
    points = np.zeros((len(TIERS), len(own)), dtype=np.int64)
    gewichten = block.columns.instance.beleid.gewichten
    for wish in WISHES:
        given = np.broadcast_to(wish.points(block), shape)[own, plek, start]
        points[TIERS.index(wish.TIER)] += wish.weight(gewichten) * given
    return block.kandidaat.index[own], plek.astype(np.int64), block.startweken[start], points


def _set_aside(block: Block, rule: str) -> BoolArray:
    """For which pairs of a block people set this rule aside: (K, P, 1)."""
    pairs = np.zeros((len(block.kandidaat.index), len(block.plek.zone), 1), dtype=np.bool_)
    rows = block.columns.uitzonderingen.get(rule)
    if rows is not None and rule in MAY_BE_SET_ASIDE and len(pairs):
        here = rows[np.isin(rows[:, 0], block.kandidaat.index)]
        pairs[here[:, 0] - block.kandidaat.index[0], here[:, 1]] = True
    return pairs


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


def resource_usage(pairs: Pairs) -> tuple[IntArray, Usage]:
    """Capacities of all resource rules in one row of columns, and what the pairs use.

    Weeks that cannot bind left out.
    """
    capacities: list[IntArray] = [np.zeros(0, dtype=np.int64)]
    weeks: list[IntArray] = [np.zeros(0, dtype=np.int64)]
    parts: list[Usage] = []
    count = 0
    for rule in RESOURCE_RULES:
        own = rule.capacities(pairs.columns)
        used = rule.usage(pairs.columns, pairs.kandidaat, pairs.plek, pairs.startweek)
        parts.append(Usage(used.pair, used.column + count, used.amount))
        capacities.append(own)
        weeks.append(np.arange(len(own), dtype=np.int64) % rule.weeks(pairs.columns))
        count += len(own)
    capacity, usage = np.concatenate(capacities), _sorted_usage(parts)
    kept = kept_columns(capacity, np.concatenate(weeks), usage, pairs.kandidaat)
    renumbered = np.cumsum(kept) - 1
    used_here = kept[usage.column]
    return capacity[kept], Usage(
        usage.pair[used_here], renumbered[usage.column[used_here]].astype(np.int64), usage.amount[used_here]
    )


def _sorted_usage(parts: list[Usage]) -> Usage:
    pair, column, amount = (
        np.concatenate([np.zeros(0, dtype=np.int64), *(part[place] for part in parts)]) for place in range(3)
    )
    order = np.lexsort((column, pair))
    return Usage(pair[order], column[order], amount[order])


def former_pairs(pairs: Pairs) -> IntArray:
    """Find each kandidaat's pair at the plek of the earlier plan, in the nearest startweek; -1 for none."""
    columns = pairs.columns
    known = {paar.kandidaat: paar.startweek or 0 for paar in columns.instance.vorige}
    week = np.array([known.get(row.id, 0) for row in columns.instance.kandidaten], dtype=np.int64)
    there = np.flatnonzero(pairs.plek == columns.kandidaat.vorige[pairs.kandidaat])
    away = np.abs(pairs.startweek[there] - week[pairs.kandidaat[there]])
    former = np.full(len(week), -1, dtype=np.int64)
    for pair in there[np.argsort(-away, kind="stable")].tolist():
        former[pairs.kandidaat[pair]] = pair
    return former


def stay_floor(pairs: Pairs, problem: Problem) -> Vloer | None:
    """How many people must keep the plek of the earlier plan; None without a budget of changes.

    Only who can keep it counts: a pair is left there that fits when nobody else is.
    """
    most = pairs.columns.instance.max_verplaatst
    if most is None:
        return None
    pair, middel, amount = problem.expanded()
    stays = pairs.plek == pairs.columns.kandidaat.vorige[pairs.kandidaat]
    stays[pair[amount > problem.capaciteit[middel]]] = False
    people = len(np.unique(pairs.kandidaat[stays]))
    return Vloer(gewicht=stays.astype(np.int64), minstens=max(0, people - most))


def build_problem(pairs: Pairs, waarde: IntArray) -> Problem:
    """Make the generic problem with these values."""
    capacity, usage = resource_usage(pairs)
    return Problem(
        kandidaten=len(pairs.offsets) - 1,
        capaciteit=capacity,
        kandidaat=pairs.kandidaat,
        waarde=waarde,
        begin=np.searchsorted(usage.pair, np.arange(len(pairs) + 1)).astype(np.int64),
        middel=usage.column,
        gebruik=usage.amount,
        vorige=former_pairs(pairs),
    )


def scaled_values(pairs: Pairs, rates: tuple[int, ...]) -> IntArray:
    """Give each pair the one integer that stands for its points in all tiers."""
    values: IntArray = np.array(rates, dtype=np.int64) @ pairs.points
    return values

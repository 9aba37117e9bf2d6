"""What pairs use: a row for all that use alike, without the weeks that cannot bind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from solver.arrays import unroll
from solver.matching.merge import Changes
from solver.matching.resource_rules import RESOURCE_RULES
from solver.matching.rule import Usage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from solver.arrays import BoolArray, IntArray
    from solver.matching.columns import Columns
    from solver.matching.pairs import Pairs, Stays

BLOCK_ROWS = 1 << 14


@dataclass(frozen=True, slots=True)
class SharedRows:
    """The capacities that can bind and, in rows from `begin[row]` on, what pairs with this `profiel` use."""

    capacity: IntArray
    begin: IntArray
    column: IntArray
    amount: IntArray
    profiel: IntArray


def all_capacities(columns: Columns) -> IntArray:
    """The capacities of all resource rules in one row of columns."""
    return np.concatenate([rule.capacities(columns) for rule in RESOURCE_RULES])


def rules_and_weeks(columns: Columns) -> tuple[IntArray, IntArray]:
    """The place of the rule of each of those columns, and its week, counted from the first of the thing."""
    sizes = [len(rule.capacities(columns)) for rule in RESOURCE_RULES]
    weeks = [np.arange(size) % rule.weeks(columns) for rule, size in zip(RESOURCE_RULES, sizes, strict=True)]
    return np.repeat(np.arange(len(sizes)), sizes), np.concatenate(weeks)


def stay_usage(columns: Columns, kandidaat: IntArray, plek: IntArray, startweek: IntArray) -> Usage:
    """What stays use of `all_capacities`, ascending by stay and column."""
    parts, count = [], 0
    for rule in RESOURCE_RULES:
        used = rule.usage(columns, kandidaat, plek, startweek)
        parts.append(used._replace(first=used.first + count, past=used.past + count))
        count += len(rule.capacities(columns))
    joined = Usage(*(np.concatenate(each) for each in zip(*parts, strict=True)))
    order = np.argsort(joined.stay * max(1, count) + joined.first)
    return Usage(*(each[order] for each in joined))


def share_rows(pairs: Pairs) -> SharedRows:
    """Find who uses alike, and what they use of the columns that can bind."""
    columns = pairs.columns
    capacity, (_, week) = all_capacities(columns), rules_and_weeks(columns)
    profiel, stays = _profiles(pairs)
    changes = Changes(week)
    for used in _usage_blocks(columns, stays):
        changes.add(used)
    asked = changes.rise_above_former(capacity)
    begin, column, amount = _rows(columns, stays, asked)
    rows = SharedRows(capacity[asked], begin, column, amount, profiel)
    binding = np.zeros(len(capacity), dtype=np.bool_)
    binding[asked] = _largest_use(pairs, rows) > rows.capacity
    return _keep(rows, (binding & ~changes.covered_by_next(capacity, binding))[asked])


def _profiles(pairs: Pairs) -> tuple[IntArray, Stays]:
    """The profile of each pair, and a stay for each profile: one plek, one startweek, one kind of need."""
    columns = pairs.columns
    needs = np.concatenate([rule.needs(columns) for rule in RESOURCE_RULES], axis=1)
    _, who, kind = np.unique(needs, axis=0, return_index=True, return_inverse=True)
    weeks, kinds = max(1, len(columns.startweken)), max(1, len(who))
    key = pairs.plek * weeks + np.searchsorted(columns.startweken, pairs.startweek)
    key = key * kinds + kind[pairs.kandidaat]
    found = np.sort(key)
    found = found[np.append([True], found[1:] != found[:-1])[: len(found)]]
    start, plek = found // kinds % weeks, found // kinds // weeks
    return np.searchsorted(found, key), (who[found % kinds], plek, columns.startweken[start])


def _usage_blocks(columns: Columns, stays: Stays) -> Iterator[Usage]:
    for low in range(0, len(stays[0]), BLOCK_ROWS):
        yield stay_usage(columns, *(each[low : low + BLOCK_ROWS] for each in stays))


def _rows(columns: Columns, stays: Stays, asked: BoolArray) -> tuple[IntArray, IntArray, IntArray]:
    """What each stay uses of the columns asked for, which are numbered anew: offsets, columns, amounts."""
    number = np.append([0], np.cumsum(asked))
    nothing = np.zeros(0, dtype=np.int64)
    parts = [(nothing, nothing, nothing)]
    for used in _usage_blocks(columns, stays):
        run, place = unroll(number[used.past] - number[used.first])
        length = np.bincount(used.stay[run], minlength=min(BLOCK_ROWS, len(stays[0])))
        parts.append((length, number[used.first][run] + place, used.amount[run]))
    length, column, amount = (np.concatenate(each) for each in zip(*parts, strict=True))
    return np.append([0], np.cumsum(length[: len(stays[0])])), column, amount


def _largest_use(pairs: Pairs, rows: SharedRows) -> IntArray:
    """What all kandidaten together use of each column at most: of each the pair that uses most of it."""
    total = np.zeros(len(rows.capacity), dtype=np.int64)
    levels = np.unique(rows.amount)
    level = np.searchsorted(levels, rows.amount)
    for low, high in _kandidaat_blocks(pairs.offsets):
        profiel = rows.profiel[low:high]
        pair, place = unroll(rows.begin[profiel + 1] - rows.begin[profiel])
        entry = rows.begin[profiel][pair] + place
        owner = pairs.kandidaat[low:high][pair] - pairs.kandidaat[low]
        key = (owner * len(total) + rows.column[entry]) * len(levels) + level[entry]
        key.sort()
        owned, level_used = np.divmod(key, max(1, len(levels)))
        last = np.append(owned[1:] != owned[:-1], [True])[: len(owned)]
        np.add.at(total, owned[last] % max(1, len(total)), levels[level_used[last]])
    return total


def _kandidaat_blocks(offsets: IntArray) -> Iterator[tuple[int, int]]:
    """Ranges of pairs that keep kandidaten whole and have at most BLOCK_ROWS pairs, or one kandidaat."""
    low = 0
    while offsets[low] < offsets[-1]:
        high = int(np.searchsorted(offsets, offsets[low] + BLOCK_ROWS, side="right")) - 1
        high = max(high, low + 1)
        if offsets[low] < offsets[high]:
            yield int(offsets[low]), int(offsets[high])
        low = high


def _keep(rows: SharedRows, kept: BoolArray) -> SharedRows:
    """Leave out columns."""
    here = kept[rows.column]
    return SharedRows(
        capacity=rows.capacity[kept],
        begin=np.append([0], np.cumsum(here))[rows.begin],
        column=(np.cumsum(kept) - 1)[rows.column[here]],
        amount=rows.amount[here],
        profiel=rows.profiel,
    )

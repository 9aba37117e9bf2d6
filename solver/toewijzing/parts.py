"""A kern cut into parts that share nothing but wide rows, so that each can be searched by itself.

Parts grow at random seeds over rows that people have in common, the smallest first, so every cut has other
borders. A wide row (a budget of a region) has users all over; its room is divided.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from solver.arrays import unroll
from solver.compiled import compiled
from solver.toewijzing.kern import HARD, Kern

if TYPE_CHECKING:
    from numpy.random import Generator

    from solver.arrays import BoolArray, IntArray
    from solver.toewijzing.kern import Int32Array

WIDE_SHARE = 0.25
UNKNOWN = -2
# Below this a product with a number of kandidaten stays in an integer.
EXACT = 1 << 40


class Links(NamedTuple):
    """Who can use each row: `who` from `start[row]` to `start[row + 1]`; and how many can."""

    start: IntArray
    who: Int32Array


class Part(NamedTuple):
    """A kern of its own with its room, and where its kandidaten and pairs stand in the whole."""

    kern: Kern
    free: IntArray
    kandidaten: IntArray
    paren: IntArray


@compiled
def link_rows(
    first: Int32Array, begin: Int32Array, middel: Int32Array, rowcount: int
) -> tuple[IntArray, Int32Array]:
    """List the kandidaten that can use each row, each once."""
    start = np.zeros(rowcount + 1, dtype=np.int64)
    last = np.full(rowcount, -1, dtype=np.int64)
    who = np.empty(0, dtype=np.int32)
    for write in range(2):
        if write:
            start[1:] = np.cumsum(start[1:])
            who = np.empty(start[-1], dtype=np.int32)
            last[:] = -1
        place = start[:-1].copy()
        for kandidaat in range(len(first) - 1):
            for entry in range(begin[first[kandidaat]], begin[first[kandidaat + 1]]):
                row = middel[entry]
                if last[row] != kandidaat:
                    last[row] = kandidaat
                    if write:
                        who[place[row]] = kandidaat
                        place[row] += 1
                    else:
                        start[row + 1] += 1
    return start, who


class Growth(NamedTuple):
    """Parts that grow: of each kandidaat and row its part (-1: none yet), sizes, and a queue of rows each."""

    of_kandidaat: Int32Array
    of_row: Int32Array
    size: IntArray
    head: IntArray
    tail: IntArray
    after: IntArray
    queued: BoolArray


@compiled
def claim(kern: Kern, growth: Growth, kandidaat: int, part: int) -> None:
    """Give a kandidaat to a part and queue the rows that it can use."""
    growth.of_kandidaat[kandidaat] = part
    growth.size[part] += 1
    for entry in range(kern.begin[kern.first[kandidaat]], kern.begin[kern.first[kandidaat + 1]]):
        row = kern.middel[entry]
        if not growth.queued[row]:
            growth.queued[row] = True
            growth.after[row] = -1
            if growth.head[part] < 0:
                growth.head[part] = row
            else:
                growth.after[growth.tail[part]] = row
            growth.tail[part] = row


@compiled
def grow(kern: Kern, links: Links, growth: Growth, order: IntArray) -> None:
    """Begin every part at one of `order`, then let the smallest take all who can use its next row."""
    parts = len(growth.size)
    for part in range(parts):
        claim(kern, growth, order[part], part)
    left = 0
    while True:
        part = -1
        for each in range(parts):
            if growth.head[each] >= 0 and (part < 0 or growth.size[each] < growth.size[part]):
                part = each
        if part < 0:
            while left < len(order) and growth.of_kandidaat[order[left]] >= 0:
                left += 1
            if left == len(order):
                return
            claim(kern, growth, order[left], int(np.argmin(growth.size)))
            continue
        row = growth.head[part]
        growth.head[part] = growth.after[row]
        growth.of_row[row] = part
        for place in range(links.start[row], links.start[row + 1]):
            if growth.of_kandidaat[links.who[place]] < 0:
                claim(kern, growth, links.who[place], part)


@compiled
def settle(kern: Kern, growth: Growth, wide: BoolArray, chosen: Int32Array) -> Int32Array:
    """The part of each pair, -1 where its rows lie in several; who has such a pair now stays as it is."""
    of_pair = np.full(len(kern.waarde), -1, dtype=np.int32)
    for kandidaat in range(len(chosen)):
        if chosen[kandidaat] >= 0:
            growth.of_kandidaat[kandidaat] = part_of(
                kern, growth, wide, chosen[kandidaat], growth.of_kandidaat[kandidaat]
            )
        part = growth.of_kandidaat[kandidaat]
        if part >= 0:
            for pair in range(kern.first[kandidaat], kern.first[kandidaat + 1]):
                if part_of(kern, growth, wide, pair, part) == part:
                    of_pair[pair] = part
    return of_pair


@compiled
def part_of(kern: Kern, growth: Growth, wide: BoolArray, pair: int, otherwise: int) -> int:
    """The one part of the narrow rows of a pair, `otherwise` when it has none, -1 when there are several."""
    found = UNKNOWN
    for entry in range(kern.begin[pair], kern.begin[pair + 1]):
        row = kern.middel[entry]
        if not wide[row]:
            if found != UNKNOWN and found != growth.of_row[row]:
                return -1
            found = growth.of_row[row]
    return otherwise if found == UNKNOWN else found


def cut(
    kern: Kern, links: Links, free: IntArray, chosen: Int32Array, number: int, random: Generator
) -> list[Part]:
    """Cut in this number of parts; `free` is what the plan `chosen` leaves."""
    kandidaten = len(kern.first) - 1
    wide = np.diff(links.start) > WIDE_SHARE * kandidaten / number
    growth = Growth(
        of_kandidaat=np.full(kandidaten, -1, dtype=np.int32),
        of_row=np.full(len(wide), -1, dtype=np.int32),
        size=np.zeros(number, dtype=np.int64),
        head=np.full(number, -1, dtype=np.int64),
        tail=np.full(number, -1, dtype=np.int64),
        after=np.zeros(len(wide), dtype=np.int64),
        queued=wide.copy(),
    )
    grow(kern, links, growth, random.permutation(kandidaten))
    of_pair = settle(kern, growth, wide, chosen)
    order = np.argsort(of_pair, kind="stable")
    bounds = np.searchsorted(of_pair[order], np.arange(number + 1))
    held = np.zeros(len(of_pair), dtype=np.bool_)
    held[chosen[chosen >= 0]] = True
    return [
        _extract(
            kern,
            free,
            held,
            np.flatnonzero(growth.of_kandidaat == part),
            order[bounds[part] : bounds[part + 1]],
            wide,
        )
        for part in range(number)
    ]


def _extract(
    kern: Kern, free: IntArray, held: BoolArray, kandidaten: IntArray, paren: IntArray, wide: BoolArray
) -> Part:
    lengths = (kern.begin[paren + 1] - kern.begin[paren]).astype(np.int64)
    own, place = unroll(lengths)
    source = kern.begin[paren][own] + place
    in_whole = kern.middel[source]
    new = np.zeros(len(wide), dtype=np.int32)
    new[in_whole] = 1
    rows = np.flatnonzero(new)
    new[rows] = np.arange(len(rows))
    middel = new[in_whole]
    owner = np.searchsorted(kern.first, paren, side="right") - 1
    first = np.searchsorted(owner, np.append(kandidaten, len(kern.first))).astype(np.int32)
    begin = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
    gebruik = kern.gebruik[source]
    room = free[rows]
    everyone = len(kern.first) - 1
    share = np.where(
        np.abs(room) < EXACT, room * len(kandidaten) // everyone, room // everyone * len(kandidaten)
    )
    room = np.where(wide[rows], share, room)
    given_back = held[paren][own]
    np.add.at(room, middel[given_back], gebruik[given_back])
    hard = kern.kind[rows] == HARD
    users = np.diff(link_rows(first, begin, middel, len(rows))[0])
    part = Kern(
        first=first,
        waarde=kern.waarde[paren],
        begin=begin,
        middel=middel,
        gebruik=gebruik,
        kind=kern.kind[rows],
        prijs=kern.prijs[rows],
        weight=kern.weight[rows],
        slope=kern.slope[rows],
        bend=kern.bend[rows],
        must=kern.must[kandidaten],
        missing=kern.missing[kandidaten],
        users=np.concatenate([[0], np.cumsum(np.where(hard, users, 0))]).astype(np.int32),
        width=kern.width,
    )
    return Part(part, room, kandidaten, paren)

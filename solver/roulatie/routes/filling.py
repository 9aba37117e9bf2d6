"""The best filling of one plek for the prices of its stays, compiled.

A search in layers: after each block the sets of stays that go on, each with the least that is lost on the
way. Prices of what there is too little of say what a filling is worth at most; stays below their price, those
above it that are left out, and what is not used are lost of that.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from solver.arrays import IntArray
from solver.compiled import compiled, lean

NONE = 1 << 60
# Of people at a plek, of sets after a block, of turns in a search.
MOST_PEOPLE, MOST_SETS, MOST_TURNS = 24, 2000, 500_000
# The first loss that is tried is this part of the worth; then four times as much.
FIRST_TRY, WIDER = 512, 4
HASH, SPREAD = 2166136261, 16777619


class Shelf(NamedTuple):
    """Stays at one plek by the block in which they begin, and what they use of rows, by block too.

    From block b on go `stay[first[b]:first[b + 1]]`; its rows are those from rows[b] to rows[b + 1]; stay i
    uses `amount[k]` of `row[k]` for k from begin[i] to begin[i + 1]. `last`: the last block of a stay.
    """

    stay: IntArray
    first: IntArray
    last: IntArray
    begin: IntArray
    row: IntArray
    amount: IntArray
    rows: IntArray
    most: IntArray


class Layers(NamedTuple):
    """Memory: after each block sets of stays that go on, what was lost, and how each came about."""

    lost: IntArray
    goes_on: IntArray
    former: IntArray
    chosen: IntArray
    sets: IntArray
    slot: IntArray
    left: IntArray
    item: IntArray
    turn: IntArray
    sofar: IntArray
    picked: IntArray
    turns: IntArray
    missed: IntArray


def make_layers(blocks: int, stays: int, rows: int) -> Layers:
    """Memory for plekken of at most so many stays and rows."""
    sets = (blocks + 1, MOST_SETS)
    return Layers(
        lost=np.zeros(sets, dtype=np.int64),
        goes_on=np.full((*sets, MOST_PEOPLE), -1, dtype=np.int64),
        former=np.zeros(sets, dtype=np.int64),
        chosen=np.full((*sets, MOST_PEOPLE), -1, dtype=np.int64),
        sets=np.zeros(blocks + 1, dtype=np.int64),
        slot=np.zeros(4 * MOST_SETS, dtype=np.int64),
        left=np.zeros(rows, dtype=np.int64),
        item=np.zeros(stays, dtype=np.int64),
        turn=np.zeros(stays + 1, dtype=np.int64),
        sofar=np.zeros(stays + 1, dtype=np.int64),
        picked=np.zeros(MOST_PEOPLE, dtype=np.int64),
        turns=np.zeros(1, dtype=np.int64),
        missed=np.zeros(1, dtype=np.int64),
    )


@lean
def fits(shelf: Shelf, layers: Layers, block: int, stay: int) -> bool:
    """Whether the rows of a block have enough left for a stay."""
    for at in range(shelf.begin[stay], shelf.begin[stay + 1]):
        row = shelf.row[at]
        if shelf.rows[block] <= row < shelf.rows[block + 1] and shelf.amount[at] > layers.left[row]:
            return False
    return True


@lean
def take(shelf: Shelf, layers: Layers, block: int, stay: int, sign: int) -> None:
    """Take what a stay uses of the rows of a block, or give it back."""
    for at in range(shelf.begin[stay], shelf.begin[stay + 1]):
        row = shelf.row[at]
        if shelf.rows[block] <= row < shelf.rows[block + 1]:
            layers.left[row] -= sign * shelf.amount[at]


@lean
def enter(shelf: Shelf, layers: Layers, block: int, state: int) -> bool:
    """Let the stays of a set go on into a block; False where that is too much."""
    for row in range(shelf.rows[block], shelf.rows[block + 1]):
        layers.left[row] = shelf.most[row]
    for place in range(MOST_PEOPLE):
        stay = layers.goes_on[block, state, place]
        if stay < 0:
            break
        if not fits(shelf, layers, block, stay):
            return False
        take(shelf, layers, block, stay, 1)
    return True


@lean
def write_set(shelf: Shelf, layers: Layers, block: int, state: int, picked: int) -> int:
    """Write who goes on after a block at the first free place of the next layer, sorted; -1: too many."""
    place = layers.sets[block + 1]
    number = 0
    for which in range(2):
        for at in range(MOST_PEOPLE if which == 0 else picked):
            stay = layers.goes_on[block, state, at] if which == 0 else layers.picked[at]
            if stay < 0:
                break
            if shelf.last[stay] > block:
                if number == MOST_PEOPLE:
                    return -1
                before = number
                while before > 0 and layers.goes_on[block + 1, place, before - 1] > stay:
                    layers.goes_on[block + 1, place, before] = layers.goes_on[block + 1, place, before - 1]
                    before -= 1
                layers.goes_on[block + 1, place, before] = stay
                number += 1
    if number < MOST_PEOPLE:
        layers.goes_on[block + 1, place, number] = -1
    return number


@lean
def find_set(layers: Layers, block: int, number: int) -> int:
    """The place in a layer of the set that stands at its first free place, which it may be itself."""
    place = layers.sets[block]
    mixed = HASH
    for at in range(number):
        mixed = ((mixed ^ (layers.goes_on[block, place, at] + 1)) * SPREAD) & ((1 << 40) - 1)
    slot = mixed % layers.slot.shape[0]
    while layers.slot[slot] >= 0:
        other = layers.slot[slot]
        at = 0
        while (
            at < MOST_PEOPLE
            and layers.goes_on[block, other, at] == layers.goes_on[block, place, at]
            and layers.goes_on[block, place, at] >= 0
        ):
            at += 1
        if at == MOST_PEOPLE or layers.goes_on[block, other, at] == layers.goes_on[block, place, at]:
            return int(other)
        slot = (slot + 1) % layers.slot.shape[0]
    layers.slot[slot] = place
    return int(place)


@lean
def keep(shelf: Shelf, layers: Layers, block: int, state: int, picked: int, lost: int) -> None:
    """Keep the set after a block, where it lost less than in any other way."""
    free = layers.sets[block + 1]
    if free == layers.lost.shape[1] - 1:
        layers.missed[0] = min(layers.missed[0], lost)
        return
    number = write_set(shelf, layers, block, state, picked)
    if number < 0:
        layers.missed[0] = min(layers.missed[0], lost)
        return
    place = find_set(layers, block + 1, number)
    if place == free:
        layers.sets[block + 1] += 1
    elif layers.lost[block + 1, place] <= lost:
        return
    layers.lost[block + 1, place] = lost
    layers.former[block + 1, place] = state
    for at in range(picked):
        layers.chosen[block + 1, place, at] = layers.picked[at]
    if picked < MOST_PEOPLE:
        layers.chosen[block + 1, place, picked] = -1


@lean
def unused(shelf: Shelf, layers: Layers, block: int, price: IntArray) -> int:
    """What is lost by what a block leaves unused."""
    lost = 0
    for row in range(shelf.rows[block], shelf.rows[block + 1]):
        lost += price[row] * layers.left[row]
    return lost


@lean
def may_begin(
    shelf: Shelf, layers: Layers, over: IntArray, block: int, limits: tuple[int, int]
) -> tuple[int, int]:
    """Find the stays that may begin in a block; gives how many, and what is lost as others may not.

    `limits`: what was lost before, and what must not be.
    """
    lost, most = limits
    number = 0
    for stay in range(shelf.first[block], shelf.first[block + 1]):
        if lost - min(0, over[stay]) < most and fits(shelf, layers, block, stay):
            layers.item[number] = stay
            number += 1
        else:
            lost += max(0, over[stay])
    return number, lost


@lean
def spread(
    shelf: Shelf, layers: Layers, over: IntArray, price: IntArray, at: tuple[int, int], most: int
) -> None:
    """Try all that may begin in a block (`at`: it and the set before it) and loses less than `most`."""
    block, state = at
    items, layers.sofar[0] = may_begin(shelf, layers, over, block, (layers.lost[block, state], most))
    depth, picked = 0, 0
    layers.turn[0] = 0
    while depth >= 0:
        lost = layers.sofar[depth]
        if depth == items or lost >= most:
            if lost < most:
                lost += unused(shelf, layers, block, price)
                if lost < most:
                    keep(shelf, layers, block, state, picked, lost)
            depth -= 1
            continue
        stay = layers.item[depth]
        turn = layers.turn[depth]
        layers.turn[depth] += 1
        if turn == 0:
            layers.turns[0] += 1
            if layers.turns[0] > MOST_TURNS:
                layers.missed[0] = min(layers.missed[0], layers.lost[block, state])
                return
            if picked < MOST_PEOPLE and fits(shelf, layers, block, stay):
                take(shelf, layers, block, stay, 1)
                layers.picked[picked] = stay
                picked += 1
                depth += 1
                layers.sofar[depth], layers.turn[depth] = lost - min(0, over[stay]), 0
            else:
                if picked == MOST_PEOPLE:
                    layers.missed[0] = min(layers.missed[0], lost)
                layers.turn[depth] = 2
                depth += 1
                layers.sofar[depth], layers.turn[depth] = lost + max(0, over[stay]), 0
        elif turn == 1:
            take(shelf, layers, block, stay, -1)
            picked -= 1
            depth += 1
            layers.sofar[depth], layers.turn[depth] = lost + max(0, over[stay]), 0
        else:
            depth -= 1


@lean
def least_lost(shelf: Shelf, layers: Layers, over: IntArray, price: IntArray, most: int) -> int:
    """Go through all blocks; gives the place of the best in the last layer, or -1.

    What was lost by all that was not tried is at least `layers.missed`.
    """
    blocks = shelf.first.shape[0] - 1
    layers.sets[0], layers.lost[0, 0], layers.goes_on[0, 0, 0] = 1, 0, -1
    layers.turns[0], layers.missed[0] = 0, NONE
    for block in range(blocks):
        layers.sets[block + 1] = 0
        for slot in range(layers.slot.shape[0]):
            layers.slot[slot] = -1
        for state in range(layers.sets[block]):
            if layers.turns[0] > MOST_TURNS:
                layers.missed[0] = min(layers.missed[0], layers.lost[block, state])
            elif layers.lost[block, state] < most and enter(shelf, layers, block, state):
                spread(shelf, layers, over, price, (block, state), most)
    best = -1
    for state in range(layers.sets[blocks]):
        if best < 0 or layers.lost[blocks, state] < layers.lost[blocks, best]:
            best = state
    return best


@lean
def write_filling(shelf: Shelf, layers: Layers, state: int, filling: IntArray) -> None:
    """Write which stays the way to a set of the last layer takes."""
    for stay in range(filling.shape[0]):
        filling[stay] = 0
    for block in range(shelf.first.shape[0] - 1, 0, -1):
        for at in range(MOST_PEOPLE):
            if layers.chosen[block, state, at] < 0:
                break
            filling[layers.chosen[block, state, at]] = 1
        state = layers.former[block, state]


@compiled
def fill(shelf: Shelf, layers: Layers, worth: IntArray, price: IntArray, filling: IntArray) -> int:
    """Write the best filling found into `filling`, which is one; gives what one is worth at most.

    `worth` of the stays, whole numbers from 0; any `price` of the rows from 0 holds, a good one is quick.
    """
    over = worth.copy()
    most = 0
    for row in range(len(price)):
        most += price[row] * shelf.most[row]
    now = 0
    for stay in range(len(worth)):
        for at in range(shelf.begin[stay], shelf.begin[stay + 1]):
            over[stay] -= price[shelf.row[at]] * shelf.amount[at]
        most += max(0, over[stay])
        if worth[stay] == 0:
            over[stay] = -NONE
        now += worth[stay] * filling[stay]
    limit = 1 + most // FIRST_TRY
    while True:
        limit = min(limit, most - now)
        if limit <= 0:
            return now
        best = least_lost(shelf, layers, over, price, limit)
        missed = layers.missed[0]
        if best >= 0:
            lost = layers.lost[shelf.first.shape[0] - 1, best]
            write_filling(shelf, layers, best, filling)
            return int(most - min(lost, missed))
        if missed < NONE:
            return int(most - min(missed, limit))
        if limit == most - now:
            return now
        limit *= WIDER

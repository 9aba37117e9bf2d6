"""The compiled local search: force a pair in, let up to three go elsewhere, keep what pays or is lucky.

The energy is the worth of the plan plus what the room left free is thought to be worth: by the prices of the
linear relaxation, but next to nothing for remainders too small for anyone. So free room gathers where someone
fits in it, which alone closes a quarter of the gap that annealing on the worth leaves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.chance import below, unit
from solver.compiled import lean
from solver.toewijzing.kern import HARD, fits, put, take

if TYPE_CHECKING:
    from solver.arrays import IntArray
    from solver.toewijzing.kern import Int32Array, Kern, State

MOST_MOVED = 4
BIAS = 3.0
COOL_EVERY = 1024


@lean
def anneal(
    kern: Kern,
    state: State,
    best: Int32Array,
    record: IntArray,
    span: tuple[int, int, int],
    warmth: tuple[float, float],
    moved_before: Int32Array,
) -> None:
    """Do the moves `span[0]` to `span[1]` of a search of `span[2]`, cooling over it between the warmths.

    `best` and `record` (worth, lack) hold the best plan seen: the least lack, then the most worth.
    `moved_before` is room to remember who moved.
    """
    kandidaten = len(kern.first) - 1
    who, was = moved_before[0], moved_before[1]
    ratio = warmth[1] / warmth[0]
    now = warmth[0] * ratio ** (span[0] / span[2])
    for move in range(span[0], span[1]):
        if move % COOL_EVERY == 0:
            now = warmth[0] * ratio ** (move / span[2])
        kandidaat = below(state, kandidaten)
        low = kern.first[kandidaat]
        options = kern.first[kandidaat + 1] - low
        if options == 0:
            continue
        pair = low + int(unit(state) ** BIAS * options)
        if pair == state.chosen[kandidaat]:
            continue
        who[0] = kandidaat
        was[0] = state.chosen[kandidaat]
        state.energy[0] = 0.0
        before = state.tally[0]
        if was[0] >= 0:
            take(kern, state, kandidaat)
        moved = make_room(kern, state, pair, who, was)
        if moved > 0:
            put(kern, state, kandidaat, pair)
            for place in range(1, moved):
                go_elsewhere(kern, state, who[place])
        gain = (state.tally[0] - before) + state.energy[0]
        if moved < 0 or (gain < 0 and unit(state) >= np.exp(gain / now)):
            undo(kern, state, who, was, abs(moved))
        elif is_better(state, record):
            remember(state, best, record)


@lean
def remember(state: State, best: Int32Array, record: IntArray) -> None:
    """Copy the plan and its worth and lack."""
    for kandidaat in range(len(best)):
        best[kandidaat] = state.chosen[kandidaat]
    record[0] = state.tally[0]
    record[1] = state.tally[1]


@lean
def is_better(state: State, record: IntArray) -> bool:
    """Whether the plan lacks less than the record, or as much and is worth more."""
    if state.tally[1] != record[1]:
        return bool(state.tally[1] < record[1])
    return bool(state.tally[0] > record[0])


@lean
def make_room(kern: Kern, state: State, pair: int, who: Int32Array, was: Int32Array) -> int:
    """Let users of rows that are short go, at random, until the pair fits.

    Gives how many moved so far, the first one included; negative when too many would have to.
    """
    moved = 1
    for entry in range(kern.begin[pair], kern.begin[pair + 1]):
        row = kern.middel[entry]
        if kern.kind[row] != HARD:
            continue
        while kern.gebruik[entry] > state.free[row]:
            users = state.many[row]
            if users == 0 or moved == MOST_MOVED:
                return -moved
            other = state.member[kern.users[row] + below(state, users)] // kern.width
            who[moved] = other
            was[moved] = state.chosen[other]
            take(kern, state, other)
            moved += 1
    return moved


@lean
def go_elsewhere(kern: Kern, state: State, kandidaat: int) -> None:
    """Give a kandidaat the first of its pairs that fits, if any does."""
    for pair in range(kern.first[kandidaat], kern.first[kandidaat + 1]):
        if fits(kern, state, pair):
            put(kern, state, kandidaat, pair)
            return


@lean
def undo(kern: Kern, state: State, who: Int32Array, was: Int32Array, moved: int) -> None:
    """Put those who moved back where they were."""
    for place in range(moved):
        if state.chosen[who[place]] >= 0:
            take(kern, state, who[place])
    for place in range(moved):
        if was[place] >= 0:
            put(kern, state, who[place], was[place])

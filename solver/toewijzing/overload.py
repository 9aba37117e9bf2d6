"""A local search for problems in which all must be assigned and little room is left: it allows overload.

Hard rows become rows of which too much use is lack, which weighs more and more. A move gives someone another
pair; where that is too much, a user of the row goes where it costs least.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.chance import below, unit
from solver.compiled import lean
from solver.toewijzing.annealing import COOL_EVERY, is_better, remember, undo
from solver.toewijzing.kern import DEMAND, HARD, SOFT, over, put, reward, take

if TYPE_CHECKING:
    from solver.arrays import FloatArray, IntArray
    from solver.toewijzing.kern import Int32Array, Kern, State

BIAS = 2.0
HEAVIER = 8.0
LIGHTEST = 0.05
HOT, COLD = 0.25, 0.1
BEND_FROM, BEND_TO = 0.7, 0.3


def let_overload(kern: Kern, price: FloatArray, typical: float) -> Kern:
    """The same problem with hard rows that can be passed at about their price, or a share of `typical`."""
    weight = np.where(kern.kind == HARD, np.maximum(price, LIGHTEST * typical), kern.weight)
    kind = np.where(kern.kind == HARD, DEMAND, kern.kind).astype(np.int8)
    return kern._replace(kind=kind, weight=weight, slope=np.where(kern.kind == HARD, price, 0.0))


@lean
def probe(kern: Kern, state: State, pair: int) -> float:
    """The energy that a pair would bring."""
    gain = float(kern.waarde[pair])
    for entry in range(kern.begin[pair], kern.begin[pair + 1]):
        row = kern.middel[entry]
        before = state.free[row]
        after = before - kern.gebruik[entry]
        more = over(after) - over(before)
        if kern.kind[row] == SOFT:
            gain -= kern.prijs[row] * more
        else:
            gain -= kern.weight[row] * more
            if kern.slope[row] > 0.0:
                gain += reward(after, kern.slope[row], kern.bend[row])
                gain -= reward(before, kern.slope[row], kern.bend[row])
    return gain


@lean
def crowded_out(kern: Kern, state: State, pair: int) -> int:
    """Some user of the first row in which this pair is too much; -1 for none."""
    for entry in range(kern.begin[pair], kern.begin[pair + 1]):
        row = kern.middel[entry]
        users = state.many[row]
        if kern.gebruik[entry] > state.free[row] and users > 0:
            return int(state.member[kern.users[row] + below(state, users)] // kern.width)
    return -1


@lean
def weigh(kern: Kern, lightest: FloatArray, times: float) -> None:
    """Let lack weigh so many times its lightest."""
    for row in range(len(lightest)):
        kern.weight[row] = lightest[row] * times


@lean
def settle_best(kern: Kern, state: State, kandidaat: int) -> None:
    """Give a kandidaat the pair of most energy; none where that is better and allowed."""
    best = -np.inf if kern.must[kandidaat] else 0.0
    chosen = -1
    for pair in range(kern.first[kandidaat], kern.first[kandidaat + 1]):
        gain = probe(kern, state, pair)
        if gain > best:
            best = gain
            chosen = pair
    if chosen >= 0:
        put(kern, state, kandidaat, chosen)


@lean
def force(kern: Kern, state: State, kandidaat: int, pair: int, moved_before: Int32Array) -> int:
    """Give a kandidaat this pair, and one who is crowded out the best there is; how many moved."""
    other = crowded_out(kern, state, pair)
    if other < 0:
        put(kern, state, kandidaat, pair)
        return 1
    moved_before[0, 1] = other
    moved_before[1, 1] = state.chosen[other]
    take(kern, state, other)
    put(kern, state, kandidaat, pair)
    settle_best(kern, state, other)
    return 2


@lean
def anneal_over(
    kern: Kern,
    state: State,
    best: Int32Array,
    record: IntArray,
    span: tuple[int, int, int],
    warmth: tuple[float, float],
    lightest: FloatArray,
    moved_before: Int32Array,
) -> None:
    """Like `anneal`, with weights that grow from `lightest` to HEAVIER times that over the whole search."""
    kandidaten = len(kern.first) - 1
    who, was = moved_before[0], moved_before[1]
    ratio = warmth[1] / warmth[0]
    now = warmth[0] * ratio ** (span[0] / span[2])
    for move in range(span[0], span[1]):
        if move % COOL_EVERY == 0:
            now = warmth[0] * ratio ** (move / span[2])
            weigh(kern, lightest, 1.0 + (HEAVIER - 1.0) * (move / span[2]) ** 2)
        kandidaat = below(state, kandidaten)
        low = kern.first[kandidaat]
        options = kern.first[kandidaat + 1] - low
        if options == 0:
            continue
        pair = low + int(unit(state) ** BIAS * options)
        if pair == state.chosen[kandidaat]:
            continue
        who[0], was[0] = kandidaat, state.chosen[kandidaat]
        state.energy[0] = 0.0
        before = state.tally[0]
        if was[0] >= 0:
            take(kern, state, kandidaat)
        moved = force(kern, state, kandidaat, pair, moved_before)
        gain = (state.tally[0] - before) + state.energy[0]
        if gain < 0 and unit(state) >= np.exp(gain / now):
            undo(kern, state, who, was, moved)
        elif is_better(state, record):
            remember(state, best, record)

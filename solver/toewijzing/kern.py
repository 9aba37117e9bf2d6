"""What the compiled search works on: one flat form for every line of a generic problem.

Rows are middelen that can bind, groups, hard floors and the budget of changes, all as `use <= capacity`: a
floor under a number is a row whose use is negative. Pairs are sorted by kandidaat, the best after prices
first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from solver.chance import seeded
from solver.compiled import inlined, lean

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from solver.arrays import BoolArray, FloatArray, IntArray

    Int32Array = NDArray[np.int32]

HARD, SOFT, DEMAND = 0, 1, 2


class Kern(NamedTuple):
    """n kandidaten, P pairs, m rows, E entries of use.

    `kind` tells what a row is: HARD is never passed, use beyond SOFT costs `prijs` a unit, beyond DEMAND it
    is lack, which no valid plan has, and weighs `weight` a unit. `slope` and `bend` shape what is left free:
    up to `bend` units are worth little, each further one `slope`. `missing` is what a kandidaat that must be
    assigned weighs when it is not. Rows that nobody needs to leave have no place for their users.
    """

    first: Int32Array  # (n+1) pairs of a kandidaat
    waarde: IntArray  # (P) gain of a pair; negative when minimising
    begin: Int32Array  # (P+1) entries of a pair
    middel: Int32Array  # (E) row
    gebruik: IntArray  # (E) use; negative in rows that ask for something
    kind: NDArray[np.int8]  # (m)
    prijs: IntArray  # (m)
    weight: FloatArray  # (m)
    slope: FloatArray  # (m)
    bend: FloatArray  # (m)
    must: BoolArray  # (n)
    missing: FloatArray  # (n)
    users: Int32Array  # (m+1) where the users of a row stand in State.member
    width: int  # most entries of a pair


class State(NamedTuple):
    """A plan that changes.

    `tally` holds its worth and its lack, exactly; `energy` what it gained besides worth since that was last
    set; `random` the state of its random numbers.
    """

    chosen: Int32Array  # (n) pair, -1 for none
    free: IntArray  # (m)
    many: Int32Array  # (m) users of a row
    member: Int32Array  # slots (kandidaat * width + entry) of the users of each row
    place: Int32Array  # (n * width) where a slot stands among the users of its row
    tally: IntArray  # (2)
    energy: FloatArray  # (1)
    random: NDArray[np.uint64]  # (1)


def new_state(kern: Kern, free: IntArray, seed: int) -> State:
    """Make an empty plan with this room."""
    kandidaten = len(kern.first) - 1
    lack = int(kern.must.sum()) + int(np.maximum(-free[kern.kind == DEMAND], 0).sum())
    worth = -int((kern.prijs * np.maximum(-free, 0))[kern.kind == SOFT].sum())
    return State(
        chosen=np.full(kandidaten, -1, dtype=np.int32),
        free=free.copy(),
        many=np.zeros(len(free), dtype=np.int32),
        member=np.zeros(int(kern.users[-1]), dtype=np.int32),
        place=np.zeros(kandidaten * kern.width, dtype=np.int32),
        tally=np.array([worth, lack], dtype=np.int64),
        energy=np.zeros(1),
        random=seeded(seed),
    )


@inlined
def reward(free: float, slope: float, bend: float) -> float:
    """What free room is thought to be worth: nothing where it lacks, then little, from `bend` by the unit."""
    if free <= 0:
        return 0.0
    if free < bend:
        return slope * free * free / (2.0 * bend)
    return slope * (free - 0.5 * bend)


@inlined
def over(free: int) -> int:
    """Use beyond a capacity of which this is left."""
    return -free if free < 0 else 0


@inlined
def fits(kern: Kern, state: State, pair: int) -> bool:
    """Whether a pair fits in what is free of its hard rows."""
    for entry in range(kern.begin[pair], kern.begin[pair + 1]):
        row = kern.middel[entry]
        if kern.gebruik[entry] > state.free[row] and kern.kind[row] == HARD:
            return False
    return True


@lean
def use(kern: Kern, state: State, kandidaat: int, pair: int, sign: int) -> None:
    """Take (sign 1) or give back (-1) what a pair uses."""
    worth = sign * kern.waarde[pair]
    lack = 0
    shape = 0.0
    slot = kandidaat * kern.width
    for entry in range(kern.begin[pair], kern.begin[pair + 1]):
        row = kern.middel[entry]
        before = state.free[row]
        after = before - sign * kern.gebruik[entry]
        state.free[row] = after
        kind = kern.kind[row]
        if kind == SOFT:
            worth += kern.prijs[row] * (over(before) - over(after))
        elif kern.slope[row] > 0.0:
            shape += reward(after, kern.slope[row], kern.bend[row])
            shape -= reward(before, kern.slope[row], kern.bend[row])
        if kind == DEMAND:
            more = over(after) - over(before)
            lack += more
            shape -= kern.weight[row] * more
        if kern.users[row + 1] > kern.users[row]:
            if sign > 0:
                place = state.many[row]
                state.member[kern.users[row] + place] = slot
                state.place[slot] = place
                state.many[row] = place + 1
            else:
                last = state.many[row] - 1
                state.many[row] = last
                moved = state.member[kern.users[row] + last]
                state.member[kern.users[row] + state.place[slot]] = moved
                state.place[moved] = state.place[slot]
        slot += 1
    if kern.must[kandidaat]:
        lack -= sign
        shape += sign * kern.missing[kandidaat]
    state.tally[0] += worth
    state.tally[1] += lack
    state.energy[0] += shape


@inlined
def put(kern: Kern, state: State, kandidaat: int, pair: int) -> None:
    """Choose a pair for a kandidaat that has none."""
    state.chosen[kandidaat] = pair
    use(kern, state, kandidaat, pair, 1)


@inlined
def take(kern: Kern, state: State, kandidaat: int) -> None:
    """Drop the chosen pair of a kandidaat."""
    pair = state.chosen[kandidaat]
    state.chosen[kandidaat] = -1
    use(kern, state, kandidaat, pair, -1)


@lean
def fill(kern: Kern, state: State, chosen: Int32Array) -> None:
    """Put a whole plan in an empty state."""
    for kandidaat in range(len(chosen)):
        if chosen[kandidaat] >= 0:
            put(kern, state, kandidaat, chosen[kandidaat])


@lean
def hold(kern: Kern, state: State, order: IntArray, wanted: Int32Array) -> None:
    """In this order, give each kandidaat without a pair the one wanted for it (-1 for none) if it fits."""
    for place in range(len(order)):
        kandidaat = order[place]
        pair = wanted[kandidaat]
        if pair >= 0 and state.chosen[kandidaat] < 0 and fits(kern, state, pair):
            put(kern, state, kandidaat, pair)


@lean
def insert(kern: Kern, state: State, order: IntArray) -> None:
    """In this order, give each kandidaat without a pair its first one that fits."""
    for place in range(len(order)):
        kandidaat = order[place]
        if state.chosen[kandidaat] >= 0:
            continue
        for pair in range(kern.first[kandidaat], kern.first[kandidaat + 1]):
            if fits(kern, state, pair):
                put(kern, state, kandidaat, pair)
                break

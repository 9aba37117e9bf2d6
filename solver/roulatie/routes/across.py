"""Lines over whole routes that follow from some lines: half of their sum, rounded down.

Zero-half cuts (Caprara and Fischetti 1996), of lines of any blocks, of each unit's one route, and of such
halves. As what a route uses is rounded once for the whole route and not for each stay, they cut off more than
lines over stays can; but only routes that are listed can be priced by them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from solver.arrays import BoolArray, FloatArray, IntArray
from solver.compiled import compiled

if TYPE_CHECKING:
    from solver.roulatie.routes.pool import Pool

# Lines with so much left at least are left out, as are sums that lose as much of the half place, doubled.
MOST_LOST = 0.95
# So many lines at most are looked at, those with least left, and so many sums are kept of these.
MOST_LINES, MOST_SUMS = 120, 20_000
# What counts as a weight of 1 and as one of 0.
WHOLE, NOTHING = 1 - 1e-6, 1e-7
NEVER = 9.0


class Half(NamedTuple):
    """Half of a sum: what its lines use of each stay, the units and other halves (places) in it; the most."""

    by_stay: IntArray
    units: IntArray
    halves: tuple[int, ...]
    most: int


class Halves:
    """The halves that were found, by place: they hold for every plan, whatever it is worth."""

    def __init__(self) -> None:
        """None yet."""
        self.all: list[Half] = []
        self._seen: set[tuple[bytes, bytes, tuple[int, ...]]] = set()

    def add(self, half: Half) -> bool:
        """Add a half; False where it is known."""
        key = (half.by_stay.tobytes(), half.units.tobytes(), half.halves)
        if key in self._seen:
            return False
        self._seen.add(key)
        self.all.append(half)
        return True

    def only(self, places: set[int]) -> Halves:
        """These, and those that they are halves of."""
        kept = Halves()
        place_of: dict[int, int] = {}
        wanted = set(places)
        for place in range(len(self.all) - 1, -1, -1):
            if place in wanted:
                wanted.update(self.all[place].halves)
        for place in sorted(wanted):
            half = self.all[place]
            place_of[place] = len(kept.all)
            kept.add(half._replace(halves=tuple(place_of[each] for each in half.halves)))
        return kept

    def amounts(self, pool: Pool, place: int, known: dict[int, IntArray]) -> IntArray:
        """What each route uses of a half; `known`: what was asked before of this pool, by place."""
        if place not in known:
            known[place] = self.of(pool, self.all[place], known)
        return known[place]

    def of(self, pool: Pool, half: Half, known: dict[int, IntArray]) -> IntArray:
        """What each route uses of a half that need not be known."""
        total = pool.sums(half.by_stay) + half.units[pool.units]
        for each in half.halves:
            total += self.amounts(pool, each, known)
        amounts: IntArray = total // 2
        return amounts


class Rows(NamedTuple):
    """Lines beside weights of routes, in the order of what they have left.

    Of each line and route whether it uses an odd amount, of each line whether what it allows is odd (1) or
    not (0); of each route, in the order of units, its unit and its weight.
    """

    odd: BoolArray
    parity: IntArray
    left: FloatArray
    unit: IntArray
    weight: FloatArray


class Sums(NamedTuple):
    """Sums of up to three lines (places, -1: none), the units that are in, and what they lose."""

    lines: IntArray
    units: BoolArray
    lost: FloatArray


@compiled
def take_units(rows: Rows, odd: BoolArray, parity: int, is_in: BoolArray) -> float:
    """Take units in where that loses less, one more or less where the sum would be even; gives the loss."""
    is_in[:] = False
    lost, turn, turned, place = 0.0, NEVER, 0, 0
    while place < len(odd):
        unit, without, within = rows.unit[place], 0.0, 0.0
        while place < len(odd) and rows.unit[place] == unit:
            if odd[place]:
                without += rows.weight[place]
            else:
                within += rows.weight[place]
            place += 1
        lost += min(without, within)
        if within < without:
            is_in[unit] = True
            parity ^= 1
        if abs(within - without) < turn:
            turn, turned = abs(within - without), unit
    if parity == 1:
        return lost
    if len(odd) > 0:
        is_in[turned] = not is_in[turned]
    return lost + turn


@compiled
def note(
    rows: Rows, sums: Sums, number: int, lines: tuple[int, int, int], odd: BoolArray, parity: int
) -> int:
    """Write a sum of lines where it loses little and there is room; gives how many there are."""
    if number >= len(sums.lost):
        return number
    lost = take_units(rows, odd, parity, sums.units[number])
    for place in range(3):
        sums.lines[number, place] = lines[place]
        if lines[place] >= 0:
            lost += rows.left[lines[place]]
    sums.lost[number] = lost
    return number + (1 if lost < MOST_LOST else 0)


@compiled
def put_together(rows: Rows, sums: Sums) -> int:
    """Write sums of up to three lines that lose little, as many as there is room for; gives how many."""
    number, lines, left = 0, len(rows.left), rows.left
    for first in range(lines):
        one, of_one = rows.odd[first], rows.parity[first]
        number = note(rows, sums, number, (first, -1, -1), one, of_one)
        for second in range(first + 1, lines):
            if left[first] + left[second] >= MOST_LOST:
                break
            two, of_two = one ^ rows.odd[second], of_one ^ rows.parity[second]
            number = note(rows, sums, number, (first, second, -1), two, of_two)
            for third in range(second + 1, lines):
                if left[first] + left[second] + left[third] >= MOST_LOST:
                    break
                three, of_three = two ^ rows.odd[third], of_two ^ rows.parity[third]
                number = note(rows, sums, number, (first, second, third), three, of_three)
    return number


def find_sums(rows: Rows, units: int) -> Sums:
    """Sums that lose little, those that lose least first."""
    sums = Sums(
        np.full((MOST_SUMS, 3), -1, dtype=np.int64),
        np.zeros((MOST_SUMS, units), dtype=np.bool_),
        np.zeros(MOST_SUMS, dtype=np.float64),
    )
    order = np.argsort(sums.lost[: put_together(rows, sums)], kind="stable")
    return Sums(sums.lines[order], sums.units[order], sums.lost[order])

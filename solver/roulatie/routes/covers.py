"""Lines that follow from lines: of people who together use more than there is, not all can be there.

Extended cover inequalities (Balas 1975), with a threshold for each unit, as of its stays in one block it has
at most one (Wolsey 1990); and lines counted in steps of what somebody uses, rounded (mixed-integer rounding,
Nemhauser and Wolsey 1990). They cut off what the linear relaxation makes of parts of routes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from solver.arrays import BoolArray, FloatArray, IntArray
from solver.compiled import compiled
from solver.roulatie.routes.lines import Uses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.roulatie.routes.tables import Routes

# Covers that are passed by a smaller part are no use; so many at most are found at once.
LEAST_PASSED, MOST_AT_ONCE = 1e-3, 60
# Lines are looked at that are used for such a part.
LEAST_USED = 0.7
FAR = 1e9
NOTHING = 1e-9


class Cover(NamedTuple):
    """Of these stays at most so many, each as many times as its amount."""

    most: int
    stays: IntArray
    amounts: IntArray

    def key(self) -> tuple[int, bytes, bytes]:
        """Two with the same key are the same line."""
        return self.most, self.stays.tobytes(), self.amounts.tobytes()


class _Line(NamedTuple):
    """A line over stays that share a block, in the order of units, then the stays that use most."""

    most: int
    stays: IntArray
    unit: IntArray
    amount: IntArray


@compiled
def find_cover(unit: IntArray, amount: IntArray, weight: FloatArray, most: int, taken: BoolArray) -> int:
    """Mark stays of which at most so many as it gives can be, and whose weights pass that; 0 where none are.

    The cheapest units that use more than `most` together: one costs what its stays lack of a weight of 1, of
    those that use as much as its threshold.
    """
    need, stays = most + 1, len(unit)
    cost = np.full(need + 1, FAR)
    cost[0] = 0
    last = np.full((stays, need + 1), -1, dtype=np.int64)
    former = np.zeros((stays, need + 1), dtype=np.int64)
    begin = 0
    while begin < stays:
        end = begin
        after = cost.copy()
        sure = 0.0
        while end < stays and unit[end] == unit[begin]:
            sure += weight[end]
            is_threshold = end + 1 == stays or unit[end + 1] != unit[end] or amount[end + 1] < amount[end]
            if is_threshold and sure > NOTHING:
                for used in range(need + 1):
                    to = min(need, used + amount[end])
                    more = cost[used] + max(0.0, 1 - sure)
                    if more < after[to] - NOTHING:
                        after[to] = more
                        last[begin, to], former[begin, to] = end, used
            end += 1
        cost = after
        begin = end
    if cost[need] >= 1 - LEAST_PASSED:
        return 0
    return mark_cover(unit, amount, last, former, taken) - 1


@compiled
def mark_cover(unit: IntArray, amount: IntArray, last: IntArray, former: IntArray, taken: BoolArray) -> int:
    """Mark the stays of the units that were chosen, and those of others that use as much as any threshold.

    Gives how many units were chosen.
    """
    stays, used = len(unit), last.shape[1] - 1
    number = top = 0
    taken[:] = False
    for begin in range(stays - 1, -1, -1):
        if (begin == 0 or unit[begin - 1] != unit[begin]) and last[begin, used] >= 0:
            end = last[begin, used]
            taken[begin : end + 1] = True
            top = max(top, amount[end])
            used = former[begin, used]
            number += 1
    begin = 0
    while begin < stays:
        end = begin
        while end < stays and unit[end] == unit[begin]:
            taken[end] = taken[end] or (not taken[begin] and amount[end] >= top)
            end += 1
        begin = end
    return number


class Covers:
    """Looks in the lines of routes for covers that are not known."""

    def __init__(self, routes: Routes) -> None:
        """Take the lines over stays that share a block, of which some use more than one."""
        units, blocks, plekken, longest = routes.shape
        uses = routes.uses
        self.stays = units * blocks * plekken * longest
        stay = np.repeat(np.arange(self.stays), np.diff(uses.begin))
        unit = stay // longest // plekken // blocks
        order = np.lexsort((-uses.amount, unit, uses.line))
        begin = np.searchsorted(uses.line[order], np.arange(len(uses.most) + 1))
        self.lines: list[_Line] = []
        for line, most in enumerate(uses.most.tolist()):
            here = order[begin[line] : begin[line + 1]]
            first = stay[here] // longest // plekken % blocks
            shares = len(here) > 0 and first.max() <= (first + stay[here] % longest).min()
            if shares and most > 0 and uses.amount[here].max() > 1:
                self.lines.append(_Line(most, stay[here], unit[here], uses.amount[here]))
        self._known: set[tuple[int, bytes, bytes]] = set()

    def find(self, weights: FloatArray) -> list[Cover]:
        """New covers that these weights of stays pass."""
        found: dict[tuple[int, bytes, bytes], tuple[float, Cover]] = {}
        for line in self.lines:
            weight = weights[line.stays]
            if weight @ line.amount < LEAST_USED * line.most:
                continue
            taken: BoolArray = np.zeros(len(weight), dtype=np.bool_)
            most = find_cover(line.unit, line.amount, weight, line.most, taken)
            self._note(found, line, weight, most, taken.astype(np.int64))
            for step in np.unique(line.amount[weight > NOTHING]).tolist():
                self._note(found, line, weight, *count_in_steps(line.most, line.amount, step))
        by_most = sorted(found.values(), key=lambda each: -each[0])
        return self.take([cover for _, cover in by_most[:MOST_AT_ONCE]])

    def take(self, covers: Sequence[Cover]) -> list[Cover]:
        """Those that are new; from now on they are known."""
        new = [each for each in covers if each.key() not in self._known]
        self._known.update(each.key() for each in new)
        return new

    def _note(
        self,
        found: dict[tuple[int, bytes, bytes], tuple[float, Cover]],
        line: _Line,
        weight: FloatArray,
        most: int,
        amounts: IntArray,
    ) -> None:
        """Add a line over the stays of another to what was found, where it is new and passed."""
        passed = (float(weight @ amounts) - most) / max(1, most)
        if passed <= LEAST_PASSED:
            return
        used = np.flatnonzero(amounts)
        order = used[np.argsort(line.stays[used])]
        cover = Cover(most, line.stays[order], amounts[order])
        if cover.key() not in self._known:
            found[cover.key()] = (passed, cover)


def count_in_steps(most: int, amounts: IntArray, step: int) -> tuple[int, IntArray]:
    """What follows from a line when it is counted in steps and rounded, in its smallest whole numbers."""
    rest = most % step
    steps = (step - rest) * (amounts // step) + np.maximum(0, amounts % step - rest)
    most = (step - rest) * (most // step)
    common = int(np.gcd.reduce(np.append(steps, most)))
    return most // max(1, common), steps // max(1, common)


def add_covers(routes: Routes, covers: Sequence[Cover]) -> Routes:
    """The same routes with more lines."""
    uses = routes.uses
    lines = len(uses.most)
    number = [len(each.stays) for each in covers]
    stay = np.concatenate(
        [np.repeat(np.arange(len(uses.begin) - 1), np.diff(uses.begin)), *(each.stays for each in covers)]
    )
    line = np.append(uses.line, np.repeat(np.arange(lines, lines + len(covers)), number))
    amount = np.concatenate([uses.amount, *(each.amounts for each in covers)])
    most = np.append(uses.most, np.array([each.most for each in covers], dtype=np.int64))
    order = np.argsort(stay, kind="stable")
    begin = np.searchsorted(stay[order], np.arange(len(uses.begin)))
    return routes._replace(uses=Uses(begin, line[order], amount[order], most))

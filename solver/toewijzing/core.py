"""The core of a problem as the kern of a search: of each kandidaat the pairs worth most after prices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from solver.compiled import compiled
from solver.toewijzing.entries import demand_rows, entries_of
from solver.toewijzing.kern import DEMAND, HARD, Kern
from solver.toewijzing.lines import read_lines
from solver.toewijzing.volume import add_costs, extra_cost

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.arrays import BoolArray, FloatArray, IntArray
    from solver.toewijzing.entries import Entries
    from solver.toewijzing.kern import Int32Array
    from solver.toewijzing.lines import Lines
    from solver.toewijzing.problem import Problem, Vloer
    from solver.toewijzing.volume import Rows

# At least so many pairs a kandidaat, at most four times that, else a third of what there are.
PAIRS_A_KANDIDAAT = 16
MOST_TIMES = 4
SHARE = 3
USED_SHARE = 0.88
BEND = 0.38
MISSING = 6.0
LEAST_SCALE = 1e-3


@dataclass(frozen=True, slots=True)
class Core:
    """A kern with its room, the problem's pair behind each of its pairs, the prices, and a scale of energy.

    `scale` is what typically lies between somebody's best pair and the last of the best quarter.
    """

    kern: Kern
    free: IntArray
    origin: IntArray
    price: FloatArray
    scale: float

    def places(self, paren: int) -> Int32Array:
        """Where each pair of the problem stands, -1 where it does not; one more, so that -1 gives -1."""
        place = np.full(paren + 1, -1, dtype=np.int32)
        place[self.origin] = np.arange(len(self.origin))
        return place


@compiled
def reduce_values(rows: Rows, price: FloatArray) -> FloatArray:
    """Gain of each pair after prices; minus infinity where it may not be chosen."""
    cost = np.zeros(len(rows.begin) - 1)
    add_costs(rows, price, cost, 0, len(cost))
    reduced = np.full(len(rows.waarde), -np.inf)
    for pair in range(len(reduced)):
        if rows.allowed[pair]:
            reduced[pair] = rows.waarde[pair] - cost[rows.profiel[pair]] - extra_cost(rows, price, pair)
    return reduced


@compiled
def rank_pairs(
    rows: Rows, reduced: FloatArray, wanted: BoolArray, number: int
) -> tuple[IntArray, FloatArray]:
    """The best pairs of each kandidaat and those wanted, best first; and how far the best quarter goes."""
    order = np.empty(len(reduced), dtype=np.int64)
    spread = np.full(len(rows.first) - 1, np.nan)
    count = 0
    for kandidaat in range(len(rows.first) - 1):
        low, high = rows.first[kandidaat], rows.first[kandidaat + 1]
        ranked = low + np.argsort(-reduced[low:high])
        best = -np.inf
        for rank in range(len(ranked)):
            pair = ranked[rank]
            if reduced[pair] == -np.inf:
                break
            if rank == 0:
                best = reduced[pair]
            if rank == number // 4 - 1:
                spread[kandidaat] = best - reduced[pair]
            if rank < number or wanted[pair]:
                order[count] = pair
                count += 1
    return order[:count], spread


def pairs_a_kandidaat(problem: Problem) -> int:
    """How many pairs of a kandidaat are in the core: more where many differ in the startweek alone."""
    many = problem.paren // max(1, problem.kandidaten) // SHARE
    return max(PAIRS_A_KANDIDAAT, min(MOST_TIMES * PAIRS_A_KANDIDAAT, many))


def build_core(
    problem: Problem, rows: Rows, price: FloatArray, vloeren: Sequence[Vloer], wanted: IntArray
) -> Core:
    """Take the core at these prices, with the pairs `wanted` in it, and shape the search by the prices."""
    keep = np.zeros(problem.paren, dtype=np.bool_)
    keep[wanted] = True
    pinned = np.zeros(problem.kandidaten, dtype=np.bool_)
    pinned[problem.kandidaat[list(problem.vast)]] = True
    reduced = reduce_values(rows, price)
    reduced[pinned[problem.kandidaat]] = -np.inf
    origin, spread = rank_pairs(rows, reduced, keep, pairs_a_kandidaat(problem))
    known = spread[~np.isnan(spread)]
    least = float(np.abs(rows.waarde).max(initial=1)) * LEAST_SCALE
    scale = max(float(np.median(known)) if len(known) else 0.0, least)
    lines = read_lines(problem, vloeren)
    free = room_beside_pins(problem, rows, lines.capaciteit)
    entries = entries_of(rows, origin)
    missing = np.zeros(problem.kandidaten)
    must = np.flatnonzero(rows.must & ~pinned)
    missing[must] = MISSING * scale
    first = np.searchsorted(problem.kandidaat[origin], np.arange(problem.kandidaten + 1)).astype(np.int64)
    has = must[np.diff(first)[must] > 0]
    missing[has] += np.maximum(-reduced[origin[first[has]]], 0.0)
    kern = _make_kern(rows, lines, first, entries, free, price)
    values = problem.waarde[origin]
    kern = kern._replace(
        waarde=-values if problem.minimaliseer else values, must=missing > 0, missing=missing
    )
    return Core(kern, free, origin, price, scale)


def room_beside_pins(problem: Problem, rows: Rows, capacity: IntArray) -> IntArray:
    """What the pins leave of every row."""
    pins = entries_of(rows, np.unique(np.array(problem.vast, dtype=np.int64)))
    free = capacity.copy()
    np.subtract.at(free, pins.row, pins.amount)
    return free


def _make_kern(
    rows: Rows, lines: Lines, first: IntArray, entries: Entries, free: IntArray, price: FloatArray
) -> Kern:
    """Make a kern without rows that cannot bind; values and who must be assigned are still to come."""
    demand = demand_rows(first, entries, len(free))
    binding = (lines.kind != HARD) | (demand.most > free)
    entries = entries.in_rows(binding)
    weight = 2 * price + np.abs(rows.waarde).max(initial=1.0)
    users = np.where(binding & (lines.kind == HARD), demand.users, 0)
    return Kern(
        first=first.astype(np.int32),
        waarde=np.zeros(0, dtype=np.int64),
        begin=entries.begin.astype(np.int32),
        middel=entries.row.astype(np.int32),
        gebruik=entries.amount,
        kind=lines.kind,
        prijs=lines.prijs,
        weight=np.where(lines.kind == DEMAND, weight, 0.0),
        slope=np.where(lines.kind == HARD, USED_SHARE * price, 0.0),
        bend=np.maximum(demand.typical * BEND, 1e-9),
        must=np.zeros(0, dtype=np.bool_),
        missing=np.zeros(0),
        users=np.append(0, np.cumsum(users)).astype(np.int32),
        width=int(entries.lengths.max(initial=1)),
    )

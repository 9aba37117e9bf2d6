"""A generic problem as rows for the price search, and its core as the kern of the local search.

After the middelen come the groups, then the hard floors, then the budget of changes, each one row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from solver.toewijzing.kern import DEMAND, HARD, SOFT
from solver.toewijzing.validate import LIMIT
from solver.toewijzing.volume import Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from solver.arrays import BoolArray, IntArray
    from solver.toewijzing.problem import Problem, Vloer


class Lines(NamedTuple):
    """Kind, price (of soft rows) and capacity of every row."""

    kind: NDArray[np.int8]
    prijs: IntArray
    capaciteit: IntArray


def read_lines(problem: Problem, vloeren: Sequence[Vloer]) -> Lines:
    """What every row of a problem with floors is."""
    count = len(problem.capaciteit) + len(problem.groepen) + len(vloeren) + has_changes(problem)
    kind = np.full(count, DEMAND, dtype=np.int8)
    kind[: len(problem.capaciteit)] = HARD
    price = np.zeros(count, dtype=np.int64)
    capacity = np.zeros(count, dtype=np.int64)
    capacity[: len(problem.capaciteit)] = problem.capaciteit
    for each in problem.zacht:
        kind[each.middel], price[each.middel] = SOFT, each.prijs
    for row, groep in enumerate(problem.groepen, len(problem.capaciteit)):
        kind[row], price[row], capacity[row] = SOFT, groep.prijs, -groep.minstens
    for row, vloer in enumerate(vloeren, len(problem.capaciteit) + len(problem.groepen)):
        capacity[row] = -vloer.minstens
    if has_changes(problem):
        assert problem.vorige is not None and problem.wijzigingen is not None  # noqa: S101, PT018 (has_changes said so)
        capacity[-1] = problem.wijzigingen - int((problem.vorige >= 0).sum())
    return Lines(kind, price, capacity)


def has_changes(problem: Problem) -> bool:
    """Whether the problem has a budget of changes."""
    return problem.vorige is not None and problem.wijzigingen is not None


def extra_entries(problem: Problem, vloeren: Sequence[Vloer]) -> tuple[IntArray, IntArray, IntArray]:
    """Entries of pairs in rows that are no middelen: (offsets, row, amount), sorted by pair."""
    row = len(problem.capaciteit)
    parts: list[tuple[IntArray, int, IntArray]] = []
    for groep in problem.groepen:
        pairs = problem.group_pairs(groep)
        parts.append((pairs, row, np.full(len(pairs), -1, dtype=np.int64)))
        row += 1
    for vloer in vloeren:
        pairs = np.flatnonzero(vloer.gewicht).astype(np.int64)
        parts.append((pairs, row, -vloer.gewicht[pairs]))
        row += 1
    if has_changes(problem):
        assert problem.vorige is not None  # noqa: S101 (has_changes said so)
        kept = problem.vorige[problem.vorige >= 0]
        new = np.flatnonzero((problem.vorige < 0)[problem.kandidaat]).astype(np.int64)
        parts.append((kept, row, np.full(len(kept), -1, dtype=np.int64)))
        parts.append((new, row, np.ones(len(new), dtype=np.int64)))
    if not parts:
        return np.zeros(1, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    pair = np.concatenate([part[0] for part in parts])
    rows = np.concatenate([np.full(len(part[0]), part[1], dtype=np.int64) for part in parts])
    amount = np.concatenate([part[2] for part in parts])
    order = np.argsort(pair, kind="stable")
    offsets = np.searchsorted(pair[order], np.arange(problem.paren + 1)).astype(np.int64)
    return offsets, rows[order], amount[order]


def allowed_pairs(problem: Problem) -> tuple[BoolArray, BoolArray]:
    """Which pairs may be chosen, and which kandidaten must have one.

    Of who is pinned only the pin; of others what is not forbidden and fits by itself beside the pins.
    """
    allowed = fits_beside_pins(problem)
    must = np.full(problem.kandidaten, problem.allen, dtype=np.bool_)
    if problem.vast:
        vast = np.array(problem.vast, dtype=np.int64)
        pinned = np.zeros(problem.kandidaten, dtype=np.bool_)
        pinned[problem.kandidaat[vast]] = True
        only = np.zeros(problem.paren, dtype=np.bool_)
        only[vast] = True
        allowed = np.where(pinned[problem.kandidaat], only, allowed)
        must |= pinned
    allowed[list(problem.verboden)] = False
    return allowed, must


def fits_beside_pins(problem: Problem) -> BoolArray:
    """Whether each pair alone fits in what the pins leave of every hard middel."""
    room = problem.capaciteit.copy()
    for pair in set(problem.vast):
        for middel, amount in problem.uses(pair):
            room[middel] -= amount
    room[[each.middel for each in problem.zacht]] = LIMIT
    too_much = np.flatnonzero(problem.gebruik > room[problem.middel])
    fits = np.ones(len(problem.begin) - 1, dtype=np.bool_)
    fits[np.searchsorted(problem.begin, too_much, side="right") - 1] = False
    beside: BoolArray = fits if problem.profiel is None else fits[problem.profiel]
    return beside


def profiles(problem: Problem) -> IntArray:
    """The usage row of each pair."""
    return np.arange(problem.paren, dtype=np.int64) if problem.profiel is None else problem.profiel


def build_rows(problem: Problem, vloeren: Sequence[Vloer] = ()) -> Rows:
    """Bring a problem with floors in the form that the price search works on; values are gains."""
    lines = read_lines(problem, vloeren)
    allowed, must = allowed_pairs(problem)
    offsets, row, amount = extra_entries(problem, vloeren)
    values = problem.waarde.astype(np.float64)
    return Rows(
        first=problem.offsets,
        waarde=-values if problem.minimaliseer else values,
        allowed=allowed,
        must=must,
        profiel=profiles(problem),
        begin=problem.begin,
        middel=problem.middel,
        gebruik=problem.gebruik,
        extra=offsets,
        row=row,
        amount=amount,
        capaciteit=lines.capaciteit.astype(np.float64),
        most=np.where(lines.kind == SOFT, lines.prijs.astype(np.float64), np.inf),
    )

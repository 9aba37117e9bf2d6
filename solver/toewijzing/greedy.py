"""Today's practice as a baseline: first come first served, and best value for its use first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.budget import never
from solver.toewijzing.usage import UsageRows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.arrays import IntArray
    from solver.budget import Stop
    from solver.toewijzing.problem import Problem

ASK_EVERY = 16_384


def first_come(problem: Problem, stop: Stop = never, rows: UsageRows | None = None) -> tuple[int, ...]:
    """Each kandidaat in turn takes the most valuable pair that still fits."""
    worth = -problem.waarde if problem.minimaliseer else problem.waarde
    return _insert(problem, np.lexsort((-worth, problem.kandidaat)), stop, rows)


def by_density(problem: Problem, stop: Stop = never, rows: UsageRows | None = None) -> tuple[int, ...]:
    """Pairs with the most value for the share of capacity they use go first."""
    pair, middel, amount = problem.expanded()
    share = np.bincount(pair, amount / np.maximum(problem.capaciteit[middel], 1), problem.paren) + 1e-9
    worth = -problem.waarde * share if problem.minimaliseer else problem.waarde / share
    return _insert(problem, np.argsort(-worth, kind="stable"), stop, rows)


def _insert(problem: Problem, order: IntArray, stop: Stop, rows: UsageRows | None = None) -> tuple[int, ...]:
    """Put in pins first, then pairs in this order where they fit and are worth it."""
    rows = UsageRows(problem) if rows is None else rows
    owner = problem.kandidaat.tolist()
    free = problem.capaciteit.tolist()
    barred = set(problem.verboden)
    chosen: dict[int, int] = {}
    for pair in dict.fromkeys(problem.vast):
        chosen[owner[pair]] = pair
        _take(free, rows[pair])
    worthwhile = problem.allen or bool(problem.groepen) or not problem.minimaliseer
    for number, pair in enumerate(order.tolist() if worthwhile else ()):
        if number % ASK_EVERY == ASK_EVERY - 1 and stop():
            break
        if owner[pair] in chosen or pair in barred:
            continue
        for middel, amount in rows[pair]:
            if amount > free[middel]:
                break
        else:
            chosen[owner[pair]] = pair
            _take(free, rows[pair])
    return tuple(sorted(chosen.values()))


def _take(free: list[int], uses: Iterable[tuple[int, int]]) -> None:
    for middel, amount in uses:
        free[middel] -= amount

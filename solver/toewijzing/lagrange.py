"""One exact evaluation of the Lagrangian bound that prices prove; see README.md for the formula.

Everything is counted as maximising: when the problem minimises, values turn sign and so does the bound.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from solver.toewijzing.lines import allowed_pairs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.arrays import FloatArray, IntArray
    from solver.toewijzing.problem import Problem, Vloer

SAFE = 1 << 61


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """Integer prices, each divided by `schaal`: per middel, group and floor, and of the budget of changes."""

    middelen: tuple[int, ...]
    groepen: tuple[int, ...]
    vloeren: tuple[int, ...] = ()
    wijziging: int = 0
    schaal: int = 1

    def as_floats(self, *, changes: bool) -> FloatArray:
        """One price per row: middelen, groups, floors, and with a budget of changes that one last."""
        prices = [*self.middelen, *self.groepen, *self.vloeren, *([self.wijziging] if changes else [])]
        return np.array(prices, dtype=np.float64) / self.schaal


def zero_prices(problem: Problem, floors: int = 0) -> Prices:
    """Give the prices that prove the trivial bound."""
    count, groups = len(problem.capaciteit), len(problem.groepen)
    return Prices(middelen=(0,) * count, groepen=(0,) * groups, vloeren=(0,) * floors)


def lagrangian_bound(problem: Problem, prices: Prices, vloeren: Sequence[Vloer] = ()) -> int | None:
    """Compute the bound on the objective, rounded the safe way.

    None when a kandidaat that must be assigned cannot be.
    """
    best = _best_per_kandidaat(problem, reduced_values(problem, prices, vloeren))
    if best is None:
        return None
    total = sum(best) + constant_of(problem, prices, vloeren)
    rounded = total // prices.schaal
    return -rounded if problem.minimaliseer else rounded


def constant_of(problem: Problem, prices: Prices, vloeren: Sequence[Vloer]) -> int:
    """Compute what the prices come to for all that there is, scaled."""
    total = sum(
        int(cap) * price for cap, price in zip(problem.capaciteit, prices.middelen, strict=True) if price
    )
    total -= sum(groep.minstens * price for groep, price in zip(problem.groepen, prices.groepen, strict=True))
    total -= sum(vloer.minstens * price for vloer, price in zip(vloeren, prices.vloeren, strict=False))
    if problem.vorige is not None and problem.wijzigingen is not None:
        total += prices.wijziging * (problem.wijzigingen - int((problem.vorige >= 0).sum()))
    return total


def reduced_values(problem: Problem, prices: Prices, vloeren: Sequence[Vloer]) -> IntArray:
    """Scaled value of each pair less what it uses, in int64 where that is safe, else in Python ints."""
    kind = np.int64 if _is_safe(problem, prices, vloeren) else np.dtype(object)
    paid = np.array(prices.middelen, dtype=kind)
    used = np.concatenate(
        [np.zeros(1, dtype=kind), np.cumsum(problem.gebruik.astype(kind) * paid[problem.middel])]
    )
    rows = used[problem.begin[1:]] - used[problem.begin[:-1]]
    value = problem.waarde.astype(kind) * prices.schaal
    value = (-value if problem.minimaliseer else value) - (
        rows if problem.profiel is None else rows[problem.profiel]
    )
    for groep, price in zip(problem.groepen, prices.groepen, strict=True):
        if price:
            value[problem.group_pairs(groep)] += price
    for vloer, price in zip(vloeren, prices.vloeren, strict=False):
        if price:
            value += vloer.gewicht.astype(kind) * price
    if prices.wijziging and problem.vorige is not None:
        value[(problem.vorige < 0)[problem.kandidaat]] -= prices.wijziging
        value[problem.vorige[problem.vorige >= 0]] += prices.wijziging
    reduced: IntArray = value
    return reduced


def _is_safe(problem: Problem, prices: Prices, vloeren: Sequence[Vloer]) -> bool:
    """Whether no pair's sum can leave int64."""
    most = int(problem.waarde.max(initial=0)) * prices.schaal + sum(prices.groepen) + prices.wijziging
    most += sum(
        int(vloer.gewicht.max(initial=0)) * p for vloer, p in zip(vloeren, prices.vloeren, strict=False)
    )
    length = int(np.diff(problem.begin).max(initial=0))
    most += length * int(problem.gebruik.max(initial=0)) * max(prices.middelen, default=0)
    return most < SAFE


def _best_per_kandidaat(problem: Problem, value: IntArray) -> list[int] | None:
    """Take the best allowed pair of each kandidaat.

    0 where nobody must be assigned and nothing is worth it.
    """
    allowed, must = allowed_pairs(problem)
    kept = np.flatnonzero(allowed)
    owner, worth = problem.kandidaat[kept], value[kept]
    first = np.flatnonzero(np.diff(owner, prepend=-1))
    found = np.zeros(problem.kandidaten, dtype=np.bool_)
    found[owner[first]] = True
    if (must & ~found).any():
        return None
    if not len(first):
        return []
    best = np.maximum.reduceat(worth, first)
    free = ~must[owner[first]]
    best[free] = np.maximum(best[free], 0)
    return [int(each) for each in best]

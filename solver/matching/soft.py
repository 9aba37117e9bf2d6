"""The soft lines of a generic problem: what ondergrenzen of groepen and the spread over werkgevers cost.

Ondergrenzen pay in tier geplaatst, the spread in tier wensen. `paid.py` counts the same of a plan.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from solver.matching.tiers import TierSizeError
from solver.matching.wishes import TIERS
from solver.toewijzing.problem import Groep, Vloer, Zacht

if TYPE_CHECKING:
    from solver.arrays import BoolArray, IntArray
    from solver.matching.instance import Ondergrens, Spreiding
    from solver.matching.pairs import Pairs
    from solver.toewijzing.problem import Problem

WACHTTERMIJN, GEPLAATST, WENSEN = map(TIERS.index, ("wachttermijn", "geplaatst", "wensen"))
LARGEST = 1 << 61


def soften(pairs: Pairs, problem: Problem) -> tuple[Problem, tuple[int, ...]]:
    """Add the soft lines, priced in points of their tiers, and tell the most that each tier can pay.

    Raises TierSizeError where that does not fit in an integer.
    """
    beleid = pairs.columns.instance.beleid
    prices = [0] * len(TIERS)
    prices[GEPLAATST] = sum(each.minstens * each.prijs for each in beleid.ondergrenzen)
    crowded = np.zeros(0, dtype=np.bool_)
    if beleid.spreiding is not None:
        beyond = _people_by_werkgever(pairs) - beleid.spreiding.vrij
        crowded = beyond > 0
        prices[WENSEN] = beleid.spreiding.prijs * int(beyond[crowded].sum())
    if sum(prices) >= LARGEST:
        raise TierSizeError(f"the prices of soft lines reach {sum(prices)}, which is not below 2^61")
    groepen = tuple(
        Groep(kandidaten=_members(pairs, each), minstens=each.minstens, prijs=each.prijs)
        for each in beleid.ondergrenzen
    )
    problem = replace(problem, groepen=groepen)
    if beleid.spreiding is not None and crowded.any():
        problem = _with_rows(pairs, problem, crowded, beleid.spreiding)
    return problem, tuple(prices)


def _members(pairs: Pairs, ondergrens: Ondergrens) -> tuple[int, ...]:
    inside = np.isin(pairs.columns.kandidaat.groep, list(ondergrens.groepen))
    return tuple(np.flatnonzero(inside).tolist())


def _people_by_werkgever(pairs: Pairs) -> IntArray:
    """How many kandidaten could go to each werkgever."""
    werkgever = pairs.columns.plek.werkgever
    count = int(werkgever.max(initial=-1)) + 1
    both = np.unique(pairs.kandidaat * max(1, count) + werkgever[pairs.plek])
    return np.bincount(both % max(1, count), minlength=count).astype(np.int64)


def _with_rows(pairs: Pairs, problem: Problem, crowded: BoolArray, spreiding: Spreiding) -> Problem:
    """A soft middel for each werkgever that can get too many, of which every pair there uses one."""
    assert problem.profiel is not None  # noqa: S101 (pairs of one plek and need share a row)
    werkgever = np.zeros(len(problem.begin) - 1, dtype=np.int64)
    werkgever[problem.profiel] = pairs.columns.plek.werkgever[pairs.plek]
    rows = np.flatnonzero(crowded[werkgever])
    after, first, many = problem.begin[rows + 1], len(problem.capaciteit), int(crowded.sum())
    middel = first + np.cumsum(crowded) - 1
    return replace(
        problem,
        capaciteit=np.append(problem.capaciteit, np.full(many, spreiding.vrij, dtype=np.int64)),
        begin=problem.begin + np.searchsorted(rows, np.arange(len(problem.begin))),
        middel=np.insert(problem.middel, after, middel[werkgever[rows]]),
        gebruik=np.insert(problem.gebruik, after, 1),
        zacht=tuple(Zacht(middel=first + each, prijs=spreiding.prijs) for each in range(many)),
    )


def priced(problem: Problem, waarde: IntArray, rates: tuple[int, ...]) -> Problem:
    """The softened problem with these values, and its prices at so many units a point of each tier."""
    groepen = (replace(each, prijs=rates[GEPLAATST] * each.prijs) for each in problem.groepen)
    return replace(
        problem,
        waarde=waarde,
        groepen=tuple(each for each in groepen if each.prijs),
        zacht=tuple(replace(each, prijs=rates[WENSEN] * each.prijs) for each in problem.zacht),
    )


def tier_problem(pairs: Pairs, problem: Problem, tier: int) -> Problem:
    """The softened problem of one tier alone."""
    return priced(problem, pairs.points[tier], tuple(int(each == tier) for each in range(len(TIERS))))


def tier_floors(pairs: Pairs, problem: Problem, tier: int, value: int) -> tuple[Vloer, ...]:
    """The hard floors that together say: this tier, less what it pays, is at least `value`.

    What a groep pays is the larger one of nothing and the price of what it lacks, so the sum reaches `value`
    exactly when it does for each choice of groepen that are held to the second.
    """
    groepen = [each for each in problem.groepen if tier == GEPLAATST]
    floors = []
    for chosen in product((0, 1), repeat=len(groepen)):
        gewicht, minstens = pairs.points[tier].copy(), value
        for groep, held in zip(groepen, chosen, strict=True):
            gewicht[problem.group_pairs(groep)] += held * groep.prijs
            minstens += held * groep.prijs * groep.minstens
        floors.append(Vloer(gewicht=gewicht, minstens=minstens))
    return tuple(each for each in floors if each.minstens > 0)

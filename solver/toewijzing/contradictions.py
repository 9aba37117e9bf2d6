"""Pins that contradict each other at a glance, before anything is solved."""

from __future__ import annotations

from collections import defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from solver.toewijzing.problem import Problem


def contradicting_pins(problem: Problem) -> tuple[int, ...]:
    """The fewest pins that are forbidden, two of one kandidaat, or together over a hard capacity; or none."""
    return min(_contradictions(problem), key=len, default=())


def _contradictions(problem: Problem) -> Iterator[tuple[int, ...]]:
    """Of each kind of contradiction one smallest set of pins; over a capacity those that use most of it."""
    vast = sorted(set(problem.vast))
    yield from ((pair,) for pair in sorted(set(vast) & set(problem.verboden)))
    first: dict[int, int] = {}
    used: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for pair in vast:
        other = first.setdefault(int(problem.kandidaat[pair]), pair)
        if other != pair:
            yield other, pair
        for middel, amount in problem.uses(pair):
            used[middel].append((-amount, pair))
    for middel in used.keys() - {each.middel for each in problem.zacht}:
        most_first = sorted(used[middel])
        together = accumulate(-amount for amount, _ in most_first)
        over = [count for count, total in enumerate(together, 1) if total > problem.capaciteit[middel]]
        if over:
            yield tuple(sorted(pair for _, pair in most_first[: over[0]]))

"""Pins and demands that contradict each other at a glance, before anything is solved."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.toewijzing.problem import Problem


def is_contradictory(problem: Problem) -> bool:
    """Whether pins are forbidden, two of one kandidaat, or together over a hard capacity."""
    vast = set(problem.vast)
    if vast & set(problem.verboden):
        return True
    owners = Counter(int(problem.kandidaat[pair]) for pair in vast)
    if any(number > 1 for number in owners.values()):
        return True
    soft = {each.middel for each in problem.zacht}
    used: Counter[int] = Counter()
    for pair in vast:
        used.update(dict(problem.uses(pair)))
    return any(amount > problem.capaciteit[middel] for middel, amount in used.items() if middel not in soft)

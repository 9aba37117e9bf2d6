"""The core of a problem: of each kandidaat only the pairs that are worth most after paying the prices.

CP-SAT finds good plans in the core much sooner than in the whole; what it proves there holds for the core
only.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.arrays import IntArray
    from solver.toewijzing.problem import Problem, Vloer

PAIRS_A_KANDIDAAT = 10
SMALL = 1500


def is_large(problem: Problem) -> bool:
    """Whether the problem is too large to begin with all of it."""
    return problem.paren > SMALL


def core_of(problem: Problem, reduced: IntArray, keep: Sequence[int], vloeren: Sequence[Vloer]) -> Problem:
    """Forbid what is not in the core.

    Pins, the pairs in `keep`, former pairs and those that a floor counts stay.
    """
    order = np.lexsort((-reduced, problem.kandidaat))
    rank = np.empty(problem.paren, dtype=np.int64)
    rank[order] = np.arange(problem.paren) - problem.offsets[problem.kandidaat[order]]
    kept = rank < PAIRS_A_KANDIDAAT
    kept[list(keep)] = True
    kept[list(problem.vast)] = True
    if problem.vorige is not None:
        kept[problem.vorige[problem.vorige >= 0]] = True
    for vloer in vloeren:
        kept |= vloer.gewicht > 0
    kept[list(problem.verboden)] = False
    return replace(problem, verboden=tuple(np.flatnonzero(~kept).tolist()))

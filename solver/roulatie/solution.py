"""The answer of a roulatie: who is where in which block."""

from dataclasses import dataclass

from solver.roulatie.instance import Cel


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """Every deelnemer that takes part in a block has one cell in it."""

    cellen: tuple[Cel, ...]

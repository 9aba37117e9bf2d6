"""The answer of a matching run."""

from dataclasses import dataclass

from solver.matching.instance import Plaatsingsvorm


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Toewijzing:
    """One kandidaat at one plek from one startweek, in one plaatsingsvorm."""

    kandidaat: int
    plek: int
    startweek: int
    vorm: Plaatsingsvorm


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """At most one toewijzing a kandidaat, sorted by kandidaat."""

    toewijzingen: tuple[Toewijzing, ...]

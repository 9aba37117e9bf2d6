"""The generic assignment problem as frozen numpy columns, checked line by line when made.

N kandidaten, R middelen with capacities, P pairs sorted by kandidaat; each pair has a value and a usage row.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from solver.arrays import IntArray, unroll
from solver.toewijzing import validate


@dataclass(frozen=True, slots=True, kw_only=True)
class Groep:
    """A soft floor over kandidaten or over pairs: each one missing of `minstens` costs `prijs`."""

    minstens: int
    prijs: int
    kandidaten: tuple[int, ...] | None = None
    paren: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Zacht:
    """Use of a middel beyond its capacity is allowed at `prijs` a unit."""

    middel: int
    prijs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Vloer:
    """A hard floor: the sum of `gewicht` (one per pair, >= 0) over the chosen pairs is at least `minstens`.

    Not part of the file format: strict tiers and pins with a free startweek are solved with it.
    """

    gewicht: IntArray
    minstens: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """See README.md for every key; `begin` has one offset per usage row and one more.

    `profiel` gives the usage row of each pair; without it pair i has row i. Raises ProblemError, naming key
    and index, when a line of the format is broken.
    """

    kandidaten: int
    capaciteit: IntArray
    kandidaat: IntArray
    waarde: IntArray
    begin: IntArray
    middel: IntArray
    gebruik: IntArray
    profiel: IntArray | None = None
    vast: tuple[int, ...] = ()
    verboden: tuple[int, ...] = ()
    allen: bool = False
    minimaliseer: bool = False
    groepen: tuple[Groep, ...] = ()
    zacht: tuple[Zacht, ...] = ()
    vorige: IntArray | None = None
    wijzigingen: int | None = None
    regio: IntArray | None = None
    offsets: IntArray = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Refuse what breaks the format; keep the pair offsets of each kandidaat (length N+1)."""
        validate.validate_problem(self)
        bounds = np.arange(self.kandidaten + 1, dtype=np.int64)
        object.__setattr__(self, "offsets", np.searchsorted(self.kandidaat, bounds).astype(np.int64))

    @property
    def paren(self) -> int:
        """P, the number of pairs."""
        return len(self.kandidaat)

    def row(self, pair: int) -> int:
        """The usage row of a pair."""
        return pair if self.profiel is None else int(self.profiel[pair])

    def uses(self, pair: int) -> list[tuple[int, int]]:
        """(middel, amount) of a pair as Python ints."""
        row = self.row(pair)
        part = slice(int(self.begin[row]), int(self.begin[row + 1]))
        return list(zip(self.middel[part].tolist(), self.gebruik[part].tolist(), strict=True))

    def expanded(self) -> tuple[IntArray, IntArray, IntArray]:
        """Usage with one row per pair: (pair, middel, amount), equally long, sorted by pair."""
        rows = np.arange(self.paren, dtype=np.int64) if self.profiel is None else self.profiel
        pair, place = unroll(self.begin[rows + 1] - self.begin[rows])
        source = self.begin[rows][pair] + place
        return pair, self.middel[source], self.gebruik[source]


def group_pairs(problem: Problem, groep: Groep) -> IntArray:
    """The pairs that count for a group."""
    if groep.paren is not None:
        return np.array(sorted(set(groep.paren)), dtype=np.int64)
    members = np.array(sorted(set(groep.kandidaten or ())), dtype=np.int64)
    return np.flatnonzero(np.isin(problem.kandidaat, members)).astype(np.int64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """Chosen pairs (ascending) and the prices that prove a bound: each divided by `schaal`.

    `wijzigingprijs` prices the budget of changes; all are >= 0.
    """

    paren: tuple[int, ...]
    prijzen: tuple[int, ...]
    groepprijzen: tuple[int, ...]
    wijzigingprijs: int
    schaal: int

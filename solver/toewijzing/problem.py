"""The generic assignment problem as frozen numpy columns, checked line by line when made.

N kandidaten, R middelen with capacities, P pairs sorted by kandidaat; each pair has a value and a usage row.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from solver.arrays import IntArray, unroll
from solver.toewijzing.validate import (
    LIMIT,
    MOST_KANDIDATEN,
    MOST_USES,
    ProblemError,
    exact_sum,
    require,
    require_ascending,
    require_length,
    require_range,
    require_unsigned,
)


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
        self._check_pairs()
        self._check_rows()
        for index, groep in enumerate(self.groepen):
            self._check_groep(f"groepen[{index}]", groep)
        self._check_zacht()
        self._check_vorige()
        if self.regio is not None:
            require_length("regio", self.regio, self.kandidaten)
        self._check_total()
        bounds = np.arange(self.kandidaten + 1, dtype=np.int64)
        object.__setattr__(self, "offsets", np.searchsorted(self.kandidaat, bounds).astype(np.int64))

    def _check_pairs(self) -> None:
        require_unsigned("kandidaten", self.kandidaten)
        require(
            self.kandidaten <= MOST_KANDIDATEN,
            f"kandidaten is {self.kandidaten}, more than {MOST_KANDIDATEN}",
        )
        require_range("capaciteit", self.capaciteit, 0)
        require_range("kandidaat", self.kandidaat, 0, self.kandidaten)
        require_ascending("kandidaat", self.kandidaat, ": pairs are sorted by kandidaat")
        require_length("waarde", self.waarde, self.paren)
        require_range("waarde", self.waarde, 0)
        require_range("vast", self.vast, 0, self.paren)
        require_range("verboden", self.verboden, 0, self.paren)

    def _check_rows(self) -> None:
        require(len(self.begin), "begin is empty, it needs at least its first offset 0")
        rows = len(self.begin) - 1
        if self.profiel is None:
            require_length("begin", self.begin, self.paren + 1)
        else:
            require_length("profiel", self.profiel, self.paren)
            require_range("profiel", self.profiel, 0, rows)
        length = len(self.middel)
        require_length("gebruik", self.gebruik, length)
        require(self.begin[0] == 0, f"begin[0] is {self.begin[0]}, not 0")
        require_ascending("begin", self.begin)
        require(
            self.begin[rows] == length,
            f"begin[{rows}] is {self.begin[rows]}, not the length of middel {length}",
        )
        require_range("middel", self.middel, 0, len(self.capaciteit))
        require_range("gebruik", self.gebruik, 1)
        self._check_once_in_a_row()
        lengths = np.diff(self.begin)
        uses = int((lengths if self.profiel is None else lengths[self.profiel]).sum())
        uses = max(uses, self.kandidaten * int(lengths.max(initial=0)))
        require(uses < MOST_USES, f"begin has rows that make {uses} uses, which is not below 2^31")

    def _check_once_in_a_row(self) -> None:
        """Refuse a middel that a row repeats; rows that ascend, as most files have them, need no sorting."""
        goes_on = np.ones(len(self.middel) + 1, dtype=np.bool_)
        goes_on[self.begin] = False
        if not (goes_on[1:-1] & (self.middel[1:] <= self.middel[:-1])).any():
            return
        row, _ = unroll(np.diff(self.begin))
        order = np.lexsort((self.middel, row))
        same = (np.diff(row[order]) == 0) & (np.diff(self.middel[order]) == 0)
        if same.any():
            first = int(order[1:][same].min())
            raise ProblemError(
                f"middel[{first}] is {self.middel[first]}, which stands twice in row {row[first]}"
            )

    def _check_groep(self, key: str, groep: Groep) -> None:
        require(
            (groep.kandidaten is None) != (groep.paren is None), f"{key} needs either kandidaten or paren"
        )
        require_unsigned(f"{key}.minstens", groep.minstens)
        require(groep.minstens < LIMIT // 2, f"{key}.minstens is {groep.minstens}, not below 2^61")
        require_unsigned(f"{key}.prijs", groep.prijs)
        require_range(f"{key}.kandidaten", groep.kandidaten or (), 0, self.kandidaten)
        require_range(f"{key}.paren", groep.paren or (), 0, self.paren)

    def _check_zacht(self) -> None:
        seen: set[int] = set()
        for index, each in enumerate(self.zacht):
            key, last = f"zacht[{index}].middel is {each.middel}", len(self.capaciteit) - 1
            require(0 <= each.middel <= last, f"{key}, not in 0..{last}")
            require_unsigned(f"zacht[{index}].prijs", each.prijs)
            require(each.middel not in seen, f"{key}, which stands there twice")
            seen.add(each.middel)

    def _check_vorige(self) -> None:
        if self.wijzigingen is not None:
            require_unsigned("wijzigingen", self.wijzigingen)
            require(self.vorige is not None, "wijzigingen is given without vorige")
        if self.vorige is None:
            return
        require_length("vorige", self.vorige, self.kandidaten)
        require_range("vorige", self.vorige, -1, self.paren)
        known = np.flatnonzero(self.vorige >= 0)
        wrong = known[self.kandidaat[self.vorige[known]] != known]
        if len(wrong):
            raise ProblemError(f"vorige[{wrong[0]}] is pair {self.vorige[wrong[0]]} of another kandidaat")

    def _check_total(self) -> None:
        """Refuse totals at or past 2^62, counted in Python ints; exactly only where a rough count does.

        The uses of all middelen are one total.
        """
        total = exact_sum(self.waarde) + sum(groep.prijs * groep.minstens for groep in self.groepen)
        longest = int(np.diff(self.begin).max(initial=0))
        roughly = self.kandidaten * longest * int(self.gebruik.max(initial=0))
        if total + roughly * max(1, sum(each.prijs for each in self.zacht)) < LIMIT:
            return
        most = self.most_use()
        used = sum(most.values())
        require(used < LIMIT, f"gebruik can reach {used} in all, which is not below 2^62")
        for each in self.zacht:
            total += each.prijs * max(0, most.get(each.middel, 0) - int(self.capaciteit[each.middel]))
        require(total < LIMIT, f"waarde and prijzen together reach {total}, which is not below 2^62")

    @property
    def paren(self) -> int:
        """P, the number of pairs."""
        return len(self.kandidaat)

    def uses(self, pair: int) -> list[tuple[int, int]]:
        """(middel, amount) of a pair as Python ints."""
        row = pair if self.profiel is None else int(self.profiel[pair])
        part = slice(int(self.begin[row]), int(self.begin[row + 1]))
        return list(zip(self.middel[part].tolist(), self.gebruik[part].tolist(), strict=True))

    def expanded(self) -> tuple[IntArray, IntArray, IntArray]:
        """Usage with one row per pair: (pair, middel, amount), equally long, sorted by pair."""
        rows = np.arange(self.paren, dtype=np.int64) if self.profiel is None else self.profiel
        pair, place = unroll(self.begin[rows + 1] - self.begin[rows])
        source = self.begin[rows][pair] + place
        return pair, self.middel[source], self.gebruik[source]

    def most_use(self) -> dict[int, int]:
        """Per middel the most that all together can use: of each kandidaat the pair that uses most of it."""
        pair, middel, amount = self.expanded()
        kandidaat = self.kandidaat[pair]
        order = np.lexsort((amount, kandidaat, middel))
        middel, kandidaat, amount = middel[order], kandidaat[order], amount[order]
        last = np.append((np.diff(middel) != 0) | (np.diff(kandidaat) != 0), [True])[: len(order)]
        found: dict[int, int] = {}
        for key, most in zip(middel[last].tolist(), amount[last].tolist(), strict=True):
            found[key] = found.get(key, 0) + most
        return found

    def group_pairs(self, groep: Groep) -> IntArray:
        """The pairs that count for a group, ascending."""
        if groep.paren is not None:
            return np.unique(np.array(groep.paren, dtype=np.int64))
        members = np.array(groep.kandidaten, dtype=np.int64)
        return np.flatnonzero(np.isin(self.kandidaat, members)).astype(np.int64)

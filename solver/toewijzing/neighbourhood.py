"""A problem around a few kandidaten: who shares scarce middelen with them; all others are held in place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from solver.arrays import is_in
from solver.toewijzing.lines import allowed_pairs
from solver.toewijzing.problem import Groep, Problem, Vloer, Zacht

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.arrays import BoolArray, IntArray

# A middel of so many of the pairs says nothing of who is near whom; where it is short, some users go in.
WIDE_SHARE = 0.1
FAR = 50


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """The problem of some kandidaten, its floors, and the pairs and middelen of the whole that are in it."""

    problem: Problem
    vloeren: tuple[Vloer, ...]
    paren: IntArray
    middelen: IntArray


class Surroundings:
    """A plan (pair of each kandidaat or -1) of a problem, and who is near whom in it."""

    def __init__(self, problem: Problem, vloeren: Sequence[Vloer], chosen: IntArray) -> None:
        """Read the problem once."""
        self.problem, self.vloeren, self.chosen = problem, vloeren, chosen
        allowed, _ = allowed_pairs(problem)
        self.pair, self.middel, self.gebruik = problem.expanded()
        can = allowed[self.pair]
        self.able, self.there = problem.kandidaat[self.pair[can]], self.middel[can]
        self.taken = np.zeros(problem.paren, dtype=np.bool_)
        self.taken[chosen[chosen >= 0]] = True
        used = self.taken[self.pair]
        self.holder, self.held = problem.kandidaat[self.pair[used]], self.middel[used]
        often = np.bincount(self.there, minlength=len(problem.capaciteit))
        self.narrow = often <= WIDE_SHARE * problem.paren

    def grow(self, kandidaten: IntArray, paren: IntArray, size: int) -> IntArray:
        """At most `size` kandidaten: these, who stands in the way of these pairs, and who is near those.

        Next to who stands in the way come those without a pair who could use the same, then all who stand
        where one of the former could go, step by step.
        """
        rows = self._rows(np.isin(self.pair, paren), self.middel)
        found = [kandidaten, self.in_the_way(), self._who(self.holder, self.held, rows)]
        idle = self._who(self.able, self.there, rows)
        found.append(idle[self.chosen[idle] < 0][: size // 4])
        inside = _first(np.concatenate(found), size)
        while len(inside) < size:
            rows = self._rows(np.isin(self.able, inside), self.there)
            more = _first(np.concatenate([inside, self._who(self.holder, self.held, rows)]), size)
            if len(more) == len(inside):
                break
            inside = more
        return np.sort(inside)

    def in_the_way(self) -> IntArray:
        """Kandidaten whose pairs use a hard middel that is short for this plan and the pins together."""
        capacity = self.problem.capaciteit.copy()
        for each in self.problem.zacht:
            capacity[each.middel] = np.iinfo(np.int64).max
        wanted = self.taken.copy()
        wanted[list(self.problem.vast)] = True
        used = wanted[self.pair]
        total = np.zeros(len(capacity), dtype=np.int64)
        np.add.at(total, self.middel[used], self.gebruik[used])
        short = total > capacity
        near = self._who(self.holder, self.held, short & self.narrow)
        return np.append(near, self._who(self.holder, self.held, short & ~self.narrow)[:FAR])

    def _rows(self, entries: BoolArray, middel: IntArray) -> BoolArray:
        flags = np.zeros(len(self.narrow), dtype=np.bool_)
        flags[middel[entries]] = True
        return flags & self.narrow

    def _who(self, kandidaat: IntArray, middel: IntArray, rows: BoolArray) -> IntArray:
        return np.unique(kandidaat[rows[middel]])

    def restrict(self, kandidaten: IntArray, bonus: int) -> Neighbourhood:
        """The problem of these kandidaten with what all others leave.

        Who keeps its pair gains `bonus`; when minimising every other pair costs it.
        """
        problem = self.problem
        inside = np.zeros(problem.kandidaten, dtype=np.bool_)
        inside[kandidaten] = True
        paren = np.flatnonzero(inside[problem.kandidaat])
        entries = inside[problem.kandidaat[self.pair]]
        middelen, middel = np.unique(self.middel[entries], return_inverse=True)
        others = self.taken[self.pair] & ~entries
        held = np.bincount(
            self.middel[others], self.gebruik[others], minlength=len(problem.capaciteit)
        ).astype(np.int64)
        former = self.taken[paren]
        waarde = problem.waarde[paren] + np.where(former != problem.minimaliseer, bonus, 0)
        lengths = np.bincount(self.pair[entries], minlength=problem.paren)[paren]
        small = Problem(
            kandidaten=len(kandidaten),
            capaciteit=np.maximum(problem.capaciteit - held, 0)[middelen],
            kandidaat=np.searchsorted(kandidaten, problem.kandidaat[paren]).astype(np.int64),
            waarde=waarde,
            begin=np.append(0, np.cumsum(lengths)).astype(np.int64),
            middel=middel.astype(np.int64),
            gebruik=self.gebruik[entries],
            vast=_places(problem.vast, paren),
            verboden=_places(problem.verboden, paren),
            allen=problem.allen,
            minimaliseer=problem.minimaliseer,
            groepen=tuple(self._groep(each, kandidaten, paren, inside) for each in problem.groepen),
            zacht=tuple(
                Zacht(middel=place, prijs=each.prijs)
                for each in problem.zacht
                for place in _places((each.middel,), middelen)
            ),
            **self._changes(kandidaten, paren, inside),
        )
        return Neighbourhood(small, self._floors(paren, inside), paren, middelen)

    def _groep(self, groep: Groep, kandidaten: IntArray, paren: IntArray, inside: BoolArray) -> Groep:
        """What a group still asks of those inside."""
        if groep.kandidaten is not None:
            reached = {each for each in groep.kandidaten if self.chosen[each] >= 0 and not inside[each]}
            members = _places(groep.kandidaten, kandidaten)
            return Groep(
                minstens=max(0, groep.minstens - len(reached)), prijs=groep.prijs, kandidaten=members
            )
        reached = {
            each
            for each in groep.paren or ()
            if self.taken[each] and not inside[self.problem.kandidaat[each]]
        }
        members = _places(groep.paren or (), paren)
        return Groep(minstens=max(0, groep.minstens - len(reached)), prijs=groep.prijs, paren=members)

    def _changes(self, kandidaten: IntArray, paren: IntArray, inside: BoolArray) -> dict[str, Any]:
        """What the others leave of the budget of changes."""
        problem = self.problem
        if problem.vorige is None or problem.wijzigingen is None:
            return {}
        changed = int((problem.vorige != self.chosen)[~inside].sum())
        vorige = problem.vorige[kandidaten]
        return {
            "vorige": np.where(vorige >= 0, np.searchsorted(paren, vorige), -1).astype(np.int64),
            "wijzigingen": max(0, problem.wijzigingen - changed),
        }

    def _floors(self, paren: IntArray, inside: BoolArray) -> tuple[Vloer, ...]:
        """What the hard floors still ask of those inside."""
        others = self.taken & ~inside[self.problem.kandidaat]
        return tuple(
            Vloer(
                gewicht=each.gewicht[paren], minstens=max(0, each.minstens - int(each.gewicht[others].sum()))
            )
            for each in self.vloeren
        )


def _places(members: Sequence[int], ascending: IntArray) -> tuple[int, ...]:
    """Where those members that are there stand in an ascending array."""
    values = np.unique(np.array(members, dtype=np.int64))
    return tuple(np.searchsorted(ascending, values[is_in(values, ascending)]).tolist())


def _first(values: IntArray, count: int) -> IntArray:
    """The first so many different values, in order."""
    _, index = np.unique(values, return_index=True)
    found: IntArray = values[np.sort(index)[:count]]
    return found

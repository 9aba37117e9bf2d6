"""What an explanation looks at: the plan's free capacity, who uses it, and where else everyone could go."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from solver.matching.check import stayers, tier_values, waarderingen
from solver.matching.encode import build_columns
from solver.matching.ledger import Ledger, Uses, stay_uses
from solver.matching.options import Options
from solver.matching.paid import Paid
from solver.matching.pairs import find_pairs
from solver.matching.usage import rules_and_weeks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from solver.arrays import BoolArray, IntArray
    from solver.matching.instance import Instance
    from solver.matching.solution import Solution

FOUND_TOGETHER = 64


@dataclass(frozen=True, slots=True)
class Stay:
    """One possible stay: what it uses and what it is worth per tier."""

    kandidaat: int
    plek: int
    startweek: int
    uses: Uses = field(compare=False, repr=False)
    worth: tuple[int, ...]


class Survey:
    """One instance and one plan, in which stays can be tried out.

    Ondergrenzen are left out: what a change would cost them would tell who belongs to which groep.
    """

    def __init__(self, instance: Instance, solution: Solution) -> None:
        """Book the plan."""
        instance = replace(instance, beleid=replace(instance.beleid, ondergrenzen=()))
        self.instance = instance
        self.columns = build_columns(instance)
        self.kandidaten = {row.id: row for row in instance.kandidaten}
        self.plekken = {row.id: row for row in instance.plekken}
        self.kandidaat_index = {row.id: index for index, row in enumerate(instance.kandidaten)}
        self.plek_index = {row.id: index for index, row in enumerate(instance.plekken)}
        self.pinned = {paar.kandidaat for paar in instance.vast}
        self.ledger = Ledger(self.columns)
        self.rules, self.weeks = rules_and_weeks(self.columns)
        self.stayers = stayers(instance) if instance.max_verplaatst is not None else {}
        self.paid = Paid(instance)
        self.plan: dict[int, Stay] = {}
        self._users: defaultdict[int, set[int]] = defaultdict(set)
        self._found: dict[int, Options] = {}
        for each in solution.toewijzingen:
            self.book(self.stay(each.kandidaat, each.plek, each.startweek))

    def _options(self, kandidaat: int) -> Options:
        """The options of a kandidaat (index) and neighbours, found when one of them is first asked."""
        block = kandidaat // FOUND_TOGETHER
        if block not in self._found:
            everyone = range(len(self.instance.kandidaten))
            together = everyone[block * FOUND_TOGETHER : (block + 1) * FOUND_TOGETHER]
            self._found[block] = Options(find_pairs(self.columns, together))
        return self._found[block]

    def may_move(self, changes: Mapping[int, Stay | None]) -> bool:
        """Whether no more people than may would have moved in the plan with these changes."""
        most = self.instance.max_verplaatst
        if most is None:
            return True
        after = {each: changes.get(each, self.plan.get(each)) for each in self.stayers}
        return sum(stay is None or stay.plek != self.stayers[each] for each, stay in after.items()) <= most

    def price_of(self, changes: Mapping[int, Stay | None]) -> tuple[int, ...]:
        """What the plan would pay more with these changes, per tier."""
        before = self.paid.tiers()
        self._exchange(changes, 1)
        after = self.paid.tiers()
        self._exchange(changes, -1)
        return tuple(new - old for new, old in zip(after, before, strict=True))

    def _exchange(self, changes: Mapping[int, Stay | None], sign: int) -> None:
        for kandidaat, stay in changes.items():
            former = self.plan.get(kandidaat)
            if former is not None:
                self.paid.add(kandidaat, former.plek, -sign)
            if stay is not None:
                self.paid.add(kandidaat, stay.plek, sign)

    def stay(self, kandidaat: int, plek: int, startweek: int) -> Stay:
        """Work out what a stay uses and gives, whatever the rules say of it."""
        given = waarderingen(self.instance, self.kandidaten[kandidaat], self.plekken[plek], startweek)
        uses = stay_uses(self.columns, self.kandidaat_index[kandidaat], self.plek_index[plek], startweek)
        return Stay(kandidaat, plek, startweek, uses, tier_values([given]))

    def book(self, stay: Stay) -> None:
        """Put a stay into the plan."""
        self.plan[stay.kandidaat] = stay
        self.paid.add(stay.kandidaat, stay.plek)
        self.ledger.take(stay.uses)
        for column in stay.uses.column.tolist():
            self._users[column].add(stay.kandidaat)

    def cancel(self, kandidaat: int) -> Stay | None:
        """Take a kandidaat out of the plan."""
        stay = self.plan.pop(kandidaat, None)
        if stay is not None:
            self.paid.add(stay.kandidaat, stay.plek, -1)
            self.ledger.give_back(stay.uses)
            for column in stay.uses.column.tolist():
                self._users[column].discard(kandidaat)
        return stay

    def users(self, uses: Uses) -> set[int]:
        """Who in the plan uses any of this."""
        return set().union(*(self._users[column] for column in uses.column.tolist()))

    def options(self, kandidaat: int, plek: int) -> list[Stay]:
        """Every stay here that the rules allow in an empty plan, the most valuable first."""
        index = self.kandidaat_index[kandidaat]
        options = self._options(index)
        stays, could = options.of(index), options.fits(index, self.ledger.capacity)
        here = np.flatnonzero(could & (options.plek[stays] == self.plek_index[plek]))
        return [self._option(kandidaat, stays.start + place) for place in here.tolist()]

    def best_fit(self, kandidaat: int) -> Stay | None:
        """The most valuable stay that fits beside the plan."""
        index = self.kandidaat_index[kandidaat]
        options = self._options(index)
        fitting = np.flatnonzero(options.fits(index, self.ledger.free))
        return self._option(kandidaat, options.of(index).start + int(fitting[0])) if len(fitting) else None

    def best_elsewhere(self, kandidaat: int, here: int | None, number: int, tried: int) -> list[Stay]:
        """The best stay at other plekken: so many that fit beside the plan, and so many where nothing fits.

        The kandidaat must not stand in the plan.
        """
        index = self.kandidaat_index[kandidaat]
        options = self._options(index)
        stays = options.of(index)
        plek = options.plek[stays]
        other = plek != (-1 if here is None else self.plek_index[here])
        free = other & options.fits(index, self.ledger.free)
        full = other & ~np.isin(plek, plek[free]) & options.fits(index, self.ledger.capacity)
        chosen = [*_first_of_each(plek, free)[:number], *_first_of_each(plek, full)[:tried]]
        return [self._option(kandidaat, stays.start + place) for place in chosen]

    def _option(self, kandidaat: int, place: int) -> Stay:
        options = self._options(self.kandidaat_index[kandidaat])
        _, uses = options.uses(slice(place, place + 1))
        plek = self.instance.plekken[int(options.plek[place])].id
        return Stay(
            kandidaat, plek, int(options.startweek[place]), uses, tuple(options.worth[place].tolist())
        )


def _first_of_each(plek: IntArray, asked: BoolArray) -> list[int]:
    """Of those asked for the first at each plek, in order."""
    places = np.flatnonzero(asked)
    _, first = np.unique(plek[places], return_index=True)
    found: list[int] = places[np.sort(first)].tolist()
    return found

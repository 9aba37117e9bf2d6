"""What is short for one kandidaat at many plekken beside the rest of the plan, at each in its best startweek.

What another shortage implies is left out. The array forms tell which rules to ask for their sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from solver.matching.explanation import Bijna
from solver.matching.ledger import Uses, spell_out
from solver.matching.pair_rules import ALWAYS, TIMED, ask_rules
from solver.matching.reachable import is_set_aside
from solver.matching.resource_rules import RESOURCE_RULES
from solver.matching.usage import stay_usage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.arrays import BoolArray, IntArray
    from solver.matching.rule import PairRule
    from solver.matching.survey import Survey
    from solver.rule import Violation

# No shared werkproces means no erkenning for one, in any week; an erkenning that lacks altogether is told.
IMPLIED = {"werkproces_aanbod": ("erkenning", "werkproces")}


class Lack(NamedTuple):
    """A rule that is broken, or one run of weeks in which a capacity is short, and by how much."""

    rule: str
    shortfall: int


class Look:
    """All that is short for a kandidaat, who must not stand in the plan, at these plekken (indices).

    The startweek is that in which the fewest pair rules are broken, then the fewest capacities are short,
    then by the least.
    """

    def __init__(self, survey: Survey, kandidaat: int, plekken: IntArray) -> None:
        self._survey, self._kandidaat = survey, kandidaat
        self._plekken: list[int] = plekken.tolist()
        self._weeks = survey.instance.beleid.startweken or (0,)
        week = np.tile(np.array(self._weeks, dtype=np.int64), len(plekken))
        plek = np.repeat(plekken, len(self._weeks))
        always = find_broken(survey, ALWAYS, kandidaat, plekken, np.zeros_like(plekken))
        timed = find_broken(survey, TIMED, kandidaat, plek, week)
        timed |= not survey.instance.beleid.startweken  # then nobody begins in the week that is asked
        timed = timed.reshape(len(plekken), len(self._weeks), len(TIMED))
        self._always = [self._ask(place, 0, ALWAYS, row) for place, row in enumerate(always.tolist())]
        self._leave_out_implied(timed)
        self._timed: list[list[list[bool]]] = timed.tolist()
        self._room = _Room(survey, kandidaat, plek, week)
        self._best = self._choose(timed.sum(axis=2))

    def lacks(self, place: int) -> list[Lack]:
        """What is short at one of the plekken, without sentences."""
        pair = [Lack(each.rule, each.shortfall) for each in self._pair(place)]
        return pair + self._room.lacks(self._stay(place))

    def tell(self, place: int) -> Bijna:
        """What is short at one of the plekken."""
        short = self._survey.ledger.violations(self._room.shortages(self._stay(place)))
        return Bijna(
            plek=self._survey.instance.plekken[self._plekken[place]].id,
            startweek=self._weeks[self._best[place]],
            violations=(*self._pair(place), *short),
        )

    def _stay(self, place: int) -> int:
        return place * len(self._weeks) + self._best[place]

    def _pair(self, place: int) -> list[Violation]:
        best = self._best[place]
        return self._always[place] + self._ask(place, best, TIMED, self._timed[place][best])

    def _ask(
        self, place: int, week: int, rules: Sequence[PairRule], broken: Sequence[bool]
    ) -> list[Violation]:
        """The sentences of the rules that are broken."""
        asked = [rule for rule, is_broken in zip(rules, broken, strict=True) if is_broken]
        if not asked:
            return []
        instance = self._survey.instance
        person, plek = self._survey.kandidaten[self._kandidaat], instance.plekken[self._plekken[place]]
        return ask_rules(instance, person, plek, self._weeks[week], asked)

    def _leave_out_implied(self, timed: BoolArray) -> None:
        names = [rule.NAME for rule in TIMED]
        for place, said in enumerate(self._always):
            for rule, unit in (IMPLIED[each.rule] for each in said if each.rule in IMPLIED):
                asked = [name == rule for name in names]
                if any(each.unit == unit for each in self._ask(place, 0, TIMED, asked)):
                    timed[place, :, names.index(rule)] = False

    def _choose(self, number: IntArray) -> list[int]:
        """The place of the best startweek at every plek; (plekken, weeks) pair rules are broken."""
        runs = self._room.runs.reshape(number.shape)
        key = number * (runs.max(initial=0) + 1) + runs
        fewest = key == key.min(axis=1, keepdims=True)
        size = np.where(fewest, self._room.size.reshape(number.shape), np.iinfo(np.int64).max)
        best: list[int] = size.argmin(axis=1).tolist()
        for place in np.flatnonzero(number.min(axis=1)).tolist():
            best[place] = self._least(place, size[place].tolist(), int(number[place, best[place]]))
        return best

    def _least(self, place: int, size: list[int], number: int) -> int:
        """The same where so many pair rules are broken, each by at least 1: who cannot win is not asked."""
        found: list[tuple[int, int]] = []
        for least, week in sorted(zip(size, range(len(size)), strict=True)):
            if found and min(found)[0] < least + number:
                break
            said = self._ask(place, week, TIMED, self._timed[place][week])
            found.append((least + sum(each.shortfall for each in said), week))
        return min(found)[1]


class _Room:
    """What is short for stays: runs of weeks and the sum of their worst weeks, by stay."""

    def __init__(self, survey: Survey, kandidaat: int, plek: IntArray, week: IntArray) -> None:
        who = np.full(len(plek), survey.kandidaat_index[kandidaat])
        stay, uses = spell_out(stay_usage(survey.columns, who, plek, week))
        amount = uses.amount - survey.ledger.free[uses.column]
        short = amount > 0
        self._stay, self._uses = stay[short], Uses(uses.column[short], amount[short])
        begins = np.ones(len(self._stay), dtype=np.bool_)
        begins[1:] = (np.diff(self._stay) != 0) | (np.diff(self._uses.column) != 1)
        begins |= survey.weeks[self._uses.column] == 0
        first = np.flatnonzero(begins)
        owner, self._rules = self._stay[first], survey.rules[self._uses.column[first]]
        self._worst = np.maximum.reduceat(self._uses.amount, first) if len(first) else first
        self._begin = np.searchsorted(owner, np.arange(len(plek) + 1))
        self.runs = np.diff(self._begin)
        self.size = np.diff(np.append([0], np.cumsum(self._worst))[self._begin])

    def lacks(self, stay: int) -> list[Lack]:
        """What is short for one stay, in the order in which it is told."""
        part = slice(self._begin[stay], self._begin[stay + 1])
        names = (RESOURCE_RULES[each].NAME for each in self._rules[part].tolist())
        return sorted(map(Lack, names, self._worst[part].tolist()), key=lambda each: each.rule)

    def shortages(self, stay: int) -> Uses:
        """What is short for one stay in each week."""
        part = slice(*np.searchsorted(self._stay, [stay, stay + 1]))
        return Uses(self._uses.column[part], self._uses.amount[part])


def find_broken(
    survey: Survey, rules: Sequence[PairRule], kandidaat: int, plek: IntArray, week: IntArray
) -> BoolArray:
    """Which rules forbid which stays: (stays, rules)."""
    columns = survey.columns
    stays = np.full(len(plek), survey.kandidaat_index[kandidaat]), plek, week
    allowed = [rule.allowed(columns, *stays) | is_set_aside(columns, rule.NAME, *stays[:2]) for rule in rules]
    return ~np.stack(allowed, axis=1)

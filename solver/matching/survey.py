"""What an explanation looks at.

The plan's free capacity, and for each kandidaat every plek with what is short.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from solver.matching.check import stayers, tier_values, verplaatst, waarderingen
from solver.matching.ledger import Ledger, stay_uses
from solver.matching.pair_rules import PAIR_RULES, ask_rules

if TYPE_CHECKING:
    from collections.abc import Mapping

    from solver.matching.instance import Instance, Kandidaat, Leerwerkplek
    from solver.matching.rule import Row
    from solver.matching.solution import Solution
    from solver.rule import Violation

ALWAYS = tuple(rule for rule in PAIR_RULES if not rule.TIMED)
TIMED = tuple(rule for rule in PAIR_RULES if rule.TIMED)
# No shared werkproces means no erkenning for one; an erkenning that lacks altogether is told.
IMPLIED = {"werkproces_aanbod": ("erkenning", "werkproces")}


@dataclass(frozen=True, slots=True)
class Stay:
    """One possible stay: what it uses and what it is worth per tier."""

    kandidaat: int
    plek: int
    startweek: int
    uses: Mapping[Row, int]
    worth: tuple[int, ...]


class Survey:
    """Answers about one instance and one plan, remembered while explanations are made."""

    def __init__(self, instance: Instance, solution: Solution) -> None:
        """Book the plan."""
        self.instance = instance
        self.kandidaten = {row.id: row for row in instance.kandidaten}
        self.plekken = {row.id: row for row in instance.plekken}
        self.pinned = {paar.kandidaat for paar in instance.vast}
        self.ledger = Ledger(instance)
        self.stayers = stayers(instance) if instance.max_verplaatst is not None else {}
        self.plan: dict[int, Stay] = {}
        self._options: dict[int, tuple[Stay, ...]] = {}
        for each in solution.toewijzingen:
            self.book(self.stay(self.kandidaten[each.kandidaat], self.plekken[each.plek], each.startweek))

    def may_move(self, after: Mapping[int, Stay]) -> bool:
        """Whether no more people would have moved in this plan than may."""
        most = self.instance.max_verplaatst
        moved = verplaatst(self.stayers, {each.kandidaat: each.plek for each in after.values()})
        return most is None or moved <= most

    def stay(self, kandidaat: Kandidaat, plek: Leerwerkplek, startweek: int) -> Stay:
        """Work out what a stay uses and gives."""
        uses = stay_uses(self.instance, kandidaat, plek, startweek)
        worth = tier_values([waarderingen(self.instance, kandidaat, plek, startweek)])
        return Stay(kandidaat.id, plek.id, startweek, uses, worth)

    def book(self, stay: Stay) -> None:
        """Put a stay into the plan."""
        self.plan[stay.kandidaat] = stay
        self.ledger.take(stay.uses)

    def cancel(self, kandidaat: int) -> Stay | None:
        """Take a kandidaat out of the plan."""
        stay = self.plan.pop(kandidaat, None)
        if stay is not None:
            self.ledger.give_back(stay.uses)
        return stay

    def options(self, kandidaat: int) -> tuple[Stay, ...]:
        """Every stay that the rules allow in an empty plan, the most valuable first."""
        if kandidaat not in self._options:
            person = self.kandidaten[kandidaat]
            found = [
                self.stay(person, plek, week)
                for plek in self.instance.plekken
                if not self.always_broken(person, plek)
                for week in self.instance.beleid.startweken
                if not self.timed_broken(person, plek, week)
            ]
            found = [stay for stay in found if self.ledger.could_fit(stay.uses)]
            found.sort(key=lambda stay: (*(-value for value in stay.worth), stay.plek, stay.startweek))
            self._options[kandidaat] = tuple(found)
        return self._options[kandidaat]

    def always_broken(self, kandidaat: Kandidaat, plek: Leerwerkplek) -> list[Violation]:
        """Ask the rules that do not look at the startweek."""
        return ask_rules(self.instance, kandidaat, plek, 0, ALWAYS)

    def timed_broken(self, kandidaat: Kandidaat, plek: Leerwerkplek, startweek: int) -> list[Violation]:
        """Ask the rules that look at the startweek."""
        return ask_rules(self.instance, kandidaat, plek, startweek, TIMED)

    def broken(
        self, kandidaat: Kandidaat, plek: Leerwerkplek, most: int | None = None
    ) -> tuple[int, tuple[Violation, ...]]:
        """The startweek in which least is short here beside the rest of the plan, and all that is short then.

        What another shortage implies is left out. The kandidaat must not stand in the plan. Where more than
        `most` pair rules are broken in every week, neither weeks nor capacities are looked at.
        """
        weeks = self.instance.beleid.startweken or (0,)
        always = self.always_broken(kandidaat, plek)
        if most is not None and len(always) > most:
            return weeks[0], tuple(_without_implied(always))
        found = []
        for week in weeks:
            pair = _without_implied(always + self.timed_broken(kandidaat, plek, week))
            short = self.ledger.violations(
                self.ledger.shortages(stay_uses(self.instance, kandidaat, plek, week))
            )
            size = sum(each.shortfall for each in (*pair, *short))
            found.append((len(pair), len(pair) + len(short), size, week, (*pair, *short)))
        *_, week, violations = min(found, key=lambda each: each[:4])
        return week, violations


def _without_implied(violations: list[Violation]) -> list[Violation]:
    """Leave out what follows from another broken rule."""
    implied = {IMPLIED[each.rule] for each in violations if each.rule in IMPLIED}
    return [each for each in violations if (each.rule, each.unit) not in implied]

"""Replays every rule and recomputes every wish over a whole plan, in plain Python and without the model.

All weeks of the horizon are looked at, not only those that the model kept.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from solver.matching.pair_rules import PAIR_RULES
from solver.matching.resource_rules import RESOURCE_RULES
from solver.matching.rule import Row, Waardering
from solver.matching.vorm import vorm_violation
from solver.matching.wishes import TIERS, WISHES
from solver.rule import Label, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from solver.matching.instance import Instance, Kandidaat, Leerwerkplek, Paar
    from solver.matching.solution import Solution, Toewijzing


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What is wrong with a plan, its worth per tier (in the order of TIERS), and each kandidaat's share."""

    violations: tuple[Violation, ...]
    tiers: tuple[int, ...]
    waarderingen: Mapping[int, tuple[Waardering, ...]]


def check(instance: Instance, solution: Solution) -> Report:
    """Check a plan against all rules, pins included; a plan without violations is a valid plan."""
    kandidaten = {row.id: row for row in instance.kandidaten}
    plekken = {row.id: row for row in instance.plekken}
    violations = list(_unknown(solution, kandidaten, plekken)) + list(_twice(solution))
    known = [
        (each, kandidaten[each.kandidaat], plekken[each.plek])
        for each in solution.toewijzingen
        if each.kandidaat in kandidaten and each.plek in plekken
    ]
    for each, kandidaat, plek in known:
        violations += pair_violations(instance, kandidaat, plek, each.startweek)
        wrong = vorm_violation(instance, kandidaat, plek, each.startweek, each.vorm)
        violations += [wrong] if wrong else []
    violations += _overuse(instance, known)
    violations += [_unkept(paar) for paar in instance.vast if not _is_kept(paar, solution)]
    shares = {
        kandidaat.id: waarderingen(instance, kandidaat, plek, each.startweek)
        for each, kandidaat, plek in known
    }
    return Report(violations=tuple(violations), tiers=tier_values(shares.values()), waarderingen=shares)


def pair_violations(
    instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, startweek: int
) -> list[Violation]:
    """Ask every pair rule about one stay."""
    asked = (rule.violation(instance, kandidaat, plek, startweek) for rule in PAIR_RULES)
    return [each for each in asked if each]


def waarderingen(
    instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, startweek: int
) -> tuple[Waardering, ...]:
    """Ask every wish about one stay."""
    return tuple(wish.waardering(instance, kandidaat, plek, startweek) for wish in WISHES)


def tier_values(shares: Iterable[Iterable[Waardering]]) -> tuple[int, ...]:
    """Sum points times weight per tier, in the order of TIERS."""
    total: Counter[str] = Counter()
    for share in shares:
        for each in share:
            total[each.tier] += each.value
    return tuple(total[tier] for tier in TIERS)


def _unknown(
    solution: Solution, kandidaten: Mapping[int, Kandidaat], plekken: Mapping[int, Leerwerkplek]
) -> Iterable[Violation]:
    for each in solution.toewijzingen:
        if each.kandidaat not in kandidaten:
            yield _plan("bestaat", f"Kandidaat {each.kandidaat} is niet bekend.")
        if each.plek not in plekken:
            yield _plan("bestaat", f"Plek {each.plek} is niet bekend.")


def _twice(solution: Solution) -> Iterable[Violation]:
    counted = Counter(each.kandidaat for each in solution.toewijzingen)
    for kandidaat, number in counted.items():
        if number > 1:
            yield _plan("eenmaal", f"Kandidaat {{kandidaat:{kandidaat}}} staat {number} keer in het plan.")


def _overuse(
    instance: Instance, known: Iterable[tuple[Toewijzing, Kandidaat, Leerwerkplek]]
) -> Iterable[Violation]:
    stays = list(known)
    for rule in RESOURCE_RULES:
        used: Counter[Row] = Counter()
        for each, kandidaat, plek in stays:
            used.update(rule.uses(instance, kandidaat, plek, each.startweek))
        free = rule.capacity(instance)
        for row, amount in sorted(used.items()):
            if amount > free[row]:
                yield rule.violation(row, row.week + 1, free[row], amount - free[row])


def _is_kept(paar: Paar, solution: Solution) -> bool:
    return any(
        each.kandidaat == paar.kandidaat
        and each.plek == paar.plek
        and paar.startweek in {None, each.startweek}
        for each in solution.toewijzingen
    )


def _unkept(paar: Paar) -> Violation:
    who = f"Kandidaat {{kandidaat:{paar.kandidaat}}}"
    sentence = f"{who} heeft een vaste plaats op plek {{plek:{paar.plek}}}, maar staat daar niet."
    return Violation(rule="vast", label=Label.BELEID, sentence=sentence, unit="vaste plaats")


def _plan(rule: str, sentence: str) -> Violation:
    return Violation(rule=rule, label=Label.WET, sentence=sentence)

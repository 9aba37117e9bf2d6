"""Replays every rule and recomputes every wish over a whole plan, in plain Python and without the model.

All weeks of the horizon are looked at, not only those that the model kept.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from solver.matching.paid import Paid
from solver.matching.pair_rules import PAIR_RULES, ask_rules
from solver.matching.resource_rules import RESOURCE_RULES
from solver.matching.rule import Row, Waardering
from solver.matching.vorm import vorm_violation
from solver.matching.wishes import TIERS, WISHES
from solver.rule import Label, Violation
from solver.spreektaal import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from solver.matching.instance import Instance, Kandidaat, Leerwerkplek, Paar
    from solver.matching.solution import Solution, Toewijzing


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What is wrong with a plan, its worth per tier (in the order of TIERS), and each kandidaat's share.

    The worth of a tier is what all shares give it, less what the plan pays for ondergrenzen and crowding.
    """

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
    violations += _moved_too_many(instance, solution)
    violations += [_unkept(paar) for paar in instance.vast if not _is_kept(paar, solution)]
    shares = {
        kandidaat.id: waarderingen(instance, kandidaat, plek, each.startweek)
        for each, kandidaat, plek in known
    }
    paid = Paid(instance)
    for each, _, _ in known:
        paid.add(each.kandidaat, each.plek)
    given = tier_values(shares.values())
    tiers = tuple(points - price for points, price in zip(given, paid.tiers(), strict=True))
    return Report(violations=tuple(violations), tiers=tiers, waarderingen=shares)


def pair_violations(
    instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, startweek: int
) -> list[Violation]:
    """Ask every pair rule about one stay."""
    return ask_rules(instance, kandidaat, plek, startweek, PAIR_RULES)


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


def stayers(instance: Instance) -> dict[int, int]:
    """Who can keep the plek of the earlier plan, and which: nobody pinned them elsewhere, the rules allow it.

    A stay must fit when nobody else is there; that others take the room makes leaving a change like any.
    """
    kandidaten = {row.id: row for row in instance.kandidaten}
    plekken = {row.id: row for row in instance.plekken}
    pinned = {paar.kandidaat: paar.plek for paar in instance.vast}
    free: dict[Row, int] = {}
    for rule in RESOURCE_RULES:
        free.update(rule.capacity(instance))
    former = {paar.kandidaat: paar.plek for paar in instance.vorige}

    def fits(kandidaat: Kandidaat, plek: Leerwerkplek, week: int) -> bool:
        return not pair_violations(instance, kandidaat, plek, week) and all(
            amount <= free[row]
            for rule in RESOURCE_RULES
            for row, amount in rule.uses(instance, kandidaat, plek, week).items()
        )

    return {
        kandidaat: plek
        for kandidaat, plek in former.items()
        if kandidaat in kandidaten
        and plek in plekken
        and pinned.get(kandidaat, plek) == plek
        and any(fits(kandidaten[kandidaat], plekken[plek], week) for week in instance.beleid.startweken)
    }


def verplaatst(stayers: Mapping[int, int], now: Mapping[int, int]) -> int:
    """Count who could have kept a plek and has another in `now` (plek by kandidaat), or none."""
    return sum(1 for kandidaat, plek in stayers.items() if now.get(kandidaat) != plek)


def _moved_too_many(instance: Instance, solution: Solution) -> Iterable[Violation]:
    most = instance.max_verplaatst
    if most is None:
        return
    moved = verplaatst(stayers(instance), {each.kandidaat: each.plek for each in solution.toewijzingen})
    if moved > most:
        sentence = (
            f"Het plan verplaatst {count(moved, 'persoon', 'mensen')}. Het mag er hooguit {most} verplaatsen."
        )
        yield Violation(rule="verplaatst", label=Label.BELEID, sentence=sentence, shortfall=moved - most)


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

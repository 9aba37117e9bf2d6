"""Why someone has no plek in this plan, and the smallest changes that would give one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from solver.matching.explanation import CAPACITY_REDENEN, SENTENCES, Bijna, NietGeplaatst, Reden, WelAls
from solver.matching.ledger import RULES
from solver.matching.pair_rules import PAIR_RULES

if TYPE_CHECKING:
    from solver.matching.instance import Kandidaat
    from solver.matching.rule import PairRule
    from solver.matching.survey import Survey
    from solver.rule import Violation

NEAREST = 5
BROKEN_LOOKED_AT = 1
CHANGES = 3
HOPELESS = 50  # steps: a journey that cannot be made, not one that is long
WEL_ALS = "Wel als "
PAIR_RULE_BY_NAME: dict[str, PairRule] = {rule.NAME: rule for rule in PAIR_RULES}


def tell_unplaced(survey: Survey, kandidaat: int) -> NietGeplaatst:
    """Look at every plek beside the plan without this kandidaat."""
    person = survey.kandidaten[kandidaat]
    stay = survey.cancel(kandidaat)
    near = [_look(survey, person, plek.id, BROKEN_LOOKED_AT) for plek in survey.instance.plekken]
    near.sort(key=lambda each: (_distance(each.violations), each.plek))
    reden = _dominant(near)
    near.sort(key=lambda each: _order(each, reden))
    nearest = sorted(
        (_look(survey, person, each.plek) for each in near[:NEAREST]), key=lambda each: _order(each, reden)
    )
    if stay:
        survey.book(stay)
    counted = Counter(rule for each in near for rule in {broken.rule for broken in each.violations})
    return NietGeplaatst(
        kandidaat=kandidaat,
        reden=reden,
        sentence=SENTENCES[reden],
        tellingen=tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0]))),
        dichtstbij=tuple(nearest),
        wel_als=_single_changes(survey, person, near) or _joint_changes(survey, person, nearest),
    )


def _look(survey: Survey, person: Kandidaat, plek: int, most: int | None = None) -> Bijna:
    """What is short at a plek; past `most` broken rules only those."""
    week, broken = survey.broken(person, survey.plekken[plek], most)
    return Bijna(plek=plek, startweek=week, violations=broken)


def _order(near: Bijna, reden: Reden) -> tuple[object, ...]:
    """By distance; of those where as many rules are short, first where what is told as the reason is."""
    hopeless, broken, short, steps = _distance(near.violations)
    told = reden in {_reden(each.rule) for each in near.violations}
    return hopeless, broken, short, not told, steps, near.plek


def _distance(violations: tuple[Violation, ...]) -> tuple[bool, int, int, float]:
    """How far a plek is from possible.

    What no step would bring near comes last; then broken pair rules, all that is short, its size in steps.
    """
    steps = [_steps(each) for each in violations]
    return (max(steps, default=0.0) >= HOPELESS, *_counts(violations), sum(steps))


def _counts(violations: tuple[Violation, ...]) -> tuple[int, int]:
    """How many pair rules are broken, and how many rules in all."""
    rules = {each.rule for each in violations}
    return len(rules & PAIR_RULE_BY_NAME.keys()), len(rules)


def _steps(broken: Violation) -> float:
    rule = PAIR_RULE_BY_NAME.get(broken.rule) or RULES[broken.rule]
    return broken.shortfall / rule.STEP


def _dominant(near: list[Bijna]) -> Reden:
    """The rule that stands in the way most often at the plekken that are nearest."""
    if not near:
        return Reden.GEEN_PLEKKEN
    least = _counts(near[0].violations)
    nearest = [{broken.rule for broken in each.violations} for each in near]
    equals = [rules for each, rules in zip(near, nearest, strict=True) if _counts(each.violations) == least]
    counted = Counter(rule for rules in equals for rule in rules)
    if not counted:
        return Reden.AFGEWOGEN
    overall = Counter(rule for rules in nearest for rule in rules)
    rule = min(counted, key=lambda name: (-counted[name], -overall[name], name))
    return _reden(rule)


def _reden(rule: str) -> Reden:
    return CAPACITY_REDENEN.get(rule) or Reden(rule)


def _single_changes(survey: Survey, person: Kandidaat, near: list[Bijna]) -> tuple[WelAls, ...]:
    """Changes at plekken where one thing alone is short: the smallest of each rule, in order of size."""
    found: dict[str, WelAls] = {}
    single = [each for each in near if len(each.violations) == 1]
    for each in sorted(single, key=lambda each: (_steps(each.violations[0]), each.plek)):
        (broken,) = each.violations
        sentence = _change(survey, person, each.plek, broken)
        if sentence:
            change = WelAls(
                plek=each.plek,
                rule=broken.rule,
                shortfall=broken.shortfall,
                unit=broken.unit,
                sentence=sentence,
            )
            found.setdefault(broken.rule, change)
    return tuple(found.values())[:CHANGES]


def _joint_changes(survey: Survey, person: Kandidaat, nearest: list[Bijna]) -> tuple[WelAls, ...]:
    """Where nothing alone would do: what must change together at the nearest plek that can be told of."""
    for each in nearest:
        violations = each.violations
        texts = [_words(survey, person, each.plek, broken) for broken in violations]
        if texts and all(texts):
            first = violations[0]
            parts = [texts[0][:-1], *(text.removeprefix(WEL_ALS)[:-1] for text in texts[1:])]
            sentence = f"{', en als '.join(parts)} (plek {{plek:{each.plek}}})."
            return (
                WelAls(
                    plek=each.plek,
                    rule=first.rule,
                    shortfall=first.shortfall,
                    unit=first.unit,
                    sentence=sentence,
                    ook=tuple(broken.rule for broken in violations[1:]),
                ),
            )
    return ()


def _words(survey: Survey, person: Kandidaat, plek: int, broken: Violation) -> str:
    rule = PAIR_RULE_BY_NAME.get(broken.rule)
    if rule is None:
        return RULES[broken.rule].wel_als(broken)
    return rule.wel_als(broken, person, survey.plekken[plek])


def _change(survey: Survey, person: Kandidaat, plek: int, broken: Violation) -> str:
    text = _words(survey, person, plek, broken)
    if broken.rule in RULES:
        return f"{text[:-1]} voor plek {{plek:{plek}}}."
    return f"{text[:-1]} (plek {{plek:{plek}}})." if text else ""

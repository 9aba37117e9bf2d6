"""Why someone has no plek in this plan, and the smallest changes that would give one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from solver.matching.explanation import CAPACITY_REDENEN, SENTENCES, Bijna, NietGeplaatst, Reden, WelAls
from solver.matching.ledger import RULES
from solver.matching.pair_rules import ALWAYS, PAIR_RULES, ask_rules
from solver.matching.shortfall import Lack, Look, find_broken

if TYPE_CHECKING:
    from collections.abc import Sequence

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


@dataclass(frozen=True, slots=True)
class Near:
    """A plek (its index and id) and what is short there; `distance` tells how far it is from possible.

    What no step would bring near comes last; then broken pair rules, all that is short, its size in steps.
    """

    index: int
    plek: int
    lacks: Sequence[Lack]
    rules: frozenset[str] = field(init=False)
    distance: tuple[bool, int, int, float] = field(init=False)

    def __post_init__(self) -> None:
        """Work out the distance once."""
        rules = frozenset(each.rule for each in self.lacks)
        steps = [_steps(each) for each in self.lacks]
        hopeless = max(steps, default=0.0) >= HOPELESS
        pair = len(rules & PAIR_RULE_BY_NAME.keys())
        object.__setattr__(self, "rules", rules)
        object.__setattr__(self, "distance", (hopeless, pair, len(rules), sum(steps)))

    def is_nearer(self, broken: int) -> bool:
        """Whether it is nearer than any plek where so many pair rules are broken."""
        hopeless, own, *_ = self.distance
        return not hopeless and own < broken


def tell_unplaced(survey: Survey, kandidaat: int) -> NietGeplaatst:
    """Look at every plek beside the plan without this kandidaat."""
    stay = survey.cancel(kandidaat)
    near, counted = _look_around(survey, kandidaat)
    reden = _dominant(near, counted)
    near.sort(key=lambda each: _order(each, reden))
    nearest = _tell(survey, kandidaat, near[:NEAREST], reden)
    changes = _single_changes(survey, kandidaat, near) or _joint_changes(survey, kandidaat, nearest)
    if stay:
        survey.book(stay)
    return NietGeplaatst(
        kandidaat=kandidaat,
        reden=reden,
        sentence=SENTENCES[reden],
        tellingen=tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0]))),
        dichtstbij=tuple(nearest),
        wel_als=changes,
    )


def _look_around(survey: Survey, kandidaat: int) -> tuple[list[Near], Counter[str]]:
    """The plekken that may be among the nearest, nearest first, and at how many of all each rule is short.

    Where more than BROKEN_LOOKED_AT rules forbid a plek in every week, neither weeks nor capacities are
    looked at; and not even those rules where enough plekken are nearer that are not hopeless.
    """
    number_of_plekken = len(survey.instance.plekken)
    everywhere, any_week = np.arange(number_of_plekken), np.zeros(number_of_plekken, dtype=np.int64)
    broken = find_broken(survey, ALWAYS, kandidaat, everywhere, any_week)
    number, most = broken.sum(axis=1), BROKEN_LOOKED_AT
    looked = np.flatnonzero(number <= most)
    look = Look(survey, kandidaat, looked)
    near = [_near(survey, plek, look.lacks(place)) for place, plek in enumerate(looked.tolist())]
    while most < len(ALWAYS) and sum(each.is_nearer(most + 1) for each in near) < NEAREST:
        most += 1
        here = np.flatnonzero(number == most).tolist()
        near += [_near(survey, plek, _forbidding(survey, kandidaat, plek)) for plek in here]
    near.sort(key=lambda each: (each.distance, each.plek))
    others = broken[number > most].sum(axis=0).tolist()
    counted = Counter({rule.NAME: times for rule, times in zip(ALWAYS, others, strict=True) if times})
    counted.update(rule for each in near for rule in each.rules)
    return near, counted


def _near(survey: Survey, index: int, lacks: Sequence[Lack]) -> Near:
    return Near(index, survey.instance.plekken[index].id, lacks)


def _forbidding(survey: Survey, kandidaat: int, plek: int) -> list[Lack]:
    """The rules that forbid a plek in every week."""
    person, place = survey.kandidaten[kandidaat], survey.instance.plekken[plek]
    return [Lack(each.rule, each.shortfall) for each in ask_rules(survey.instance, person, place, 0, ALWAYS)]


def _order(near: Near, reden: Reden) -> tuple[object, ...]:
    """By distance; of those where as many rules are short, first where what is told as the reason is."""
    hopeless, broken, short, steps = near.distance
    told = reden in {_reden(rule) for rule in near.rules}
    return hopeless, broken, short, not told, steps, near.plek


def _tell(survey: Survey, kandidaat: int, nearest: list[Near], reden: Reden) -> list[Bijna]:
    """The sentences of the nearest, in the order of all that is short."""
    look = Look(survey, kandidaat, np.array([each.index for each in nearest], dtype=np.int64))
    whole = [_near(survey, each.index, look.lacks(place)) for place, each in enumerate(nearest)]
    order = sorted(range(len(whole)), key=lambda place: _order(whole[place], reden))
    return [look.tell(place) for place in order]


def _steps(lack: Lack) -> float:
    rule = PAIR_RULE_BY_NAME.get(lack.rule) or RULES[lack.rule]
    return lack.shortfall / rule.STEP


def _dominant(near: list[Near], overall: Counter[str]) -> Reden:
    """The rule that stands in the way most often at the plekken that are nearest, then at all of them."""
    if not near:
        return Reden.GEEN_PLEKKEN
    _, *least, _ = near[0].distance
    counted = Counter(rule for each in near if [*each.distance[1:3]] == least for rule in each.rules)
    if not counted:
        return Reden.AFGEWOGEN
    rule = min(counted, key=lambda name: (-counted[name], -overall[name], name))
    return _reden(rule)


def _reden(rule: str) -> Reden:
    return CAPACITY_REDENEN.get(rule) or Reden(rule)


def _single_changes(survey: Survey, kandidaat: int, near: list[Near]) -> tuple[WelAls, ...]:
    """Changes at plekken where one thing alone is short: the smallest of each rule, in order of size."""
    found: dict[str, WelAls] = {}
    single = [each for each in near if len(each.lacks) == 1]
    for each in sorted(single, key=lambda each: (_steps(each.lacks[0]), each.plek)):
        if each.lacks[0].rule in found:
            continue
        (broken,) = Look(survey, kandidaat, np.array([each.index])).tell(0).violations
        sentence = _change(survey, survey.kandidaten[kandidaat], each.plek, broken)
        if sentence:
            found[broken.rule] = WelAls(
                plek=each.plek,
                rule=broken.rule,
                shortfall=broken.shortfall,
                unit=broken.unit,
                sentence=sentence,
            )
    return tuple(found.values())[:CHANGES]


def _joint_changes(survey: Survey, kandidaat: int, nearest: list[Bijna]) -> tuple[WelAls, ...]:
    """Where nothing alone would do: what must change together at the nearest plek that can be told of."""
    for each in nearest:
        violations = each.violations
        person = survey.kandidaten[kandidaat]
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

"""The pair rules: a rule is one file here and one row in PAIR_RULES; no order is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.matching.pair_rules import (
    beschikbaarheid_dagdelen,
    erkenning,
    fase,
    niveau,
    opleider,
    periode,
    plaatsingsvorm,
    reistijd,
    taal,
    uren,
    verboden,
    voorwaarden,
    werkproces_aanbod,
)
from solver.matching.rule import PairRule
from solver.rule import Label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.matching.instance import Instance, Kandidaat, Leerwerkplek
    from solver.rule import Violation

PAIR_RULES: tuple[PairRule, ...] = (
    werkproces_aanbod,
    erkenning,
    opleider,
    plaatsingsvorm,
    beschikbaarheid_dagdelen,
    uren,
    periode,
    reistijd,
    voorwaarden,
    taal,
    niveau,
    fase,
    verboden,
)
ALWAYS = tuple(rule for rule in PAIR_RULES if not rule.TIMED)
TIMED = tuple(rule for rule in PAIR_RULES if rule.TIMED)
# Outside its period a plek has no praktijkopleider, and a no of people is taken back where it was said.
MAY_BE_SET_ASIDE = frozenset(
    rule.NAME for rule in PAIR_RULES if rule.LABEL is Label.BELEID and rule not in {periode, verboden}
)


def ask_rules(
    instance: Instance,
    kandidaat: Kandidaat,
    plek: Leerwerkplek,
    startweek: int,
    rules: Iterable[PairRule],
) -> list[Violation]:
    """What is broken in one stay, without the beleid that a person set aside for this pair."""
    return [
        broken
        for rule in rules
        if not is_set_aside(instance, kandidaat.id, plek.id, rule.NAME)
        and (broken := rule.violation(instance, kandidaat, plek, startweek))
    ]


def is_set_aside(instance: Instance, kandidaat: int, plek: int, rule: str) -> bool:
    """Whether a person with authority set this rule aside for this pair."""
    return rule in MAY_BE_SET_ASIDE and (kandidaat, plek, rule) in instance.uitzonderingen

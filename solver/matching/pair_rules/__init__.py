"""The pair rules: a rule is one file here and one row in PAIR_RULES; no order is meant."""

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

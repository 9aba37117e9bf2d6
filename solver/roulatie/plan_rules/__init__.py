"""The plan rules: what cells must keep together. A rule is one file here and one row in PLAN_RULES."""

from solver.roulatie.plan_rules import (
    apart,
    begeleiding,
    een_plek,
    fase,
    groepsgrootte,
    herhaling,
    leerdoelen,
    samen,
    vast,
    verblijf,
    vereist,
    vervoer,
    volgorde,
    werkgevers,
    wijzigingen,
)
from solver.roulatie.rule import PlanRule

PLAN_RULES: tuple[PlanRule, ...] = (
    een_plek,
    groepsgrootte,
    begeleiding,
    leerdoelen,
    volgorde,
    vereist,
    fase,
    herhaling,
    werkgevers,
    verblijf,
    vervoer,
    apart,
    samen,
    vast,
    wijzigingen,
)

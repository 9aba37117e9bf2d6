"""The plan rules: what people and groups keep together. A rule is one file here and one row in PLAN_RULES."""

from solver.groepsdetachering.plan_rules import (
    apart,
    een_groep,
    groepsgrootte,
    leiding,
    mix,
    opbouw,
    productie,
    samen,
    span,
    vast,
    vervoer,
    wijzigingen,
)
from solver.groepsdetachering.rule import PlanRule

PLAN_RULES: tuple[PlanRule, ...] = (
    een_groep,
    groepsgrootte,
    leiding,
    span,
    opbouw,
    mix,
    vervoer,
    apart,
    samen,
    productie,
    vast,
    wijzigingen,
)

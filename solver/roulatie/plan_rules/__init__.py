"""The plan rules: what cells must keep together. A rule is one file here and one row in PLAN_RULES.

What can be said of the route of one deelnemer (ROUTES) or as a line over stays (LINES) makes solving quicker.
"""

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
from solver.roulatie.rule import LineForm, PlanRule, RouteForm

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

ROUTES: tuple[RouteForm, ...] = (leerdoelen, volgorde, vereist, fase, herhaling, werkgevers, verblijf, vast)
LINES: tuple[LineForm, ...] = (groepsgrootte, begeleiding, apart, wijzigingen)

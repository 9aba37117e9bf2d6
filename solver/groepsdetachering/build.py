"""Put a model together: all rules for what is open, and the points of a tier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.groepsdetachering.model import Model
from solver.groepsdetachering.plan_rules import PLAN_RULES
from solver.groepsdetachering.wishes import WISHES

if TYPE_CHECKING:
    from solver.groepsdetachering.instance import Tier
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.model import Term, Window
    from solver.groepsdetachering.plan import Plan


def build_model(known: Known, base: Plan, window: Window, *, coarse: bool = False) -> Model:
    """Make the variables and add every rule."""
    model = Model(known, base, window, coarse=coarse)
    for rule in PLAN_RULES:
        rule.build(model)
    return model


def tier_points(model: Model, tier: Tier) -> Term:
    """The weighted points of a tier, as far as they hang on what is open."""
    return sum(weight * WISHES[name].points(model) for name, weight in tier.gewichten.items())


def points_by_week(model: Model, tier: Tier) -> list[Term]:
    """The same for each open week by itself, of a tier whose points are a sum over weeks."""
    weeks, found = model.weken, []
    for week in weeks:
        model.weken = range(week, week + 1)
        found.append(tier_points(model, tier))
    model.weken = weeks
    return found

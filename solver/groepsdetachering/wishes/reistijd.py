"""Travel: the minutes under way to the site below the ceiling of what everyone could bear every day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.groepsdetachering.dagen import WERKDAGEN
from solver.groepsdetachering.reizen import minutes_in, minutes_of

if TYPE_CHECKING:
    from solver.groepsdetachering.instance import Instance
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.model import Model, Term
    from solver.groepsdetachering.plan import Plan

NAME = "reistijd"


def ceiling(instance: Instance) -> int:
    """Everyone every day as long as they can."""
    return sum(each.max_minuten for each in instance.medewerkers) * len(WERKDAGEN) * instance.weken


def points(model: Model) -> Term:
    """What is left of the ceiling."""
    return ceiling(model.instance) - sum(minutes_in(model).values())


def most(known: Known) -> int:
    """Where nobody goes anywhere."""
    return ceiling(known.instance)


def value(plan: Plan) -> int:
    """Add up the minutes."""
    return max(0, ceiling(plan.instance) - sum(minutes_of(plan).values()))

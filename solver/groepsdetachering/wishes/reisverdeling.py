"""Fairness of travel: whoever travels most, below the ceiling of what anyone could bear every day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.groepsdetachering.dagen import WERKDAGEN
from solver.groepsdetachering.reizen import minutes_in, minutes_of

if TYPE_CHECKING:
    from solver.groepsdetachering.instance import Instance
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.model import Model, Term
    from solver.groepsdetachering.plan import Plan

NAME = "reisverdeling"


def ceiling(instance: Instance) -> int:
    """Who can bear most, every day."""
    farthest = max((each.max_minuten for each in instance.medewerkers), default=0)
    return farthest * len(WERKDAGEN) * instance.weken


def points(model: Model) -> Term:
    """The room below the ceiling that all leave."""
    top = ceiling(model.instance)
    elsewhere = minutes_of(model.base, but=model.weken)
    now = minutes_of(model.base)
    room = model.integer(top, max(0, top - max(now.values(), default=0)))
    under_way = minutes_in(model)
    for each, minutes in under_way.items():
        model.cp.add(room + minutes + elsewhere.get(each, 0) <= top)
    kept = max((now[each] for each in now.keys() - under_way.keys()), default=0)
    model.cp.add(room <= max(0, top - kept))
    return room


def most(known: Known) -> int:
    """Where nobody goes anywhere."""
    return ceiling(known.instance)


def value(plan: Plan) -> int:
    """Find who travels most."""
    return max(0, ceiling(plan.instance) - max(minutes_of(plan).values(), default=0))

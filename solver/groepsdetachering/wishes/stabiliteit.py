"""Stability: a point for every place, and every werkleider of a group, that the published plan has too."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.model import Model, Term
    from solver.groepsdetachering.plan import Plan

NAME = "stabiliteit"


def points(model: Model) -> Term:
    """Those of the open weeks."""
    former = model.instance.vorige
    places = sum(
        model.is_member(each.medewerker, each.opdracht, each.week)
        for each in former.indelingen
        if model.is_open(each.medewerker, each.week)
    )
    leads = sum(
        model.is_leader(each.opdracht, each.week, each.werkleider)
        for each in former.groepen
        if each.week in model.weken and each.opdracht in model.window.opdrachten
    )
    return places + leads


def most(known: Known) -> int:
    """Where all of it that can stay does."""
    former = known.instance.vorige
    places = sum(1 for each in former.indelingen if known.could_stay(each))
    leads = sum(
        1
        for each in former.groepen
        if each.week in range(known.instance.weken)
        and each.werkleider in known.leaders.get(each.opdracht, ())
    )
    return places + leads


def value(plan: Plan) -> int:
    """Compare the plans."""
    found = 0
    for each in plan.instance.vorige.indelingen:
        own = plan.at.get(each.medewerker, {}).get(each.week)
        found += own is not None and own.opdracht == each.opdracht
    for group in plan.instance.vorige.groepen:
        mine = plan.groups.get((group.opdracht, group.week))
        found += mine is not None and mine.werkleider == group.werkleider
    return found

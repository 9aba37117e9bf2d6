"""Weeks whose pins a plan does not keep are solved anew, each by itself, with all rules and everybody."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from solver.cpsat import solve_model
from solver.groepsdetachering.build import build_model, tier_points
from solver.groepsdetachering.model import Window
from solver.groepsdetachering.plan import Plan
from solver.groepsdetachering.prove import give_hint
from solver.groepsdetachering.reading import read

if TYPE_CHECKING:
    from solver.budget import Budget, Stopwatch
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.solution import Solution


def mended(known: Known, plan: Solution, budget: Budget, clock: Stopwatch) -> Solution:
    """The plan with such weeks anew, as far as there is time; the weeks share half of what is left."""
    weeks = _broken(Plan(known.instance, plan))
    for place, week in enumerate(weeks):
        if clock.is_over():
            break
        window = Window(range(week, week + 1), frozenset(known.medewerkers), frozenset(known.opdrachten))
        model = build_model(known, Plan(known.instance, plan), window, coarse=True)
        for tier in known.instance.beleid.tiers[:1]:
            model.cp.maximize(tier_points(model, tier))
        give_hint(model, model.now)
        seconds = clock.left() / (len(weeks) - place + 1)
        solver, status = solve_model(model.cp, replace(budget, seconds=seconds))
        if status in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            plan = read(model, solver.response_proto.solution)
    return plan


def _broken(plan: Plan) -> list[int]:
    """The weeks with a pin that is not kept."""
    found = set()
    for pin in plan.instance.vast:
        own = plan.at.get(pin.medewerker, {}).get(pin.week)
        if own is None or own.opdracht != pin.opdracht:
            found.add(pin.week)
    for lead in plan.instance.vaste_leiding:
        group = plan.groups.get((lead.opdracht, lead.week))
        if group is None or group.werkleider != lead.werkleider:
            found.add(lead.week)
    return sorted(found)


def has_impossible_pin(known: Known) -> bool:
    """Whether a pin asks what the rules of one cell, or the training of a werkleider, refuse."""
    instance = known.instance
    return any(not known.mask(pin.medewerker, pin.opdracht, pin.week) for pin in instance.vast) or any(
        pin.werkleider not in known.leaders[pin.opdracht] for pin in instance.vaste_leiding
    )

"""Pins: who is in a group, and who leads it, by decision of a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.rule import Label, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.groepsdetachering.model import Model
    from solver.groepsdetachering.plan import Plan

NAME = "vast"
LABEL = Label.BELEID


def build(model: Model) -> None:
    """Those of the open weeks."""
    for pin in model.instance.vast:
        if model.is_open(pin.medewerker, pin.week):
            model.cp.add(model.is_member(pin.medewerker, pin.opdracht, pin.week) == 1)
    for lead in model.instance.vaste_leiding:
        if lead.week in model.weken and lead.opdracht in model.window.opdrachten:
            model.cp.add(model.is_leader(lead.opdracht, lead.week, lead.werkleider) == 1)


def violations(plan: Plan) -> Iterable[Violation]:
    """Say which is not kept."""
    for pin in plan.instance.vast:
        own = plan.at.get(pin.medewerker, {}).get(pin.week)
        if own is None or own.opdracht != pin.opdracht:
            sentence = (
                f"Medewerker {{medewerker:{pin.medewerker}}} staat in week {{week:{pin.week}}} vast bij "
                f"opdracht {{opdracht:{pin.opdracht}}}, maar is daar niet."
            )
            yield Violation(rule=NAME, label=LABEL, sentence=sentence)
    for lead in plan.instance.vaste_leiding:
        group = plan.groups.get((lead.opdracht, lead.week))
        if group is None or group.werkleider != lead.werkleider:
            sentence = (
                f"Werkleider {{werkleider:{lead.werkleider}}} leidt in week {{week:{lead.week}}} vast "
                f"opdracht {{opdracht:{lead.opdracht}}}, maar in dit plan niet."
            )
            yield Violation(rule=NAME, label=LABEL, sentence=sentence)

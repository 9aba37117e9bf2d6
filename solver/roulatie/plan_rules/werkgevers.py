"""Variety: everyone comes at enough different werkgevers, or at as many as there are blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.rule import Label, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.roulatie.model import Model
    from solver.roulatie.plan import Plan
    from solver.roulatie.routes.unit import Unit

NAME = "werkgevers"
LABEL = Label.BELEID


def build(model: Model) -> None:
    """A werkgever counts only where a cell of one of its plekken is chosen."""
    least = model.instance.beleid.min_werkgevers
    by_werkgever: dict[int, list[int]] = {}
    for plek in model.instance.plekken:
        by_werkgever.setdefault(plek.werkgever, []).append(plek.id)
    for deelnemer in model.instance.deelnemers:
        own = model.own[deelnemer.id]
        if min(least, len(own)) <= 1:
            continue
        visited = []
        for plekken in by_werkgever.values():
            comes = model.cp.new_bool_var("")
            cells = [model.at(deelnemer.id, plek, blok.id) for plek in plekken for blok in own]
            model.cp.add(sum(cells) >= comes)
            visited.append(comes)
        model.require(sum(visited) >= min(least, len(own)), NAME, deelnemer.id)


def route(unit: Unit) -> None:
    """So many at least."""
    unit.werkgevers = min(unit.instance.beleid.min_werkgevers, len(unit.blokken))


def violations(plan: Plan) -> Iterable[Violation]:
    """Say how many werkgevers there are, and how many there should be."""
    for deelnemer in plan.instance.deelnemers:
        number = sum(1 for blok in plan.instance.blokken if deelnemer.weken_in(blok.weken))
        least = min(plan.instance.beleid.min_werkgevers, number)
        visited = {plek.werkgever for _, plek in plan.stops(deelnemer)}
        if len(visited) < least:
            sentence = (
                f"Deelnemer {{deelnemer:{deelnemer.id}}} komt bij {len(visited)} verschillende bedrijven. "
                f"Het zijn er minstens {least}."
            )
            short = least - len(visited)
            yield Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=short, unit="bedrijven")

"""What a plek asks for before someone comes: safety before machines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.rule import Label, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.roulatie.model import Model, Term
    from solver.roulatie.plan import Plan
    from solver.roulatie.routes.unit import Unit

NAME = "vereist"
LABEL = Label.BELEID


def build(model: Model) -> None:
    """Every werkproces that is asked for is practised in a block before."""
    for deelnemer in model.instance.deelnemers:
        known = {each.werkproces for each in deelnemer.leerdoelen if each.geoefend} | deelnemer.ervaren_in
        for plek in model.instance.plekken:
            for needed in plek.vereist - known:
                before: list[Term] = []
                for blok in model.own[deelnemer.id]:
                    if (deelnemer.id, plek.id, blok.id) in model.cells:
                        after = model.at(deelnemer.id, plek.id, blok.id) <= sum(before)
                        model.require(after, NAME, deelnemer.id, plek.id, needed)
                    before += model.teaching(deelnemer.id, blok.id, needed)


def route(unit: Unit) -> None:
    """Cells of the plek ask for it in a block before."""
    for deelnemer in unit.members:
        for place, plek in enumerate(unit.instance.plekken):
            for needed in plek.vereist - unit.known[deelnemer.id]:
                unit.first[:, place] |= 1 << unit.bit(deelnemer.id, needed)


def violations(plan: Plan) -> Iterable[Violation]:
    """Say which werkproces must come first."""
    for deelnemer in plan.instance.deelnemers:
        seen = set(deelnemer.ervaren_in)
        seen.update(each.werkproces for each in deelnemer.leerdoelen if each.geoefend > 0)
        for blok, plek in plan.stops(deelnemer):
            for needed in sorted(plek.vereist - seen):
                sentence = (
                    f"Deelnemer {{deelnemer:{deelnemer.id}}} kan in blok {{blok:{blok.id}}} nog niet naar "
                    f"plek {{plek:{plek.id}}}: eerst komt werkproces {{werkproces:{needed}}}."
                )
                yield Violation(rule=NAME, label=LABEL, sentence=sentence)
            seen.update(plan.practised(deelnemer, blok, plek))

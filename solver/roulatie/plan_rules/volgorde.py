"""Order of werkprocessen: where a later one is taught, the earlier one is practised before, or there too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.rule import Label, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.roulatie.model import Model, Term
    from solver.roulatie.plan import Plan
    from solver.roulatie.routes.unit import Unit

NAME = "volgorde"
LABEL = Label.BELEID


def build(model: Model) -> None:
    """A cell that teaches the later one needs a cell before that teaches the earlier one."""
    for first, then in model.instance.beleid.volgorde:
        for deelnemer in model.instance.deelnemers:
            known = {each.werkproces for each in deelnemer.leerdoelen if each.geoefend}
            if first in known | deelnemer.ervaren_in:
                continue
            before: list[Term] = []
            for blok in model.own[deelnemer.id]:
                for plek in model.instance.plekken:
                    weeks = model.weeks.get((deelnemer.id, plek.id, blok.id, then))
                    if weeks and (deelnemer.id, plek.id, blok.id, first) not in model.weeks:
                        after = model.at(deelnemer.id, plek.id, blok.id) <= sum(before)
                        model.require(after, NAME, deelnemer.id, first, then)
                before += model.teaching(deelnemer.id, blok.id, first)


def route(unit: Unit) -> None:
    """Cells that teach the later one ask for the earlier one, in the same block at last."""
    for first, then in unit.instance.beleid.volgorde:
        for deelnemer in unit.members:
            if first not in unit.known[deelnemer.id]:
                later = unit.weeks_of(deelnemer.id, then) > 0
                unit.beside[later] |= 1 << unit.bit(deelnemer.id, first)


def violations(plan: Plan) -> Iterable[Violation]:
    """Say which werkproces comes too early."""
    for deelnemer in plan.instance.deelnemers:
        seen = set(deelnemer.ervaren_in)
        seen.update(each.werkproces for each in deelnemer.leerdoelen if each.geoefend > 0)
        for blok, plek in plan.stops(deelnemer):
            taught = plan.practised(deelnemer, blok, plek).keys()
            seen.update(taught)
            for first, then in plan.instance.beleid.volgorde:
                if then in taught and first not in seen:
                    sentence = (
                        f"Deelnemer {{deelnemer:{deelnemer.id}}} oefent in blok {{blok:{blok.id}}} "
                        f"werkproces {{werkproces:{then}}}, maar nog niet werkproces {{werkproces:{first}}}. "
                        f"Dat komt eerst."
                    )
                    yield Violation(rule=NAME, label=LABEL, sentence=sentence)

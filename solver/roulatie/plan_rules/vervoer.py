"""Travel of who cannot travel alone: with a named other who can, or on a seat of the taxibus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.rule import Label, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.roulatie.model import Model
    from solver.roulatie.plan import Plan

NAME = "vervoer"
LABEL = Label.BELEID


def build(model: Model) -> None:
    """A seat for everyone of them who has no company."""
    alone = [each for each in model.instance.deelnemers if not each.reist_alleen]
    guides = {each.id for each in model.instance.deelnemers if each.reist_alleen}
    for plek in model.instance.plekken:
        for blok in model.instance.blokken:
            plaatsen = []
            for deelnemer in alone:
                if (deelnemer.id, plek.id, blok.id) not in model.cells:
                    continue
                plaats = model.cp.new_bool_var("")
                company = [model.at(each, plek.id, blok.id) for each in deelnemer.reist_met & guides]
                model.cp.add(model.at(deelnemer.id, plek.id, blok.id) <= plaats + sum(company))
                plaatsen.append(plaats)
            model.require(sum(plaatsen) <= plek.taxibus, NAME, plek.id)


def violations(plan: Plan) -> Iterable[Violation]:
    """Say how many seats lack."""
    for (plek_id, blok), people in sorted(plan.people.items()):
        plek = plan.plekken[plek_id]
        guides = {each for each in people if plan.deelnemers[each].reist_alleen}
        waiting = [
            each
            for each in people
            if not plan.deelnemers[each].reist_alleen and not guides & plan.deelnemers[each].reist_met
        ]
        short = len(waiting) - plek.taxibus
        if short > 0:
            names = ", ".join(f"{{deelnemer:{each}}}" for each in waiting)
            sentence = (
                f"Naar plek {{plek:{plek.id}}} kunnen in blok {{blok:{blok}}} niet alleen reizen: {names}. "
                f"In de taxibus zijn {plek.taxibus} plaatsen."
            )
            yield Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=short, unit="plaatsen")

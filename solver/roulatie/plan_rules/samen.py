"""Together: people who stay together are at one plek in every block in which both take part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.rule import Label, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.roulatie.model import Model
    from solver.roulatie.plan import Plan

NAME = "samen"
LABEL = Label.BELEID


def build(model: Model) -> None:
    """Both, or neither."""
    for one, other in model.instance.samen:
        both = {blok.id for blok in model.own[one]} & {blok.id for blok in model.own[other]}
        for blok in both:
            for plek in model.instance.plekken:
                model.require(
                    model.at(one, plek.id, blok) == model.at(other, plek.id, blok), NAME, one, other
                )


def violations(plan: Plan) -> Iterable[Violation]:
    """Say where they are apart."""
    for one, other in sorted(plan.instance.samen):
        for blok in plan.instance.blokken:
            here, there = plan.at[one].get(blok.id), plan.at[other].get(blok.id)
            takes_part = [bool(plan.deelnemers[each].weken_in(blok.weken)) for each in (one, other)]
            if all(takes_part) and here != there:
                sentence = (
                    f"Deelnemers {{deelnemer:{one}}} en {{deelnemer:{other}}} blijven samen, "
                    f"maar staan in blok {{blok:{blok.id}}} niet op een plek."
                )
                yield Violation(rule=NAME, label=LABEL, sentence=sentence)

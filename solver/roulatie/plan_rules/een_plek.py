"""One plek at a time: everyone who takes part in a block is at exactly one plek in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.rule import Label, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.roulatie.model import Model
    from solver.roulatie.plan import Plan

NAME = "een_plek"
LABEL = Label.WET


def build(model: Model) -> None:
    """Choose one cell in each own block."""
    for deelnemer in model.instance.deelnemers:
        for blok in model.own[deelnemer.id]:
            model.cp.add_exactly_one(
                [
                    model.cells[deelnemer.id, plek.id, blok.id]
                    for plek in model.instance.plekken
                    if (deelnemer.id, plek.id, blok.id) in model.cells
                ]
            )


def violations(plan: Plan) -> Iterable[Violation]:
    """Say who is at no plek, at two, or there while away; and what is not known."""
    seen: dict[tuple[int, int], int] = {}
    for cel in plan.cellen:
        for kind, number, known in (
            ("Deelnemer", cel.deelnemer, plan.deelnemers),
            ("Plek", cel.plek, plan.plekken),
            ("Blok", cel.blok, plan.blokken),
        ):
            if number not in known:
                yield Violation(rule=NAME, label=LABEL, sentence=f"{kind} {number} is niet bekend.")
        seen[cel.deelnemer, cel.blok] = seen.get((cel.deelnemer, cel.blok), 0) + 1
    for deelnemer in plan.instance.deelnemers:
        for blok in plan.instance.blokken:
            number = seen.get((deelnemer.id, blok.id), 0)
            takes_part = bool(deelnemer.weken_in(blok.weken))
            if number == takes_part:
                continue
            who = f"Deelnemer {{deelnemer:{deelnemer.id}}}"
            where = f"in blok {{blok:{blok.id}}}"
            if number == 0:
                yield Violation(rule=NAME, label=LABEL, sentence=f"{who} heeft {where} geen plek.")
            else:
                words = f"staat {where} op {number} plekken." if takes_part else f"is er {where} niet."
                yield Violation(rule=NAME, label=LABEL, sentence=f"{who} {words}", shortfall=number)

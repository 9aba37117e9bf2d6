"""Closed weeks: nobody is at a plek in a block with a week in which it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.rule import Label, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.roulatie.instance import Instance
    from solver.roulatie.plan import Plan

NAME = "gesloten"
LABEL = Label.BELEID


def forbidden(instance: Instance) -> Iterable[tuple[int, int, int]]:
    """Blocks with a closed week in which the deelnemer would be there."""
    for plek in instance.plekken:
        if plek.gesloten:
            for blok in instance.blokken:
                for deelnemer in instance.deelnemers:
                    if not plek.gesloten.isdisjoint(deelnemer.weken_in(blok.weken)):
                        yield deelnemer.id, plek.id, blok.id


def violations(plan: Plan) -> Iterable[Violation]:
    """Say from which week the plek is closed."""
    for deelnemer, blok, plek in plan.cells():
        closed = [week for week in deelnemer.weken_in(blok.weken) if week in plek.gesloten]
        if closed:
            sentence = (
                f"Plek {{plek:{plek.id}}} is gesloten in week {{week:{closed[0]}}}. "
                f"Deelnemer {{deelnemer:{deelnemer.id}}} staat daar in blok {{blok:{blok.id}}}."
            )
            yield Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=len(closed), unit="weken")

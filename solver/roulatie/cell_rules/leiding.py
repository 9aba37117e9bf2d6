"""Lead: in every week that someone is at a plek, a praktijkopleider leads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.rule import Label, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.roulatie.instance import Instance
    from solver.roulatie.plan import Plan

NAME = "leiding"
LABEL = Label.WET


def forbidden(instance: Instance) -> Iterable[tuple[int, int, int]]:
    """Blocks with a week in which the deelnemer would be there and nobody leads."""
    for plek in instance.plekken:
        led: set[int] = set()
        for inzet in plek.inzet:
            led.update(range(inzet.van_week, inzet.tot_week))
        for blok in instance.blokken:
            if not led.issuperset(blok.weken):
                for deelnemer in instance.deelnemers:
                    if not led.issuperset(deelnemer.weken_in(blok.weken)):
                        yield deelnemer.id, plek.id, blok.id


def violations(plan: Plan) -> Iterable[Violation]:
    """Say from which week nobody leads."""
    for deelnemer, blok, plek in plan.cells():
        alone = [
            week
            for week in deelnemer.weken_in(blok.weken)
            if not any(inzet.van_week <= week < inzet.tot_week for inzet in plek.inzet)
        ]
        if alone:
            sentence = (
                f"Op plek {{plek:{plek.id}}} is er vanaf week {{week:{alone[0]}}} geen praktijkopleider. "
                f"Deelnemer {{deelnemer:{deelnemer.id}}} staat daar in blok {{blok:{blok.id}}}."
            )
            yield Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=len(alone), unit="weken")

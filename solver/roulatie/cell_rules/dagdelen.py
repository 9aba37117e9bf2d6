"""School days and other days off: enough dagdelen of the plek are left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.rule import Label, Violation
from solver.spreektaal import count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.roulatie.instance import Instance
    from solver.roulatie.plan import Plan

NAME = "dagdelen"
LABEL = Label.BELEID


def forbidden(instance: Instance) -> Iterable[tuple[int, int, int]]:
    """All blocks of a plek with too few dagdelen in common."""
    for deelnemer in instance.deelnemers:
        for plek in instance.plekken:
            common = (deelnemer.dagdelen & plek.dagdelen).bit_count()
            if common < plek.dagdelen_minstens:
                yield from ((deelnemer.id, plek.id, blok.id) for blok in instance.blokken)


def violations(plan: Plan) -> Iterable[Violation]:
    """Say how many dagdelen are in common."""
    for deelnemer, blok, plek in plan.cells():
        both = sum(1 for bit in range(10) if deelnemer.dagdelen >> bit & 1 and plek.dagdelen >> bit & 1)
        if both < plek.dagdelen_minstens:
            sentence = (
                f"Deelnemer {{deelnemer:{deelnemer.id}}} kan in blok {{blok:{blok.id}}} maar "
                f"{count(both, 'dagdeel', 'dagdelen')} op plek {{plek:{plek.id}}} zijn. "
                f"De plek vraagt er {plek.dagdelen_minstens}."
            )
            short = plek.dagdelen_minstens - both
            yield Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=short, unit="dagdelen")

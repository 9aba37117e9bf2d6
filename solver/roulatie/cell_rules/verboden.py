"""A no of people: a deelnemer does not come at a plek where someone said no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.rule import Label, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.roulatie.instance import Instance
    from solver.roulatie.plan import Plan

NAME = "verboden"
LABEL = Label.BELEID


def forbidden(instance: Instance) -> Iterable[tuple[int, int, int]]:
    """All blocks of these pairs."""
    for deelnemer, plek in instance.verboden:
        yield from ((deelnemer, plek, blok.id) for blok in instance.blokken)


def violations(plan: Plan) -> Iterable[Violation]:
    """Say where the no stands in the way."""
    for deelnemer, blok, plek in plan.cells():
        if (deelnemer.id, plek.id) in plan.instance.verboden:
            sentence = (
                f"Deelnemer {{deelnemer:{deelnemer.id}}} komt niet op plek {{plek:{plek.id}}}: "
                f"dat is zo afgesproken. In blok {{blok:{blok.id}}} staat de deelnemer daar wel."
            )
            yield Violation(rule=NAME, label=LABEL, sentence=sentence)

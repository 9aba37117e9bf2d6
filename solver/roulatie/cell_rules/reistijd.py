"""Travel: minutes and kilometers are within what the deelnemer can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.rule import Label, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.roulatie.instance import Instance
    from solver.roulatie.plan import Plan

NAME = "reistijd"
LABEL = Label.BELEID


def forbidden(instance: Instance) -> Iterable[tuple[int, int, int]]:
    """All blocks of a plek that is too far, or to which there is no way."""
    for deelnemer in instance.deelnemers:
        minutes = instance.reistabel.minuten[deelnemer.vervoermiddel][deelnemer.zone]
        kilometers = instance.reistabel.kilometers[deelnemer.zone]
        for plek in instance.plekken:
            time = minutes[plek.zone]
            if (
                time is None
                or time > deelnemer.max_minuten
                or kilometers[plek.zone] > deelnemer.max_kilometers
            ):
                yield from ((deelnemer.id, plek.id, blok.id) for blok in instance.blokken)


def violations(plan: Plan) -> Iterable[Violation]:
    """Say how long or how far it is."""
    for deelnemer, blok, plek in plan.cells():
        table = plan.instance.reistabel
        minutes = table.minuten[deelnemer.vervoermiddel][deelnemer.zone][plek.zone]
        kilometers = table.kilometers[deelnemer.zone][plek.zone]
        who = f"Deelnemer {{deelnemer:{deelnemer.id}}}"
        where = f"{who} kan in blok {{blok:{blok.id}}} niet naar plek {{plek:{plek.id}}}:"
        if minutes is None:
            yield _broken(f"{where} er is geen verbinding.", 1, "verbinding")
        elif minutes > deelnemer.max_minuten:
            words = f"{where} de reis duurt {minutes} minuten, maximaal {deelnemer.max_minuten}."
            yield _broken(words, minutes - deelnemer.max_minuten, "minuten")
        elif kilometers > deelnemer.max_kilometers:
            words = f"{where} de reis is {kilometers} kilometer, maximaal {deelnemer.max_kilometers}."
            yield _broken(words, kilometers - deelnemer.max_kilometers, "kilometer")


def _broken(sentence: str, shortfall: int, unit: str) -> Violation:
    return Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=shortfall, unit=unit)

"""Length of a stay: nobody leaves a plek before the agreed number of weeks, but when the roulatie ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.rule import Label, Violation
from solver.spreektaal import count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.roulatie.model import Model
    from solver.roulatie.plan import Plan
    from solver.roulatie.routes.unit import Unit

NAME = "verblijf"
LABEL = Label.BELEID


def build(model: Model) -> None:
    """Stays that are too short are not chosen, but for one in somebody's last block."""
    for stay in model.stays:
        weeks = sum(len(blok.weken) for blok in stay.blokken)
        is_last = stay.blokken[-1].id == model.own[stay.deelnemer.id][-1].id
        if weeks < model.instance.beleid.min_weken and not is_last:
            model.require(stay.chosen == 0, NAME, stay.deelnemer.id)


def route(unit: Unit) -> None:
    """Stays that end before the last block are long enough."""
    for first in range(len(unit.blokken)):
        weeks = 0
        for last in range(first, len(unit.blokken) - 1):
            weeks += len(unit.blokken[last].weken)
            unit.stay[first, last - first] = weeks >= unit.instance.beleid.min_weken


def violations(plan: Plan) -> Iterable[Violation]:
    """Say which stay is too short."""
    least = plan.instance.beleid.min_weken
    for deelnemer in plan.instance.deelnemers:
        for plek, blokken in plan.stays(deelnemer)[:-1]:
            weeks = sum(blok.tot_week - blok.van_week for blok in blokken)
            if weeks < least:
                sentence = (
                    f"Deelnemer {{deelnemer:{deelnemer.id}}} is vanaf blok {{blok:{blokken[0].id}}} "
                    f"{count(weeks, 'week', 'weken')} op plek {{plek:{plek.id}}}. "
                    f"Het zijn er minstens {least}."
                )
                yield Violation(
                    rule=NAME, label=LABEL, sentence=sentence, shortfall=least - weeks, unit="weken"
                )

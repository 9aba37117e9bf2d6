"""The alternatives of runs beside the board: what each changes, breaks and gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from marketplace.groepsdetachering.plan.publicatie import differences
from marketplace.groepsdetachering.plan.toets import weigh

if TYPE_CHECKING:
    from collections.abc import Sequence

    from marketplace.groepsdetachering.plan.model import Groepsplan
    from marketplace.groepsdetachering.plan.overzicht import Overzicht


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternatief:
    """A plan beside the board, counted from the oldest: what differs, rules it breaks, points by tier."""

    nummer: int
    plan: Groepsplan
    anders: int
    regels: int
    punten: tuple[int, ...]


def alternatieven(over: Overzicht, found: Sequence[Groepsplan]) -> list[Alternatief]:
    """Plans beside the concept; none without one."""
    if over.opgave is None or over.concept is None:
        return []
    rows = []
    for number, each in enumerate(found):
        part = each.between(over.van, over.tot)
        changes = differences(over.stuk, part)
        regels, punten = weigh(over.opgave, part)
        rows.append(
            Alternatief(
                nummer=len(found) - number,
                plan=each,
                anders=len(changes.mensen) + len(changes.groepen),
                regels=regels,
                punten=punten,
            )
        )
    return rows

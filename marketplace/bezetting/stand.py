"""Weeks in which the same is taken, said once: of the plaatsen of a plek, and of each praktijkopleider."""

from collections.abc import Sequence
from itertools import groupby

from marketplace.bezetting.model import Stand, Weekstand


def plaatsen_by_period(weken: Sequence[Weekstand]) -> list[Stand]:
    """How many plaatsen are taken, in order of time."""
    stretches = groupby(weken, lambda each: (each.bezet, each.plaatsen))
    return [_stand(list(same), bezet, plaatsen) for (bezet, plaatsen), same in stretches]


def minuten_by_praktijkopleider(weken: Sequence[Weekstand]) -> dict[str, list[Stand]]:
    """How many minutes of guidance are taken of everyone who leads, in order of time."""
    found: dict[str, list[Stand]] = {}
    stretches = groupby(weken, lambda each: (each.praktijkopleider, each.gebruikt, each.minuten))
    for (naam, gebruikt, minuten), same in stretches:
        if naam is not None:
            found.setdefault(naam, []).append(_stand(list(same), gebruikt, minuten))
    return found


def _stand(same: Sequence[Weekstand], bezet: int, totaal: int) -> Stand:
    """One stretch of weeks."""
    return Stand(same[0].week, same[-1].week, bezet, totaal)

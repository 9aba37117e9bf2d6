"""In how many weeks of a block someone practises a werkproces at a plek."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.roulatie.instance import Blok, Instance


def practice_weeks(instance: Instance, own: dict[int, list[Blok]]) -> dict[tuple[int, int, int, int], int]:
    """Weeks of practice by (deelnemer, plek, blok, werkproces), where there are any."""
    found: dict[tuple[int, int, int, int], int] = {}
    for plek in instance.plekken:
        for each in plek.aanbod:
            end = len(instance.maand) if each.tot_week is None else each.tot_week
            open_weeks = {
                week
                for week in range(each.van_week, min(end, len(instance.maand)))
                if instance.maand[week] in each.maanden
            } - plek.gesloten
            for deelnemer in instance.deelnemers:
                for blok in own[deelnemer.id]:
                    weeks = len(open_weeks.intersection(deelnemer.weken_in(blok.weken)))
                    if weeks:
                        found[deelnemer.id, plek.id, blok.id, each.werkproces] = weeks
    return found

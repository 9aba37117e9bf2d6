"""What people read beside a plan: guidance asked week by week, and weeks in which everyone practised."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.roulatie.plan import Plan


def guidance(plan: Plan) -> dict[int, dict[int, int]]:
    """Minutes asked of each praktijkopleider in each week in which somebody needs any."""
    asked: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for deelnemer in plan.instance.deelnemers:
        for plek, blokken in plan.stays(deelnemer):
            start = blokken[0].van_week
            for week in (week for blok in blokken for week in deelnemer.weken_in(blok.weken)):
                age = min(week - start, len(deelnemer.begeleiding) - 1)
                for inzet in plek.inzet:
                    if week in range(inzet.van_week, inzet.tot_week):
                        asked[inzet.praktijkopleider][week] += deelnemer.begeleiding[age]
    return asked


def practised(plan: Plan) -> dict[tuple[int, int], int]:
    """Weeks in which each deelnemer practises each werkproces in the plan, by (deelnemer, werkproces)."""
    done: dict[tuple[int, int], int] = defaultdict(int)
    for deelnemer in plan.instance.deelnemers:
        for blok, plek in plan.stops(deelnemer):
            for werkproces, weeks in plan.practised(deelnemer, blok, plek).items():
                done[deelnemer.id, werkproces] += weeks
    return done

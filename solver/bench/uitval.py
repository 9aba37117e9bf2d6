"""A roulatie from which somebody drops out on the way: the past is fixed, little of the rest may change."""

from __future__ import annotations

from dataclasses import replace

from solver.bench.roulatie import Maat, hidden_plan, make_roulatie
from solver.roulatie.instance import Instance

MAX_CELLEN = 12
MAX_MENSEN = 6


def make_uitval(maat: Maat, seed: int) -> Instance:
    """After a third of the blocks of the published plan (the hidden one) a deelnemer leaves.

    It is the last one who has been at enough werkgevers by then.
    """
    instance = make_roulatie(maat, seed)
    published = hidden_plan(maat, seed).cellen
    now = max(1, maat.blokken // 3)
    werkgever = {plek.id: plek.werkgever for plek in instance.plekken}
    visited: dict[int, set[int]] = {}
    for cel in published:
        if cel.blok < now:
            visited.setdefault(cel.deelnemer, set()).add(werkgever[cel.plek])
    enough = min(now, instance.beleid.min_werkgevers)
    leaves = max(each for each, seen in visited.items() if len(seen) >= enough)
    week = instance.blokken[now].van_week
    deelnemers = [
        replace(each, tot_week=week, leerdoelen=()) if each.id == leaves else each
        for each in instance.deelnemers
    ]
    return replace(
        instance,
        deelnemers=tuple(deelnemers),
        vast=tuple(cel for cel in published if cel.blok < now),
        vorige=published,
        max_cellen=MAX_CELLEN,
        max_mensen=MAX_MENSEN,
    )

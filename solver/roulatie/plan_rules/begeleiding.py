"""Guidance: the needs of all whom a praktijkopleider leads fit in the free minutes of each week."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.roulatie.inzicht import guidance
from solver.rule import Label, Violation
from solver.spreektaal import hours

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.arrays import IntArray
    from solver.roulatie.instance import Instance
    from solver.roulatie.model import Model, Term
    from solver.roulatie.plan import Plan
    from solver.roulatie.routes.lines import Lines

NAME = "begeleiding"
LABEL = Label.BELEID


def build(model: Model) -> None:
    """The need of a stay is high at its start and declines, so it hangs on the whole stay."""
    used: dict[tuple[int, int], list[Term]] = {}
    for stay in model.stays:
        begin, need = stay.blokken[0].van_week, stay.deelnemer.begeleiding
        for blok in stay.blokken:
            for week in stay.deelnemer.weken_in(blok.weken):
                minutes = need[min(week - begin, len(need) - 1)]
                for inzet in stay.plek.inzet:
                    if minutes and inzet.van_week <= week < inzet.tot_week:
                        used.setdefault((inzet.praktijkopleider, week), []).append(minutes * stay.chosen)
    free = {person.id: person.minuten for person in model.instance.praktijkopleiders}
    for (person, week), terms in used.items():
        model.require(sum(terms) <= free[person][week], NAME, person)


def lines(lines: Lines) -> None:
    """A line for each praktijkopleider and week, but where a week before it in the block says more."""
    free = {person.id: person.minuten for person in lines.instance.praktijkopleiders}
    used = _used(lines)
    for blok in lines.instance.blokken:
        kept: dict[int, list[tuple[IntArray, IntArray, int]]] = {}
        for week in blok.weken:
            stays, minutes = used.get(week, (lines.no_stays, lines.no_stays))
            lead = _lead(lines.instance, week)[lines.plek_of(stays)]
            for person, minuten in free.items():
                mine = lead == person
                line = stays[mine], minutes[mine], minuten[week]
                former = kept.setdefault(person, [])
                if mine.any() and not any(_says_more(each, line) for each in former):
                    former.append(line)
                    lines.add_stays(line[2], line[0], line[1])


def _used(lines: Lines) -> dict[int, tuple[IntArray, IntArray]]:
    """By week the stays that need minutes in it, at whatever plek, and how many."""
    found: dict[int, list[tuple[IntArray, int]]] = {}
    for number, unit in enumerate(lines.units):
        for first in range(len(unit.blokken)):
            begin = unit.blokken[first].van_week
            for length in range(min(lines.longest, len(unit.blokken) - first)):
                stays = lines.stays_at(number, first, length)
                for blok in unit.blokken[first : first + length + 1]:
                    for week in blok.weken:
                        minutes = sum(
                            each.begeleiding[min(week - begin, len(each.begeleiding) - 1)]
                            for each in unit.members
                            if week in each.weken_in(blok.weken)
                        )
                        if minutes:
                            found.setdefault(week, []).append((stays, minutes))
    return {
        week: (
            np.concatenate([stays for stays, _ in rows]),
            np.repeat([minutes for _, minutes in rows], [len(stays) for stays, _ in rows]),
        )
        for week, rows in found.items()
    }


def _lead(instance: Instance, week: int) -> IntArray:
    """Who leads each plek in a week; -1 for nobody."""
    return np.array(
        [
            next((each.praktijkopleider for each in plek.inzet if each.van_week <= week < each.tot_week), -1)
            for plek in instance.plekken
        ],
        dtype=np.int64,
    )


def _says_more(former: tuple[IntArray, IntArray, int], line: tuple[IntArray, IntArray, int]) -> bool:
    """Whether all who need minutes now need as many before, of no more."""
    return former[2] <= line[2] and np.array_equal(former[0], line[0]) and bool((former[1] >= line[1]).all())


def violations(plan: Plan) -> Iterable[Violation]:
    """Say in which weeks a praktijkopleider is short, and by how much at most."""
    asked = guidance(plan)
    for person in plan.instance.praktijkopleiders:
        over = {
            week: minutes - person.minuten[week]
            for week, minutes in sorted(asked.get(person.id, {}).items())
            if minutes > person.minuten[week]
        }
        if over:
            most = max(over.values())
            sentence = (
                f"Praktijkopleider {{praktijkopleider:{person.id}}} heeft vanaf week {{week:{min(over)}}} "
                f"tot {hours(most)} per week te weinig tijd."
            )
            yield Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=most, unit="minuten")

"""A plan as rules and wishes look at it: its cells by deelnemer, by plek and by block."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from solver.roulatie.solution import Solution

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from solver.roulatie.instance import Blok, Cel, Deelnemer, Instance, Plek


class Plan:
    """Cells of known deelnemers, plekken and blocks; `at[deelnemer][blok]` is a plek (ids)."""

    def __init__(self, instance: Instance, solution: Solution) -> None:
        """Sort the cells; of two cells in one block the last is looked at (the rule een_plek says so)."""
        self.instance = instance
        self.cellen = solution.cellen
        self.deelnemers = {row.id: row for row in instance.deelnemers}
        self.plekken = {row.id: row for row in instance.plekken}
        self.blokken = {row.id: row for row in instance.blokken}
        self.at: dict[int, dict[int, int]] = defaultdict(dict)
        self.people: dict[tuple[int, int], list[int]] = defaultdict(list)
        for cel in solution.cellen:
            if cel.deelnemer in self.deelnemers and cel.plek in self.plekken and cel.blok in self.blokken:
                self.at[cel.deelnemer][cel.blok] = cel.plek
                self.people[cel.plek, cel.blok].append(cel.deelnemer)
        self._stops: dict[int, Sequence[tuple[Blok, Plek]]] = {}
        self._practice: dict[tuple[int, int, int], Mapping[int, int]] = {}

    def elsewhere(self, put: Cel) -> Plan:
        """The plan with somebody at this plek in this block, and all others where they are.

        What is learned in a cell hangs on nothing else of a plan, so both keep it together.
        """
        here = put.deelnemer, put.blok
        cellen = [put if (each.deelnemer, each.blok) == here else each for each in self.cellen]
        moved = Plan(self.instance, Solution(cellen=tuple(cellen if put in cellen else [*cellen, put])))
        moved._practice = self._practice
        return moved

    def stops(self, deelnemer: Deelnemer) -> Sequence[tuple[Blok, Plek]]:
        """Where someone is, block after block."""
        found = self._stops.get(deelnemer.id)
        if found is None:
            own = self.at.get(deelnemer.id, {})
            found = [(blok, self.plekken[own[blok.id]]) for blok in self.instance.blokken if blok.id in own]
            self._stops[deelnemer.id] = found
        return found

    def cells(self) -> Iterator[tuple[Deelnemer, Blok, Plek]]:
        """All cells, with what stands behind their ids."""
        for deelnemer in self.instance.deelnemers:
            for blok, plek in self.stops(deelnemer):
                yield deelnemer, blok, plek

    def stays(self, deelnemer: Deelnemer) -> list[tuple[Plek, list[Blok]]]:
        """Blocks in a row at one plek, blocks in which someone takes no part left out."""
        found: list[tuple[Plek, list[Blok]]] = []
        for blok, plek in self.stops(deelnemer):
            if found and found[-1][0].id == plek.id:
                found[-1][1].append(blok)
            else:
                found.append((plek, [blok]))
        return found

    def practised(self, deelnemer: Deelnemer, blok: Blok, plek: Plek) -> Mapping[int, int]:
        """In how many weeks of a block someone practises each werkproces at a plek."""
        cell = deelnemer.id, blok.id, plek.id
        if cell not in self._practice:
            self._practice[cell] = self._practise(deelnemer, blok, plek)
        return self._practice[cell]

    def _practise(self, deelnemer: Deelnemer, blok: Blok, plek: Plek) -> dict[int, int]:
        """The same, from the weeks."""
        weeks: dict[int, int] = {}
        for week in deelnemer.weken_in(blok.weken):
            for each in plek.aanbod:
                in_season = self.instance.maand[week] in each.maanden
                is_erkend = each.van_week <= week and (each.tot_week is None or week < each.tot_week)
                if in_season and is_erkend and week not in plek.gesloten:
                    weeks[each.werkproces] = weeks.get(each.werkproces, 0) + 1
        return weeks

"""What differs between two plans as people read it: a line for each person or group, with its weeks."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from marketplace.groepsdetachering.werkdagen import say_days, say_weeks

if TYPE_CHECKING:
    from datetime import date

    from marketplace.groepsdetachering.plan.model import Groep, Indeling
    from marketplace.groepsdetachering.plan.overzicht import Overzicht
    from marketplace.groepsdetachering.plan.publicatie import Verschil


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """Who or what, in which weeks, how it was and becomes."""

    wie: str
    pad: str
    weken: str
    was: str
    wordt: str


class Veranderd:
    """The lines about people and about groups."""

    def __init__(self, over: Overzicht, verschil: Verschil) -> None:
        self.over = over
        self.aantal = len({each.kandidaat_id for each in verschil.mensen})
        self.mensen = self._gather(
            "medewerker",
            "/mensen/{}",
            [
                (each.kandidaat_id, each.week, self._place(each.was), self._place(each.wordt))
                for each in verschil.mensen
            ],
        )
        self.groepen = self._gather(
            "opdracht",
            "/opdrachten/{}",
            [
                (each.opdracht_id, each.week, self._group(each.was), self._group(each.wordt))
                for each in verschil.groepen
            ],
        )

    def _gather(self, kind: str, pad: str, rows: list[tuple[int, date, str, str]]) -> list[Regel]:
        """Rows of the same as one, by name."""
        found: dict[tuple[int, str, str], list[date]] = defaultdict(list)
        for number, week, was, wordt in rows:
            found[number, was, wordt].append(week)
        lines = [
            Regel(
                wie=self.over.namen.name(kind, number),
                pad=pad.format(number),
                weken=say_weeks(weeks),
                was=was,
                wordt=wordt,
            )
            for (number, was, wordt), weeks in found.items()
        ]
        return sorted(lines, key=lambda each: each.wie)

    def _place(self, each: Indeling | None) -> str:
        """Where somebody is."""
        if each is None:
            return "binnen"
        return f"{self.over.namen.name('opdracht', each.opdracht_id)}, {say_days(each.dagen)}"

    def _group(self, each: Groep | None) -> str:
        """How a group runs."""
        if each is None:
            return "geen groep"
        names = self.over.namen
        bus = f", {names.name('bus', each.bus_id)}" if each.bus_id else ""
        stand_in = {leider for _, leider in each.leiding} - {each.werkleider_id}
        others = "".join(f", invaller {names.name('werkleider', one)}" for one in sorted(stand_in))
        return f"{say_days(each.dagen)} met {names.name('werkleider', each.werkleider_id)}{others}{bus}"

"""A plan of groups by hand: one opdracht after another is filled with who fits, and stays filled.

Greedy and in plain Python, it keeps the rules of `solver/groepsdetachering` and looks for nothing better.
Weeks count from the Monday of the current week.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from marketplace.geo.reistijd import EstimatedTravelTime, Punt, Vervoermiddel
from marketplace.groepsdetachering.mensen.opbouw import days_after
from seed.detacheringsbedrijf import mask_of
from seed.detacheringsverhaal import BELEID, CONCEPT, GROEP, INVALLER, PLAN
from seed.opdrachten import list_lopend, mix_of, offered_at
from seed.soorten import get_soort
from seed.tabel import read_tabel, split_cell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from seed.medewerkers import Medewerker

WEKEN = range(PLAN[0], CONCEPT[1])
WERKDAGEN = range(5)


@dataclass(slots=True, kw_only=True)
class Ploeg:
    """The group of an opdracht: its table row, who leads on which weekday, who is in it on which days.

    `dagen[medewerker, week]` is a mask; `stops` are the places where its bus takes people in.
    """

    row: Mapping[str, str]
    leiding: dict[int, str]
    leden: list[Medewerker] = field(default_factory=list)
    dagen: dict[tuple[int, int], int] = field(default_factory=dict)
    present: Counter[tuple[int, int]] = field(default_factory=Counter)
    need: Counter[tuple[int, int]] = field(default_factory=Counter)

    def runs(self, week: int) -> bool:
        """Whether there is work in a week."""
        return int(self.row["van"]) <= week < int(self.row["tot"])

    def lacks(self, wie: Medewerker) -> bool:
        """Whether on some day too few master a werkproces that somebody masters."""
        return any(
            sum(
                sleutel in each.persoon.bewezen and self.dagen.get((each.id, week), 0) >> dag & 1
                for each in self.leden
            )
            < aantal
            for sleutel, aantal in mix_of(self.row).items()
            if sleutel in wie.persoon.bewezen
            for week in WEKEN
            if self.runs(week)
            for dag in self.leiding
        )

    @property
    def stops(self) -> tuple[str, ...]:
        """The places of the bus in which somebody of the group gets on, in the order of the bus."""
        riding = {wie.plaats for wie in self.leden if not wie.persoon.reist_alleen}
        return tuple(plaats for plaats in _route(self.row) if plaats in riding)


class Planning:
    """The places, spans and distances with which groups are filled."""

    def __init__(self) -> None:
        self._punten = {
            row["naam"]: Punt(float(row["lat"]), float(row["lon"])) for row in read_tabel("plaatsen")
        }
        self._sites = {row["code"]: row["plaats"] for row in read_tabel("werkgevers")}
        self._werkleiders = {row["nr"]: row for row in read_tabel("werkleiders")}
        self._plaatsen = {row["naam"]: int(row["plaatsen"]) for row in read_tabel("bussen")}
        self._travel = EstimatedTravelTime()

    def fill(self, people: list[Medewerker]) -> list[Ploeg]:
        """The groups of all opdrachten that run: who masters the work, as many as promised, as many as asked.

        Those for which there are fewest people choose first; who is in a group goes to no other.
        """
        ways = [
            (Ploeg(row=row, leiding=self._lead(row)), self._list_able(people, row)) for row in list_lopend()
        ]
        taken: set[int] = set()
        for most, is_mix in (("toegezegd", True), ("toegezegd", False), ("gevraagd", False)):
            for ploeg, able in sorted(ways, key=lambda way: len(way[1])):
                for wie in able:
                    if wie.id not in taken and (not is_mix or ploeg.lacks(wie)):
                        self._join(ploeg, wie, int(ploeg.row[most]))
                taken |= {wie.id for wie in ploeg.leden}
        return [ploeg for ploeg, _ in ways]

    def _list_able(self, people: list[Medewerker], row: Mapping[str, str]) -> list[Medewerker]:
        """Everybody who can go to an opdracht, who fits best first."""
        ways = [(wie, self._way(wie, row)) for wie in people if _may_go(wie, row)]
        fits = [(_rank(wie, row), way, wie.id, wie) for wie, way in ways if way is not None]
        return [wie for *_, wie in sorted(fits, key=lambda fit: fit[:3])]

    def _lead(self, row: Mapping[str, str]) -> dict[int, str]:
        """The own werkleider on the days on which they work, on others who steps in."""
        own = mask_of(self._werkleiders[row["werkleider"]]["dagen"])
        days = mask_of(row["dagen"])
        return {
            dag: row["werkleider"] if own >> dag & 1 else INVALLER for dag in WERKDAGEN if days >> dag & 1
        }

    def _way(self, wie: Medewerker, row: Mapping[str, str]) -> int | None:
        """The minutes to the site: alone, or by the bus past the own place; None where that cannot be."""
        site = self._sites[row["werkgever"]]
        if wie.persoon.reist_alleen:
            found = self._minutes(wie.plaats, site, Vervoermiddel(wie.persoon.vervoermiddel))
        elif wie.plaats in _route(row):
            stops = (*_route(row)[_route(row).index(wie.plaats) :], site)
            legs = [self._minutes(one, other, Vervoermiddel.AUTO) or 0 for one, other in pairwise(stops)]
            on_foot = self._minutes(wie.plaats, wie.plaats, Vervoermiddel.LOPEN) or 0
            found = on_foot + sum(legs) if sum(legs) <= BELEID["max_rit"] else None
        else:
            found = None
        return found if found is not None and found <= wie.persoon.max_reistijd else None

    def _minutes(self, van: str, naar: str, middel: Vervoermiddel) -> int | None:
        """Minutes from place to place."""
        return self._travel.minutes(self._punten[van], self._punten[naar], middel)

    def _join(self, ploeg: Ploeg, wie: Medewerker, most: int) -> None:
        """Take somebody into a group of `most` a day, if there is room in every week that they are there."""
        riding = sum(not each.persoon.reist_alleen for each in ploeg.leden)
        if not wie.persoon.reist_alleen and riding >= self._plaatsen[ploeg.row["bus"]]:
            return
        done, masks = 0, {}
        for week in WEKEN:
            if not ploeg.runs(week) or wie.weg == week:
                continue
            step = days_after(wie.stappen, done)
            days = self._choose(ploeg, wie, week, most)[:step]
            if not days:
                return
            masks[wie.id, week] = sum(1 << dag for dag in days)
            done += len(days) == step
        ploeg.leden.append(wie)
        ploeg.dagen |= masks
        for (_, week), mask in masks.items():
            for dag in WERKDAGEN:
                ploeg.present[week, dag] += mask >> dag & 1
                ploeg.need[week, dag] += wie.behoefte * (mask >> dag & 1)

    def _choose(self, ploeg: Ploeg, wie: Medewerker, week: int, most: int) -> list[int]:
        """The weekdays on which there is room for somebody, those with the fewest people first."""
        open_days = [
            dag
            for dag, leader in ploeg.leiding.items()
            if wie.dagen >> dag & 1
            and ploeg.present[week, dag] < most
            and ploeg.need[week, dag] + wie.behoefte <= int(self._werkleiders[leader]["span"])
        ]
        return sorted(open_days, key=lambda dag: (ploeg.present[week, dag], dag))


def _route(row: Mapping[str, str]) -> list[str]:
    """Where the bus of an opdracht can stop."""
    return next(
        (split_cell(bus["opstapplaatsen"]) for bus in read_tabel("bussen") if bus["naam"] == row["bus"]), []
    )


def _may_go(wie: Medewerker, row: Mapping[str, str]) -> bool:
    """Whether the work fits somebody: trede, hours, conditions, days, and what they learn."""
    return (
        wie.wil_buiten
        and wie.vertrokken is None
        and wie.trede + wie.klaar >= GROEP
        and int(row["minuten"]) <= wie.minuten_dag
        and set(wie.persoon.voorwaarden) <= offered_at(row)
        and bool(wie.dagen & mask_of(row["dagen"]))
        and (not wie.leerdoelen or bool({*wie.leerdoelen} & {*get_soort(row["soort"]).werkprocessen}))
    )


def _rank(wie: Medewerker, row: Mapping[str, str]) -> tuple[bool, int, bool, bool]:
    """Who goes first: of this kind of work, on most days, who masters what is asked, who needs the bus."""
    days = (wie.dagen & mask_of(row["dagen"])).bit_count()
    return (
        wie.persoon.soort != row["soort"],
        -min(days, days_after(wie.stappen, 0)),
        not {*wie.persoon.bewezen} & mix_of(row).keys(),
        wie.persoon.reist_alleen,
    )

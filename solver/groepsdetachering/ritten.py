"""Rides of the buses: for every opdracht and set of stops the shortest way from the bus's place to the site.

Of equally long ways the one whose longest ride is shortest. Minutes are those of the table by car.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, pairwise, permutations
from typing import TYPE_CHECKING

from solver.vocabulary import Vervoermiddel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from solver.groepsdetachering.instance import Bus, Instance, Medewerker, Opdracht


@dataclass(frozen=True, slots=True, kw_only=True)
class Rit:
    """A bus to an opdracht past these stops in this order; `minuten[stop]` from there to the site.

    `duur` and `omweg` are of the whole way in minutes, `kilometers` too.
    """

    bus: int
    plaatsen: int
    opstappen: tuple[int, ...]
    minuten: Mapping[int, int]
    duur: int
    omweg: int
    kilometers: int

    def longest(self) -> int:
        """The longest ride of somebody."""
        return max(self.minuten.values(), default=0)

    def minutes_for(self, medewerker: Medewerker) -> int | None:
        """From home by a stop of this ride to the site; None where it passes no stop that is within reach."""
        found = [
            each.minuten + self.minuten[each.opstapplaats]
            for each in medewerker.opstappen
            if each.opstapplaats in self.minuten
        ]
        return min(found, default=None)

    def can_bring(self, medewerker: Medewerker) -> bool:
        """Whether it passes a stop of somebody, and takes no longer than they can bear."""
        minutes = self.minutes_for(medewerker)
        return minutes is not None and minutes <= medewerker.max_minuten


def make_rit(instance: Instance, bus: Bus, opdracht: Opdracht, stops: tuple[int, ...]) -> Rit | None:
    """The best ride past these stops; None where there is no way."""
    zones = {row.id: row.zone for row in instance.opstapplaatsen}
    way = instance.reistabel.minuten[Vervoermiddel.AUTO]
    direct = way[bus.zone][opdracht.zone]
    best: Rit | None = None
    for order in permutations(sorted(stops)):
        legs = [
            way[one][other]
            for one, other in pairwise([bus.zone, *(zones[each] for each in order), opdracht.zone])
        ]
        known = [leg for leg in legs if leg is not None]
        if direct is None or len(known) < len(legs):
            continue
        ride = {stop: sum(known[place + 1 :]) for place, stop in enumerate(order)}
        kilometers = sum(
            instance.reistabel.kilometers[one][other]
            for one, other in pairwise([bus.zone, *(zones[each] for each in order), opdracht.zone])
        )
        found = Rit(
            bus=bus.id,
            plaatsen=bus.plaatsen,
            opstappen=order,
            minuten=ride,
            duur=sum(known),
            omweg=sum(known) - direct,
            kilometers=kilometers,
        )
        if best is None or (found.duur, found.longest()) < (best.duur, best.longest()):
            best = found
    return best


def rides(instance: Instance, opdracht: Opdracht) -> Iterator[Rit]:
    """All rides to an opdracht with at least one stop, within what the policy allows."""
    for bus in instance.bussen:
        for number in range(1, len(bus.opstappen) + 1):
            for stops in combinations(bus.opstappen, number):
                rit = make_rit(instance, bus, opdracht, stops)
                if rit is not None and is_allowed(instance, rit):
                    yield rit


def is_allowed(instance: Instance, rit: Rit) -> bool:
    """Whether nobody rides too long and the bus makes no larger detour than it may."""
    return rit.longest() <= instance.beleid.max_rit and rit.omweg <= instance.beleid.max_omweg


def own_minutes(instance: Instance, medewerker: Medewerker, opdracht: Opdracht) -> int | None:
    """How long someone travels by themselves; None where that cannot be, or is too long or too far."""
    minutes = instance.reistabel.minuten[medewerker.vervoermiddel][medewerker.zone][opdracht.zone]
    kilometers = instance.reistabel.kilometers[medewerker.zone][opdracht.zone]
    if (
        not medewerker.reist_alleen
        or minutes is None
        or minutes > medewerker.max_minuten
        or kilometers > medewerker.max_kilometers
    ):
        return None
    return minutes

"""Invented groepsdetacheringen of any size from a seed: a company in a region, its opdrachten and its people.

Nothing in it is real. Werkleiders and seats are scarce: not every opdracht can run in every week.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from solver.groepsdetachering.dagen import WERKDAGEN
from solver.groepsdetachering.instance import (
    Aanbod,
    Afdeling,
    Beleid,
    Bus,
    Instance,
    Leerdoel,
    Medewerker,
    Opdracht,
    Opstap,
    Opstapplaats,
    Reistabel,
    Stap,
    Vakkracht,
    Werkleider,
)
from solver.vocabulary import Vervoermiddel

SIDE = 20
ZONES = 16
AUTO_MINUTES_A_KM = 1.5
FIETS_MINUTES_A_KM = 4
OV_MINUTES_A_KM = 2.5
WERKPROCESSEN = range(1, 9)
STOPS = 4
WALK = 5
ALONE, WILLING, READY, LEARNING, LEAVING = 0.6, 0.9, 0.5, 0.3, 0.1
AWAY, LEADERS_AWAY = 0.35, 0.5
STEPS = (
    (Stap(dagen=1, weken=2), Stap(dagen=2, weken=2), Stap(dagen=4)),
    (Stap(dagen=2, weken=3), Stap(dagen=4)),
    (Stap(dagen=4),),
    (Stap(dagen=5),),
    (Stap(dagen=3),),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Maat:
    """How many medewerkers, opdrachten, werkleiders, buses and weeks."""

    medewerkers: int
    opdrachten: int
    werkleiders: int
    bussen: int
    weken: int


SIZES = {
    "klein": Maat(medewerkers=30, opdrachten=4, werkleiders=3, bussen=2, weken=6),
    "middel": Maat(medewerkers=120, opdrachten=12, werkleiders=8, bussen=4, weken=12),
    "groot": Maat(medewerkers=300, opdrachten=30, werkleiders=20, bussen=10, weken=12),
}


def make_groepsdetachering(maat: Maat, seed: int) -> Instance:
    """Make the instance of this size and seed."""
    return _Draw(maat, Random(seed)).instance()


class _Draw:
    """Draws one part after the other from one stream of chance."""

    def __init__(self, maat: Maat, random: Random) -> None:
        self.maat, self.random = maat, random
        self.spots = [(random.uniform(0, SIDE), random.uniform(0, SIDE)) for _ in range(ZONES)]
        self.spots[0] = (SIDE / 2, SIDE / 2)
        self.stops = [Opstapplaats(id=each, zone=each) for each in range(ZONES) if each % 2]
        self.kilometers = tuple(
            tuple(round(abs(ax - bx) + abs(ay - by)) for bx, by in self.spots) for ax, ay in self.spots
        )
        self.numbers = list(range(len(WERKDAGEN) * maat.weken))

    def instance(self) -> Instance:
        """Put it together."""
        random, maat = self.random, self.maat
        medewerkers = tuple(self._medewerker(each) for each in range(maat.medewerkers))
        pairs = [tuple(random.sample(range(maat.medewerkers), 2)) for _ in range(maat.medewerkers // 5)]
        apart = {(min(pair), max(pair)) for pair in pairs[: len(pairs) // 2]}
        liever = {(min(pair), max(pair)) for pair in pairs[len(pairs) // 2 :]} - apart
        return Instance(
            weken=maat.weken,
            medewerkers=medewerkers,
            werkleiders=tuple(self._werkleider(each) for each in range(maat.werkleiders)),
            opdrachten=tuple(self._opdracht(each) for each in range(maat.opdrachten)),
            bussen=tuple(self._bus(each) for each in range(maat.bussen)),
            opstapplaatsen=tuple(self.stops),
            afdelingen=tuple(self._afdeling(each, medewerkers) for each in range(3)),
            reistabel=Reistabel(
                minuten={
                    Vervoermiddel.AUTO: self._way(AUTO_MINUTES_A_KM, 3),
                    Vervoermiddel.FIETS: self._way(FIETS_MINUTES_A_KM, 0),
                    Vervoermiddel.OV: self._way(OV_MINUTES_A_KM, 8),
                },
                kilometers=self.kilometers,
            ),
            beleid=Beleid(fase_volgorde=True, loon=1100, leiding=3200, kilometer=45),
            apart=frozenset(apart),
            liever=frozenset(liever),
        )

    def _way(self, minutes_a_km: float, wait: int) -> tuple[tuple[int | None, ...], ...]:
        return tuple(tuple(round(minutes_a_km * away) + wait for away in row) for row in self.kilometers)

    def _medewerker(self, number: int) -> Medewerker:
        """Most reach a stop nearby; many build up by steps, and one of ten has no wish to go."""
        random = self.random
        zone = random.randrange(ZONES)
        alone = random.random() < ALONE
        own = random.choice((Vervoermiddel.FIETS, Vervoermiddel.OV))
        near = sorted(self.stops, key=lambda stop: self.kilometers[zone][stop.zone])[:2]
        first = random.randrange(self.maat.weken)
        away = random.random() < AWAY
        trede = random.choice((1, 2, 2, 2, 3))
        goals = random.sample(WERKPROCESSEN, random.choice((1, 2))) if random.random() < LEARNING else []
        return Medewerker(
            id=number,
            zone=zone,
            vervoermiddel=own,
            max_minuten=random.choice((45, 60, 75, 90)),
            max_kilometers=SIDE,
            reist_alleen=alone,
            opstappen=tuple(
                Opstap(opstapplaats=stop.id, minuten=4 * self.kilometers[zone][stop.zone])
                for stop in near
                if self.kilometers[zone][stop.zone] <= WALK
            ),
            dagen=random.choice((0b11111, 0b11111, 0b01111, 0b11110, 0b10111, 0b00111, 0b11100)),
            max_minuten_dag=random.choice((360, 420, 480, 480)),
            behoefte=random.choice((1, 1, 2, 2, 3)),
            beheerst=frozenset(random.sample(WERKPROCESSEN, random.choice((2, 3, 4)))),
            niveau=random.choice((None, 1, 1, 2)),
            leerdoelen=tuple(Leerdoel(werkproces=each, weken=random.choice((4, 6, 8))) for each in goals),
            opbouw=random.choice(STEPS),
            trede=trede,
            klaar=random.random() < READY,
            wil_buiten=random.random() < WILLING,
            uitstroom=random.random() < LEAVING,
            afdeling=random.randrange(3),
            afwezig=frozenset(range(5 * first, 5 * first + 5)) if away else frozenset(),
        )

    def _werkleider(self, number: int) -> Werkleider:
        random = self.random
        first = random.randrange(self.maat.weken)
        return Werkleider(
            id=number,
            minuten=random.choice((1680, 1920, 2160)),
            span=random.choice((12, 14, 16, 18)),
            dagen=random.choice((0b11111, 0b11111, 0b01111, 0b11110)),
            trainingen=frozenset(random.sample(range(3), random.choice((2, 3)))),
            beheerst=frozenset(random.sample(WERKPROCESSEN, 6)),
            afwezig=frozenset(range(5 * first, 5 * first + 5))
            if random.random() < LEADERS_AWAY
            else frozenset(),
        )

    def _opdracht(self, number: int) -> Opdracht:
        random = self.random
        taught = random.sample(WERKPROCESSEN, 4)
        minimum = random.choice((4, 5, 6))
        maximum = minimum + random.choice((3, 4, 6))
        wanted = random.randint(minimum + 1, maximum)
        first = random.choice((0, 0, 0, self.maat.weken // 3))
        last = random.choice((self.maat.weken, self.maat.weken, self.maat.weken - self.maat.weken // 4))
        return Opdracht(
            id=number,
            inlener=number,
            zone=random.randrange(1, ZONES),
            dagen=random.choice((0b11111, 0b01111, 0b11110, 0b10101, 0b01010, 0b00111)),
            minuten=random.choice((300, 360, 360, 420)),
            minimum=minimum,
            maximum=maximum,
            gevraagd=wanted,
            toegezegd=random.choice((0, minimum, wanted)),
            waarde=random.choice((1, 2, 2, 3, 5)),
            tarief=random.choice((1400, 1600, 1900)),
            van_week=first,
            tot_week=last,
            trede=random.choice((2, 2, 2, 3)),
            niveau=random.choice((None, 1, 2)),
            mix=tuple(Vakkracht(werkproces=each, aantal=random.choice((1, 2))) for each in taught[:1]),
            aanbod=tuple(Aanbod(werkproces=each) for each in taught),
            trainingen=frozenset(random.sample(range(3), random.choice((0, 1)))),
        )

    def _bus(self, number: int) -> Bus:
        """Stops near each other."""
        first = self.random.choice(self.stops)
        near = sorted(self.stops, key=lambda stop: self.kilometers[first.zone][stop.zone])[:STOPS]
        return Bus(id=number, zone=0, plaatsen=8, opstappen=tuple(stop.id for stop in near))

    def _afdeling(self, number: int, medewerkers: tuple[Medewerker, ...]) -> Afdeling:
        """A quarter must stay, half is wished."""
        sizes = [
            sum(1 for each in medewerkers if each.afdeling == number and each.dagen >> day & 1)
            for day in WERKDAGEN
        ]
        minimum = (sizes[0] // 4, sizes[1] // 4, sizes[2] // 4, sizes[3] // 4, sizes[4] // 4)
        wished = (sizes[0] // 2, sizes[1] // 2, sizes[2] // 2, sizes[3] // 2, sizes[4] // 2)
        return Afdeling(id=number, minimum=minimum, gewenst=wished)

"""Invented roulaties of any size from a seed, around a hidden plan that keeps every rule.

The hidden plan is drawn first; capacities, agreed werkprocessen and who stays together or apart are then
drawn so that it is valid. So there always is a plan, and how little more there is than it takes is a
parameter. Nothing in it is real.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from random import Random

from solver.roulatie.beleid import Beleid
from solver.roulatie.instance import (
    Aanbod,
    Blok,
    Cel,
    Deelnemer,
    Instance,
    Inzet,
    Leerdoel,
    Plek,
    Praktijkopleider,
    Reistabel,
    Voorkeur,
)
from solver.roulatie.solution import Solution
from solver.vocabulary import Fase, Vervoermiddel

VEILIG = 1
WERKPROCESSEN = range(2, 12)
WEKEN_A_BLOK = (3, 4, 5)
FIRST_MONTH = 3
WEEKS_A_MONTH = 4
ZONES = 12
SIDE = 30
MINUTES_A_KM = 2
MAX_BLOKKEN = 2
MACHINES_ONE_OF = 4
SUMMER_SHARE = 0.4
WEKEN_OEFENEN = (2, 3, 4, 6)
BEHOEFTEN = ((240, 180, 120), (180, 120, 90, 60), (120, 60), (90, 60, 30))
ALLE_DAGDELEN = (1 << 10) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Maat:
    """How many deelnemers, plekken and blocks; `ruim`: guidance there is by what the hidden plan takes.

    It is the same in all weeks, as what a praktijkopleider can give is; with `per_week` it follows that plan,
    so that hardly any other fits.
    """

    deelnemers: int
    plekken: int
    blokken: int
    ruim: float = 1.15
    per_week: bool = False


SIZES = {
    "klein": Maat(deelnemers=8, plekken=5, blokken=4),
    "middel": Maat(deelnemers=17, plekken=8, blokken=6),
    "groot": Maat(deelnemers=40, plekken=12, blokken=8),
    "zeer-groot": Maat(deelnemers=120, plekken=30, blokken=12),
}


def make_roulatie(maat: Maat, seed: int) -> Instance:
    """Make the instance of this size and seed."""
    return _Draw(maat, Random(seed)).instance()


def hidden_plan(maat: Maat, seed: int) -> Solution:
    """The plan that the instance of this size and seed was drawn around."""
    plans = _Draw(maat, Random(seed)).plans
    return Solution(
        cellen=tuple(
            Cel(deelnemer=number, blok=blok, plek=plek)
            for number, plan in enumerate(plans)
            for blok, plek in enumerate(plan)
        )
    )


class _Draw:
    """Draws blocks, plekken, the hidden plan, and what is then known of everyone."""

    def __init__(self, maat: Maat, random: Random) -> None:
        self.maat, self.random = maat, random
        self.blokken: list[Blok] = []
        week = 0
        for place in range(maat.blokken):
            weeks = random.choice(WEKEN_A_BLOK)
            self.blokken.append(Blok(id=place, van_week=week, tot_week=week + weeks))
            week += weeks
        self.maand = tuple((FIRST_MONTH - 1 + each // WEEKS_A_MONTH) % 12 + 1 for each in range(week))
        spots = [(random.uniform(0, SIDE), random.uniform(0, SIDE)) for _ in range(ZONES)]
        self.kilometers = tuple(
            tuple(round(abs(ax - bx) + abs(ay - by)) for bx, by in spots) for ax, ay in spots
        )
        self.aanbod = [self._draw_aanbod(place) for place in range(maat.plekken)]
        self.zones = [random.randrange(ZONES) for _ in range(maat.plekken)]
        self.machines = {
            place for place in range(maat.plekken) if place % MACHINES_ONE_OF == MACHINES_ONE_OF - 1
        }
        self.plans = [self._draw_plan() for _ in range(maat.deelnemers)]
        self.plans[1] = list(self.plans[0])
        self.needs = [random.choice(BEHOEFTEN) for _ in range(maat.deelnemers)]

    def _draw_aanbod(self, place: int) -> tuple[Aanbod, ...]:
        """Safety at two of three plekken, and some werkprocessen, of which one perhaps in summer only."""
        found = [Aanbod(werkproces=VEILIG)] if place % 3 != 1 else []
        for place_in, werkproces in enumerate(
            self.random.sample(WERKPROCESSEN, self.random.choice((2, 3, 4)))
        ):
            in_summer = place_in == 0 and self.random.random() < SUMMER_SHARE
            maanden = frozenset(range(4, 10)) if in_summer else frozenset(range(1, 13))
            found.append(Aanbod(werkproces=werkproces, maanden=maanden))
        return tuple(found)

    def _draw_plan(self) -> list[int]:
        """Stays of one or two blocks at ever another plek; where safety is learned first."""
        plan: list[int] = []
        open_to = [
            each for each in range(self.maat.plekken) if self._is_safe(each) and each not in self.machines
        ]
        left = set(range(self.maat.plekken))
        while len(plan) < self.maat.blokken:
            place = self.random.choice([each for each in open_to if each in left] or sorted(left))
            left.discard(place)
            left = left or set(range(self.maat.plekken)) - {place}
            plan += [place] * self.random.choice((1, 2))
            open_to = list(range(self.maat.plekken))
        return plan[: self.maat.blokken]

    def _is_safe(self, place: int) -> bool:
        return any(each.werkproces == VEILIG for each in self.aanbod[place])

    def instance(self) -> Instance:
        """Put it together."""
        people = range(self.maat.deelnemers)
        met = {
            pair
            for pair in combinations(people, 2)
            if any(
                here == there for here, there in zip(self.plans[pair[0]], self.plans[pair[1]], strict=True)
            )
        }
        strangers = [pair for pair in combinations(people, 2) if pair not in met and min(pair) > 1]
        apart = self.random.sample(strangers, min(len(strangers), self.maat.deelnemers // 8))
        way: tuple[tuple[int | None, ...], ...] = tuple(
            tuple(MINUTES_A_KM * away + 5 for away in row) for row in self.kilometers
        )
        return Instance(
            maand=self.maand,
            blokken=tuple(self.blokken),
            deelnemers=tuple(self._deelnemer(each) for each in people),
            plekken=tuple(self._plek(place) for place in range(self.maat.plekken)),
            praktijkopleiders=tuple(self._opleider(place) for place in range(self.maat.plekken)),
            reistabel=Reistabel(
                minuten={Vervoermiddel.FIETS: way, Vervoermiddel.OV: way}, kilometers=self.kilometers
            ),
            beleid=Beleid(max_blokken=MAX_BLOKKEN, min_werkgevers=min(3, self.maat.blokken // 2)),
            apart=frozenset(apart),
            samen=frozenset({(0, 1)}),
        )

    def _deelnemer(self, number: int) -> Deelnemer:
        """Lives near enough to all of the hidden plan; agreed is a part of what it teaches."""
        random, plan = self.random, self.plans[number]
        zone = random.randrange(ZONES)
        farthest = max(self.kilometers[zone][self.zones[place]] for place in plan)
        taught: dict[int, int] = {}
        for blok, place in zip(self.blokken, plan, strict=True):
            for each in self.aanbod[place]:
                weeks = sum(1 for week in blok.weken if self.maand[week] in each.maanden)
                taught[each.werkproces] = taught.get(each.werkproces, 0) + weeks
        known = sorted(each for each, weeks in taught.items() if weeks)
        goals = random.sample(known, min(len(known), random.choice((3, 4, 5))))
        return Deelnemer(
            id=number,
            zone=zone,
            vervoermiddel=random.choice((Vervoermiddel.FIETS, Vervoermiddel.OV)),
            max_minuten=MINUTES_A_KM * (farthest + random.choice((0, 2, 6))) + 5,
            max_kilometers=2 * SIDE,
            begeleiding=self.needs[number],
            leerdoelen=tuple(
                Leerdoel(werkproces=each, weken=min(taught[each], random.choice(WEKEN_OEFENEN)))
                for each in goals
            ),
            voorkeuren=tuple(
                Voorkeur(plek=place, wens=random.choice((0, 20, 50, 100)), eindplek=random.choice((0, 0, 50)))
                for place in range(self.maat.plekken)
            ),
        )

    def _plek(self, place: int) -> Plek:
        """A little more room than the hidden plan takes; two of three plekken are of a werkgever alone."""
        fullest = max(
            sum(1 for plan in self.plans if plan[blok] == place) for blok in range(self.maat.blokken)
        )
        return Plek(
            id=place,
            werkgever=place - place % 3 // 2,
            zone=self.zones[place],
            fase=self.random.choice(list(Fase)),
            maximum=max(1, fullest) + self.random.choice((0, 0, 1)),
            dagdelen=ALLE_DAGDELEN,
            aanbod=self.aanbod[place],
            vereist=frozenset({VEILIG} if place in self.machines else ()),
            inzet=(Inzet(praktijkopleider=place, van_week=0, tot_week=len(self.maand)),),
        )

    def _opleider(self, place: int) -> Praktijkopleider:
        """More minutes a week than the hidden plan takes in the busiest of all weeks, or of those nearby."""
        used = [0] * len(self.maand)
        for plan, need in zip(self.plans, self.needs, strict=True):
            for number, blok in enumerate(self.blokken):
                if plan[number] == place:
                    is_second = number > 0 and plan[number - 1] == place
                    start = self.blokken[number - 1 if is_second else number].van_week
                    for week in blok.weken:
                        used[week] += need[min(week - start, len(need) - 1)]
        near = 2 if self.maat.per_week else len(used)
        top = [max(used[max(0, week - near) : week + near + 1]) for week in range(len(used))]
        return Praktijkopleider(id=place, minuten=tuple(round(each * self.maat.ruim) + 30 for each in top))

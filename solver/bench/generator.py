"""Invented matching instances from a seed.

Towns in a plane, sectors with their own werkprocessen, tight guidance.

Nothing in them is real: crebos, werkprocessen and names of sectors are only numbers and words.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random

from solver.matching.instance import (
    Beleid,
    Erkenning,
    Fase,
    Instance,
    Inzet,
    Kandidaat,
    Leerwerkplek,
    Opleiding,
    Plaatsingsvorm,
    Praktijkopleider,
    Reistabel,
    Vervoermiddel,
)

SECTORS = ("groen", "logistiek", "horeca", "schoonmaak", "hout", "zorg")
SECTOR_WEIGHTS = (34, 30, 12, 11, 9, 4)
WERKPROCESSEN_A_SECTOR = 6
SPEED = {
    Vervoermiddel.LOPEN: 5,
    Vervoermiddel.FIETS: 15,
    Vervoermiddel.E_BIKE: 20,
    Vervoermiddel.OV: 28,
    Vervoermiddel.AUTO: 50,
    Vervoermiddel.TAXIBUS: 38,
}
REACH = {
    Vervoermiddel.LOPEN: 30,
    Vervoermiddel.FIETS: 40,
    Vervoermiddel.E_BIKE: 45,
    Vervoermiddel.OV: 60,
    Vervoermiddel.AUTO: 40,
    Vervoermiddel.TAXIBUS: 60,
}
CANNOT_TRAVEL_ALONE = 0.07
NEEDS_A_CONDITION = 0.06
OFFERS_A_CONDITION = 0.6
VOUCHER_ROUTE = 0.1
TRANSPORT_ARRANGED = 0.1
ERKEND = 0.92
MOST_ZONES = 1_000
VOORWAARDEN = ("rolstoel", "prikkelarm", "vaste_taken", "zittend_werk")


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How large and how tight: `begeleiding` is minutes a week per praktijkopleider.

    People may begin in every second week, in `startweken` weeks in all.
    """

    kandidaten: int = 160
    plekken: int = 70
    weken: int = 52
    begeleiding: int = 240
    vouchers: int | None = 8
    startweken: int = 8


SIZES = {
    "town": Size(kandidaten=300, plekken=120, vouchers=15),
    "region": Size(kandidaten=3_000, plekken=900, vouchers=150),
    "province": Size(kandidaten=30_000, plekken=9_000, vouchers=1_500),
    "country": Size(kandidaten=100_000, plekken=30_000, vouchers=5_000),
}


def generate(size: Size, seed: int) -> Instance:
    """Make the instance of this size and seed."""
    random = Random(seed)
    zones = _zones(random, min(max(4, size.plekken // 4), MOST_ZONES), side=8 + 2 * math.isqrt(size.plekken))
    opleiders = max(1, round(size.plekken * 0.7))
    return Instance(
        weken=size.weken,
        kandidaten=tuple(_kandidaat(random, number, len(zones)) for number in range(1, size.kandidaten + 1)),
        plekken=tuple(
            _plek(random, number, len(zones), opleiders, size.weken) for number in range(1, size.plekken + 1)
        ),
        praktijkopleiders=tuple(
            Praktijkopleider(id=number, minuten=_minutes(random, size)) for number in range(1, opleiders + 1)
        ),
        opleidingen=tuple(
            Opleiding(crebo=number, van_week=0, tot_week=size.weken) for number in range(len(SECTORS))
        ),
        reistabel=_reistabel(zones),
        beleid=Beleid(
            wachttermijn_weken=26,
            startweken=tuple(range(0, min(size.weken, 2 * size.startweken), 2)),
            fase_volgorde=True,
            vouchers=size.vouchers,
        ),
    )


def _zones(random: Random, count: int, side: float) -> list[tuple[float, float]]:
    return [(random.uniform(0, side), random.uniform(0, side)) for _ in range(count)]


def _reistabel(zones: list[tuple[float, float]]) -> Reistabel:
    distance = [[math.dist(one, other) * 1.3 for other in zones] for one in zones]
    minutes: dict[Vervoermiddel, tuple[tuple[int | None, ...], ...]] = {
        mode: tuple(tuple(5 + round(60 * km / speed) for km in row) for row in distance)
        for mode, speed in SPEED.items()
    }
    return Reistabel(minuten=minutes, kilometers=tuple(tuple(round(km) for km in row) for row in distance))


def _minutes(random: Random, size: Size) -> tuple[int, ...]:
    base = random.choice((size.begeleiding // 2, size.begeleiding, size.begeleiding, size.begeleiding * 2))
    holiday = random.randrange(size.weken)
    return tuple(base // 2 if week == holiday else base for week in range(size.weken))


def _kandidaat(random: Random, number: int, zones: int) -> Kandidaat:
    wishes = tuple(dict.fromkeys(random.choices(SECTORS, SECTOR_WEIGHTS, k=3)))
    sector = SECTORS.index(wishes[0])
    mode = random.choices(list(Vervoermiddel), (1, 8, 5, 5, 3, 3))[0]
    first = random.choice((0, 0, 0, 2, 4))
    need = random.choice((60, 90, 120, 180, 240))
    fases = random.choice(((Fase.BINNEN,), (Fase.BUITEN_BESCHERMD,), (Fase.REGULIER,), (None,), (None,)))
    dagdelen = _dagdelen(random)
    hours = min(random.choice((12, 16, 20, 24, 32)), 4 * dagdelen.bit_count())
    return Kandidaat(
        id=number,
        zone=random.randrange(zones),
        vervoermiddel=mode,
        max_reistijd=REACH[mode] + random.choice((-10, 0, 0, 15)),
        reist_alleen=random.random() > CANNOT_TRAVEL_ALONE,
        dagdelen=dagdelen,
        minuten_min=60 * max(8, hours - 8),
        minuten_max=60 * hours,
        eerste_week=first,
        laatste_week=first + random.choice((6, 10, 14)),
        weken=random.choice((8, 12, 16, 20, 26)),
        niveau=random.choice((1, 1, 2)),
        crebo=sector,
        werkprocessen=tuple(sorted(random.sample(_werkprocessen(sector), random.choice((1, 2, 3, 3))))),
        sectorwensen=wishes,
        vormen=tuple(random.sample(list(Plaatsingsvorm), random.choice((3, 4, 5)))),
        begeleiding=(need, need, need, need, need * 2 // 3, need * 2 // 3, need * 2 // 3, need // 3),
        voorwaarden=frozenset(each for each in VOORWAARDEN if random.random() < NEEDS_A_CONDITION),
        taal=random.choices(range(5), (1, 2, 4, 6, 20))[0],
        fase=fases[0],
        wachtweken=min(80, int(random.expovariate(1 / 14))),
        voucher=random.random() < VOUCHER_ROUTE,
    )


def _werkprocessen(sector: int) -> range:
    return range(sector * WERKPROCESSEN_A_SECTOR, (sector + 1) * WERKPROCESSEN_A_SECTOR)


def _offered(random: Random, sectors: set[int]) -> frozenset[int]:
    return frozenset(each for sector in sorted(sectors) for each in random.sample(_werkprocessen(sector), 4))


def _dagdelen(random: Random) -> int:
    return random.choice(((1 << 10) - 1, (1 << 10) - 1, 0b0101010101, 0b0011111111, 0b1111111100))


def _plek(random: Random, number: int, zones: int, opleiders: int, weken: int) -> Leerwerkplek:
    sector = random.choices(range(len(SECTORS)), SECTOR_WEIGHTS)[0]
    crebos = [sector, *random.sample(range(len(SECTORS)), 1)] if random.random() < ERKEND else []
    first = random.choice((0, 0, 0, 4))
    lead = random.randrange(1, opleiders + 1)
    return Leerwerkplek(
        id=number,
        werkgever=1 + (number - 1) // 2,
        zone=random.randrange(zones),
        sector=SECTORS[sector],
        niveau=random.choice((1, 1, 2)),
        plaatsen=(random.choice((1, 1, 2, 2, 3)),) * weken,
        van_week=first,
        tot_week=weken + random.choice((0, 26)),
        dagdelen=_dagdelen(random),
        minuten_min=60 * random.choice((8, 12, 16)),
        minuten_max=60 * random.choice((24, 32, 36)),
        werkprocessen=_offered(random, {sector, *crebos}),
        erkenningen=tuple(
            Erkenning(crebo=each, werkprocessen=None, van_week=0, tot_week=weken * 3)
            for each in dict.fromkeys(crebos)
        ),
        vormen=frozenset(random.sample(list(Plaatsingsvorm), random.choice((3, 4, 5)))),
        voorwaarden=frozenset(each for each in VOORWAARDEN if random.random() < OFFERS_A_CONDITION),
        taal=random.choices(range(5), (3, 4, 4, 2, 1))[0],
        fase=random.choice((Fase.BUITEN_BESCHERMD, Fase.REGULIER, None)),
        inzet=(Inzet(praktijkopleider=lead, van_week=0, tot_week=weken * 3),),
        vervoer_geregeld=random.random() < TRANSPORT_ARRANGED,
    )

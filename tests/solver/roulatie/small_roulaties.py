"""Small roulaties: one plain instance to change at will, odd ones from a seed, and every plan of them."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from random import Random

from solver.roulatie.beleid import Beleid
from solver.roulatie.check import violations
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
from solver.roulatie.plan import Plan
from solver.roulatie.solution import Solution
from solver.roulatie.wishes import WISHES
from solver.tiers import Tier
from solver.vocabulary import Fase, Vervoermiddel

FIETS = Vervoermiddel.FIETS
ALLE_DAGDELEN = 0b1111111111
WEKEN = 6


def make_deelnemer(number: int, **changes: object) -> Deelnemer:
    """A deelnemer who can be everywhere."""
    plain: dict[str, object] = {
        "id": number,
        "zone": 0,
        "vervoermiddel": FIETS,
        "max_minuten": 30,
        "max_kilometers": 20,
    }
    return Deelnemer(**{**plain, **changes})  # type: ignore[arg-type] # the fields are checked at run time


def make_plek(number: int, **changes: object) -> Plek:
    """A plek of werkgever `number` for two people, led by praktijkopleider `number`."""
    plain: dict[str, object] = {
        "id": number,
        "werkgever": number,
        "zone": 0,
        "maximum": 2,
        "dagdelen": ALLE_DAGDELEN,
        "aanbod": (Aanbod(werkproces=number),),
        "inzet": (Inzet(praktijkopleider=number, van_week=0, tot_week=WEKEN),),
    }
    return Plek(**{**plain, **changes})  # type: ignore[arg-type] # the fields are checked at run time


def make_instance(**changes: object) -> Instance:
    """Two deelnemers over plekken 1 and 2 in three blocks of two weeks."""
    plain: dict[str, object] = {
        "maand": (3,) * WEKEN,
        "blokken": tuple(Blok(id=place, van_week=2 * place, tot_week=2 * place + 2) for place in range(3)),
        "deelnemers": (make_deelnemer(1), make_deelnemer(2)),
        "plekken": (make_plek(1), make_plek(2)),
        "praktijkopleiders": tuple(Praktijkopleider(id=each, minuten=(120,) * WEKEN) for each in (1, 2, 3)),
        "reistabel": Reistabel(minuten={FIETS: ((0, 20), (20, 0))}, kilometers=((0, 9), (9, 0))),
        "beleid": Beleid(max_blokken=3),
    }
    return Instance(**{**plain, **changes})  # type: ignore[arg-type] # the fields are checked at run time


def cells(*rows: str) -> Solution:
    """A plan from a row for each deelnemer (from 1) with the plek in each block (from 0), "." for none."""
    return Solution(
        cellen=tuple(
            Cel(deelnemer=place + 1, blok=blok, plek=int(plek))
            for place, row in enumerate(rows)
            for blok, plek in enumerate(row)
            if plek != "."
        )
    )


def every_plan(instance: Instance) -> Iterator[Solution]:
    """Every way to give everyone one plek in each block in which someone takes part."""
    wanted = [
        (deelnemer.id, blok.id)
        for deelnemer in instance.deelnemers
        for blok in instance.blokken
        if deelnemer.weken_in(blok.weken)
    ]
    for plekken in product([plek.id for plek in instance.plekken], repeat=len(wanted)):
        yield Solution(
            cellen=tuple(
                Cel(deelnemer=who, blok=blok, plek=plek)
                for (who, blok), plek in zip(wanted, plekken, strict=True)
            )
        )


def valid_plans(instance: Instance) -> list[Solution]:
    """Those that break no rule."""
    return [plan for plan in every_plan(instance) if not violations(Plan(instance, plan))]


def draw(seed: int) -> Instance:
    """An odd small instance: any rule may bind, and there may be no plan at all."""
    random = Random(seed)
    numbers = range(1, 4)
    deelnemers = tuple(_draw_deelnemer(random, each, len(numbers)) for each in (1, 2))
    plekken = tuple(_draw_plek(random, each) for each in numbers)
    found = make_instance(
        maand=tuple(random.choice((3, 4)) for _ in range(WEKEN)),
        deelnemers=deelnemers,
        plekken=plekken,
        praktijkopleiders=tuple(
            Praktijkopleider(id=each, minuten=tuple(random.choice((90, 150, 240)) for _ in range(WEKEN)))
            for each in (1, 2, 3)
        ),
        beleid=Beleid(
            max_blokken=random.choice((1, 2, 2, 3, 3, 3)),
            min_weken=random.choice((0, 0, 0, 3)),
            min_werkgevers=random.choice((1, 1, 2)),
            fase_volgorde=random.random() < 0.3,
            volgorde=random.choice(((), ((1, 2),))),
            tiers=_draw_tiers(random),
        ),
        verboden=frozenset({(1, 2)} if random.random() < 0.1 else ()),
        apart=frozenset({(1, 2)} if random.random() < 0.2 else ()),
        samen=frozenset({(1, 2)} if random.random() < 0.2 else ()),
    )
    if random.random() < 0.3:
        cel = Cel(deelnemer=1, blok=random.randrange(3), plek=random.choice(numbers))
        found = replace(found, vast=(cel,))
    if random.random() < 0.3:
        plan = random.choice(list(every_plan(found)))
        found = replace(found, vorige=plan.cellen, max_cellen=random.choice((None, 2, 3)))
        found = replace(found, max_mensen=random.choice((None, 1)))
    return found


def _draw_deelnemer(random: Random, number: int, plekken: int) -> Deelnemer:
    return make_deelnemer(
        number,
        max_minuten=random.choice((10,) + (30,) * 9),
        reist_alleen=random.random() < 0.8,
        reist_met=frozenset({3 - number}),
        dagdelen=random.choice((ALLE_DAGDELEN,) * 5 + (0b11,)),
        begeleiding=random.choice(((0,), (0,), (60, 30), (90, 60, 60, 0))),
        leerdoelen=tuple(
            Leerdoel(werkproces=each, weken=random.choice((1, 1, 2, 3)), geoefend=random.choice((0, 1)))
            for each in random.sample((1, 2), random.choice((0, 0, 1, 1, 2)))
        ),
        ervaren_in=frozenset(random.sample((1, 2), random.choice((0, 0, 1)))),
        voorkeuren=tuple(
            Voorkeur(plek=plek, wens=random.choice((0, 40, 100)), eindplek=random.choice((0, 30)))
            for plek in range(1, plekken + 1)
        ),
        afwezig=frozenset(random.choice(((), (), (0,), (2, 3)))),
        van_week=random.choice((0, 0, 2)),
        tot_week=random.choice((None, None, 4)),
    )


def _draw_plek(random: Random, number: int) -> Plek:
    minimum = random.choice((0,) * 9 + (2,))
    return make_plek(
        number,
        werkgever=random.choice((number, 1)),
        zone=random.choice((0, 0, 1)),
        fase=random.choice(list(Fase)),
        minimum=minimum,
        maximum=max(minimum, random.choice((1, 2, 2, 2, 2, 2))),
        taxibus=random.choice((0, 1, 1)),
        dagdelen_minstens=random.choice((1, 1, 1, 4)),
        aanbod=tuple(
            Aanbod(
                werkproces=each,
                maanden=frozenset(random.choice(((3, 4), (3, 4), (3, 4), (3,)))),
                van_week=random.choice((0, 0, 2)),
                tot_week=random.choice((None, None, 4)),
            )
            for each in random.sample((1, 2), random.choice((1, 2)))
        ),
        vereist=frozenset(random.choice(((),) * 7 + ((1,),))),
        inzet=(
            Inzet(praktijkopleider=random.choice((1, 2)), van_week=0, tot_week=4),
            Inzet(praktijkopleider=3, van_week=4, tot_week=random.choice((WEKEN,) * 7 + (5,))),
        ),
        gesloten=frozenset(random.choice(((),) * 9 + ((1,),))),
    )


def _draw_tiers(random: Random) -> tuple[Tier, ...]:
    """All wishes over up to three tiers, in any order."""
    names = sorted(WISHES)
    random.shuffle(names)
    cuts = sorted(random.sample(range(1, len(names)), 2))
    parts = [names[: cuts[0]], names[cuts[0] : cuts[1]], names[cuts[1] :]]
    return tuple(
        Tier(name=f"tier {place}", gewichten={name: random.choice((1, 3)) for name in part})
        for place, part in enumerate(parts)
    )

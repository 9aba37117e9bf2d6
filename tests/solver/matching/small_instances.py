"""Small matching instances: one plain pair to change at will, and odd random ones from a seed."""

from dataclasses import replace
from random import Random
from typing import TypeVar

import numpy as np

from solver.arrays import IntArray
from solver.matching.instance import (
    Beleid,
    Erkenning,
    Fase,
    Gewichten,
    Instance,
    Inzet,
    Kandidaat,
    Leerwerkplek,
    Ondergrens,
    Opleiding,
    Paar,
    Plaatsingsvorm,
    Praktijkopleider,
    Reistabel,
    Spreiding,
    Vervoermiddel,
)
from solver.matching.pair_rules import PAIR_RULES

FIETS = Vervoermiddel.FIETS
EIGEN = Plaatsingsvorm.EIGEN_WERKNEMER
PROEF = Plaatsingsvorm.PROEFPLAATSING
WEKEN = 12
T = TypeVar("T")


def make_kandidaat(**changes: object) -> Kandidaat:
    """A kandidaat who fits the plek of `make_plek`."""
    plain: dict[str, object] = {
        "id": 1,
        "zone": 0,
        "vervoermiddel": FIETS,
        "max_reistijd": 30,
        "dagdelen": 0b1111111111,
        "minuten_min": 960,
        "minuten_max": 1440,
        "laatste_week": 4,
        "weken": 4,
        "niveau": 1,
        "crebo": 7,
        "werkprocessen": (1, 2),
        "sectorwensen": ("groen", "hout"),
        "vormen": (EIGEN,),
        "begeleiding": (60, 30),
    }
    return Kandidaat(**{**plain, **changes})  # type: ignore[arg-type] # the fields are checked at run time


def make_plek(**changes: object) -> Leerwerkplek:
    """A plek with one seat, led by praktijkopleider 1."""
    plain: dict[str, object] = {
        "id": 1,
        "werkgever": 1,
        "zone": 1,
        "sector": "groen",
        "niveau": 1,
        "plaatsen": (1,) * WEKEN,
        "van_week": 0,
        "tot_week": 20,
        "dagdelen": 0b1111111111,
        "minuten_min": 480,
        "minuten_max": 1920,
        "werkprocessen": frozenset({1, 3}),
        "vormen": frozenset({EIGEN}),
        "erkenningen": (Erkenning(crebo=7, werkprocessen=None, van_week=0, tot_week=60),),
        "inzet": (Inzet(praktijkopleider=1, van_week=0, tot_week=60),),
    }
    return Leerwerkplek(**{**plain, **changes})  # type: ignore[arg-type] # the fields are checked at run time


def make_beleid(**changes: object) -> Beleid:
    """People may begin in weeks 0, 2 and 4."""
    return Beleid(**{"wachttermijn_weken": 10, "startweken": (0, 2, 4), **changes})  # type: ignore[arg-type] # idem


def make_instance(**changes: object) -> Instance:
    """One kandidaat, one plek, one praktijkopleider, 20 minutes and 8 kilometers apart."""
    plain: dict[str, object] = {
        "weken": WEKEN,
        "kandidaten": (make_kandidaat(),),
        "plekken": (make_plek(),),
        "praktijkopleiders": (Praktijkopleider(id=1, minuten=(90,) * WEKEN),),
        "opleidingen": (Opleiding(crebo=7, van_week=0, tot_week=60),),
        "reistabel": make_reistabel(20, 8),
        "beleid": make_beleid(),
    }
    return Instance(**{**plain, **changes})  # type: ignore[arg-type] # the fields are checked at run time


def make_reistabel(minutes: int | None, kilometers: int) -> Reistabel:
    """Two zones, the same for every vervoermiddel."""
    rows = ((0, minutes), (minutes, 0))
    return Reistabel(
        minuten=dict.fromkeys(Vervoermiddel, rows), kilometers=((0, kilometers), (kilometers, 0))
    )


def all_stays(instance: Instance) -> tuple[IntArray, IntArray, IntArray]:
    """Every kandidaat at every plek in every startweek, allowed or not, as the array forms are asked."""
    kandidaat, plek, week = np.indices(
        (len(instance.kandidaten), len(instance.plekken), len(instance.beleid.startweken))
    ).reshape(3, -1)
    return kandidaat, plek, np.array(instance.beleid.startweken, dtype=np.int64)[week]


def single_stays(instance: Instance) -> list[tuple[Kandidaat, Leerwerkplek, int]]:
    """The same stays as the single forms are asked."""
    return [
        (kandidaat, plek, week)
        for kandidaat in instance.kandidaten
        for plek in instance.plekken
        for week in instance.beleid.startweken
    ]


def with_exceptions(instance: Instance, seed: int) -> Instance:
    """With rules set aside for some pairs, also where they do not exist or may not be set aside."""
    random = Random(seed)
    return replace(
        instance,
        uitzonderingen=frozenset(
            (kandidaat, plek, rule.NAME)
            for kandidaat in range(1, 6)
            for plek in range(1, 5)
            for rule in PAIR_RULES
            if random.random() < 0.2
        ),
    )


def _pick(random: Random, usual: T, *odd: T) -> T:
    """What is usual, now and then something odd."""
    return usual if random.random() < 0.75 else random.choice(odd)


def random_instance(seed: int, *, kandidaten: int = 4, plekken: int = 3) -> Instance:
    """An odd instance in which every rule both allows and refuses something."""
    random = Random(seed)
    weken = _pick(random, WEKEN, 6)
    zones = 3
    people = tuple(
        _random_kandidaat(random, number, zones)
        for number in range(1, _pick(random, kandidaten, *range(kandidaten)) + 1)
    )
    places = tuple(
        _random_plek(random, number, zones, weken)
        for number in range(1, _pick(random, plekken, *range(plekken)) + 1)
    )
    pairs = [(k.id, p.id) for k in people for p in places]
    plain = Instance(
        weken=weken,
        kandidaten=people,
        plekken=places,
        praktijkopleiders=tuple(
            Praktijkopleider(id=each, minuten=tuple(_pick(random, 120, 0, 60, 300) for _ in range(weken)))
            for each in (1, 2)
        ),
        opleidingen=tuple(
            Opleiding(crebo=each, van_week=_pick(random, 0, 2), tot_week=_pick(random, 20, 2, 3))
            for each in (7, 8)
        ),
        reistabel=_random_reistabel(random, zones),
        beleid=_random_beleid(random),
        verboden=frozenset(pair for pair in [*pairs, (99, 1)] if random.random() < 0.07),
        vorige=tuple(Paar(kandidaat=k, plek=p) for k, p in pairs if random.random() < 0.2),
    )
    return with_soft_lines(plain, seed)


def with_soft_lines(instance: Instance, seed: int) -> Instance:
    """Now and then people in groepen with ondergrenzen, and werkgevers at which crowding costs something."""
    random = Random(seed)
    ondergrenzen = tuple(
        Ondergrens(
            groepen=frozenset(random.sample((0, 1, 5), random.choice((1, 1, 2)))),
            minstens=random.randint(0, 4),
            prijs=random.choice((0, 30, 150, 5000)),
        )
        for _ in range(random.choice((0, 1, 1, 2, 3)))
    )
    spreiding = Spreiding(vrij=random.randint(0, 2), prijs=random.choice((0, 40, 300, 9000)))
    return replace(
        instance,
        kandidaten=tuple(replace(row, groep=random.choice((None, 0, 1, 1))) for row in instance.kandidaten),
        plekken=tuple(replace(row, werkgever=random.choice((7, 7, row.id))) for row in instance.plekken),
        beleid=replace(
            instance.beleid,
            ondergrenzen=ondergrenzen,
            spreiding=random.choice((None, spreiding, spreiding)),
        ),
    )


def _random_reistabel(random: Random, zones: int) -> Reistabel:
    def row() -> tuple[int | None, ...]:
        return tuple(_pick(random, 10, None, 0, 25, 40) for _ in range(zones))

    minutes = {mode: tuple(row() for _ in range(zones)) for mode in Vervoermiddel}
    return Reistabel(
        minuten=minutes,
        kilometers=tuple(tuple(_pick(random, 8, 1, 20) for _ in range(zones)) for _ in range(zones)),
    )


def _random_beleid(random: Random) -> Beleid:
    return Beleid(
        wachttermijn_weken=random.choice((0, 10)),
        startweken=_pick(random, (0, 2, 4), (), (1,), (0, 5)),
        niveau_is_eis=random.random() < 0.3,
        fase_volgorde=random.random() < 0.6,
        vouchers=_pick(random, None, 0, 1, 2),
        gewichten=Gewichten(per_wachtweek=random.choice((0, 2)), reistijd=random.choice((0, 3))),
    )


def _random_kandidaat(random: Random, number: int, zones: int) -> Kandidaat:
    low = _pick(random, 480, 0, 960)
    first = _pick(random, 0, 2)
    return Kandidaat(
        id=number,
        zone=random.randrange(zones),
        vervoermiddel=random.choice(list(Vervoermiddel)),
        max_reistijd=_pick(random, 30, 0, 20, 60),
        max_afstand=_pick(random, None, 8),
        reist_alleen=random.random() < 0.9,
        dagdelen=_pick(random, 0b1111111111, 0b0000011111, 0),
        minuten_min=low,
        minuten_max=low + random.choice((0, 480, 960)),
        eerste_week=first,
        laatste_week=first + _pick(random, 4, 0, 2),
        weken=_pick(random, 3, 1, 5, 15),
        niveau=_pick(random, 1, 0, 2),
        praktijkleren=random.random() < 0.85,
        crebo=_pick(random, 7, 8, None),
        werkprocessen=tuple(random.sample((1, 2, 3, 4), _pick(random, 2, 0, 1, 3))),
        sectorwensen=tuple(random.sample(("groen", "hout", "zorg"), random.choice((0, 1, 2, 3)))),
        vormen=tuple(random.sample(list(Plaatsingsvorm)[:4], _pick(random, 3, 0, 1, 2))),
        begeleiding=tuple(random.choice((0, 30, 60, 120)) for _ in range(random.choice((1, 2, 4)))),
        voorwaarden=frozenset(random.sample(("zittend", "rolstoel"), random.choice((0, 0, 1)))),
        taal=_pick(random, 3, 0, 1, 2, 4),
        fase=_pick(random, None, *Fase),
        wachtweken=random.choice((0, 5, 10, 70)),
        voucher=random.random() < 0.4,
    )


def _random_plek(random: Random, number: int, zones: int, weken: int) -> Leerwerkplek:
    low = _pick(random, 480, 0, 960)
    split = _pick(random, 0, 3, 20)
    return Leerwerkplek(
        id=number,
        werkgever=number,
        zone=random.randrange(zones),
        sector=random.choice(("groen", "hout", "zorg")),
        niveau=_pick(random, 1, 0, 2),
        plaatsen=tuple(_pick(random, 1, 0, 2) for _ in range(weken)),
        van_week=_pick(random, 0, 1),
        tot_week=_pick(random, 20, 5, 40),
        dagdelen=_pick(random, 0b1111111111, 0b1111100000),
        minuten_min=low,
        minuten_max=low + _pick(random, 960, 0, 480),
        werkprocessen=frozenset(random.sample((1, 2, 3, 4, 5), _pick(random, 4, 1, 2))),
        erkenningen=tuple(_random_erkenning(random) for _ in range(_pick(random, 2, 0, 1, 3))),
        vormen=frozenset(random.sample(list(Plaatsingsvorm)[:4], _pick(random, 3, 1, 2, 4))),
        voorwaarden=frozenset(random.sample(("zittend", "rolstoel"), _pick(random, 2, 0, 1))),
        taal=_pick(random, 0, 2, 4),
        fase=_pick(random, None, *Fase),
        inzet=(
            Inzet(praktijkopleider=1, van_week=0, tot_week=split),
            Inzet(praktijkopleider=2, van_week=split + _pick(random, 0, 1), tot_week=40),
        ),
        vervoer_geregeld=random.random() < 0.5,
    )


def _random_erkenning(random: Random) -> Erkenning:
    first = _pick(random, 0, 2, 4)
    return Erkenning(
        crebo=_pick(random, 7, 8),
        werkprocessen=_pick(random, None, frozenset({1, 9}), frozenset({3})),
        van_week=first,
        tot_week=first + _pick(random, 30, 2, 6),
    )

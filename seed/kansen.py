"""The chances behind the drawn people: routes, weeks, travel and the need for guidance. All are ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

Drawn = TypeVar("Drawn")


class Route(NamedTuple):
    """Where a person comes from, which forms fit and how often a proefplaatsing is wished first."""

    doelgroepen: tuple[str, ...]
    vormen: tuple[str, ...]
    proefplaatsing: float
    leeftijd: tuple[int, int]
    sw: bool


class Rooster(NamedTuple):
    """A pattern of dagdelen with the hours a week that a person can and wants."""

    patroon: str
    uren_min: int
    uren_max: int


class Vervoer(NamedTuple):
    """A way to travel with the range of the longest journey in minutes."""

    middel: str
    minuten: tuple[int, int]
    alleen: bool


ROUTES: tuple[tuple[int, Route], ...] = (
    (24, Route(("participatiewet",), ("behoud_uitkering", "dienstverband_lks"), 0.2, (19, 62), sw=False)),
    (14, Route(("banenafspraak", "lks"), ("dienstverband_lks", "detachering"), 0.2, (18, 58), sw=False)),
    (9, Route(("beschut_werk",), ("detachering", "eigen_werknemer"), 0.0, (19, 60), sw=True)),
    (7, Route(("wsw",), ("detachering", "eigen_werknemer"), 0.0, (42, 64), sw=True)),
    (8, Route(("statushouder", "anderstalig"), ("behoud_uitkering", "detachering"), 0.3, (20, 52), sw=False)),
    (
        6,
        Route(
            ("vsv", "geen_startkwalificatie"), ("dienstverband_lks", "detachering"), 0.2, (17, 24), sw=False
        ),
    ),
    (6, Route(("pro_vso",), ("detachering", "behoud_uitkering"), 0.2, (17, 22), sw=False)),
    (5, Route(("nugger",), ("dienstverband_lks", "detachering"), 0.2, (25, 60), sw=False)),
    (4, Route(("wajong",), ("detachering", "behoud_uitkering"), 0.1, (22, 50), sw=False)),
    (3, Route(("oekraine", "anderstalig"), ("dienstverband_lks", "detachering"), 0.1, (20, 58), sw=False)),
)

ROOSTERS: tuple[tuple[int, Rooster], ...] = (
    (26, Rooster("ma_vr", 16, 32)),
    (24, Rooster("ma_do", 16, 32)),
    (10, Rooster("ma_wo", 12, 24)),
    (8, Rooster("di_do", 12, 24)),
    (6, Rooster("ma_di_do", 12, 24)),
    (6, Rooster("wo_vr", 12, 24)),
    (8, Rooster("di_vr", 16, 32)),
    (8, Rooster("ochtend", 8, 20)),
    (4, Rooster("middag", 8, 20)),
)

VERVOER: tuple[tuple[int, Vervoer], ...] = (
    (22, Vervoer("fiets", (35, 65), alleen=True)),
    (24, Vervoer("e_bike", (35, 70), alleen=True)),
    (22, Vervoer("ov", (60, 95), alleen=True)),
    (18, Vervoer("auto", (35, 60), alleen=True)),
    (2, Vervoer("lopen", (30, 45), alleen=True)),
    (10, Vervoer("taxibus", (50, 80), alleen=True)),
    (2, Vervoer("taxibus", (50, 80), alleen=False)),
)

WEKEN: tuple[tuple[int, int], ...] = ((20, 12), (30, 16), (30, 20), (20, 26))

BEGELEIDING: tuple[tuple[int, tuple[int, ...]], ...] = (
    (25, (60, 60, 45, 45, 30, 30, 20, 20, 15)),
    (40, (120, 120, 90, 90, 60, 60, 45, 45, 30)),
    (25, (180, 180, 150, 150, 120, 120, 90, 90, 60)),
    (10, (240, 240, 210, 180, 180, 150, 150, 120, 120, 90)),
)
"""Minutes a week from the first week on; the last number goes on. The need declines as people learn."""


NIVEAU_AS_WISHED = 0.75
TAAL_ENOUGH = 0.96
SCARCE_VOORWAARDE = 0.08
ONE_SECTORWENS = 0.65
NEAR_WERKPROCES = 0.25
"""How often the niveau is that of the work, the language suffices, and so on."""


def pick(rng: Random, chances: Sequence[tuple[int, Drawn]]) -> Drawn:
    """Draw one of the values by its weight."""
    return rng.choices([value for _, value in chances], [weight for weight, _ in chances])[0]

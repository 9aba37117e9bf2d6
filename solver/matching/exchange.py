"""What one step of each wish is worth, so that people see the exchange rates that weights and prices are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.matching.instance import Gewichten

# By wish of tier wensen: a step that people can picture, and its points before weighing.
STEPS = {
    "reistijd": ("een kwartier minder reizen, voor wie hooguit een uur wil reizen", 25),
    "werkproces_dekking": ("alles kunnen leren wat iemand wil, in plaats van de helft", 50),
    "sectorwens": ("een plek in de eerste sector van de keuze, in plaats van de tweede", 30),
    "niveau": ("een plek die één niveau beter past", 50),
    "spoed": ("een week eerder beginnen", 5),
    "stabiliteit": ("dezelfde plek als in het vorige plan", 100),
}
SPREIDING = "één plaatsing minder waar een werkgever er te veel krijgt"
PLEK = ("een plek voor iemand die nog niet wacht", 100)
WACHTWEEK = "een week langer gewacht hebben"
ONDERGRENS = "één plek minder onder een ondergrens"


@dataclass(frozen=True, slots=True)
class Koers:
    """A step in words, its points in its tier, and how many of the tier's first step it is worth."""

    stap: str
    punten: int
    waard: float | None


def rates_of_wensen(gewichten: Gewichten, spreiding_prijs: int) -> tuple[Koers, ...]:
    """The steps of tier wensen; the first is the measure, unless its weight is 0."""
    steps = [(said, points * getattr(gewichten, wish)) for wish, (said, points) in STEPS.items()]
    return _rates([*steps, (SPREIDING, spreiding_prijs)])


def rates_of_geplaatst(gewichten: Gewichten, ondergrens_prijs: int) -> tuple[Koers, ...]:
    """The steps of tier geplaatst; the first is the measure, unless its weight is 0."""
    return _rates([(WACHTWEEK, gewichten.per_wachtweek), PLEK, (ONDERGRENS, ondergrens_prijs)])


def _rates(steps: list[tuple[str, int]]) -> tuple[Koers, ...]:
    measure = steps[0][1]
    return tuple(Koers(said, points, points / measure if measure else None) for said, points in steps)

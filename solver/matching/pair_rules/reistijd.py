"""The journey stays within the kandidaat's own time and distance, and can be made.

Who cannot travel alone goes with the taxibus or to a plek that arranges the journey.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.matching.instance import Vervoermiddel
from solver.rule import Label, Part, Violation, join_parts
from solver.spreektaal import VERVOER, count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from solver.arrays import BoolArray, IntArray
    from solver.matching.columns import Columns
    from solver.matching.instance import Instance, Kandidaat, Leerwerkplek

NAME = "reistijd"
LABEL = Label.BELEID
TIMED = False
STEP = 10
TAXIBUS = list(Vervoermiddel).index(Vervoermiddel.TAXIBUS)
NO_WAY = 1000  # a journey that cannot be made is further than any that is too long


def allowed(columns: Columns, kandidaat: IntArray, plek: IntArray, _startweek: IntArray) -> BoolArray:
    """Array form: from the travel tables."""
    fits = is_near(columns, kandidaat, columns.plek.zone[plek])
    brought = columns.kandidaat.mode[kandidaat] == TAXIBUS
    fits &= columns.kandidaat.reist_alleen[kandidaat] | brought | columns.plek.vervoer_geregeld[plek]
    return fits


def is_near(columns: Columns, kandidaat: IntArray, zone: IntArray) -> BoolArray:
    """Whether zones are within the minutes and kilometers of kandidaten, in any shapes that broadcast."""
    people = columns.kandidaat
    minutes = columns.minuten[people.mode[kandidaat], people.zone[kandidaat], zone]
    near: BoolArray = (minutes >= 0) & (minutes <= people.max_reistijd[kandidaat])
    return near & (columns.kilometers[people.zone[kandidaat], zone] <= people.max_afstand[kandidaat])


def violation(
    instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, _startweek: int
) -> Violation | None:
    """Single form: cannot travel alone, no way known, too long, too far; all that is wrong at once."""
    return join_parts(NAME, LABEL, list(_parts(instance, kandidaat, plek)))


def _parts(instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek) -> Iterator[Part]:
    alone = kandidaat.reist_alleen or kandidaat.vervoermiddel is Vervoermiddel.TAXIBUS
    if not alone and not plek.vervoer_geregeld:
        yield "De kandidaat kan niet alleen reizen. Vervoer naar deze plek is niet geregeld.", 1, "vervoer"
    way = VERVOER[kandidaat.vervoermiddel]
    minutes = instance.reistabel.minuten[kandidaat.vervoermiddel][kandidaat.zone][plek.zone]
    if minutes is None:
        yield f"Deze reis kan niet {way}.", NO_WAY, "reis"
    elif minutes > kandidaat.max_reistijd:
        yield (
            (
                f"De reistijd is {count(minutes, 'minuut', 'minuten')} {way}. "
                f"Het maximum is {count(kandidaat.max_reistijd, 'minuut', 'minuten')}."
            ),
            minutes - kandidaat.max_reistijd,
            "minuten",
        )
    distance = instance.reistabel.kilometers[kandidaat.zone][plek.zone]
    if kandidaat.max_afstand is not None and distance > kandidaat.max_afstand:
        yield (
            f"De afstand is {distance} kilometer. Het maximum is {kandidaat.max_afstand} kilometer.",
            distance - kandidaat.max_afstand,
            "kilometer",
        )


def wel_als(broken: Violation, _kandidaat: Kandidaat, _plek: Leerwerkplek) -> str:
    """Name the change that would make it possible; none where more than one thing is wrong."""
    if broken.unit == "minuten":
        return f"Wel als de reistijd {count(broken.shortfall, 'minuut', 'minuten')} langer mag zijn."
    if broken.unit == "kilometer":
        return f"Wel als de afstand {broken.shortfall} kilometer langer mag zijn."
    if broken.unit == "vervoer":
        return "Wel als het vervoer naar deze plek geregeld wordt."
    return ""

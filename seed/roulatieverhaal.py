"""Whose roulaties the example region has: the groups, their companies and blocks, and who lives where."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from seed.verhaal import GROEP_GROEN_DERDE, GROEP_GROEN_VERVOLG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from seed.persoon import Persoon

BEHOEFTE = (50, 50, 40, 40, 30, 25)
"""Minutes of guidance a week since somebody comes at a plek, of everyone in a roulatie."""
WOONPLAATSEN = {
    GROEP_GROEN_VERVOLG: (("7001", 222), ("7021", 1876), ("7071", 1509)),
    GROEP_GROEN_DERDE: (("7141", 1586), ("7131", 1586), ("7101", 294)),
}
TRIO = 3


class Gast(NamedTuple):
    """A plek in a roulatie: its titel, short name, and how many people it takes in a block."""

    titel: str
    kort: str
    maximum: int


class Verhaal(NamedTuple):
    """A roulatie: its group, companies, and the weeks in which its blocks begin and the last one ends."""

    naam: str
    groep: str
    gasten: tuple[Gast, ...]
    grenzen: tuple[int, ...]
    werkprocessen: tuple[str, ...]


LOPEND = Verhaal(
    "Groenroulatie, tweede groep",
    GROEP_GROEN_VERVOLG,
    (
        Gast("Plantsoen in Ulft", "Ulft", 3),
        Gast("Groenonderhoud in Didam", "Didam", 3),
        Gast("Perken beplanten in Zelhem", "Zelhem", 3),
        Gast("Landgoed onderhouden bij Vorden", "Vorden", 3),
        Gast("Groenploeg Doetinchem-Zuid", "Doetinchem", 3),
    ),
    (-12, -6, 0, 6, 12, 18),
    ("VB-GRO-01", "VB-GRO-02", "VB-GRO-03", "VB-GRO-04", "VB-GRO-05"),
)
CONCEPT = Verhaal(
    "Groenroulatie, derde groep",
    GROEP_GROEN_DERDE,
    (
        Gast("Tuinonderhoud in Winterswijk", "Winterswijk", 3),
        Gast("Groenonderhoud in Groenlo", "Groenlo", 3),
        Gast("Groenploeg Borculo", "Borculo", 3),
    ),
    (24, 30, 36, 42),
    ("VB-GRO-01", "VB-GRO-02", "VB-GRO-03", "VB-GRO-05"),
)


# (face, learned, would stay) of each trio in the two blocks that are over; one person has not answered yet.
def settle(groep: str, leden: Sequence[Persoon]) -> list[Persoon]:
    """Let the people of a roulatie live in reach of its companies, with a need that fits a group."""
    return [
        replace(
            lid,
            pc4=WOONPLAATSEN[groep][number % TRIO][0],
            gemeente_id=WOONPLAATSEN[groep][number % TRIO][1],
            vervoermiddel="auto" if number % TRIO == TRIO - 1 else "e_bike",
            max_reistijd=75,
            reist_alleen=True,
            begeleiding=BEHOEFTE,
            bewezen=(),
        )
        for number, lid in enumerate(leden)
    ]


def plek_of(verhaal: Verhaal, number: int, blok: int) -> int:
    """At which plek somebody is in a block: trios go round, so that no two of them meet at one plek."""
    return (number // TRIO + blok) % len(verhaal.gasten)

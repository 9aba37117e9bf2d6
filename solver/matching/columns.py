"""What the array forms look at: numpy columns, and blocks of kandidaten by plekken by startweken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from solver.arrays import BoolArray, IntArray
from solver.matching.instance import Instance


@dataclass(frozen=True, slots=True)
class KandidaatColumns:
    """One row a kandidaat.

    Codes index the vocabularies of `Columns`, -1 is none, matrices are (K, vocabulary).
    """

    index: IntArray
    zone: IntArray
    mode: IntArray
    max_reistijd: IntArray
    max_afstand: IntArray
    reist_alleen: BoolArray
    dagdelen: IntArray
    minuten_min: IntArray
    minuten_max: IntArray
    eerste_week: IntArray
    laatste_week: IntArray
    weken: IntArray
    niveau: IntArray
    praktijkleren: BoolArray
    crebo: IntArray
    werkproces: BoolArray
    sector_rank: IntArray
    vorm: BoolArray
    voorwaarde: BoolArray
    begeleiding: IntArray
    taal: IntArray
    fase: IntArray
    wachtweken: IntArray
    voucher: BoolArray
    vorige: IntArray

    def part(self, rows: slice) -> KandidaatColumns:
        """Cut a block of rows."""
        return KandidaatColumns(*(getattr(self, each.name)[rows] for each in fields(self)))


@dataclass(frozen=True, slots=True)
class PlekColumns:
    """One row a plek; `plaatsen` and `lead` (index of the praktijkopleider, -1 none) are (P, weeks)."""

    zone: IntArray
    sector: IntArray
    niveau: IntArray
    van_week: IntArray
    tot_week: IntArray
    dagdelen: IntArray
    minuten_min: IntArray
    minuten_max: IntArray
    werkproces: BoolArray
    vorm: BoolArray
    voorwaarde: BoolArray
    taal: IntArray
    fase: IntArray
    vervoer_geregeld: BoolArray
    plaatsen: IntArray
    lead: IntArray


@dataclass(frozen=True, slots=True)
class Columns:
    """All columns.

    `minuten` is (modes, zones, zones) with -1 for no way, `verboden` holds (kandidaat, plek) rows and
    `uitzonderingen` the same by rule.
    """

    instance: Instance
    kandidaat: KandidaatColumns
    plek: PlekColumns
    startweken: IntArray
    crebos: dict[int, int]
    werkprocessen: dict[int, int]
    minuten: IntArray
    kilometers: IntArray
    verboden: IntArray
    uitzonderingen: dict[str, IntArray]
    opleider_minuten: IntArray


@dataclass(frozen=True, slots=True)
class Block:
    """A block of kandidaten by all plekken by all startweken."""

    columns: Columns
    kandidaat: KandidaatColumns

    @property
    def plek(self) -> PlekColumns:
        """The columns of all plekken."""
        return self.columns.plek

    @property
    def startweken(self) -> IntArray:
        """The week numbers of the third axis."""
        return self.columns.startweken


def iterate_blocks(columns: Columns, size: int) -> Iterator[Block]:
    """Cut the kandidaten into blocks of at most `size`."""
    for low in range(0, len(columns.kandidaat.zone), size):
        yield Block(columns, columns.kandidaat.part(slice(low, low + size)))

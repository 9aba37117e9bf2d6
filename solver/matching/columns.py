"""What the array forms look at: numpy columns of kandidaten, plekken, who leads them and their erkenning."""

from __future__ import annotations

from dataclasses import dataclass

from solver.arrays import BitArray, BoolArray, IntArray
from solver.matching.instance import Instance


@dataclass(frozen=True, slots=True)
class KandidaatColumns:
    """One row a kandidaat.

    Codes index the vocabularies of `Columns`, -1 is none. `vorm` is a mask, `werkproces` and `voorwaarde`
    are masks in words; `sector_rank` is (K, sectors), `begeleiding` (K, weeks of the stay).
    """

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
    werkproces: BitArray
    sector_rank: IntArray
    vorm: IntArray
    voorwaarde: BitArray
    begeleiding: IntArray
    taal: IntArray
    fase: IntArray
    wachtweken: IntArray
    groep: IntArray
    voucher: BoolArray
    vorige: IntArray


@dataclass(frozen=True, slots=True)
class PlekColumns:
    """One row a plek.

    `plaatsen` is (P, weeks), and so is `geleid_tot`: until when somebody leads without a break.
    """

    werkgever: IntArray
    zone: IntArray
    sector: IntArray
    niveau: IntArray
    van_week: IntArray
    tot_week: IntArray
    dagdelen: IntArray
    minuten_min: IntArray
    minuten_max: IntArray
    werkproces: BitArray
    vorm: IntArray
    voorwaarde: BitArray
    taal: IntArray
    fase: IntArray
    vervoer_geregeld: BoolArray
    plaatsen: IntArray
    geleid_tot: IntArray


@dataclass(frozen=True, slots=True)
class InzetColumns:
    """Who leads when, within the horizon: the rows of plek p are `begin[p]` up to `begin[p + 1]`."""

    begin: IntArray
    van_week: IntArray
    tot_week: IntArray
    praktijkopleider: IntArray


@dataclass(frozen=True, slots=True)
class ErkenningColumns:
    """Spells in which a plek is erkend for a crebo, all the while for all of these werkprocessen there.

    Ascending by `key`, which is plek * crebos + crebo; a longer spell may hold fewer werkprocessen.
    """

    key: IntArray
    van_week: IntArray
    tot_week: IntArray
    werkproces: BitArray


@dataclass(frozen=True, slots=True)
class Columns:
    """All columns.

    `minuten` is (modes, zones, zones) with -1 for no way; `verboden` and, by rule, `uitzonderingen` hold
    ascending pair keys.
    """

    instance: Instance
    kandidaat: KandidaatColumns
    plek: PlekColumns
    inzet: InzetColumns
    erkenning: ErkenningColumns
    startweken: IntArray
    crebos: dict[int, int]
    minuten: IntArray
    kilometers: IntArray
    verboden: IntArray
    uitzonderingen: dict[str, IntArray]
    opleider_minuten: IntArray

    def pair_key(self, kandidaat: IntArray, plek: IntArray) -> IntArray:
        """One number for a kandidaat and a plek, ascending by both."""
        return kandidaat * len(self.plek.zone) + plek

"""What the SW-bedrijf lends out groups with: policy, treden, afdelingen, werkleiders, stops and buses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from marketplace.groepsdetachering.werkdagen import KORT
from seed.detacheringsverhaal import AFWEZIG, BELEID, TREDEN
from seed.tabel import read_tabel, split_cell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from seed.kalender import Kalender
    from seed.rijen import Rijen


@dataclass(frozen=True, slots=True)
class Basis:
    """What all rows of groepsdetachering hang on; names and codes give ids."""

    rijen: Rijen
    kalender: Kalender
    organisatie_id: int
    plaatsen: Mapping[str, int]
    vestigingen: Mapping[str, int]
    werkprocessen: Mapping[str, int]
    accounts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Bedrijf:
    """The ids of afdelingen by soort, and of werkleiders, stops and buses as the tables name them."""

    afdelingen: Mapping[str, int]
    werkleiders: Mapping[str, int]
    opstapplaatsen: Mapping[str, int]
    bussen: Mapping[str, int]


def mask_of(cell: str) -> int:
    """Weekdays as a cell tells them (`ma;di`), as a mask of which bit 0 is Monday."""
    return sum(1 << KORT.index(dag) for dag in split_cell(cell))


def add_bedrijf(basis: Basis) -> Bedrijf:
    """Add the company's own rows."""
    basis.rijen.add("detacheringsbeleid", organisatie_id=basis.organisatie_id, **BELEID)
    for nummer, trede in enumerate(TREDEN, start=1):
        basis.rijen.add("treden", organisatie_id=basis.organisatie_id, nummer=nummer, **trede._asdict())
    afdelingen = {
        row["soort"]: basis.rijen.add_numbered(
            "afdelingen",
            organisatie_id=basis.organisatie_id,
            naam=row["naam"],
            minimum=[int(each) for each in split_cell(row["minimum"])],
            gewenst=[int(each) for each in split_cell(row["gewenst"])],
        )
        for row in read_tabel("afdelingen")
    }
    werkleiders = _add_werkleiders(basis)
    stops = _add_opstapplaatsen(basis)
    return Bedrijf(afdelingen, werkleiders, stops, _add_bussen(basis, stops))


def _add_werkleiders(basis: Basis) -> dict[str, int]:
    """The werkleiders with what they master; one of them is away for some weeks."""
    found = {}
    for row in read_tabel("werkleiders"):
        found[row["nr"]] = basis.rijen.add_numbered(
            "werkleiders",
            organisatie_id=basis.organisatie_id,
            naam=row["naam"],
            minuten=int(row["minuten"]),
            span=int(row["span"]),
            dagen=mask_of(row["dagen"]),
            trainingen=split_cell(row["trainingen"]),
            voorbeeld=True,
        )
        for sleutel in split_cell(row["werkprocessen"]):
            basis.rijen.add(
                "werkleider_werkprocessen",
                organisatie_id=basis.organisatie_id,
                werkleider_id=found[row["nr"]],
                werkproces_id=basis.werkprocessen[sleutel],
            )
        naam, van, tot = AFWEZIG
        if row["naam"] == naam:
            basis.rijen.add_numbered(
                "werkleider_afwezig",
                organisatie_id=basis.organisatie_id,
                werkleider_id=found[row["nr"]],
                periode=basis.kalender.periode(van, tot),
            )
    return found


def _add_opstapplaatsen(basis: Basis) -> dict[str, int]:
    """A stop in every place that a bus passes."""
    names = sorted({plaats for row in read_tabel("bussen") for plaats in split_cell(row["opstapplaatsen"])})
    return {
        plaats: basis.rijen.add_numbered(
            "opstapplaatsen",
            organisatie_id=basis.organisatie_id,
            naam=f"Opstap {plaats}",
            plaats_id=basis.plaatsen[plaats],
        )
        for plaats in names
    }


def _add_bussen(basis: Basis, stops: Mapping[str, int]) -> dict[str, int]:
    """The buses with the stops that they can pass."""
    found = {}
    for row in read_tabel("bussen"):
        found[row["naam"]] = basis.rijen.add_numbered(
            "bussen",
            organisatie_id=basis.organisatie_id,
            naam=row["naam"],
            plaatsen=int(row["plaatsen"]),
            plaats_id=basis.plaatsen[row["plaats"]],
        )
        for nummer, plaats in enumerate(split_cell(row["opstapplaatsen"]), start=1):
            basis.rijen.add(
                "bus_opstapplaatsen",
                organisatie_id=basis.organisatie_id,
                bus_id=found[row["naam"]],
                opstapplaats_id=stops[plaats],
                nummer=nummer,
            )
    return found

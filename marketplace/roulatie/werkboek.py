"""A rooster as a workbook: deelnemers by block, companies by block, and how far everybody comes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO

from marketplace.datum import datum_kort
from marketplace.exports.xlsx import add_grid_sheet, open_workbook
from marketplace.roulatie.model import Cohort, Rooster
from marketplace.tables.column import Written


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkboek:
    """What goes into it: `geoefend` are weeks by (kandidaat, werkproces), `namen` those of werkprocessen."""

    cohort: Cohort
    rooster: Rooster
    geoefend: Mapping[tuple[int, int], int]
    namen: Mapping[int, str]


def write_werkboek(werkboek: Werkboek, file: BinaryIO) -> None:
    """Write its three sheets."""
    cohort = werkboek.cohort
    blokken = [
        f"Blok {each.nummer}, {datum_kort(each.van)} - {datum_kort(each.laatste_dag)}"
        for each in cohort.blokken
    ]
    agreed = sorted({each for deelnemer in cohort.deelnemers for each in deelnemer.leerdoelen})
    dekking = [werkboek.namen.get(each, str(each)) for each in agreed]
    with open_workbook(file) as workbook:
        add_grid_sheet(workbook, "Deelnemers", ["Deelnemer", *blokken], _deelnemers(werkboek))
        add_grid_sheet(workbook, "Bedrijven", ["Plek", "Bedrijf", *blokken], _bedrijven(werkboek))
        add_grid_sheet(workbook, "Dekking", ["Deelnemer", *dekking], _dekking(werkboek, agreed))


def _deelnemers(werkboek: Werkboek) -> list[list[Written | None]]:
    """Where everybody is, by the short name."""
    cohort, rows = werkboek.cohort, []
    for deelnemer in cohort.deelnemers:
        row: list[Written | None] = [deelnemer.kenmerk]
        for blok in cohort.blokken:
            cel = werkboek.rooster.where(deelnemer.kandidaat_id, blok.id)
            plek = cohort.plek(cel.leerwerkplek_id) if cel else None
            row.append(plek.kort if plek else None)
        rows.append(row)
    return rows


def _bedrijven(werkboek: Werkboek) -> list[list[Written | None]]:
    """Who is at each plek, by kenmerk."""
    cohort = werkboek.cohort
    kenmerken = {each.kandidaat_id: each.kenmerk for each in cohort.deelnemers}
    rows = []
    for plek in cohort.plekken:
        row: list[Written | None] = [plek.kort, plek.organisatie]
        for blok in cohort.blokken:
            here = [
                kenmerken[each.kandidaat_id]
                for each in werkboek.rooster.cellen
                if (each.leerwerkplek_id, each.blok_id) == (plek.leerwerkplek_id, blok.id)
            ]
            row.append(", ".join(sorted(here)) or None)
        rows.append(row)
    return rows


def _dekking(werkboek: Werkboek, agreed: list[int]) -> list[list[Written | None]]:
    """Weeks of each werkproces, of those that were agreed; empty where nothing was."""
    return [
        [
            deelnemer.kenmerk,
            *(
                f"{werkboek.geoefend.get((deelnemer.kandidaat_id, each), 0)} van {deelnemer.leerdoelen[each]}"
                if each in deelnemer.leerdoelen
                else None
                for each in agreed
            ),
        ]
        for deelnemer in werkboek.cohort.deelnemers
    ]

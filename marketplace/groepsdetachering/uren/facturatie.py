"""Hours to invoice: what was confirmed counts, what was not is listed apart; a workbook, and data for typst.

An amount is hours times the tarief that held when they were filled in, rounded to cents by opdracht and week.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby
from typing import Any, BinaryIO

from marketplace.datum import datum
from marketplace.exports.xlsx import add_grid_sheet, open_workbook
from marketplace.groepsdetachering.uren.model import UrenStand, Urenweek
from marketplace.tables.column import Written

CENTS, HOUR = Decimal("0.01"), 60
WOORDEN = {
    UrenStand.LEEG: "nog niet ingevuld",
    UrenStand.INGEVULD: "nog niet bevestigd",
    UrenStand.WACHTEN: "wacht op de inlener",
    UrenStand.BEVESTIGD: "bevestigd",
    UrenStand.KLOPPEN_NIET: "klopt niet volgens de inlener",
}
KOLOMMEN = ("Opdracht", "Inlener", "Stand", "Week", "Maandag", "Uren", "Tarief (€)", "Bedrag (€)")
PER_OPDRACHT = ("Opdracht", "Inlener", "Uren", "Tarief (€)", "Bedrag (€)")


@dataclass(frozen=True, slots=True)
class Factuurregel:
    """The hours of an opdracht in a week as they are invoiced."""

    urenweek: Urenweek

    @property
    def uren(self) -> Decimal:
        """The hours, in hundredths."""
        return (Decimal(self.urenweek.minuten or 0) / HOUR).quantize(CENTS, ROUND_HALF_UP)

    @property
    def tarief(self) -> Decimal:
        """Euros for an hour."""
        return Decimal(self.urenweek.tarief) * CENTS

    @property
    def bedrag(self) -> Decimal:
        """Euros, of the minutes that were worked."""
        return (Decimal(self.urenweek.minuten or 0) * self.tarief / HOUR).quantize(CENTS, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facturatie:
    """The weeks [van, tot) of a SW-bedrijf: lines that count and those that do not yet, by opdracht."""

    bedrijf: str
    van: date
    laatste_dag: date
    bevestigd: tuple[Factuurregel, ...]
    apart: tuple[Factuurregel, ...]

    @property
    def per_opdracht(self) -> list[list[Factuurregel]]:
        """What counts, by opdracht."""
        return [
            list(lines) for _, lines in groupby(self.bevestigd, key=lambda each: each.urenweek.opdracht.id)
        ]


def build_facturatie(bedrijf: str, van: date, laatste_dag: date, weken: Iterable[Urenweek]) -> Facturatie:
    """The lines of these weeks."""
    lines = [
        Factuurregel(each)
        for each in sorted(weken, key=lambda one: (one.opdracht.kort.lower(), one.opdracht.id, one.week))
    ]
    return Facturatie(
        bedrijf=bedrijf,
        van=van,
        laatste_dag=laatste_dag,
        bevestigd=tuple(each for each in lines if each.urenweek.stand is UrenStand.BEVESTIGD),
        apart=tuple(each for each in lines if each.urenweek.stand is not UrenStand.BEVESTIGD),
    )


def total_uren(lines: Iterable[Factuurregel]) -> Decimal:
    """The hours of lines together."""
    return sum((each.uren for each in lines), Decimal(0))


def total_bedrag(lines: Iterable[Factuurregel]) -> Decimal:
    """The amounts of lines together."""
    return sum((each.bedrag for each in lines), Decimal(0))


def write_facturatie(facturatie: Facturatie, file: BinaryIO) -> None:
    """Write a sheet of what counts with its total, one by opdracht, and one of what does not count yet."""
    counted = facturatie.bevestigd
    total = [total_uren(counted), None, total_bedrag(counted)]
    with open_workbook(file) as workbook:
        totals = ["Totaal", None, None, None, None, *total]
        add_grid_sheet(workbook, "Bevestigd", KOLOMMEN, [_row(each) for each in counted], [totals])
        add_grid_sheet(
            workbook,
            "Per opdracht",
            PER_OPDRACHT,
            [_sum(lines) for lines in facturatie.per_opdracht],
            [["Totaal", None, *total]],
        )
        add_grid_sheet(workbook, "Telt nog niet mee", KOLOMMEN, [_row(each) for each in facturatie.apart])


def facturatie_data(facturatie: Facturatie) -> dict[str, Any]:
    """What the template is filled with."""
    counted = facturatie.bevestigd
    return {
        "bedrijf": facturatie.bedrijf,
        "van": datum(facturatie.van),
        "tot": datum(facturatie.laatste_dag),
        "opdrachten": [
            {
                "naam": lines[0].urenweek.opdracht.naam,
                "inlener": lines[0].urenweek.opdracht.inlener,
                "regels": [_data(each) for each in lines],
                "uren": _dutch(total_uren(lines)),
                "bedrag": _dutch(total_bedrag(lines)),
            }
            for lines in facturatie.per_opdracht
        ],
        "uren": _dutch(total_uren(counted)),
        "bedrag": _dutch(total_bedrag(counted)),
        "apart": [
            _data(each)
            | {
                "naam": each.urenweek.opdracht.kort,
                "inlener": each.urenweek.opdracht.inlener,
                "stand": WOORDEN[each.urenweek.stand],
            }
            for each in facturatie.apart
        ],
    }


def _row(each: Factuurregel) -> list[Written | None]:
    """A line as a row; without hours where nothing was filled in."""
    week, empty = each.urenweek, each.urenweek.minuten is None
    return [
        week.opdracht.kort,
        week.opdracht.inlener,
        WOORDEN[week.stand],
        week.week.isocalendar().week,
        week.week,
        None if empty else each.uren,
        each.tarief,
        None if empty else each.bedrag,
    ]


def _sum(lines: Sequence[Factuurregel]) -> list[Written | None]:
    """The lines of an opdracht as one row, with the tarief where there is one."""
    opdracht = lines[0].urenweek.opdracht
    tarieven = {each.tarief for each in lines}
    tarief = lines[0].tarief if len(tarieven) == 1 else None
    return [opdracht.kort, opdracht.inlener, total_uren(lines), tarief, total_bedrag(lines)]


def _data(each: Factuurregel) -> dict[str, Any]:
    """A line as a template says it."""
    week, empty = each.urenweek, each.urenweek.minuten is None
    return {
        "week": week.week.isocalendar().week,
        "maandag": datum(week.week),
        "uren": "" if empty else _dutch(each.uren),
        "tarief": _dutch(each.tarief),
        "bedrag": "" if empty else _dutch(each.bedrag),
    }


def _dutch(amount: Decimal) -> str:
    """1.234,50."""
    return f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))

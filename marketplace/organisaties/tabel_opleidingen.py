"""An opleiding as a row of a file."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from marketplace.organisaties.model import Opleiding
from marketplace.organisaties.wijziging import NewOpleiding
from marketplace.tables.choices import Choice, Codes
from marketplace.tables.column import Column
from marketplace.tables.days import Day, first_day_after, last_day
from marketplace.tables.numbers import Whole
from marketplace.tables.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class OpleidingRij:
    """What a school offers; opleider, crebo and first day together say which opleiding it is."""

    opleider: Annotated[str, Column("Opleider", "De mbo-school die de opleiding geeft.", Choice())]
    crebo: Annotated[int, Column("Crebo", "Het nummer van de kwalificatie.", Whole(10_000, 99_999), "25258")]
    van: Annotated[date, Column("Eerste dag", "Vanaf wanneer dit kan.", Day(), "1-8-2026")]
    laatste_dag: Annotated[
        date | None, Column("Laatste dag", "De laatste dag. Leeg: zonder einde.", Day(), "31-7-2030")
    ] = None
    regios: Annotated[
        tuple[str, ...],
        Column("Regio's", "Codes van de regio's waar kandidaten dan wonen.", Codes(least=1)),
    ]


OPLEIDINGEN = Table.of(OpleidingRij, "Opleidingen")


def to_row(opleiding: Opleiding) -> OpleidingRij:
    """An opleiding as a row."""
    return OpleidingRij(
        opleider=str(opleiding.organisatie_id),
        crebo=opleiding.crebo,
        van=opleiding.van,
        laatste_dag=last_day(opleiding.tot),
        regios=tuple(sorted(opleiding.regio_codes)),
    )


def to_new(row: OpleidingRij) -> NewOpleiding:
    """What a row records."""
    return NewOpleiding(
        crebo=row.crebo,
        van=row.van,
        tot=first_day_after(row.laatste_dag),
        regio_codes=row.regios,
    )

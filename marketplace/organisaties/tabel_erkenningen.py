"""An erkenning as a row of a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from marketplace.organisaties.model import Erkenning
from marketplace.organisaties.wijziging import ErkenningEdit, NewErkenning
from marketplace.tables.choices import Choice, Codes
from marketplace.tables.column import Column
from marketplace.tables.days import Day, first_day_after, last_day
from marketplace.tables.numbers import Whole
from marketplace.tables.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class ErkenningRij:
    """What SBB recognised; vestiging, crebo and first day together say which erkenning it is."""

    vestiging: Annotated[str, Column("Vestiging", "Organisatie en vestiging die erkend is.", Choice())]
    crebo: Annotated[int, Column("Crebo", "Het nummer van de kwalificatie.", Whole(10_000, 99_999), "25258")]
    van: Annotated[date, Column("Eerste dag", "Vanaf wanneer SBB erkent.", Day(), "1-2-2026")]
    laatste_dag: Annotated[
        date | None, Column("Laatste dag", "De laatste dag. Leeg: zonder einde.", Day(), "31-1-2030")
    ] = None
    werkprocessen: Annotated[
        tuple[str, ...],
        Column(
            "Werkprocessen",
            "Codes van het werk waarvoor de erkenning geldt. Leeg: al het werk van de kwalificatie.",
            Codes(),
        ),
    ] = ()
    gecontroleerd_op: Annotated[
        date, Column("Nagekeken op", "De dag waarop u dit bij SBB hebt nagekeken.", Day(), "23-11-2026")
    ]


ERKENNINGEN = Table.of(ErkenningRij, "Erkenningen")


def to_row(erkenning: Erkenning, codes: Mapping[int, str]) -> ErkenningRij:
    """An erkenning as a row; `codes` are those of the werkprocessen by id."""
    return ErkenningRij(
        vestiging=str(erkenning.vestiging_id),
        crebo=erkenning.crebo,
        van=erkenning.van,
        laatste_dag=last_day(erkenning.tot),
        werkprocessen=tuple(sorted(codes[each] for each in erkenning.werkprocessen or ())),
        gecontroleerd_op=erkenning.gecontroleerd_op,
    )


def to_new(row: ErkenningRij, ids: Mapping[str, int]) -> NewErkenning:
    """What a row records; `ids` are those of the werkprocessen by code."""
    return NewErkenning(
        crebo=row.crebo,
        van=row.van,
        tot=first_day_after(row.laatste_dag),
        werkprocessen=tuple(ids[each] for each in row.werkprocessen),
        gecontroleerd_op=row.gecontroleerd_op,
    )


def to_edit(row: ErkenningRij, ids: Mapping[str, int]) -> ErkenningEdit:
    """What a row can change of an erkenning that is there."""
    return ErkenningEdit(
        tot=first_day_after(row.laatste_dag),
        werkprocessen=tuple(sorted(ids[each] for each in row.werkprocessen)),
        gecontroleerd_op=row.gecontroleerd_op,
    )

"""A value of a policy as a row of a file."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from marketplace.regios.beleid import Beleidsregel
from marketplace.regios.waarden import text_of_waarde
from marketplace.tables.choices import Choice
from marketplace.tables.column import Column
from marketplace.tables.days import Day
from marketplace.tables.table import Table
from marketplace.tables.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class BeleidRij:
    """What holds in a regio from a day on; regio, policy and day together say which value it is."""

    regio: Annotated[str, Column("Regio", "De regio waar dit geldt.", Choice())]
    beleid: Annotated[str, Column("Beleid", "Waar het over gaat.", Choice())]
    waarde: Annotated[
        str,
        Column(
            "Waarde",
            "Een getal, ja of nee, of een rij getallen. Bij de codes van de kolom Beleid staat welke.",
            Text(),
            "13",
        ),
    ]
    vanaf: Annotated[date, Column("Geldt vanaf", "Vandaag of later.", Day(), "1-1-2027")]
    bron: Annotated[
        str,
        Column("Besloten door", "Wie dit heeft besloten, en waar.", Text(), "Regionaal overleg, 3 december"),
    ]


BELEID = Table.of(BeleidRij, "Beleid")


def to_row(regel: Beleidsregel) -> BeleidRij:
    """A value of a policy as a row."""
    return BeleidRij(
        regio=regel.regio_code,
        beleid=regel.sleutel,
        waarde=text_of_waarde(regel.sleutel, regel.waarde),
        vanaf=regel.vanaf,
        bron=regel.bron,
    )

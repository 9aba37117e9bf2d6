"""A werkproces as a row of a file."""

import re
from dataclasses import dataclass
from typing import Annotated

from marketplace.tables.choices import YesNo
from marketplace.tables.column import Column
from marketplace.tables.table import Table
from marketplace.tables.text import Text
from marketplace.werkprocessen.model import Werkproces
from marketplace.werkprocessen.tabel import NUMMER

CODE = Text(
    30,
    r"(B|P)[0-9]+-?K[0-9]+-?W[0-9]+|VB-[A-Z]+-[0-9]{2}",
    "de code uit het dossier, zoals B1-K1-W2, of van een voorbeeld, zoals VB-GRO-01",
)
PARTS = re.compile(r"([BP][0-9]+)-?(K[0-9]+)-?(W[0-9]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class WerkprocesRij:
    """A werkproces of one kwalificatie, or of a whole dossier."""

    code: Annotated[str, Column("Code", "De code in het dossier.", CODE, "B1-K1-W2")]
    crebo: Annotated[
        int,
        Column(
            "Crebo",
            "Het nummer van de kwalificatie. Of het dossiernummer, voor werk dat bij elke kwalificatie"
            " van het dossier hoort.",
            NUMMER,
            "25258",
        ),
    ]
    titel: Annotated[str, Column("Titel", "Zoals het in het dossier staat.", Text(200))]
    uitleg: Annotated[
        str | None,
        Column(
            "In gewone woorden",
            "Wat iemand doet, in eenvoudig Nederlands. Leeg: de titel, tot iemand het eenvoudiger zegt.",
            Text(),
            "Je haalt onkruid weg.",
        ),
    ] = None
    bron: Annotated[str, Column("Bron", "Welke lijst dit is, en van wanneer.", Text(), "SBB, augustus 2026")]
    in_gebruik: Annotated[
        bool | None, Column("In gebruik", "Nee: niet meer te kiezen, in het archief. Leeg: ja.", YesNo())
    ] = None


WERKPROCESSEN = Table.of(WerkprocesRij, "Werkprocessen")


def number_of(werkproces: Werkproces) -> int:
    """The crebo, or the number of the dossier where its kwalificaties share the werkproces."""
    return werkproces.crebo or werkproces.dossier_crebo


def written_out(code: str) -> str:
    """B1K1W2 as the dossiers write it: B1-K1-W2."""
    found = PARTS.fullmatch(code)
    return "-".join(found.groups()) if found else code


def to_row(werkproces: Werkproces) -> WerkprocesRij:
    """A werkproces as a row."""
    return WerkprocesRij(
        code=werkproces.code,
        crebo=number_of(werkproces),
        titel=werkproces.titel,
        uitleg=werkproces.uitleg,
        bron=werkproces.bron,
        in_gebruik=not werkproces.gearchiveerd,
    )

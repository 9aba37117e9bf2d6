"""An organisatie as a row of a file."""

from dataclasses import dataclass
from typing import Annotated

from marketplace.organisaties.model import Organisatie
from marketplace.organisaties.wijziging import OrganisatieGegevens
from marketplace.tables.choices import Choice, YesNo
from marketplace.tables.column import Column
from marketplace.tables.table import Table
from marketplace.tables.text import Text

KVK = Text(8, "[0-9]{8}", "de 8 cijfers van het KVK-nummer")


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisatieRij:
    """An organisatie as people fill it in."""

    naam: Annotated[
        str,
        Column(
            "Naam",
            "Hieraan herkennen we de organisatie. Een andere naam geeft u op haar eigen pagina.",
            Text(200),
            "Kwekerij Voorbeeld",
        ),
    ]
    regio: Annotated[str, Column("Regio", "De arbeidsmarktregio.", Choice())]
    soort: Annotated[str, Column("Soort", "Wat voor organisatie het is.", Choice())]
    kvk: Annotated[str | None, Column("KVK-nummer", "Nummer bij de Kamer van Koophandel.", KVK)] = None
    in_gebruik: Annotated[
        bool | None, Column("In gebruik", "Nee: niet meer te kiezen, in het archief. Leeg: ja.", YesNo())
    ] = None


ORGANISATIES = Table.of(OrganisatieRij, "Organisaties")


def to_row(organisatie: Organisatie) -> OrganisatieRij:
    """An organisatie as a row."""
    return OrganisatieRij(
        naam=organisatie.naam,
        regio=organisatie.regio_code,
        soort=organisatie.soort,
        kvk=organisatie.kvk,
        in_gebruik=organisatie.gearchiveerd_op is None,
    )


def to_gegevens(row: OrganisatieRij) -> OrganisatieGegevens:
    """What a row says of the organisatie itself."""
    return OrganisatieGegevens(naam=row.naam, soort=row.soort, kvk=row.kvk)

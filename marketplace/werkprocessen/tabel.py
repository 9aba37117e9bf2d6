"""A kwalificatie as a row of a file."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from marketplace.tables.choices import Choice
from marketplace.tables.column import Column
from marketplace.tables.days import Day, first_day_after, last_day
from marketplace.tables.numbers import Whole
from marketplace.tables.table import Table
from marketplace.tables.text import Text
from marketplace.werkprocessen.model import NIVEAUS, KwalificatieGegevens, KwalificatieRegel, NewKwalificatie

NUMMER = Whole(10_000, 99_999)


@dataclass(frozen=True, slots=True, kw_only=True)
class KwalificatieRij:
    """A kwalificatie as the list of SBB has it."""

    crebo: Annotated[
        int, Column("Crebo", "Het nummer van de kwalificatie. Hieraan herkennen we haar.", NUMMER, "25258")
    ]
    naam: Annotated[str, Column("Kwalificatie", "De naam in het dossier.", Text(200))]
    dossier_crebo: Annotated[
        int, Column("Dossiernummer", "Het nummer van het kwalificatiedossier.", NUMMER, "23110")
    ]
    dossier: Annotated[str, Column("Dossier", "De naam van het kwalificatiedossier.", Text(200), "Entree")]
    niveau: Annotated[int, Column("Niveau", "Niveau in het mbo: 1 is entree.", Whole(1, max(NIVEAUS)), "1")]
    sector: Annotated[str, Column("Sector", "De sector van het werk.", Choice())]
    van: Annotated[date, Column("Eerste dag", "Vanaf wanneer de kwalificatie geldt.", Day(), "1-8-2015")]
    laatste_dag: Annotated[
        date | None,
        Column("Laatste dag", "De laatste dag waarop zij geldt. Leeg: zonder einde.", Day(), "31-7-2028"),
    ] = None
    bron: Annotated[str, Column("Bron", "Welke lijst dit is, en van wanneer.", Text(), "SBB, augustus 2026")]


KWALIFICATIES = Table.of(KwalificatieRij, "Kwalificaties")


def to_row(kwalificatie: KwalificatieRegel) -> KwalificatieRij:
    """A kwalificatie as a row."""
    return KwalificatieRij(
        crebo=kwalificatie.crebo,
        naam=kwalificatie.naam,
        dossier_crebo=kwalificatie.dossier_crebo,
        dossier=kwalificatie.dossier,
        niveau=kwalificatie.niveau,
        sector=kwalificatie.sector,
        van=kwalificatie.van,
        laatste_dag=last_day(kwalificatie.tot),
        bron=kwalificatie.bron,
    )


def to_gegevens(row: KwalificatieRij) -> KwalificatieGegevens:
    """What a row says of a kwalificatie that is there."""
    return KwalificatieGegevens(
        naam=row.naam, niveau=row.niveau, sector=row.sector, dossier=row.dossier, bron=row.bron
    )


def to_new(row: KwalificatieRij) -> NewKwalificatie:
    """What a row adds to the catalogue."""
    return NewKwalificatie(
        crebo=row.crebo,
        dossier_crebo=row.dossier_crebo,
        dossier=row.dossier,
        naam=row.naam,
        niveau=row.niveau,
        sector=row.sector,
        van=row.van,
        tot=first_day_after(row.laatste_dag),
        bron=row.bron,
    )

"""A plek as a row of a file, and the way between the two."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated

from marketplace.leerwerkplekken.model import Leerwerkplek, PlekStatus
from marketplace.leerwerkplekken.wijziging import PlekGegevens
from marketplace.tables.choices import Choice, Codes, YesNo
from marketplace.tables.column import Column
from marketplace.tables.days import Day
from marketplace.tables.numbers import Whole
from marketplace.tables.table import Table
from marketplace.tables.text import Text
from marketplace.tables.week import DAGDELEN, UREN, codes_of_mask, mask_of_codes, to_hours, to_minutes
from marketplace.werkprocessen.model import FASE_WOORDEN, TAALNIVEAUS, Fase

TALEN = {str(level): words for level, words in enumerate(TAALNIVEAUS)}
FASEN = {each.value: words for each, words in FASE_WOORDEN.items()}
STATUSES = {status.value: status.value for status in PlekStatus}
NUMMER = Text(
    40,
    r"[A-Za-z0-9][A-Za-z0-9._/-]*",
    "letters, cijfers, punten, streepjes en schuine strepen, zonder spaties",
)
ONE_DAY = timedelta(days=1)
OF_PLEKWIJS = "PW-"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlekRij:
    """A plek as people fill it in; `tot` is the last day."""

    nummer: Annotated[
        str,
        Column(
            "Nummer",
            "Uw eigen nummer van de plek. Hieraan herkennen we de plek als u het bestand nog eens inleest."
            " Staat er PW- voor, dan gaf Plekwijs het nummer: laat het zo staan.",
            NUMMER,
            "2026-014",
        ),
    ]
    vestiging: Annotated[str, Column("Vestiging", "Organisatie en vestiging waar de plek is.", Choice())]
    titel: Annotated[str, Column("Titel", "Hoe de plek heet.", Text(200), "Hulp in de kwekerij")]
    omschrijving: Annotated[
        str | None,
        Column("Omschrijving", "Hoe een dag eruitziet. Geen namen van kandidaten en geen BSN.", Text()),
    ] = None
    sector: Annotated[str, Column("Sector", "De sector van het werk.", Choice())]
    werkprocessen: Annotated[
        tuple[str, ...],
        Column(
            "Werkprocessen", "Codes van het werk dat hier echt voorkomt. Nodig om te publiceren.", Codes()
        ),
    ] = ()
    plaatsen: Annotated[int, Column("Plaatsen", "Hoeveel mensen hier tegelijk leren.", Whole(1, 50), "2")]
    van: Annotated[date, Column("Eerste dag", "De eerste dag van de plek.", Day(), "1-2-2027")]
    laatste_dag: Annotated[date | None, Column("Laatste dag", "Leeg: zonder einde.", Day(), "31-7-2027")] = (
        None
    )
    dagdelen: Annotated[
        tuple[str, ...],
        Column(
            "Dagdelen",
            "Wanneer er werk is: ma, di, wo, do of vr voor een dag, ma-ochtend of ma-middag voor een deel.",
            DAGDELEN,
            "ma, di, wo-ochtend",
        ),
    ]
    uren_min: Annotated[Decimal, Column("Minste uren", "Minste uren werk per week.", UREN, "16")]
    uren_max: Annotated[Decimal, Column("Meeste uren", "Meeste uren werk per week.", UREN, "32")]
    niveau: Annotated[int, Column("Niveau", "Niveau van het werk: 1 is entree.", Whole(1, 4), "1")]
    taal: Annotated[str, Column("Nederlands", "Hoeveel Nederlands ten minste nodig is.", Choice(TALEN))]
    fase: Annotated[
        str | None, Column("Werkplek", "Hoe beschermd het werk is. Leeg: niet bekend.", Choice(FASEN))
    ] = None
    vervoer_geregeld: Annotated[
        bool | None, Column("Vervoer geregeld", "Voor wie niet alleen kan reizen. Leeg: nee.", YesNo())
    ] = None
    vormen: Annotated[
        tuple[str, ...],
        Column("Vormen", "Codes van de vormen waarin iemand kan beginnen.", Codes(least=1)),
    ]
    voorwaarden: Annotated[
        tuple[str, ...], Column("Voorwaarden", "Codes van wat deze plek kan bieden.", Codes())
    ] = ()
    praktijkopleider: Annotated[
        str | None,
        Column(
            "Praktijkopleider",
            "Naam van wie begeleidt, zoals in Plekwijs. Nodig om te publiceren.",
            Text(200),
        ),
    ] = None
    begeleidt_vanaf: Annotated[
        date | None,
        Column("Begeleidt vanaf", "Alleen bij een wissel: vanaf welke dag. Leeg: de hele periode.", Day()),
    ] = None
    status: Annotated[
        str, Column("Status", "Alleen een gepubliceerde plek doet mee in de planning.", Choice(STATUSES))
    ]


PLEKKEN = Table.of(PlekRij, "Leerwerkplekken")


def nummer_of(plek: Leerwerkplek) -> str:
    """What a file calls a plek: the own number of the organisatie, else one of ours."""
    return plek.eigen_nummer or f"{OF_PLEKWIJS}{plek.id}"


def to_row(plek: Leerwerkplek, codes: Mapping[int, str]) -> PlekRij:
    """A plek as a row; `codes` are those of the werkprocessen by id."""
    last = plek.inzet[-1] if plek.inzet else None
    return PlekRij(
        nummer=nummer_of(plek),
        vestiging=str(plek.vestiging_id),
        titel=plek.titel,
        omschrijving=plek.omschrijving or None,
        sector=plek.sector,
        werkprocessen=tuple(codes[each] for each in plek.werkprocessen),
        plaatsen=plek.plaatsen,
        van=plek.van,
        laatste_dag=None if plek.tot is None else plek.tot - ONE_DAY,
        dagdelen=codes_of_mask(plek.dagdelen),
        uren_min=to_hours(plek.minuten_min),
        uren_max=to_hours(plek.minuten_max),
        niveau=plek.niveau,
        taal=str(plek.taal),
        fase=plek.fase and plek.fase.value,
        vervoer_geregeld=plek.vervoer_geregeld,
        vormen=plek.vormen,
        voorwaarden=plek.voorwaarden,
        praktijkopleider=None if last is None else last.naam,
        begeleidt_vanaf=last.van if last is not None and len(plek.inzet) > 1 else None,
        status=plek.status.value,
    )


def to_gegevens(row: PlekRij, ids: Mapping[str, int]) -> PlekGegevens:
    """What a row says of the plek itself; `ids` are those of the werkprocessen by code."""
    return PlekGegevens(
        titel=row.titel,
        omschrijving=row.omschrijving or "",
        sector=row.sector,
        niveau=row.niveau,
        plaatsen=row.plaatsen,
        van=row.van,
        tot=None if row.laatste_dag is None else row.laatste_dag + ONE_DAY,
        dagdelen=mask_of_codes(row.dagdelen),
        minuten_min=to_minutes(row.uren_min),
        minuten_max=to_minutes(row.uren_max),
        taal=int(row.taal),
        fase=None if row.fase is None else Fase(row.fase),
        vervoer_geregeld=bool(row.vervoer_geregeld),
        vormen=row.vormen,
        voorwaarden=row.voorwaarden,
        werkprocessen=tuple(ids[code] for code in row.werkprocessen),
    )

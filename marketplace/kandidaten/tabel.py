"""A kandidaat as a row of a file, and the way between the two; who it is only comes in, for somebody new."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated

from marketplace.geo.reistijd import Vervoermiddel
from marketplace.kandidaten.cellen import Begeleiding, Telefoon
from marketplace.kandidaten.identiteit import EMAIL
from marketplace.kandidaten.model import Identiteit, KandidaatProfiel, KandidaatStatus, Stand
from marketplace.kandidaten.wijziging import ProfielWijziging, steps_of, weeks_of
from marketplace.tables.choices import Choice, Codes, YesNo
from marketplace.tables.column import Column
from marketplace.tables.days import Day
from marketplace.tables.numbers import Whole
from marketplace.tables.table import Table
from marketplace.tables.text import Text
from marketplace.tables.week import DAGDELEN, UREN, codes_of_mask, mask_of_codes, to_hours, to_minutes
from marketplace.werkprocessen.model import FASE_WOORDEN, TAALNIVEAUS, Fase

OF_PLEKWIJS = "K-"
ONE_DAY = timedelta(days=1)
KENMERK = Text(
    40,
    r"(?i:K-[0-9A-Z]{4,6})|(?=.*[0-9])[A-Za-z0-9][A-Za-z0-9._/-]*",  # ours may be letters only
    "een nummer of code met een cijfer erin, zonder spaties, zoals 2026-014",
)
PC4 = Text(
    40, r"[1-9][0-9]{3}", "alleen de vier cijfers, zoals 7021"
)  # the form says what a length would not
REIST = {each.value: each.value.replace("e_bike", "e-bike") for each in Vervoermiddel}
TALEN = {str(level): words for level, words in enumerate(TAALNIVEAUS)}
FASEN = {each.value: words for each, words in FASE_WOORDEN.items()}
STATUSES = {
    KandidaatStatus.VOOR_AANGEMELD.value: "voor-aangemeld",
    KandidaatStatus.MATCHBAAR.value: "zoekt een plek",
    KandidaatStatus.LOPEND.value: "is bezig",
    KandidaatStatus.TERUGGETROKKEN.value: "teruggetrokken",
    KandidaatStatus.NIET_GESTART.value: "niet gestart",
    KandidaatStatus.AFGEROND.value: "afgerond",
}
ONLY_NEW = (
    "Alleen voor wie nieuw is: van anderen lezen we deze cel niet. We bewaren dit apart van het profiel."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KandidaatRij:
    """A kandidaat as people fill it in; `laatste_dag` is included."""

    kenmerk: Annotated[
        str,
        Column(
            "Uw kenmerk",
            "Het nummer van deze persoon in uw eigen administratie: geen naam en geen BSN. Hieraan herkennen"
            " we de persoon als u het bestand nog eens inleest. Staat er K- voor, dan gaf Plekwijs het"
            " kenmerk: laat het zo staan.",
            KENMERK,
            "2026-014",
        ),
    ]
    van_plekwijs: Annotated[
        str | None,
        Column("Kenmerk in Plekwijs", "Geven wij. Laat leeg voor wie nieuw is.", Text(8)),
    ] = None
    sw_bedrijf: Annotated[
        str | None, Column("SW-bedrijf", "Waar deze persoon bij hoort. Leeg: bij geen.", Choice())
    ] = None
    naam: Annotated[str | None, Column("Naam", ONLY_NEW, Text(200), "Sanne Voorbeeld")] = None
    geboortedatum: Annotated[
        date | None, Column("Geboortedatum", ONLY_NEW, Day(date(1901, 1, 1)), "1-5-1990")
    ] = None
    telefoon: Annotated[str | None, Column("Telefoon", ONLY_NEW, Telefoon(), "06-12345678")] = None
    email: Annotated[str | None, Column("E-mailadres", ONLY_NEW, Text(200, EMAIL, "naam@voorbeeld.nl"))] = (
        None
    )
    pc4: Annotated[str, Column("Postcode", "De vier cijfers van waar deze persoon woont.", PC4, "7021")]
    vervoermiddel: Annotated[str, Column("Reist met", "Hoe deze persoon naar het werk gaat.", Choice(REIST))]
    max_reistijd: Annotated[
        int, Column("Langste reistijd", "In minuten, voor één keer heen of terug.", Whole(5, 180), "45")
    ]
    max_afstand: Annotated[
        int | None, Column("Grootste afstand", "In kilometers. Leeg: geen grens.", Whole(1, 150))
    ] = None
    reist_alleen: Annotated[bool | None, Column("Kan alleen reizen", "Leeg: ja.", YesNo())] = None
    dagdelen: Annotated[
        tuple[str, ...],
        Column(
            "Dagdelen",
            "Wanneer deze persoon kan werken: ma, di, wo, do of vr voor een dag, ma-ochtend of ma-middag voor"
            " een deel.",
            DAGDELEN,
            "ma, di, wo-ochtend",
        ),
    ]
    interne_dagen: Annotated[
        int | None, Column("Interne dagen", "Dagen per week die intern blijven. Leeg: geen.", Whole(0, 5))
    ] = None
    uren_min: Annotated[Decimal, Column("Minste uren", "Minste uren werk per week.", UREN, "16")]
    uren_max: Annotated[Decimal, Column("Meeste uren", "Meeste uren werk per week.", UREN, "32")]
    van: Annotated[date, Column("Eerste dag", "Vanaf wanneer deze persoon kan beginnen.", Day(), "1-2-2027")]
    laatste_dag: Annotated[date | None, Column("Laatste dag", "Leeg: zonder einde.", Day())] = None
    weken: Annotated[int, Column("Weken", "Hoeveel weken het leren duurt.", Whole(1, 104), "26")]
    niveau: Annotated[int, Column("Niveau", "Het niveau dat u schat: 1 is entree.", Whole(1, 4), "1")]
    taal: Annotated[str, Column("Nederlands", "Hoeveel Nederlands deze persoon spreekt.", Choice(TALEN))]
    begeleiding: Annotated[
        tuple[int, ...], Column("Begeleiding", "Uren begeleiding per week op het werk.", Begeleiding(), "6")
    ]
    fase: Annotated[
        str | None,
        Column("Werkt nu", "Hoe beschermd deze persoon nu werkt. Leeg: niet bekend.", Choice(FASEN)),
    ] = None
    vormen: Annotated[
        tuple[str, ...], Column("Vormen", "Codes van de vormen die passen, de beste eerst.", Codes(least=1))
    ]
    sectoren: Annotated[
        tuple[str, ...],
        Column(
            "Sectoren", "Codes van hooguit vijf sectoren, de liefste eerst. Leeg: geen voorkeur.", Codes()
        ),
    ] = ()
    crebo: Annotated[
        int | None,
        Column(
            "Kwalificatie",
            "De crebo waarvoor deze persoon leert. Leeg: werk zonder praktijkleren.",
            Whole(10000, 99999),
        ),
    ] = None
    gewenst: Annotated[
        tuple[str, ...], Column("Wil leren", "Codes van werkprocessen die deze persoon wil leren.", Codes())
    ] = ()
    geoefend: Annotated[
        tuple[str, ...], Column("Heeft geoefend", "Codes van werkprocessen die zijn geoefend.", Codes())
    ] = ()
    bewezen: Annotated[
        tuple[str, ...], Column("Kan het, bewezen", "Codes van werkprocessen die zijn bewezen.", Codes())
    ] = ()
    voorwaarden: Annotated[
        tuple[str, ...],
        Column("Nodig op het werk", "Codes van wat het werk moet bieden. Geen medische reden.", Codes()),
    ] = ()
    toelichting: Annotated[
        str | None,
        Column("Toelichting", "Wat niet in een kolom past. Geen naam, geen BSN, niets medisch.", Text()),
    ] = None
    status: Annotated[
        str,
        Column(
            "Status",
            "Alleen wie een plek zoekt, doet mee in de planning. Kies in een bestand voor-aangemeld of zoekt"
            " een plek.",
            Choice(STATUSES),
        ),
    ]
    wacht_sinds: Annotated[
        date | None,
        Column("Wacht sinds", "Bij wie een plek zoekt: sinds wanneer. Leeg: vandaag.", Day(), "1-9-2026"),
    ] = None


KANDIDATEN = Table.of(KandidaatRij, "Kandidaten")
# What the profile calls a field, and the column in which it is typed.
COLUMNS = {
    "tot": "laatste_dag",
    "minuten_min": "uren_min",
    "minuten_max": "uren_max",
    "niveau_geschat": "niveau",
    "sectorwensen": "sectoren",
}


def kenmerk_of(profiel: KandidaatProfiel) -> str:
    """What a file calls a person: as its sender did, else our own kenmerk."""
    return profiel.eigen_kenmerk or profiel.kenmerk


def to_row(profiel: KandidaatProfiel, codes: Mapping[int, str], bedrijven: Collection[str]) -> KandidaatRij:
    """A profile as a row, never who it is; `codes` are those of the werkprocessen by id."""
    bedrijf = str(profiel.sw_bedrijf_id)

    def learned(stand: Stand) -> tuple[str, ...]:
        return tuple(codes[each] for each in profiel.with_stand(stand))

    return KandidaatRij(
        kenmerk=kenmerk_of(profiel),
        van_plekwijs=profiel.kenmerk,
        sw_bedrijf=bedrijf if bedrijf in bedrijven else None,
        pc4=profiel.pc4,
        vervoermiddel=profiel.vervoermiddel.value,
        max_reistijd=profiel.max_reistijd,
        max_afstand=profiel.max_afstand,
        reist_alleen=profiel.reist_alleen,
        dagdelen=codes_of_mask(profiel.dagdelen),
        interne_dagen=profiel.interne_dagen or None,
        uren_min=to_hours(profiel.minuten_min),
        uren_max=to_hours(profiel.minuten_max),
        van=profiel.van,
        laatste_dag=None if profiel.tot is None else profiel.tot - ONE_DAY,
        weken=profiel.weken,
        niveau=profiel.niveau_geschat,
        taal=str(profiel.taal),
        begeleiding=weeks_of(steps_of(profiel.begeleiding)),
        fase=profiel.fase and profiel.fase.value,
        vormen=profiel.vormen,
        sectoren=profiel.sectorwensen,
        crebo=profiel.crebo,
        gewenst=learned(Stand.GEWENST),
        geoefend=learned(Stand.GEOEFEND),
        bewezen=learned(Stand.BEWEZEN),
        voorwaarden=profiel.voorwaarden,
        toelichting=profiel.toelichting or None,
        status=profiel.status.value,
        wacht_sinds=profiel.matchbaar_sinds,
    )


def to_wijziging(row: KandidaatRij, ids: Mapping[str, int]) -> ProfielWijziging:
    """What a row says of the profile; `ids` are those of the werkprocessen by code."""
    return ProfielWijziging(
        crebo=row.crebo,
        gewenst=tuple(ids[code] for code in row.gewenst),
        sectorwensen=row.sectoren,
        vormen=row.vormen,
        niveau_geschat=row.niveau,
        pc4=row.pc4,
        vervoermiddel=Vervoermiddel(row.vervoermiddel),
        max_reistijd=row.max_reistijd,
        max_afstand=row.max_afstand,
        reist_alleen=row.reist_alleen is not False,
        dagdelen=mask_of_codes(row.dagdelen),
        interne_dagen=row.interne_dagen or 0,
        minuten_min=to_minutes(row.uren_min),
        minuten_max=to_minutes(row.uren_max),
        van=row.van,
        tot=None if row.laatste_dag is None else row.laatste_dag + ONE_DAY,
        weken=row.weken,
        voorwaarden=row.voorwaarden,
        taal=int(row.taal),
        begeleiding=row.begeleiding,
        fase=None if row.fase is None else Fase(row.fase),
        toelichting=row.toelichting or "",
    )


def to_identiteit(row: KandidaatRij) -> Identiteit | None:
    """Who somebody new is; None when the row does not say enough."""
    if row.naam is None or row.geboortedatum is None:
        return None
    return Identiteit(naam=row.naam, geboortedatum=row.geboortedatum, telefoon=row.telefoon, email=row.email)

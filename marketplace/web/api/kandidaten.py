"""Kandidaten under their kenmerk: never a name, a birth date or a contact."""

from dataclasses import fields
from datetime import date, datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from marketplace.geo.reistijd import Vervoermiddel
from marketplace.kandidaten import model, queries, service
from marketplace.kandidaten.model import KandidaatStatus, Stand
from marketplace.kandidaten.wijziging import MAX_SECTOREN, MAX_WEEKS, ProfielWijziging
from marketplace.web.api.models import (
    Answer,
    Bladeren,
    Body,
    Code,
    Codes,
    Crebo,
    Dag,
    Dagdelen,
    DagdelenUit,
    Geheel,
    Ids,
    Minuten,
    Niveau,
    Taal,
    Vrije,
    to_mask,
)
from marketplace.web.api.operation import Call, Operation
from marketplace.werkprocessen.model import Fase


class WerkprocesStand(Answer):
    """Een werkproces en hoe ver iemand daarmee is."""

    werkproces_id: int
    stand: Stand


class Kandidaat(Answer):
    """Iemand die leert, onder een kenmerk. `begeleiding` is in minuten per week; het laatste geldt door."""

    id: int
    kenmerk: Annotated[str, Field(examples=["K-7M2Q"])]
    regio_code: str
    gemeente_id: int
    gemeente: str
    pc4: Annotated[str, Field(examples=["7071"])]
    plaats: str
    status: KandidaatStatus
    matchbaar_sinds: date | None
    vervoermiddel: Vervoermiddel
    max_reistijd: int
    max_afstand: int | None
    reist_alleen: bool
    dagdelen: DagdelenUit
    interne_dagen: int
    minuten_min: int
    minuten_max: int
    van: date
    tot: date | None
    weken: int
    niveau_geschat: int
    niveau_bewezen: int | None
    praktijkleren: bool
    crebo: int | None
    vormen: tuple[str, ...]
    begeleiding: tuple[int, ...]
    voorwaarden: tuple[str, ...]
    taal: int
    fase: Fase | None
    sectorwensen: tuple[str, ...]
    werkprocessen: tuple[WerkprocesStand, ...]
    toelichting: str
    voorbeeld: bool
    gearchiveerd_op: datetime | None
    versie: int


class KandidaatGegevens(Body):
    """Wat u van een profiel kunt wijzigen. Schrijf in de toelichting geen naam en geen diagnose."""

    crebo: Crebo | None = None
    gewenst: Annotated[Ids, Field(examples=[[12]], description="werkprocessen die de kandidaat wil leren")]
    sectorwensen: Annotated[tuple[Code, ...], Field(max_length=MAX_SECTOREN, examples=[["groen"]])]
    vormen: Annotated[Codes, Field(min_length=1, examples=[["proefplaatsing"]])]
    niveau_geschat: Niveau
    pc4: Annotated[str, StringConstraints(pattern="^[1-9][0-9]{3}$"), Field(examples=["7071"])]
    vervoermiddel: Vervoermiddel
    max_reistijd: Annotated[Geheel, Field(ge=5, le=180, examples=[30], description="minuten, enkele reis")]
    max_afstand: Annotated[Geheel, Field(ge=1, le=150, examples=[15], description="kilometers")] | None = None
    reist_alleen: bool
    dagdelen: Dagdelen
    interne_dagen: Annotated[
        Geheel, Field(ge=0, le=5, examples=[0], description="dagen per week die intern blijven")
    ] = 0
    minuten_min: Minuten
    minuten_max: Minuten
    van: Dag
    tot: Dag | None = None
    weken: Annotated[Geheel, Field(ge=1, le=104, examples=[26])]
    voorwaarden: Codes = ()
    taal: Taal
    begeleiding: Annotated[
        tuple[Annotated[Geheel, Field(ge=0, le=2400)], ...],
        Field(min_length=1, max_length=MAX_WEEKS, examples=[[120, 90, 60]]),
    ]
    fase: Fase | None = None
    toelichting: Vrije = ""

    def to_wijziging(self) -> ProfielWijziging:
        """The edit that is asked."""
        copied = self.model_dump(include={each.name for each in fields(ProfielWijziging)})
        for name in ("gewenst", "sectorwensen", "vormen", "voorwaarden"):
            copied[name] = tuple(dict.fromkeys(copied[name]))
        return ProfielWijziging(**{**copied, "dagdelen": to_mask(self.dagdelen)})


async def list_kandidaten(call: Call, *, query: Bladeren) -> list[model.KandidaatProfiel]:
    """The kandidaten that the key may see."""
    return await queries.list_kandidaten_after(call.conn, call.actor, na=query.after, aantal=query.one_more)


async def get_kandidaat(call: Call, *, id: int) -> model.KandidaatProfiel:
    """One profile."""
    return await service.visible_kandidaat(call.conn, call.actor, id)


async def edit_kandidaat(
    call: Call, *, id: int, versie: int, body: KandidaatGegevens
) -> model.KandidaatProfiel:
    """Write over the version that was read."""
    await service.edit_profiel(
        call.conn,
        call.actor,
        clock=call.clock,
        kandidaat_id=id,
        versie=versie,
        wijziging=body.to_wijziging(),
    )
    return await get_kandidaat(call, id=id)


OPERATIONS = (
    Operation(
        method="GET",
        path="/kandidaten",
        noun="kandidaten",
        naam="listKandidaten",
        titel="Alle kandidaten",
        uitleg="Onder hun kenmerk: de API geeft nooit een naam, geboortedatum of telefoonnummer.",
        run=list_kandidaten,
        answer=Kandidaat,
        many=True,
        query=Bladeren,
    ),
    Operation(
        method="GET",
        path="/kandidaten/{id}",
        noun="kandidaten",
        naam="getKandidaat",
        titel="Eén kandidaat",
        run=get_kandidaat,
        answer=Kandidaat,
    ),
    Operation(
        method="PUT",
        path="/kandidaten/{id}",
        noun="kandidaten",
        naam="editKandidaat",
        titel="Een profiel wijzigen",
        uitleg="U stuurt alle velden. Wat u niet stuurt, krijgt de waarde die erbij staat.",
        run=edit_kandidaat,
        answer=Kandidaat,
        body=KandidaatGegevens,
        versioned=True,
    ),
)

"""Leerwerkplekken: read, make a concept, edit, publish, close."""

from datetime import date
from typing import Annotated

from pydantic import Field

from marketplace.leerwerkplekken import model, queries, service
from marketplace.leerwerkplekken.model import PlekStatus
from marketplace.leerwerkplekken.wijziging import NewInzet, PlekGegevens
from marketplace.web.api.models import (
    Answer,
    Bladeren,
    Body,
    Code,
    Codes,
    Dag,
    Dagdelen,
    DagdelenUit,
    Geheel,
    Id,
    Ids,
    Korte,
    Minuten,
    Niveau,
    Taal,
    Vrije,
    to_mask,
)
from marketplace.web.api.operation import Call, Operation
from marketplace.werkprocessen.model import Fase


class Inzet(Answer):
    """Wie de plek leidt, van een dag tot een andere (die niet meer meetelt)."""

    praktijkopleider_id: int
    naam: str
    van: date
    tot: date | None


class Leerwerkplek(Answer):
    """Een werkplek die kandidaten ontvangt, van `van` tot `tot`; die laatste dag telt niet mee."""

    id: int
    vestiging_id: int
    organisatie_id: int
    organisatie: str
    plaats: str
    gemeente: str
    regio_code: str
    titel: str
    omschrijving: str
    sector: str
    niveau: int
    plaatsen: int
    van: date
    tot: date | None
    dagdelen: DagdelenUit
    minuten_min: int
    minuten_max: int
    taal: int
    fase: Fase | None
    vervoer_geregeld: bool
    vormen: tuple[str, ...]
    voorwaarden: tuple[str, ...]
    werkprocessen: tuple[int, ...]
    inzet: tuple[Inzet, ...]
    status: PlekStatus
    voorbeeld: bool
    versie: int


class LeerwerkplekGegevens(Body):
    """Wat u van een leerwerkplek invult; `tot` is de eerste dag na de periode."""

    titel: Korte
    omschrijving: Vrije = ""
    sector: Code
    niveau: Niveau
    plaatsen: Annotated[Geheel, Field(ge=1, le=50, examples=[1])]
    van: Dag
    tot: Dag | None = None
    dagdelen: Dagdelen
    minuten_min: Minuten
    minuten_max: Minuten
    taal: Taal
    fase: Fase | None = None
    vervoer_geregeld: bool = False
    vormen: Annotated[Codes, Field(min_length=1, examples=[["proefplaatsing"]])]
    voorwaarden: Codes = ()
    werkprocessen: Annotated[Ids, Field(examples=[[12]])]
    praktijkopleider_id: Id | None = None

    def to_gegevens(self) -> PlekGegevens:
        """The fields of the plek itself."""
        copied = self.model_dump(exclude={"praktijkopleider_id", "praktijkopleider_vanaf", "vestiging_id"})
        for name in ("vormen", "voorwaarden", "werkprocessen"):
            copied[name] = tuple(dict.fromkeys(copied[name]))
        return PlekGegevens(**{**copied, "dagdelen": to_mask(self.dagdelen)})


class NieuweLeerwerkplek(LeerwerkplekGegevens):
    """Een leerwerkplek die er nog niet is, en de vestiging waar zij komt."""

    vestiging_id: Id


class GewijzigdeLeerwerkplek(LeerwerkplekGegevens):
    """Een leerwerkplek zoals zij wordt; een nieuwe praktijkopleider begint op `praktijkopleiderVanaf`."""

    praktijkopleider_vanaf: Dag | None = None


class Plekken(Bladeren):
    """What the list is narrowed to."""

    status: PlekStatus | None = None


async def list_leerwerkplekken(call: Call, *, query: Plekken) -> list[model.Leerwerkplek]:
    """The plekken that the key may see."""
    return await queries.list_leerwerkplekken_after(
        call.conn, call.actor, na=query.after, aantal=query.one_more, status=query.status
    )


async def get_leerwerkplek(call: Call, *, id: int) -> model.Leerwerkplek:
    """One plek."""
    return await service.visible_leerwerkplek(call.conn, call.actor, id)


async def create_leerwerkplek(call: Call, *, body: NieuweLeerwerkplek) -> model.Leerwerkplek:
    """Make a concept."""
    leader = body.praktijkopleider_id
    made = await service.create_leerwerkplek(
        call.conn,
        call.actor,
        clock=call.clock,
        vestiging_id=body.vestiging_id,
        gegevens=body.to_gegevens(),
        inzet=None if leader is None else NewInzet(praktijkopleider_id=leader),
    )
    return await get_leerwerkplek(call, id=made)


async def edit_leerwerkplek(
    call: Call, *, id: int, versie: int, body: GewijzigdeLeerwerkplek
) -> model.Leerwerkplek:
    """Write over the version that was read."""
    leader = body.praktijkopleider_id
    await service.edit_leerwerkplek(
        call.conn,
        call.actor,
        clock=call.clock,
        plek_id=id,
        versie=versie,
        gegevens=body.to_gegevens(),
        inzet=None
        if leader is None
        else NewInzet(praktijkopleider_id=leader, vanaf=body.praktijkopleider_vanaf),
    )
    return await get_leerwerkplek(call, id=id)


async def publish_leerwerkplek(call: Call, *, id: int, versie: int) -> model.Leerwerkplek:
    """Let it take part in planning."""
    await service.publish_leerwerkplek(call.conn, call.actor, clock=call.clock, plek_id=id, versie=versie)
    return await get_leerwerkplek(call, id=id)


async def close_leerwerkplek(call: Call, *, id: int, versie: int) -> model.Leerwerkplek:
    """Take it out of planning."""
    await service.close_leerwerkplek(call.conn, call.actor, clock=call.clock, plek_id=id, versie=versie)
    return await get_leerwerkplek(call, id=id)


OPERATIONS = (
    Operation(
        method="GET",
        path="/leerwerkplekken",
        noun="leerwerkplekken",
        naam="listLeerwerkplekken",
        titel="Alle leerwerkplekken",
        uitleg="Een werkgever ziet de eigen plekken, een regio alle plekken van die regio.",
        run=list_leerwerkplekken,
        answer=Leerwerkplek,
        many=True,
        query=Plekken,
    ),
    Operation(
        method="POST",
        path="/leerwerkplekken",
        noun="leerwerkplekken",
        naam="createLeerwerkplek",
        titel="Een leerwerkplek maken",
        uitleg="Als concept; pas na publicatie doet de plek mee met plannen.",
        run=create_leerwerkplek,
        answer=Leerwerkplek,
        body=NieuweLeerwerkplek,
        status=201,
    ),
    Operation(
        method="GET",
        path="/leerwerkplekken/{id}",
        noun="leerwerkplekken",
        naam="getLeerwerkplek",
        titel="Eén leerwerkplek",
        run=get_leerwerkplek,
        answer=Leerwerkplek,
    ),
    Operation(
        method="PUT",
        path="/leerwerkplekken/{id}",
        noun="leerwerkplekken",
        naam="editLeerwerkplek",
        titel="Een leerwerkplek wijzigen",
        uitleg="U stuurt alle velden. Wat u niet stuurt, krijgt de waarde die erbij staat.",
        run=edit_leerwerkplek,
        answer=Leerwerkplek,
        body=GewijzigdeLeerwerkplek,
        versioned=True,
    ),
    Operation(
        method="POST",
        path="/leerwerkplekken/{id}/publicatie",
        noun="leerwerkplekken",
        naam="publishLeerwerkplek",
        titel="Een leerwerkplek publiceren",
        run=publish_leerwerkplek,
        answer=Leerwerkplek,
        versioned=True,
    ),
    Operation(
        method="POST",
        path="/leerwerkplekken/{id}/sluiting",
        noun="leerwerkplekken",
        naam="closeLeerwerkplek",
        titel="Een leerwerkplek sluiten",
        uitleg="De plek doet niet meer mee met plannen; wie er werkt, blijft.",
        run=close_leerwerkplek,
        answer=Leerwerkplek,
        versioned=True,
    ),
)

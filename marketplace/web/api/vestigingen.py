"""Vestigingen with their erkenningen, and praktijkopleiders with their time for guidance."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from marketplace.organisaties import model, queries, service
from marketplace.organisaties import vestiging as verbs
from marketplace.organisaties.wijziging import VestigingGegevens
from marketplace.web.api.models import Answer, Bladeren, Body, Id, Naam
from marketplace.web.api.operation import Call, Operation


class Vestiging(Answer):
    """Een vestiging van een organisatie die leerwerkplekken kan hebben."""

    id: int
    naam: str
    organisatie_id: int
    organisatie: str
    regio_code: str
    plaats_id: int
    plaats: str
    gemeente: str
    leerbedrijf_id: str | None
    voorbeeld: bool
    gearchiveerd_op: datetime | None
    versie: int


class GewijzigdeVestiging(Body):
    """Wat u van een vestiging invult."""

    naam: Naam
    plaats_id: Id
    leerbedrijf_id: Annotated[Naam, Field(examples=["L0001"])] | None = None

    def to_gegevens(self) -> VestigingGegevens:
        """The fields of the vestiging itself."""
        return VestigingGegevens(**self.model_dump(exclude={"organisatie_id"}))


class NieuweVestiging(GewijzigdeVestiging):
    """Een vestiging die er nog niet is, en van welke organisatie zij wordt."""

    organisatie_id: Id


class Erkenning(Answer):
    """De erkenning van een vestiging door SBB voor één crebo; de dag `tot` telt niet mee."""

    id: int
    vestiging_id: int
    crebo: int
    kwalificatie: str
    van: date
    tot: date | None
    werkprocessen: frozenset[int] | None
    gecontroleerd_op: date


class Capaciteit(Answer):
    """Minuten per week die een praktijkopleider heeft om te begeleiden; de dag `tot` telt niet mee."""

    van: date
    tot: date | None
    nabijheid: model.Nabijheid
    minuten: int


class Praktijkopleider(Answer):
    """Wie op een vestiging opleidt, en de tijd die daarvoor is."""

    id: int
    vestiging_id: int
    naam: str
    tot: date | None
    voorbeeld: bool
    capaciteiten: tuple[Capaciteit, ...]
    versie: int


async def list_vestigingen(call: Call, *, query: Bladeren) -> list[model.Vestiging]:
    """The vestigingen that the key may see."""
    return await queries.list_vestigingen_after(call.conn, call.actor, na=query.after, aantal=query.one_more)


async def get_vestiging(call: Call, *, id: int) -> model.Vestiging:
    """One vestiging."""
    return await verbs.visible_vestiging(call.conn, call.actor, id)


async def create_vestiging(call: Call, *, body: NieuweVestiging) -> model.Vestiging:
    """Make a vestiging of an organisatie."""
    made = await verbs.create_vestiging(
        call.conn,
        call.actor,
        clock=call.clock,
        organisatie_id=body.organisatie_id,
        gegevens=body.to_gegevens(),
    )
    return await get_vestiging(call, id=made)


async def edit_vestiging(call: Call, *, id: int, versie: int, body: GewijzigdeVestiging) -> model.Vestiging:
    """Write over the version that was read."""
    await verbs.edit_vestiging(
        call.conn,
        call.actor,
        clock=call.clock,
        vestiging_id=id,
        versie=versie,
        gegevens=body.to_gegevens(),
    )
    return await get_vestiging(call, id=id)


async def list_erkenningen(call: Call, *, id: int) -> list[model.Erkenning]:
    """What SBB recognised of a vestiging."""
    await get_vestiging(call, id=id)
    return await queries.list_erkenningen(call.conn, [id])


async def list_praktijkopleiders(call: Call, *, query: Bladeren) -> list[model.Praktijkopleider]:
    """The praktijkopleiders of the vestigingen that the key may see."""
    return await queries.list_praktijkopleiders_after(
        call.conn, call.actor, na=query.after, aantal=query.one_more
    )


async def get_praktijkopleider(call: Call, *, id: int) -> model.Praktijkopleider:
    """One praktijkopleider."""
    return await service.visible_praktijkopleider(call.conn, call.actor, id)


OPERATIONS = (
    Operation(
        method="GET",
        path="/vestigingen",
        noun="organisaties",
        naam="listVestigingen",
        titel="Alle vestigingen",
        uitleg="Waar leerwerkplekken kunnen zijn. Een werkgever ziet de eigen vestigingen.",
        run=list_vestigingen,
        answer=Vestiging,
        many=True,
        query=Bladeren,
    ),
    Operation(
        method="GET",
        path="/vestigingen/{id}",
        noun="organisaties",
        naam="getVestiging",
        titel="Eén vestiging",
        run=get_vestiging,
        answer=Vestiging,
    ),
    Operation(
        method="POST",
        path="/vestigingen",
        noun="organisaties",
        naam="createVestiging",
        titel="Een vestiging maken",
        run=create_vestiging,
        answer=Vestiging,
        body=NieuweVestiging,
        status=201,
    ),
    Operation(
        method="PUT",
        path="/vestigingen/{id}",
        noun="organisaties",
        naam="editVestiging",
        titel="Een vestiging wijzigen",
        run=edit_vestiging,
        answer=Vestiging,
        body=GewijzigdeVestiging,
        versioned=True,
    ),
    Operation(
        method="GET",
        path="/vestigingen/{id}/erkenningen",
        noun="organisaties",
        naam="listErkenningen",
        titel="De erkenningen van een vestiging",
        uitleg="Zonder werkprocessen geldt een erkenning voor de hele kwalificatie.",
        run=list_erkenningen,
        answer=Erkenning,
        many=True,
    ),
    Operation(
        method="GET",
        path="/praktijkopleiders",
        noun="organisaties",
        naam="listPraktijkopleiders",
        titel="Alle praktijkopleiders",
        run=list_praktijkopleiders,
        answer=Praktijkopleider,
        many=True,
        query=Bladeren,
    ),
    Operation(
        method="GET",
        path="/praktijkopleiders/{id}",
        noun="organisaties",
        naam="getPraktijkopleider",
        titel="Eén praktijkopleider",
        run=get_praktijkopleider,
        answer=Praktijkopleider,
    ),
)

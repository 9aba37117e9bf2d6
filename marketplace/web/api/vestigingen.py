"""Vestigingen: made, edited, archived and brought back."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from marketplace.organisaties import model, queries
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


async def archive_vestiging(call: Call, *, id: int, versie: int) -> model.Vestiging:
    """Take a vestiging out of lists and choices."""
    await verbs.archive_vestiging(call.conn, call.actor, clock=call.clock, vestiging_id=id, versie=versie)
    return await get_vestiging(call, id=id)


async def restore_vestiging(call: Call, *, id: int, versie: int) -> model.Vestiging:
    """Bring a vestiging back."""
    await verbs.restore_vestiging(call.conn, call.actor, clock=call.clock, vestiging_id=id, versie=versie)
    return await get_vestiging(call, id=id)


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
        method="POST",
        path="/vestigingen/{id}/archivering",
        noun="organisaties",
        naam="archiveVestiging",
        titel="Een vestiging in het archief zetten",
        uitleg="Dat kan als er geen plek meer open is en niemand er werkt.",
        run=archive_vestiging,
        answer=Vestiging,
        versioned=True,
    ),
    Operation(
        method="POST",
        path="/vestigingen/{id}/terughaling",
        noun="organisaties",
        naam="restoreVestiging",
        titel="Een vestiging uit het archief halen",
        run=restore_vestiging,
        answer=Vestiging,
        versioned=True,
    ),
)

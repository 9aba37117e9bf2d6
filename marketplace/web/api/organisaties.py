"""Organisaties: made, edited, archived and brought back."""

from datetime import datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from marketplace.organisaties import model
from marketplace.organisaties import organisatie as verbs
from marketplace.organisaties.overzicht import list_organisaties_after
from marketplace.organisaties.wijziging import OrganisatieGegevens
from marketplace.web.api.models import Answer, Bladeren, Body, Code, Naam, RegioCode
from marketplace.web.api.operation import Call, Operation


class Organisatie(Answer):
    """Een werkgever, school, gemeente of andere organisatie in een regio."""

    id: int
    naam: str
    soort: Annotated[str, Field(examples=["werkgever"])]
    regio_code: str
    kvk: Annotated[str | None, Field(examples=["12345678"])]
    voorbeeld: bool
    gearchiveerd_op: datetime | None
    versie: int


class GewijzigdeOrganisatie(Body):
    """Wat u van een organisatie invult."""

    naam: Naam
    soort: Annotated[Code, Field(examples=["werkgever"])]
    kvk: Annotated[str, StringConstraints(pattern="^[0-9]{8}$"), Field(examples=["12345678"])] | None = None

    def to_gegevens(self) -> OrganisatieGegevens:
        """The fields of the organisatie itself."""
        return OrganisatieGegevens(**self.model_dump(exclude={"regio_code"}))


class NieuweOrganisatie(GewijzigdeOrganisatie):
    """Een organisatie die er nog niet is, en de regio waarin zij ligt."""

    regio_code: RegioCode


async def list_organisaties(call: Call, *, query: Bladeren) -> list[model.Organisatie]:
    """The organisaties that the key may see."""
    return await list_organisaties_after(call.conn, call.actor, na=query.after, aantal=query.one_more)


async def get_organisatie(call: Call, *, id: int) -> model.Organisatie:
    """One organisatie."""
    return await verbs.visible_organisatie(call.conn, call.actor, id)


async def create_organisatie(call: Call, *, body: NieuweOrganisatie) -> model.Organisatie:
    """Make an organisatie in a regio."""
    made = await verbs.create_organisatie(
        call.conn, call.actor, clock=call.clock, regio_code=body.regio_code, gegevens=body.to_gegevens()
    )
    return await get_organisatie(call, id=made)


async def edit_organisatie(
    call: Call, *, id: int, versie: int, body: GewijzigdeOrganisatie
) -> model.Organisatie:
    """Write over the version that was read."""
    await verbs.edit_organisatie(
        call.conn,
        call.actor,
        clock=call.clock,
        organisatie_id=id,
        versie=versie,
        gegevens=body.to_gegevens(),
    )
    return await get_organisatie(call, id=id)


async def archive_organisatie(call: Call, *, id: int, versie: int) -> model.Organisatie:
    """Take an organisatie with its vestigingen out of lists and choices."""
    await verbs.archive_organisatie(call.conn, call.actor, clock=call.clock, organisatie_id=id, versie=versie)
    return await get_organisatie(call, id=id)


async def restore_organisatie(call: Call, *, id: int, versie: int) -> model.Organisatie:
    """Bring an organisatie back."""
    await verbs.restore_organisatie(call.conn, call.actor, clock=call.clock, organisatie_id=id, versie=versie)
    return await get_organisatie(call, id=id)


OPERATIONS = (
    Operation(
        method="GET",
        path="/organisaties",
        noun="organisaties",
        naam="listOrganisaties",
        titel="Alle organisaties",
        uitleg="Zonder wat gearchiveerd is.",
        run=list_organisaties,
        answer=Organisatie,
        many=True,
        query=Bladeren,
    ),
    Operation(
        method="POST",
        path="/organisaties",
        noun="organisaties",
        naam="createOrganisatie",
        titel="Een organisatie maken",
        run=create_organisatie,
        answer=Organisatie,
        body=NieuweOrganisatie,
        status=201,
    ),
    Operation(
        method="GET",
        path="/organisaties/{id}",
        noun="organisaties",
        naam="getOrganisatie",
        titel="Eén organisatie",
        run=get_organisatie,
        answer=Organisatie,
    ),
    Operation(
        method="PUT",
        path="/organisaties/{id}",
        noun="organisaties",
        naam="editOrganisatie",
        titel="Een organisatie wijzigen",
        run=edit_organisatie,
        answer=Organisatie,
        body=GewijzigdeOrganisatie,
        versioned=True,
    ),
    Operation(
        method="POST",
        path="/organisaties/{id}/archivering",
        noun="organisaties",
        naam="archiveOrganisatie",
        titel="Een organisatie in het archief zetten",
        uitleg="Dat kan als er geen plek meer open is, niemand er werkt en geen opleiding meer loopt.",
        run=archive_organisatie,
        answer=Organisatie,
        versioned=True,
    ),
    Operation(
        method="POST",
        path="/organisaties/{id}/terughaling",
        noun="organisaties",
        naam="restoreOrganisatie",
        titel="Een organisatie uit het archief halen",
        run=restore_organisatie,
        answer=Organisatie,
        versioned=True,
    ),
)

"""Erkenningen of a vestiging by SBB, recorded and changed, never removed."""

from datetime import date
from typing import Annotated

from pydantic import Field

from marketplace.organisaties import erkenning as verbs
from marketplace.organisaties import model, queries
from marketplace.organisaties.wijziging import ErkenningEdit, NewErkenning
from marketplace.web.api.models import Answer, Body, Crebo, Dag, Id, Ids
from marketplace.web.api.operation import Call, Operation
from marketplace.web.api.vestigingen import get_vestiging


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
    versie: int


class GewijzigdeErkenning(Body):
    """Wat van een erkenning kan veranderen. Zonder werkprocessen geldt zij voor de hele kwalificatie."""

    tot: Dag | None = None
    werkprocessen: Annotated[Ids, Field(examples=[[]])] = ()
    gecontroleerd_op: Annotated[Dag, Field(description="wanneer u dit bij SBB hebt nagekeken")]


class NieuweErkenning(GewijzigdeErkenning):
    """Wat SBB heeft erkend."""

    vestiging_id: Id
    crebo: Crebo
    van: Dag


async def list_erkenningen(call: Call, *, id: int) -> list[model.Erkenning]:
    """What SBB recognised of a vestiging."""
    await get_vestiging(call, id=id)
    return await queries.list_erkenningen(call.conn, [id])


async def get_erkenning(call: Call, *, id: int) -> model.Erkenning:
    """One erkenning."""
    return (await verbs.visible_erkenning(call.conn, call.actor, id))[1]


async def create_erkenning(call: Call, *, body: NieuweErkenning) -> model.Erkenning:
    """Record what SBB recognised."""
    new = NewErkenning(
        crebo=body.crebo,
        van=body.van,
        tot=body.tot,
        werkprocessen=tuple(dict.fromkeys(body.werkprocessen)),
        gecontroleerd_op=body.gecontroleerd_op,
    )
    made = await verbs.create_erkenning(
        call.conn, call.actor, clock=call.clock, vestiging_id=body.vestiging_id, new=new
    )
    return await get_erkenning(call, id=made)


async def edit_erkenning(call: Call, *, id: int, versie: int, body: GewijzigdeErkenning) -> model.Erkenning:
    """Write over the version that was read."""
    edit = ErkenningEdit(
        tot=body.tot,
        werkprocessen=tuple(dict.fromkeys(body.werkprocessen)),
        gecontroleerd_op=body.gecontroleerd_op,
    )
    await verbs.edit_erkenning(
        call.conn, call.actor, clock=call.clock, erkenning_id=id, versie=versie, edit=edit
    )
    return await get_erkenning(call, id=id)


OPERATIONS = (
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
        method="POST",
        path="/erkenningen",
        noun="organisaties",
        naam="createErkenning",
        titel="Een erkenning vastleggen",
        run=create_erkenning,
        answer=Erkenning,
        body=NieuweErkenning,
        status=201,
    ),
    Operation(
        method="GET",
        path="/erkenningen/{id}",
        noun="organisaties",
        naam="getErkenning",
        titel="Eén erkenning",
        run=get_erkenning,
        answer=Erkenning,
    ),
    Operation(
        method="PUT",
        path="/erkenningen/{id}",
        noun="organisaties",
        naam="editErkenning",
        titel="Een erkenning wijzigen",
        run=edit_erkenning,
        answer=Erkenning,
        body=GewijzigdeErkenning,
        versioned=True,
    ),
)

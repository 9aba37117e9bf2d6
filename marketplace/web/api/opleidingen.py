"""The opleidingen that a school offers to kandidaten of regios."""

from datetime import date
from typing import Annotated

from pydantic import Field

from marketplace.organisaties import model
from marketplace.organisaties import opleiding as verbs
from marketplace.organisaties.queries import list_opleidingen_of
from marketplace.organisaties.wijziging import NewOpleiding
from marketplace.web.api.models import Answer, Body, Crebo, Dag, Id, RegioCode
from marketplace.web.api.operation import Call, Operation
from marketplace.web.api.organisaties import get_organisatie


class Opleiding(Answer):
    """Een kwalificatie die een school aan kandidaten uit deze regio's biedt; de dag `tot` telt niet mee."""

    id: int
    organisatie_id: int
    crebo: Annotated[int, Field(examples=[25250])]
    van: date
    tot: date | None
    regio_codes: Annotated[tuple[str, ...], Field(examples=[["AM09"]])]
    versie: int


class GewijzigdeOpleiding(Body):
    """De eerste dag waarop de school dit niet meer biedt; leeg als dat niet bekend is."""

    tot: Dag | None = None


class NieuweOpleiding(Body):
    """Wat een school gaat bieden; de dag `tot` telt niet mee."""

    organisatie_id: Id
    crebo: Crebo
    van: Dag
    tot: Dag | None = None
    regio_codes: Annotated[tuple[RegioCode, ...], Field(min_length=1, max_length=35, examples=[["AM09"]])]


async def list_opleidingen(call: Call, *, id: int) -> list[model.Opleiding]:
    """What a school offers."""
    await get_organisatie(call, id=id)
    return await list_opleidingen_of(call.conn, id)


async def get_opleiding(call: Call, *, id: int) -> model.Opleiding:
    """One opleiding."""
    return (await verbs.visible_opleiding(call.conn, call.actor, id))[1]


async def create_opleiding(call: Call, *, body: NieuweOpleiding) -> model.Opleiding:
    """Let a school offer a kwalificatie."""
    new = NewOpleiding(
        crebo=body.crebo, van=body.van, tot=body.tot, regio_codes=tuple(dict.fromkeys(body.regio_codes))
    )
    made = await verbs.create_opleiding(
        call.conn, call.actor, clock=call.clock, organisatie_id=body.organisatie_id, new=new
    )
    return await get_opleiding(call, id=made)


async def end_opleiding(call: Call, *, id: int, versie: int, body: GewijzigdeOpleiding) -> model.Opleiding:
    """Give an opleiding another end, or none."""
    await verbs.end_opleiding(
        call.conn, call.actor, clock=call.clock, opleiding_id=id, versie=versie, tot=body.tot
    )
    return await get_opleiding(call, id=id)


OPERATIONS = (
    Operation(
        method="GET",
        path="/organisaties/{id}/opleidingen",
        noun="organisaties",
        naam="listOpleidingen",
        titel="De opleidingen van een school",
        run=list_opleidingen,
        answer=Opleiding,
        many=True,
    ),
    Operation(
        method="POST",
        path="/opleidingen",
        noun="organisaties",
        naam="createOpleiding",
        titel="Een opleiding toevoegen",
        run=create_opleiding,
        answer=Opleiding,
        body=NieuweOpleiding,
        status=201,
    ),
    Operation(
        method="GET",
        path="/opleidingen/{id}",
        noun="organisaties",
        naam="getOpleiding",
        titel="Eén opleiding",
        run=get_opleiding,
        answer=Opleiding,
    ),
    Operation(
        method="PUT",
        path="/opleidingen/{id}",
        noun="organisaties",
        naam="editOpleiding",
        titel="Het einde van een opleiding wijzigen",
        run=end_opleiding,
        answer=Opleiding,
        body=GewijzigdeOpleiding,
        versioned=True,
    ),
)

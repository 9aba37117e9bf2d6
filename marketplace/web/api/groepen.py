"""Groepen: kandidaten who are registered together, and start or not, together."""

from typing import Annotated

from pydantic import Field, StringConstraints

from marketplace.kandidaten import groepen, model
from marketplace.voorstellen import groep as verbs
from marketplace.web.api.models import MOST_CHOICES, Answer, Bladeren, Body, Code, Id, Naam, RegioCode
from marketplace.web.api.operation import Call, Operation


class Groep(Answer):
    """Kandidaten die samen zijn aangemeld; `vervolgOp` noemt de groep waarop zij volgt."""

    id: int
    regio_code: str
    naam: str
    sector: str
    status: model.GroepStatus
    reden: Annotated[str | None, Field(examples=["De werkgever heeft nu te weinig werk."])]
    vervolg_op: str | None
    aantal: int
    versie: int


class NieuweGroep(Body):
    """Een groep van kandidaten uit één regio; `vervolgOp` is de groep waarop zij volgt."""

    regio_code: RegioCode
    naam: Annotated[Naam, Field(examples=["Groen, voorjaar"])]
    sector: Code
    kenmerken: Annotated[
        tuple[Annotated[str, StringConstraints(pattern="^K-[0-9A-Z]{1,20}$")], ...],
        Field(min_length=1, max_length=MOST_CHOICES, examples=[["K-7M2Q"]]),
    ]
    vervolg_op: Id | None = None


class Annulering(Body):
    """Waarom de groep niet begint."""

    reden: Annotated[Naam, Field(examples=["De werkgever heeft nu te weinig werk."])]


async def list_groepen(call: Call, *, query: Bladeren) -> list[model.Groep]:
    """The groepen that the key may see."""
    return await groepen.list_groepen_after(call.conn, call.actor, na=query.after, aantal=query.one_more)


async def get_groep(call: Call, *, id: int) -> model.Groep:
    """One groep."""
    return await verbs.visible_groep(call.conn, call.actor, id)


async def create_groep(call: Call, *, body: NieuweGroep) -> model.Groep:
    """Register a groep with its people."""
    made = await verbs.register_groep(
        call.conn,
        call.actor,
        clock=call.clock,
        regio_code=body.regio_code,
        naam=body.naam,
        sector=body.sector,
        kenmerken=body.kenmerken,
        vervolg_op=body.vervolg_op,
    )
    return await get_groep(call, id=made)


async def start_groep(call: Call, *, id: int, versie: int) -> model.Groep:
    """Let a groep begin."""
    await verbs.start(call.conn, call.actor, clock=call.clock, groep_id=id, versie=versie)
    return await get_groep(call, id=id)


async def finish_groep(call: Call, *, id: int, versie: int) -> model.Groep:
    """Let a groep end."""
    await verbs.finish(call.conn, call.actor, clock=call.clock, groep_id=id, versie=versie)
    return await get_groep(call, id=id)


async def call_off_groep(call: Call, *, id: int, versie: int, body: Annulering) -> model.Groep:
    """Let a groep not begin."""
    await verbs.call_off(
        call.conn, call.actor, clock=call.clock, groep_id=id, versie=versie, reden=body.reden
    )
    return await get_groep(call, id=id)


OPERATIONS = (
    Operation(
        method="GET",
        path="/groepen",
        noun="groepen",
        naam="listGroepen",
        titel="Alle groepen",
        run=list_groepen,
        answer=Groep,
        many=True,
        query=Bladeren,
    ),
    Operation(
        method="GET",
        path="/groepen/{id}",
        noun="groepen",
        naam="getGroep",
        titel="Eén groep",
        run=get_groep,
        answer=Groep,
    ),
    Operation(
        method="POST",
        path="/groepen",
        noun="groepen",
        naam="createGroep",
        titel="Een groep aanmelden",
        run=create_groep,
        answer=Groep,
        body=NieuweGroep,
        status=201,
    ),
    Operation(
        method="POST",
        path="/groepen/{id}/start",
        noun="groepen",
        naam="startGroep",
        titel="Een groep starten",
        uitleg="Wie was voor-aangemeld, doet vanaf vandaag mee met plannen.",
        run=start_groep,
        answer=Groep,
        versioned=True,
    ),
    Operation(
        method="POST",
        path="/groepen/{id}/afronding",
        noun="groepen",
        naam="finishGroep",
        titel="Een groep afronden",
        uitleg="De kandidaten houden hun eigen status.",
        run=finish_groep,
        answer=Groep,
        versioned=True,
    ),
    Operation(
        method="POST",
        path="/groepen/{id}/annulering",
        noun="groepen",
        naam="callOffGroep",
        titel="Een groep annuleren",
        uitleg="Wie nog wachtte, krijgt de status niet gestart.",
        run=call_off_groep,
        answer=Groep,
        body=Annulering,
        versioned=True,
    ),
)

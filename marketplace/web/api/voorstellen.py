"""Voorstellen: read, and record what people decided."""

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import Field

from marketplace.matching import besluiten
from marketplace.voorstellen import model, queries, service
from marketplace.voorstellen.afwijzing import Afwijzing, reject
from marketplace.voorstellen.model import VoorstelStatus
from marketplace.web.api.models import Answer, Bladeren, Body, Code, Dag, Geheel, Vrije
from marketplace.web.api.operation import Call, Operation


class Pin(Answer):
    """Het voorstel staat vast tot een dag, met een reden."""

    reden: str
    tot: date
    startweek: date | None


class Inplanning(Answer):
    """Wat het concept (anders het gepubliceerde plan) van een voorstel zegt."""

    plan_id: int
    startweek: date
    weken: int
    vorm: str
    uitleg: dict[str, Any]


class Voorstel(Answer):
    """Een kandidaat en een leerwerkplek die bij elkaar kunnen passen; mensen beslissen."""

    id: int
    regio_code: str
    kandidaat_id: int
    kenmerk: str
    leerwerkplek_id: int
    titel: str
    organisatie: str
    plaats: str
    status: VoorstelStatus
    ja_kandidaat_op: datetime | None
    afgewezen_door: model.Partij | None
    afwijsreden: str | None
    afwijsgevolg: model.Gevolg | None
    pin: Pin | None
    inplanning: Inplanning | None
    versie: int


class Voorstellen(Bladeren):
    """What the list is narrowed to."""

    status: VoorstelStatus | None = None


class Bespreking(Body):
    """De dag waarop de kandidaat ja zei."""

    ja_op: Dag


class Akkoord(Body):
    """De startweek die u zag; wijkt die af van het plan, dan wordt het akkoord geweigerd."""

    startweek: Dag


class NieuweAfwijzing(Body):
    """Een reden uit de lijst van afwijsredenen, en wat daarbij hoort."""

    reden: Annotated[Code, Field(examples=["te_ver"])]
    toelichting: Vrije | None = None
    max_reistijd: Annotated[Geheel, Field(ge=5, le=180, examples=[25], description="minuten")] | None = None


async def list_voorstellen(call: Call, *, query: Voorstellen) -> list[model.Voorstel]:
    """The voorstellen that the key may see."""
    return await queries.list_voorstellen_after(
        call.conn, call.actor, na=query.after, aantal=query.one_more, status=query.status
    )


async def get_voorstel(call: Call, *, id: int) -> model.Voorstel:
    """One voorstel."""
    return await service.visible_voorstel(call.conn, call.actor, id)


async def discuss(call: Call, *, id: int, versie: int, body: Bespreking) -> model.Voorstel:
    """Record the yes of the kandidaat."""
    return await besluiten.discuss(
        call.conn, call.actor, clock=call.clock, voorstel_id=id, versie=versie, ja_op=body.ja_op
    )


async def accept(call: Call, *, id: int, versie: int, body: Akkoord) -> model.Voorstel:
    """Agree and reserve the plaats."""
    return await besluiten.accept(
        call.conn, call.actor, clock=call.clock, voorstel_id=id, versie=versie, startweek=body.startweek
    )


async def refuse(call: Call, *, id: int, versie: int, body: NieuweAfwijzing) -> model.Voorstel:
    """Reject with a reason."""
    afwijzing = Afwijzing(
        reden=body.reden, toelichting=body.toelichting or None, max_reistijd=body.max_reistijd
    )
    return await reject(
        call.conn, call.actor, clock=call.clock, voorstel_id=id, versie=versie, afwijzing=afwijzing
    )


OPERATIONS = (
    Operation(
        method="GET",
        path="/voorstellen",
        noun="voorstellen",
        naam="listVoorstellen",
        titel="Alle voorstellen",
        run=list_voorstellen,
        answer=Voorstel,
        many=True,
        query=Voorstellen,
    ),
    Operation(
        method="GET",
        path="/voorstellen/{id}",
        noun="voorstellen",
        naam="getVoorstel",
        titel="Eén voorstel",
        run=get_voorstel,
        answer=Voorstel,
    ),
    Operation(
        method="POST",
        path="/voorstellen/{id}/bespreking",
        noun="voorstellen",
        naam="discussVoorstel",
        titel="Vastleggen dat de kandidaat ja zei",
        run=discuss,
        answer=Voorstel,
        body=Bespreking,
        versioned=True,
    ),
    Operation(
        method="POST",
        path="/voorstellen/{id}/akkoord",
        noun="voorstellen",
        naam="acceptVoorstel",
        titel="Akkoord geven en de plaats reserveren",
        run=accept,
        answer=Voorstel,
        body=Akkoord,
        versioned=True,
    ),
    Operation(
        method="POST",
        path="/voorstellen/{id}/afwijzing",
        noun="voorstellen",
        naam="rejectVoorstel",
        titel="Een voorstel afwijzen",
        uitleg="De volgende rekenrun houdt rekening met de reden.",
        run=refuse,
        answer=Voorstel,
        body=NieuweAfwijzing,
        versioned=True,
    ),
)

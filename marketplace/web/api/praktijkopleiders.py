"""Praktijkopleiders of a vestiging, with their time for guidance."""

from datetime import date
from typing import Annotated

from pydantic import Field

from marketplace.organisaties import model, queries, service
from marketplace.web.api.models import Answer, Bladeren, Body, Geheel, Id, Naam
from marketplace.web.api.operation import Call, Operation


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


class GewijzigdePraktijkopleider(Body):
    """Hoe een praktijkopleider heet."""

    naam: Annotated[Naam, Field(examples=["Voorbeeld Praktijkopleider"])]


class NieuwePraktijkopleider(GewijzigdePraktijkopleider):
    """Een praktijkopleider die er nog niet is, eerst zonder tijd, en van welke vestiging."""

    vestiging_id: Id


class Tijd(Body):
    """De tijd om te begeleiden, vanaf de eerstvolgende maandag."""

    nabijheid: model.Nabijheid
    minuten: Annotated[Geheel, Field(ge=0, le=2400, examples=[240], description="minuten per week")]


async def list_praktijkopleiders(call: Call, *, query: Bladeren) -> list[model.Praktijkopleider]:
    """The praktijkopleiders of the vestigingen that the key may see."""
    return await queries.list_praktijkopleiders_after(
        call.conn, call.actor, na=query.after, aantal=query.one_more
    )


async def get_praktijkopleider(call: Call, *, id: int) -> model.Praktijkopleider:
    """One praktijkopleider."""
    return await service.visible_praktijkopleider(call.conn, call.actor, id)


async def create_praktijkopleider(call: Call, *, body: NieuwePraktijkopleider) -> model.Praktijkopleider:
    """Make a praktijkopleider of a vestiging."""
    made = await service.create_praktijkopleider(
        call.conn, call.actor, clock=call.clock, vestiging_id=body.vestiging_id, naam=body.naam
    )
    return await get_praktijkopleider(call, id=made)


async def rename_praktijkopleider(
    call: Call, *, id: int, versie: int, body: GewijzigdePraktijkopleider
) -> model.Praktijkopleider:
    """Write over the version that was read."""
    await service.rename_praktijkopleider(
        call.conn, call.actor, clock=call.clock, praktijkopleider_id=id, versie=versie, naam=body.naam
    )
    return await get_praktijkopleider(call, id=id)


async def change_tijd(call: Call, *, id: int, versie: int, body: Tijd) -> model.Praktijkopleider:
    """Write other time from the next Monday on."""
    tijd = model.NewTijd(
        praktijkopleider_id=id, versie=versie, nabijheid=body.nabijheid, minuten=body.minuten
    )
    await service.change_tijd(call.conn, call.actor, clock=call.clock, tijd=tijd)
    return await get_praktijkopleider(call, id=id)


OPERATIONS = (
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
        method="POST",
        path="/praktijkopleiders",
        noun="organisaties",
        naam="createPraktijkopleider",
        titel="Een praktijkopleider toevoegen",
        run=create_praktijkopleider,
        answer=Praktijkopleider,
        body=NieuwePraktijkopleider,
        status=201,
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
    Operation(
        method="PUT",
        path="/praktijkopleiders/{id}",
        noun="organisaties",
        naam="editPraktijkopleider",
        titel="De naam van een praktijkopleider wijzigen",
        run=rename_praktijkopleider,
        answer=Praktijkopleider,
        body=GewijzigdePraktijkopleider,
        versioned=True,
    ),
    Operation(
        method="PUT",
        path="/praktijkopleiders/{id}/tijd",
        noun="organisaties",
        naam="editTijd",
        titel="De tijd van een praktijkopleider wijzigen",
        uitleg="Vanaf de eerstvolgende maandag. Wat al is toegezegd, moet blijven passen.",
        run=change_tijd,
        answer=Praktijkopleider,
        body=Tijd,
        versioned=True,
    ),
)

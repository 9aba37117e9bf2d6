"""Vestigingen with their erkenningen, and praktijkopleiders with their time for guidance."""

from datetime import date

from marketplace.errors import NotFound
from marketplace.organisaties import model, queries
from marketplace.web.api.cut import page_of
from marketplace.web.api.models import Answer, Bladeren
from marketplace.web.api.operation import Call, Operation


class Vestiging(Answer):
    """Een vestiging van een organisatie die leerwerkplekken kan hebben."""

    id: int
    naam: str
    organisatie_id: int
    organisatie: str
    regio_code: str
    plaats: str
    gemeente: str
    voorbeeld: bool


class Erkenning(Answer):
    """De erkenning van een vestiging door SBB voor één crebo; de dag `tot` telt niet mee."""

    vestiging_id: int
    crebo: int
    kwalificatie: str
    van: date
    tot: date | None
    werkprocessen: frozenset[int] | None


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
    voorbeeld: bool
    capaciteiten: tuple[Capaciteit, ...]
    versie: int


async def list_vestigingen(call: Call, *, query: Bladeren) -> list[model.Vestiging]:
    """The vestigingen that the key may see."""
    return page_of(await queries.list_vestigingen(call.conn, call.actor), query)


async def get_vestiging(call: Call, *, id: int) -> model.Vestiging:
    """One vestiging."""
    found = await queries.get_vestiging(call.conn, call.actor, id)
    if found is None:
        raise NotFound
    return found


async def list_erkenningen(call: Call, *, id: int) -> list[model.Erkenning]:
    """What SBB recognised of a vestiging."""
    await get_vestiging(call, id=id)
    return await queries.list_erkenningen(call.conn, [id])


async def list_praktijkopleiders(call: Call, *, query: Bladeren) -> list[model.Praktijkopleider]:
    """The praktijkopleiders of the vestigingen that the key may see."""
    return page_of(await queries.list_praktijkopleiders(call.conn, call.actor), query)


async def get_praktijkopleider(call: Call, *, id: int) -> model.Praktijkopleider:
    """One praktijkopleider."""
    for each in await queries.list_praktijkopleiders(call.conn, call.actor):
        if each.id == id:
            return each
    raise NotFound


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

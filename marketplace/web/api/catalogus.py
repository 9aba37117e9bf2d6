"""The catalogue: kwalificaties, werkprocessen, and the codes that other nouns use; the same for every key."""

from collections.abc import Awaitable, Callable
from typing import Annotated

from pydantic import Field

from marketplace.errors import NotFound
from marketplace.voorstellen import model as voorstellen
from marketplace.voorstellen.queries import list_afwijsredenen as read_afwijsredenen
from marketplace.web.api.cut import page_of
from marketplace.web.api.models import Answer, Bladeren
from marketplace.web.api.operation import Call, Operation
from marketplace.werkprocessen import model, queries


class Kwalificatie(Answer):
    """Een beroep dat iemand kan leren."""

    crebo: Annotated[int, Field(examples=[25250])]
    naam: str
    niveau: Annotated[int, Field(examples=[2])]


class Werkproces(Answer):
    """Een onderdeel van een beroep; `uitleg` zegt het in gewone woorden."""

    id: int
    dossier_crebo: int
    crebo: Annotated[int | None, Field(description="leeg als alle kwalificaties van het dossier het delen")]
    code: str
    titel: str
    uitleg: str
    sector: str
    voorbeeld: bool
    bron: str


class Sector(Answer):
    """Een sector."""

    code: str
    naam: str
    kort: str


class Plaatsingsvorm(Answer):
    """De juridische vorm van een plaatsing."""

    code: str
    naam: str
    eist_erkenning: bool


class Voorwaarde(Answer):
    """Wat iemand nodig heeft om te kunnen werken, of een plek kan bieden; nooit een diagnose."""

    code: str
    naam: str
    uitleg: str


class Afwijsreden(Answer):
    """Een reden om een voorstel af te wijzen, van wie, en het gevolg voor de volgende rekenrun."""

    code: str
    partij: voorstellen.Partij
    tekst: str
    gevolg: voorstellen.Gevolg | None


async def list_kwalificaties(call: Call, *, query: Bladeren) -> list[model.Kwalificatie]:
    """What can be learned today."""
    return page_of(await queries.list_kwalificaties(call.conn, call.clock.today()), query, "crebo")


async def get_kwalificatie(call: Call, *, crebo: int) -> model.Kwalificatie:
    """One kwalificatie that can be learned today."""
    for each in await queries.list_kwalificaties(call.conn, call.clock.today()):
        if each.crebo == crebo:
            return each
    raise NotFound


async def list_werkprocessen(call: Call, *, query: Bladeren) -> list[model.Werkproces]:
    """The whole catalogue."""
    return page_of(await queries.list_werkprocessen(call.conn), query)


async def get_werkproces(call: Call, *, id: int) -> model.Werkproces:
    """One werkproces."""
    found = await queries.get_werkprocessen(call.conn, [id])
    if not found:
        raise NotFound
    return found[0]


async def list_sectoren(call: Call) -> list[model.Sector]:
    """Every sector."""
    return await queries.list_sectoren(call.conn)


async def list_plaatsingsvormen(call: Call) -> list[model.Plaatsingsvorm]:
    """Every plaatsingsvorm."""
    return await queries.list_plaatsingsvormen(call.conn)


async def list_voorwaarden(call: Call) -> list[model.Keuze]:
    """Every voorwaarde."""
    return await queries.list_voorwaarden(call.conn)


async def list_afwijsredenen(call: Call) -> list[voorstellen.Afwijsreden]:
    """The reasons that may be chosen now."""
    return await read_afwijsredenen(call.conn)


def _codes(
    path: str, naam: str, titel: str, run: Callable[..., Awaitable[object]], answer: type[Answer]
) -> Operation:
    """A list of codes, short enough to come whole."""
    return Operation(
        method="GET",
        path=path,
        noun="catalogus",
        naam=naam,
        titel=titel,
        run=run,
        answer=answer,
        many=True,
        key="code",
    )


OPERATIONS = (
    Operation(
        method="GET",
        path="/kwalificaties",
        noun="catalogus",
        naam="listKwalificaties",
        titel="Alle kwalificaties",
        uitleg="Die vandaag geleerd kunnen worden, op volgorde van crebo.",
        run=list_kwalificaties,
        answer=Kwalificatie,
        many=True,
        query=Bladeren,
        key="crebo",
    ),
    Operation(
        method="GET",
        path="/kwalificaties/{crebo}",
        noun="catalogus",
        naam="getKwalificatie",
        titel="Eén kwalificatie",
        run=get_kwalificatie,
        answer=Kwalificatie,
    ),
    Operation(
        method="GET",
        path="/werkprocessen",
        noun="catalogus",
        naam="listWerkprocessen",
        titel="Alle werkprocessen",
        run=list_werkprocessen,
        answer=Werkproces,
        many=True,
        query=Bladeren,
    ),
    Operation(
        method="GET",
        path="/werkprocessen/{id}",
        noun="catalogus",
        naam="getWerkproces",
        titel="Eén werkproces",
        run=get_werkproces,
        answer=Werkproces,
    ),
    _codes("/sectoren", "listSectoren", "Alle sectoren", list_sectoren, Sector),
    _codes(
        "/plaatsingsvormen",
        "listPlaatsingsvormen",
        "Alle plaatsingsvormen",
        list_plaatsingsvormen,
        Plaatsingsvorm,
    ),
    _codes("/voorwaarden", "listVoorwaarden", "Alle voorwaarden", list_voorwaarden, Voorwaarde),
    _codes("/afwijsredenen", "listAfwijsredenen", "Alle afwijsredenen", list_afwijsredenen, Afwijsreden),
)

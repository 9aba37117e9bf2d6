"""Regios and the gemeenten in them; the same for every key."""

from typing import Annotated

from pydantic import Field

from marketplace.errors import NotFound
from marketplace.regios import model as regios
from marketplace.regios import queries
from marketplace.web.api.models import Answer
from marketplace.web.api.operation import Call, Operation


class Regio(Answer):
    """Een arbeidsmarktregio."""

    code: Annotated[str, Field(examples=["AM09"])]
    naam: Annotated[str, Field(examples=["Achterhoek"])]


class Gemeente(Answer):
    """Een gemeente van een regio."""

    id: Annotated[int, Field(examples=[1509])]
    naam: Annotated[str, Field(examples=["Oude IJsselstreek"])]


async def list_regios(call: Call) -> list[regios.Regio]:
    """Every regio."""
    return await queries.list_regios(call.conn)


async def get_regio(call: Call, *, code: str) -> regios.Regio:
    """One regio."""
    found = await queries.get_regio(call.conn, code)
    if found is None:
        raise NotFound
    return found


async def list_gemeenten(call: Call, *, code: str) -> list[regios.Gemeente]:
    """The gemeenten of a regio today."""
    await get_regio(call, code=code)
    return await queries.list_gemeenten(call.conn, [code], call.clock.today())


OPERATIONS = (
    Operation(
        method="GET",
        path="/regios",
        noun="regios",
        naam="listRegios",
        titel="Alle regio's",
        run=list_regios,
        answer=Regio,
        many=True,
        key="code",
    ),
    Operation(
        method="GET",
        path="/regios/{code}",
        noun="regios",
        naam="getRegio",
        titel="Eén regio",
        run=get_regio,
        answer=Regio,
    ),
    Operation(
        method="GET",
        path="/regios/{code}/gemeenten",
        noun="regios",
        naam="listGemeenten",
        titel="De gemeenten van een regio",
        uitleg="Zoals de grenzen vandaag lopen.",
        run=list_gemeenten,
        answer=Gemeente,
        many=True,
    ),
)

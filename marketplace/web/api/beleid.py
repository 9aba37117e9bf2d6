"""The policies of a regio, each value with the day from which it holds; who sets them sets them here too."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field, ValidationError, ValidatorFunctionWrapHandler, WrapValidator

from marketplace.errors import NotFound
from marketplace.regios import beleid
from marketplace.regios.waarden import GETAL
from marketplace.web.api.models import Answer, Body, Code, Dag, Geheel, Reden
from marketplace.web.api.operation import Call, Operation
from marketplace.web.api.regios import get_regio


def _one_sentence(value: object, read: ValidatorFunctionWrapHandler) -> object:
    """The value, or one sentence for whatever kind it is not."""
    try:
        return read(value)
    except ValidationError:
        message = f"Vul true of false in, een heel getal tot {GETAL.most}, of zo'n getal bij elke naam."
        raise ValueError(message) from None


Getal = Annotated[Geheel, Field(ge=GETAL.least, le=GETAL.most)]
Waarde = Annotated[
    bool | Getal | dict[Code, Getal],
    WrapValidator(_one_sentence),
    Field(examples=[4, True, {"af_en_toe": 240}]),
]


class Beleidsregel(Answer):
    """Een waarde die vanaf een dag geldt; wat is ingetrokken, heeft nooit gegolden."""

    id: int
    sleutel: str
    waarde: bool | int | dict[str, int]
    vanaf: date
    bron: Annotated[str, Field(description="waar dit is besloten")]
    ingetrokken_op: datetime | None


class NieuwBeleid(Body):
    """Wat vanaf vandaag of later gaat gelden, en waar dat is besloten."""

    sleutel: Annotated[Code, Field(examples=["pin_weken"])]
    waarde: Waarde
    vanaf: Dag
    bron: Annotated[Reden, Field(examples=["Regio-overleg van 20 november 2026"])]


class Intrekking(Body):
    """Waarom iets niet doorgaat."""

    reden: Reden


async def list_beleid(call: Call, *, code: str) -> list[beleid.Beleidsregel]:
    """Everything that was ever set in a regio, the latest first."""
    await get_regio(call, code=code)
    return await beleid.list_beleid(call.conn, code)


async def get_beleidsregel(call: Call, *, code: str, id: int) -> beleid.Beleidsregel:
    """One value."""
    found = next((each for each in await list_beleid(call, code=code) if each.id == id), None)
    if found is None:
        raise NotFound
    return found


async def set_beleid(call: Call, *, code: str, body: NieuwBeleid) -> beleid.Beleidsregel:
    """Let a value hold from a day on."""
    await get_regio(call, code=code)
    made = await beleid.set_beleid(
        call.conn,
        call.actor,
        clock=call.clock,
        regio_code=code,
        sleutel=body.sleutel,
        waarde=body.waarde,
        vanaf=body.vanaf,
        bron=body.bron,
    )
    return await get_beleidsregel(call, code=code, id=made)


async def withdraw_beleid(call: Call, *, code: str, id: int, body: Intrekking) -> beleid.Beleidsregel:
    """Take back what is still to come."""
    await get_regio(call, code=code)
    await beleid.withdraw_beleid(
        call.conn, call.actor, clock=call.clock, regio_code=code, beleid_id=id, reden=body.reden
    )
    return await get_beleidsregel(call, code=code, id=id)


OPERATIONS = (
    Operation(
        method="GET",
        path="/regios/{code}/beleid",
        noun="regios",
        naam="listBeleid",
        titel="Het beleid van een regio",
        uitleg="Alles wat ooit is vastgelegd, het laatste eerst. Van elke sleutel geldt de laatste waarde "
        "die is begonnen en niet is ingetrokken.",
        run=list_beleid,
        answer=Beleidsregel,
        many=True,
    ),
    Operation(
        method="POST",
        path="/regios/{code}/beleid",
        noun="regios",
        naam="setBeleid",
        titel="Beleid vastleggen",
        uitleg="Dit mag een sleutel met de rol regiocoördinator. Wat al gold, verandert niet.",
        run=set_beleid,
        answer=Beleidsregel,
        body=NieuwBeleid,
        status=201,
    ),
    Operation(
        method="GET",
        path="/regios/{code}/beleid/{id}",
        noun="regios",
        naam="getBeleidsregel",
        titel="Eén waarde van het beleid",
        run=get_beleidsregel,
        answer=Beleidsregel,
    ),
    Operation(
        method="POST",
        path="/regios/{code}/beleid/{id}/intrekking",
        noun="regios",
        naam="withdrawBeleid",
        titel="Beleid intrekken dat nog niet geldt",
        run=withdraw_beleid,
        answer=Beleidsregel,
        body=Intrekking,
    ),
)

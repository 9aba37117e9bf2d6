"""What is taken of a leerwerkplek and of a praktijkopleider, week by week."""

from datetime import date
from typing import Annotated

from pydantic import Field

from marketplace.bezetting.model import Praktijkweek, Weekstand
from marketplace.bezetting.queries import list_praktijkweken, list_weekstanden
from marketplace.clock import monday
from marketplace.web.api.leerwerkplekken import get_leerwerkplek
from marketplace.web.api.models import Answer, Geheel, Query
from marketplace.web.api.operation import Call, Operation
from marketplace.web.api.praktijkopleiders import get_praktijkopleider

MOST_WEEKS = 104
Maandag = Annotated[date, Field(description="de maandag")]
Gebruikt = Annotated[int, Field(description="minuten begeleiding die vergeven zijn")]
Beschikbaar = Annotated[int, Field(description="minuten begeleiding die er zijn")]


class Week(Answer):
    """Een week van een plek: bezette plaatsen, en minuten van wie haar leidt, op alle plekken samen."""

    week: Maandag
    bezet: int
    plaatsen: int
    praktijkopleider: str | None
    gebruikt: Gebruikt
    minuten: Beschikbaar


class PraktijkopleiderWeek(Answer):
    """Een week van een praktijkopleider: mensen en minuten, op alle plekken samen."""

    week: Maandag
    mensen: int
    gebruikt: Gebruikt
    minuten: Beschikbaar


class Weken(Query):
    """How many weeks, from this one on."""

    weken: Annotated[Geheel, Field(ge=1, le=MOST_WEEKS, examples=[26])] = 26


async def list_of_leerwerkplek(call: Call, *, id: int, query: Weken) -> list[Weekstand]:
    """What is taken of a plek."""
    await get_leerwerkplek(call, id=id)
    this_week = monday(call.clock.today())
    return await list_weekstanden(call.conn, call.actor, id, this_week, query.weken)


async def list_of_praktijkopleider(call: Call, *, id: int, query: Weken) -> list[Praktijkweek]:
    """What is taken of the time of a praktijkopleider."""
    await get_praktijkopleider(call, id=id)
    this_week = monday(call.clock.today())
    return await list_praktijkweken(call.conn, call.actor, id, this_week, query.weken)


OPERATIONS = (
    Operation(
        method="GET",
        path="/leerwerkplekken/{id}/bezetting",
        noun="bezetting",
        naam="listBezetting",
        titel="De bezetting van een leerwerkplek",
        uitleg="Per week dat de plek open is, vanaf deze week.",
        run=list_of_leerwerkplek,
        answer=Week,
        many=True,
        query=Weken,
    ),
    Operation(
        method="GET",
        path="/praktijkopleiders/{id}/bezetting",
        noun="bezetting",
        naam="listPraktijkopleiderBezetting",
        titel="De bezetting van een praktijkopleider",
        uitleg="Per week vanaf deze week, op alle leerwerkplekken samen.",
        run=list_of_praktijkopleider,
        answer=PraktijkopleiderWeek,
        many=True,
        query=Weken,
    ),
)

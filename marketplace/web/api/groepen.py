"""Groepen: kandidaten who were registered together."""

from marketplace.errors import NotFound
from marketplace.kandidaten import groepen, model
from marketplace.web.api.models import Answer, Bladeren
from marketplace.web.api.operation import Call, Operation


class Groep(Answer):
    """Kandidaten die samen zijn aangemeld; `vervolgOp` noemt de groep waarop zij volgt."""

    id: int
    naam: str
    status: model.GroepStatus
    reden: str | None
    vervolg_op: str | None
    aantal: int


async def list_groepen(call: Call, *, query: Bladeren) -> list[model.Groep]:
    """The groepen that the key may see."""
    return await groepen.list_groepen_after(call.conn, call.actor, na=query.after, aantal=query.one_more)


async def get_groep(call: Call, *, id: int) -> model.Groep:
    """One groep."""
    found = await groepen.get_groep(call.conn, call.actor, id)
    if found is None:
        raise NotFound
    return found


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
)

"""Which region a page is about: the one asked for when it is the actor's, else the actor's first."""

from starlette.requests import Request

from marketplace.db import Connection
from marketplace.errors import NotFound
from marketplace.regios.model import Regio
from marketplace.regios.queries import get_regio
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import LEEST_REGIO


async def chosen_regio(request: Request, conn: Connection, actor: Actor) -> Regio:
    """The region of `?regio=`; raises NotFound for one that is not the actor's."""
    own = actor.regios_als(*LEEST_REGIO)
    wanted = request.query_params.get("regio") or (own[0] if own else "")
    regio = await get_regio(conn, wanted) if wanted in own else None
    if regio is None:
        raise NotFound
    return regio

"""Who decides at a SW-bedrijf: every verb of groepsdetachering asks here first."""

from marketplace.db import Connection
from marketplace.errors import Forbidden, NotFound
from marketplace.groepsdetachering.bedrijf.model import Bedrijf
from marketplace.groepsdetachering.bedrijf.queries import get_bedrijf
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import PLANT_MENSEN


async def own_bedrijf(conn: Connection, actor: Actor, organisatie_id: int) -> Bedrijf:
    """The SW-bedrijf whose people the actor plans; raises NotFound or Forbidden."""
    bedrijf = await get_bedrijf(conn, actor, organisatie_id)
    if bedrijf is None:
        raise NotFound
    if organisatie_id not in actor.organisaties_als(*PLANT_MENSEN):
        raise Forbidden
    return bedrijf

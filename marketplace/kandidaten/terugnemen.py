"""Take back a registration by mistake: the person leaves no trace but that it happened."""

import asyncpg

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Conflict, StaleVersion
from marketplace.kandidaten.model import KandidaatStatus
from marketplace.kandidaten.status import lock_kandidaat
from marketplace.kandidaten.vastleggen import record_kandidaat
from marketplace.kandidaten.zicht import BINNEN, decides
from marketplace.toegang.model import Actor

UNTOUCHED = frozenset({KandidaatStatus.VOOR_AANGEMELD, KandidaatStatus.MATCHBAAR})
TOUCHED = (
    "Met deze kandidaat is al iets gedaan: er is een voorstel, iemand is betrokken, of iemand bekeek de"
    " persoonsgegevens. Wijzig de status op de pagina van de kandidaat."
)


async def take_back(conn: Connection, actor: Actor, *, clock: Clock, kandidaat_id: int, versie: int) -> None:
    """Remove somebody with whom nothing was done yet; raises Conflict when something was, NotFound."""
    profiel = await lock_kandidaat(conn, actor, kandidaat_id)
    if profiel.status not in UNTOUCHED:
        raise Conflict(TOUCHED)
    try:
        async with conn.transaction():
            removed = await _delete_kandidaat(conn, actor, kandidaat_id, versie)
    except asyncpg.ForeignKeyViolationError:
        raise Conflict(TOUCHED) from None
    if not removed:
        raise StaleVersion
    await record_kandidaat(conn, actor, clock, profiel, "aanmelding_teruggenomen")


async def _delete_kandidaat(conn: Connection, actor: Actor, kandidaat_id: int, versie: int) -> bool:
    """Remove a person with who it is; False when the version is another or the person not the actor's."""
    removed = await conn.fetchval(
        f"""
        delete from kandidaten kandidaat
        where {BINNEN} and kandidaat.id = $4 and kandidaat.versie = $5 returning kandidaat.id
        """,  # noqa: S608 (a condition of our own)
        *decides(actor).arguments,
        kandidaat_id,
        versie,
    )
    return removed is not None

"""All SQL of pairs that may not be made; `list_regio_uitsluitingen` is for the worker."""

from datetime import datetime

from marketplace.db import Connection
from marketplace.kandidaten.model import Uitsluiting
from marketplace.kandidaten.zicht import BINNEN, decides, reads
from marketplace.toegang.model import Actor

_UITSLUITING = """
    select uitsluiting.id, uitsluiting.kandidaat_id, uitsluiting.leerwerkplek_id, uitsluiting.vestiging_id,
           coalesce(plek.titel || ' bij ' || van_plek.naam, vestiging.naam) as waar,
           uitsluiting.reden, uitsluiting.sinds
    from uitsluitingen uitsluiting
    join kandidaten kandidaat on kandidaat.id = uitsluiting.kandidaat_id
    left join leerwerkplekken plek on plek.id = uitsluiting.leerwerkplek_id
    left join vestigingen van_plek on van_plek.id = plek.vestiging_id
    left join vestigingen vestiging on vestiging.id = uitsluiting.vestiging_id
    where uitsluiting.ingetrokken_op is null
"""


async def list_uitsluitingen(conn: Connection, actor: Actor, kandidaat_id: int) -> list[Uitsluiting]:
    """What may not be paired with one kandidaat, the latest first."""
    rows = await conn.fetch(
        f"{_UITSLUITING} and {BINNEN} and kandidaat.id = $4 order by uitsluiting.sinds desc",
        *reads(actor).arguments,
        kandidaat_id,
    )
    return [Uitsluiting(**dict(row)) for row in rows]


async def list_regio_uitsluitingen(conn: Connection, regio_code: str) -> list[Uitsluiting]:
    """What may not be paired in a region, for its next run."""
    rows = await conn.fetch(
        f"{_UITSLUITING} and kandidaat.regio_code = $1 order by uitsluiting.id", regio_code
    )
    return [Uitsluiting(**dict(row)) for row in rows]


async def insert_uitsluiting(
    conn: Connection,
    actor: Actor,
    *,
    kandidaat_id: int,
    leerwerkplek_id: int | None = None,
    vestiging_id: int | None = None,
    reden: str,
    now: datetime,
) -> int | None:
    """Forbid a pair for later runs and return its id; None when the person is not the actor's."""
    made: int | None = await conn.fetchval(
        f"""
        insert into uitsluitingen (kandidaat_id, leerwerkplek_id, vestiging_id, reden, account_id, sinds)
        select kandidaat.id, $5, $6, $7, $8, $9 from kandidaten kandidaat
        where {BINNEN} and kandidaat.id = $4
        returning id
        """,  # noqa: S608 (a condition of our own)
        *decides(actor).arguments,
        kandidaat_id,
        leerwerkplek_id,
        vestiging_id,
        reden,
        actor.account_id,
        now,
    )
    return made


async def withdraw_uitsluiting(
    conn: Connection, actor: Actor, *, uitsluiting_id: int, now: datetime
) -> int | None:
    """Allow a pair again and return its kandidaat; None when there was nothing of the actor's to withdraw."""
    kandidaat_id: int | None = await conn.fetchval(
        f"""
        update uitsluitingen uitsluiting set ingetrokken_op = $5 from kandidaten kandidaat
        where uitsluiting.id = $4 and uitsluiting.ingetrokken_op is null
          and kandidaat.id = uitsluiting.kandidaat_id and {BINNEN}
        returning kandidaat.id
        """,  # noqa: S608 (a condition of our own)
        *decides(actor).arguments,
        uitsluiting_id,
        now,
    )
    return kandidaat_id

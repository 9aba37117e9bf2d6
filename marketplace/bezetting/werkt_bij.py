"""Where a kandidaat works now or will begin; who may see the person sees it."""

from dataclasses import dataclass
from datetime import date

from marketplace.db import Connection
from marketplace.kandidaten.zicht import BINNEN, reads
from marketplace.toegang.model import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class WerktBij:
    """A plek where a kandidaat is, from a Monday to the last Friday; its id only for who may open it."""

    leerwerkplek_id: int | None
    titel: str
    organisatie: str
    van: date
    laatste_dag: date


async def list_werkt_bij(conn: Connection, actor: Actor, kandidaat_id: int, op: date) -> list[WerktBij]:
    """The plekken of a kandidaat that are not over on a day, the first on top; a reservation is none."""
    rows = await conn.fetch(
        f"""
        select werk.leerwerkplek_id, werk.titel, werk.organisatie, werk.van, werk.laatste_dag
        from kandidaten kandidaat
        cross join lateral werkt_op(kandidaat.id, $5) werk
        where {BINNEN} and kandidaat.id = $4
        order by werk.van, werk.titel
        """,  # noqa: S608 (a condition of our own)
        *reads(actor).arguments,
        kandidaat_id,
        op,
    )
    return [WerktBij(**dict(row)) for row in rows]

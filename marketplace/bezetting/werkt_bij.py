"""Where a kandidaat works now or will begin; who may see the person sees it."""

from dataclasses import dataclass
from datetime import date

from marketplace.db import Connection
from marketplace.kandidaten.zicht import BINNEN, reads
from marketplace.toegang.model import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class WerktBij:
    """A plek where a kandidaat is, from a Monday on until and with the last Friday."""

    leerwerkplek_id: int
    titel: str
    organisatie: str
    van: date
    laatste_dag: date


async def list_werkt_bij(conn: Connection, actor: Actor, kandidaat_id: int, op: date) -> list[WerktBij]:
    """The plekken of a kandidaat that are not over on a day, the first on top; a reservation is none."""
    rows = await conn.fetch(
        f"""
        select plek.id as leerwerkplek_id, plek.titel, organisatie.naam as organisatie,
               min(bezet.week)::date as van, max(bezet.week)::date + 4 as laatste_dag
        from bezetting bezet
        join kandidaten kandidaat on kandidaat.id = bezet.kandidaat_id
        join leerwerkplekken plek on plek.id = bezet.leerwerkplek_id
        join vestigingen vestiging on vestiging.id = plek.vestiging_id
        join organisaties organisatie on organisatie.id = vestiging.organisatie_id
        where {BINNEN} and kandidaat.id = $4 and bezet.bron <> 'voorstel'
        group by plek.id, plek.titel, organisatie.naam
        having max(bezet.week) + 4 >= $5
        order by van, plek.titel
        """,  # noqa: S608 (a condition of our own)
        *reads(actor).arguments,
        kandidaat_id,
        op,
    )
    return [WerktBij(**dict(row)) for row in rows]

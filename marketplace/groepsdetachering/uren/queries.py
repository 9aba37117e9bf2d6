"""The SQL that reads hours: who reads the people of a SW-bedrijf sees them."""

from datetime import date, datetime

from marketplace.db import Connection
from marketplace.groepsdetachering.bedrijf.queries import bedrijven_of
from marketplace.groepsdetachering.uren.model import Gewerkt, Uur
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import PLANT_MENSEN


async def list_gewerkt(
    conn: Connection, actor: Actor, organisatie_id: int, van: date, tot: date, now: datetime
) -> list[Gewerkt]:
    """What was filled in of the weeks [van, tot); an open link is told to who plans."""
    rows = await conn.fetch(
        """
        select gewerkt.opdracht_id, gewerkt.week, gewerkt.ingevuld_op, account.naam as ingevuld_door,
               gewerkt.tarief,
               gewerkt.bevestigd_op, gewerkt.bevestigd_door, gewerkt.opmerking, gewerkt.opgemerkt_op,
               (select max(link.verloopt_op) from links link
                where (link.opdracht_id, link.week) = (gewerkt.opdracht_id, gewerkt.week)
                  and $6::boolean and link.verloopt_op > $5
                  and link.gebruikt_op is null and link.ingetrokken_op is null) as link_tot,
               gewerkt.versie,
               array(select row(uur.kandidaat_id, uur.dag, uur.minuten) from detacheringsuren uur
                     where (uur.opdracht_id, uur.week) = (gewerkt.opdracht_id, gewerkt.week)
                     order by 1) as uren
        from detacheringsweken gewerkt
        left join accounts account on account.id = gewerkt.ingevuld_door
        where gewerkt.organisatie_id = any($1::bigint[]) and gewerkt.organisatie_id = $2
          and gewerkt.week >= $3 and gewerkt.week < $4
        order by gewerkt.week, gewerkt.opdracht_id
        """,
        bedrijven_of(actor),
        organisatie_id,
        van,
        tot,
        now,
        organisatie_id in actor.organisaties_als(*PLANT_MENSEN),
    )
    return [
        Gewerkt(
            **{
                **dict(row),
                "ingevuld_door": row["ingevuld_door"] or "iemand anders",
                "uren": tuple(Uur(*each) for each in row["uren"]),
            }
        )
        for row in rows
    ]


async def list_kenmerken(conn: Connection, actor: Actor, organisatie_id: int) -> dict[int, str]:
    """The kenmerken of everybody who is or was a medewerker of a SW-bedrijf, in their order."""
    rows = await conn.fetch(
        """
        select wie.kandidaat_id, kandidaat.kenmerk from medewerkers wie
        join kandidaten kandidaat on kandidaat.id = wie.kandidaat_id
        where wie.organisatie_id = any($1::bigint[]) and wie.organisatie_id = $2 order by kandidaat.kenmerk
        """,
        bedrijven_of(actor),
        organisatie_id,
    )
    return {row["kandidaat_id"]: row["kenmerk"] for row in rows}

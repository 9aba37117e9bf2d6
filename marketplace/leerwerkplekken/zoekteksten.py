"""The words by which a plek is searched."""

from marketplace.db import Connection
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import LEEST_ORGANISATIES, LEEST_PLEKKEN


async def list_zoekteksten(conn: Connection, actor: Actor) -> list[tuple[int, str]]:
    """Of each plek that the actor may see: what it is called, whose it is, where it lies, the work there."""
    rows = await conn.fetch(
        """
        select plek.id, concat_ws(' ', plek.titel, plek.omschrijving, organisatie.naam, plaats.naam,
               gemeente.naam, sector.naam,
               (select string_agg(concat_ws(' ', werkproces.titel, werkproces.uitleg, werkproces.code,
                                            kwalificatie.naam), ' ')
                from leerwerkplek_werkprocessen kan
                join werkprocessen werkproces on werkproces.id = kan.werkproces_id
                left join kwalificaties kwalificatie on kwalificatie.crebo = werkproces.crebo
                where kan.leerwerkplek_id = plek.id)) as tekst
        from leerwerkplekken plek
        join vestigingen vestiging on vestiging.id = plek.vestiging_id
        join organisaties organisatie on organisatie.id = vestiging.organisatie_id
        join plaatsen plaats on plaats.id = vestiging.plaats_id
        join gemeenten gemeente on gemeente.id = plaats.gemeente_id
        join sectoren sector on sector.code = plek.sector
        where vestiging.organisatie_id = any($1::bigint[]) or plek.regio_code = any($2::text[])
        order by plek.status, plek.titel, plek.id
        """,
        list(actor.organisaties_als(*LEEST_PLEKKEN)),
        list(actor.regios_als(*LEEST_ORGANISATIES)),
    )
    return [(row["id"], row["tekst"]) for row in rows]

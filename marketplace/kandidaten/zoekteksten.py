"""The words by which a kandidaat is searched: functional ones, never who it is."""

from marketplace.db import Connection
from marketplace.kandidaten.zicht import BINNEN, reads
from marketplace.toegang.model import Actor


async def list_zoekteksten(conn: Connection, actor: Actor) -> list[tuple[int, str]]:
    """Of each kandidaat that the actor may see: kenmerk, place, kwalificatie, sectors and work wanted."""
    rows = await conn.fetch(
        f"""
        select kandidaat.id, concat_ws(' ', kandidaat.kenmerk, kandidaat.eigen_kenmerk, plaats.naam,
               gemeente.naam, kwalificatie.naam,
               (select string_agg(sector.naam, ' ') from kandidaat_sectorwensen wens
                join sectoren sector on sector.code = wens.sector where wens.kandidaat_id = kandidaat.id),
               (select string_agg(concat_ws(' ', werkproces.titel, werkproces.uitleg, werkproces.code), ' ')
                from kandidaat_werkprocessen kan
                join werkprocessen werkproces on werkproces.id = kan.werkproces_id
                where kan.kandidaat_id = kandidaat.id)) as tekst
        from kandidaten kandidaat
        join gemeenten gemeente on gemeente.id = kandidaat.gemeente_id
        join postcodes postcode on postcode.pc4 = kandidaat.pc4
        join plaatsen plaats on plaats.id = postcode.plaats_id
        left join kwalificaties kwalificatie on kwalificatie.crebo = kandidaat.crebo
        where {BINNEN}
        order by kandidaat.status = 'matchbaar' desc, kandidaat.matchbaar_sinds nulls last, kandidaat.kenmerk
        """,  # noqa: S608 (a condition of our own)
        *reads(actor).arguments,
    )
    return [(row["id"], row["tekst"]) for row in rows]

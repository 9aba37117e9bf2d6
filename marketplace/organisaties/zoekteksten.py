"""The words by which an organisatie is searched."""

from marketplace.db import Connection
from marketplace.organisaties.zicht import readers
from marketplace.toegang.model import Actor


async def list_zoekteksten(conn: Connection, actor: Actor) -> list[tuple[int, str]]:
    """Of each organisatie that the actor may see: what it is called, its kind, its vestigingen and places."""
    rows = await conn.fetch(
        """
        select organisatie.id, concat_ws(' ', organisatie.naam, soort.naam, organisatie.kvk,
               (select string_agg(concat_ws(' ', vestiging.naam, vestiging.leerbedrijf_id, plaats.naam,
                                            gemeente.naam), ' ')
                from vestigingen vestiging
                join plaatsen plaats on plaats.id = vestiging.plaats_id
                join gemeenten gemeente on gemeente.id = plaats.gemeente_id
                where vestiging.organisatie_id = organisatie.id)) as tekst
        from organisaties organisatie
        join organisatiesoorten soort on soort.code = organisatie.soort
        where (organisatie.id = any($1::bigint[]) or organisatie.regio_code = any($2::text[]))
        order by organisatie.naam, organisatie.id
        """,
        *readers(actor),
    )
    return [(row["id"], row["tekst"]) for row in rows]

"""The SQL that writes praktijkopleiders and their time; who may write stands in the WHERE."""

from datetime import date

from marketplace.db import Connection
from marketplace.organisaties.model import NewTijd
from marketplace.organisaties.zicht import editors_of_praktijkopleiders
from marketplace.toegang.model import Actor


async def insert_praktijkopleider(
    conn: Connection, actor: Actor, *, vestiging_id: int, naam: str
) -> int | None:
    """Make a praktijkopleider and return the id; None when the vestiging is not the actor's to edit."""
    made: int | None = await conn.fetchval(
        """
        insert into praktijkopleiders (vestiging_id, naam, voorbeeld)
        select vestiging.id, $4, organisatie.voorbeeld from vestigingen vestiging
        join organisaties organisatie on organisatie.id = vestiging.organisatie_id
        where (organisatie.id = any($1::bigint[]) or organisatie.regio_code = any($2::text[]))
          and vestiging.id = $3
          and vestiging.gearchiveerd_op is null and organisatie.gearchiveerd_op is null
        returning id
        """,
        *editors_of_praktijkopleiders(actor),
        vestiging_id,
        naam,
    )
    return made


async def delete_praktijkopleider(
    conn: Connection, actor: Actor, praktijkopleider_id: int, versie: int
) -> bool:
    """Remove a praktijkopleider with their time; False when overtaken or not the actor's to edit."""
    removed = await conn.fetchval(
        """
        delete from praktijkopleiders po using vestigingen vestiging
        join organisaties organisatie on organisatie.id = vestiging.organisatie_id
        where vestiging.id = po.vestiging_id
          and (organisatie.id = any($1::bigint[]) or organisatie.regio_code = any($2::text[]))
          and po.id = $3 and po.versie = $4
        returning po.id
        """,
        *editors_of_praktijkopleiders(actor),
        praktijkopleider_id,
        versie,
    )
    return removed is not None


async def update_naam(conn: Connection, praktijkopleider_id: int, naam: str) -> None:
    """Write the name of a praktijkopleider that the caller has just locked."""
    await conn.execute("update praktijkopleiders set naam = $2 where id = $1", praktijkopleider_id, naam)


async def update_tot(conn: Connection, praktijkopleider_id: int, tot: date | None) -> None:
    """Write from when a praktijkopleider that the caller has just locked no longer works there."""
    await conn.execute("update praktijkopleiders set tot = $2 where id = $1", praktijkopleider_id, tot)


async def end_capaciteiten(conn: Connection, praktijkopleider_id: int, tot: date) -> None:
    """Let no time hold from a day on for a praktijkopleider that the caller has just locked."""
    await conn.execute(
        "delete from begeleidingscapaciteiten where praktijkopleider_id = $1 and lower(periode) >= $2",
        praktijkopleider_id,
        tot,
    )
    await conn.execute(
        """
        update begeleidingscapaciteiten set periode = daterange(lower(periode), $2)
        where praktijkopleider_id = $1 and periode @> $2::date
        """,
        praktijkopleider_id,
        tot,
    )


async def raise_versie(conn: Connection, actor: Actor, praktijkopleider_id: int, versie: int) -> str | None:
    """Lock a praktijkopleider in this version and make the next; the code of the region, None when overtaken.

    Whoever promises time of the same person waits for us (see the triggers of bezetting), and we for them.
    """
    regio_code: str | None = await conn.fetchval(
        """
        update praktijkopleiders po set versie = po.versie + 1
        from vestigingen vestiging
        join organisaties organisatie on organisatie.id = vestiging.organisatie_id
        where vestiging.id = po.vestiging_id
          and (organisatie.id = any($1::bigint[]) or organisatie.regio_code = any($2::text[]))
          and po.id = $3 and po.versie = $4
        returning organisatie.regio_code
        """,
        *editors_of_praktijkopleiders(actor),
        praktijkopleider_id,
        versie,
    )
    return regio_code


async def end_capaciteit(conn: Connection, praktijkopleider_id: int, van: date) -> None:
    """End what holds on `van` there for a praktijkopleider that the caller has just locked."""
    await conn.execute(
        "delete from begeleidingscapaciteiten where praktijkopleider_id = $1 and lower(periode) = $2",
        praktijkopleider_id,
        van,
    )
    await conn.execute(
        """
        update begeleidingscapaciteiten set periode = daterange(lower(periode), $2)
        where praktijkopleider_id = $1 and periode @> $2::date
        """,
        praktijkopleider_id,
        van,
    )


async def replace_capaciteit(conn: Connection, tijd: NewTijd, van: date, tot: date | None) -> None:
    """Let this time hold in [van, tot) for a praktijkopleider that the caller has just locked.

    What held on `van` ends there; nothing else may hold in between.
    """
    await end_capaciteit(conn, tijd.praktijkopleider_id, van)
    await conn.execute(
        """
        insert into begeleidingscapaciteiten (praktijkopleider_id, periode, nabijheid, minuten_per_week)
        values ($1, daterange($2, $3), $4, $5)
        """,
        tijd.praktijkopleider_id,
        van,
        tot,
        tijd.nabijheid,
        tijd.minuten,
    )


async def ask_whether_all_fit(conn: Connection) -> None:
    """Let the deferred trigger say now whether everybody still fits; raises with its sentence."""
    await conn.execute("set constraints begeleidingscapaciteit_past immediate")
    await conn.execute("set constraints begeleidingscapaciteit_past deferred")

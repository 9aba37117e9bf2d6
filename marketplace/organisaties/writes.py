"""All SQL that writes the time of praktijkopleiders; who may write stands in the WHERE."""

from datetime import date

from marketplace.db import Connection
from marketplace.organisaties.model import NewTijd
from marketplace.toegang.model import Actor, Rol


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
        list(actor.organisaties_als(Rol.WERKGEVER)),
        list(actor.regios_als(Rol.ACCOUNTMANAGER)),
        praktijkopleider_id,
        versie,
    )
    return regio_code


async def replace_capaciteit(conn: Connection, tijd: NewTijd, van: date, tot: date | None) -> None:
    """Let this time hold in [van, tot) for a praktijkopleider that the caller has just locked.

    What held on `van` ends there; nothing else may hold in between.
    """
    await conn.execute(
        "delete from begeleidingscapaciteiten where praktijkopleider_id = $1 and lower(periode) = $2",
        tijd.praktijkopleider_id,
        van,
    )
    await conn.execute(
        """
        update begeleidingscapaciteiten set periode = daterange(lower(periode), $2)
        where praktijkopleider_id = $1 and periode @> $2::date
        """,
        tijd.praktijkopleider_id,
        van,
    )
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

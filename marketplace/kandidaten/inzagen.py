"""All SQL of identity: who a kandidaat is, and the log of every look at it; only `service` asks it."""

from datetime import datetime

from marketplace.db import Connection
from marketplace.kandidaten.model import Inzage, Persoonsgegevens
from marketplace.toegang.model import Actor, Rol


async def get_persoonsgegevens(conn: Connection, actor: Actor, kandidaat_id: int) -> Persoonsgegevens | None:
    """Who a kandidaat is; only `service.reveal_persoonsgegevens` asks this, because it logs the look."""
    row = await conn.fetchrow(
        """
        select gegevens.kandidaat_id, gegevens.naam, gegevens.geboortedatum, gegevens.telefoon, gegevens.email
        from persoonsgegevens gegevens
        join kandidaten kandidaat on kandidaat.id = gegevens.kandidaat_id
        where kandidaat.id = $1 and kandidaat.regio_code = any($2::text[])
        """,
        kandidaat_id,
        list(actor.regios_als(Rol.ACCOUNTMANAGER)),
    )
    return None if row is None else Persoonsgegevens(**dict(row))


async def insert_inzage(
    conn: Connection, actor: Actor, *, kandidaat_id: int, doel: str, now: datetime
) -> bool:
    """Log a look at persoonsgegevens; False when the person is not the actor's."""
    logged = await conn.fetchval(
        """
        insert into persoonsgegevens_inzagen (kandidaat_id, account_id, tijd, doel)
        select kandidaat.id, $3, $4, $5 from kandidaten kandidaat
        where kandidaat.id = $1 and kandidaat.regio_code = any($2::text[])
        returning id
        """,
        kandidaat_id,
        list(actor.regios_als(Rol.ACCOUNTMANAGER)),
        actor.account_id,
        now,
        doel,
    )
    return logged is not None


async def list_inzagen(conn: Connection, actor: Actor, kandidaat_id: int) -> list[Inzage]:
    """Who looked at the persoonsgegevens and what for, the latest first."""
    rows = await conn.fetch(
        """
        select inzage.tijd, account.naam as door, inzage.doel
        from persoonsgegevens_inzagen inzage
        join accounts account on account.id = inzage.account_id
        join kandidaten kandidaat on kandidaat.id = inzage.kandidaat_id
        where kandidaat.id = $1 and kandidaat.regio_code = any($2::text[])
        order by inzage.tijd desc, inzage.id desc
        """,
        kandidaat_id,
        list(actor.regios_als(Rol.ACCOUNTMANAGER)),
    )
    return [Inzage(**dict(row)) for row in rows]

"""All SQL of identity: who a kandidaat is, and the log of every look at it; only `identiteit` asks it."""

from datetime import datetime

from marketplace.db import Connection
from marketplace.kandidaten.model import Identiteit, Inzage, Persoonsgegevens
from marketplace.kandidaten.zicht import BINNEN, edits, knows
from marketplace.toegang.model import Actor


async def show_persoonsgegevens(
    conn: Connection, actor: Actor, *, kandidaat_id: int, doel: str, now: datetime
) -> Persoonsgegevens | None:
    """Who a kandidaat is, after the database has logged the look; None for a stranger or when not known."""
    row = await conn.fetchrow(
        f"""
        select gegevens.kandidaat_id, gegevens.naam, gegevens.geboortedatum, gegevens.telefoon,
               gegevens.email, gegevens.versie
        from kandidaten kandidaat
        cross join lateral toon_persoonsgegevens(kandidaat.id, $5, $6) gegevens
        where {BINNEN} and kandidaat.id = $4
        """,  # noqa: S608 (a condition of our own)
        *knows(actor).arguments,
        kandidaat_id,
        doel,
        now,
    )
    return None if row is None else Persoonsgegevens(**dict(row))


async def has_persoonsgegevens(conn: Connection, actor: Actor, kandidaat_id: int) -> bool:
    """Whether it is known who somebody is, without a look at it; False for a stranger."""
    return bool(
        await conn.fetchval(
            f"""
            select exists (
                select from persoonsgegevens gegevens
                join kandidaten kandidaat on kandidaat.id = gegevens.kandidaat_id
                where {BINNEN} and kandidaat.id = $4)
            """,  # noqa: S608 (a condition of our own)
            *knows(actor).arguments,
            kandidaat_id,
        )
    )


async def insert_persoonsgegevens(conn: Connection, kandidaat_id: int, identiteit: Identiteit) -> bool:
    """Write who somebody is, whom the caller may edit; False when that was written already."""
    made = await conn.fetchval(
        """
        insert into persoonsgegevens (kandidaat_id, naam, geboortedatum, telefoon, email)
        values ($1, $2, $3, $4, $5)
        on conflict (kandidaat_id) do nothing returning kandidaat_id
        """,
        kandidaat_id,
        identiteit.naam,
        identiteit.geboortedatum,
        identiteit.telefoon,
        identiteit.email,
    )
    return made is not None


async def update_persoonsgegevens(
    conn: Connection, actor: Actor, *, kandidaat_id: int, versie: int, identiteit: Identiteit
) -> bool:
    """Write who somebody is over this version; False when it is another or the person is not the actor's."""
    updated = await conn.fetchval(
        f"""
        update persoonsgegevens gegevens
        set naam = $6, geboortedatum = $7, telefoon = $8, email = $9, versie = gegevens.versie + 1
        from kandidaten kandidaat
        where {BINNEN} and kandidaat.id = $4 and gegevens.kandidaat_id = kandidaat.id and gegevens.versie = $5
        returning kandidaat.id
        """,  # noqa: S608 (a condition of our own)
        *edits(actor).arguments,
        kandidaat_id,
        versie,
        identiteit.naam,
        identiteit.geboortedatum,
        identiteit.telefoon,
        identiteit.email,
    )
    return updated is not None


async def list_inzagen(conn: Connection, actor: Actor, kandidaat_id: int) -> list[Inzage]:
    """Who looked at the persoonsgegevens and what for, the latest first; nothing for a stranger.

    Who is a kandidaat or vertegenwoordiger is not named: it would say who it is.
    """
    rows = await conn.fetch(
        f"""
        select inzage.tijd, inzage.doel, case when exists (
                   select from kandidaat_betrokkenen band
                   where band.kandidaat_id = kandidaat.id and band.account_id = inzage.account_id
                     and band.rol in ('kandidaat', 'vertegenwoordiger'))
               then 'De kandidaat of vertegenwoordiger' else coalesce(account.naam, 'Een collega') end as door
        from persoonsgegevens_inzagen inzage
        left join accounts account on account.id = inzage.account_id
        join kandidaten kandidaat on kandidaat.id = inzage.kandidaat_id
        where {BINNEN} and kandidaat.id = $4
        order by inzage.tijd desc, inzage.id desc
        """,  # noqa: S608 (a condition of our own)
        *knows(actor).arguments,
        kandidaat_id,
    )
    return [Inzage(**dict(row)) for row in rows]

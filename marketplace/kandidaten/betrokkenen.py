"""All SQL of who is bound to one person: those who decide about the person read and write it."""

from datetime import date

from marketplace.db import Connection
from marketplace.kandidaten.model import Betrokkene
from marketplace.kandidaten.zicht import BINNEN, decides, reads
from marketplace.toegang.model import Actor, Rol


async def list_betrokkenen(conn: Connection, actor: Actor, kandidaat_id: int) -> list[Betrokkene]:
    """Who is or was bound to a person whom the actor may see, the latest first.

    The person's own account and that of a vertegenwoordiger come without a name: it would say who it is.
    """
    rows = await conn.fetch(
        f"""
        select band.id, band.rol,
               case when band.rol not in ('kandidaat', 'vertegenwoordiger') then account.naam end as naam,
               lower(band.periode) as van, upper(band.periode) as tot
        from kandidaat_betrokkenen band
        left join accounts account on account.id = band.account_id
        join kandidaten kandidaat on kandidaat.id = band.kandidaat_id
        where {BINNEN} and kandidaat.id = $4
        order by upper(band.periode) desc nulls first, band.id desc
        """,  # noqa: S608 (a condition of our own)
        *reads(actor).arguments,
        kandidaat_id,
    )
    return [Betrokkene(**{**dict(row), "rol": Rol(row["rol"])}) for row in rows]


async def find_account(
    conn: Connection, actor: Actor, *, kandidaat_id: int, email: str, rol: Rol
) -> int | None:
    """The account that can be bound to a person in this role, for who decides about that person."""
    number: int | None = await conn.fetchval(
        f"""
        select zoek_betrokkene(kandidaat.id, $5, $6) from kandidaten kandidaat
        where {BINNEN} and kandidaat.id = $4
        """,  # noqa: S608 (a condition of our own)
        *decides(actor).arguments,
        kandidaat_id,
        email,
        rol,
    )
    return number


async def has_betrokkene(conn: Connection, kandidaat_id: int, account_id: int, van: date) -> bool:
    """Whether this account is bound to the person on a day or later."""
    return bool(
        await conn.fetchval(
            """
            select exists (select from kandidaat_betrokkenen
                           where kandidaat_id = $1 and account_id = $2 and periode && daterange($3, null))
            """,
            kandidaat_id,
            account_id,
            van,
        )
    )


async def insert_betrokkene(
    conn: Connection, actor: Actor, *, kandidaat_id: int, account_id: int, rol: Rol, van: date
) -> int | None:
    """Bind an account to a person from a day on; None when the person is not the actor's."""
    made: int | None = await conn.fetchval(
        f"""
        insert into kandidaat_betrokkenen (kandidaat_id, account_id, rol, periode)
        select kandidaat.id, $5, $6, daterange($7, null) from kandidaten kandidaat
        where {BINNEN} and kandidaat.id = $4
        returning id
        """,  # noqa: S608 (a condition of our own)
        *decides(actor).arguments,
        kandidaat_id,
        account_id,
        rol,
        van,
    )
    return made


async def insert_zelf(conn: Connection, actor: Actor, *, kandidaat_id: int, rol: Rol, van: date) -> None:
    """Bind the actor to somebody whom they have just registered."""
    await conn.execute(
        """
        insert into kandidaat_betrokkenen (kandidaat_id, account_id, rol, periode)
        values ($1, $2, $3, daterange($4, null))
        """,
        kandidaat_id,
        actor.account_id,
        rol,
        van,
    )


async def end_betrokkene(conn: Connection, actor: Actor, *, betrokkene_id: int, tot: date) -> int | None:
    """Let a bond end before a day and return its kandidaat; None when there is none of the actor's."""
    kandidaat_id: int | None = await conn.fetchval(
        f"""
        update kandidaat_betrokkenen band set periode = daterange(lower(band.periode), $5)
        from kandidaten kandidaat
        where band.id = $4 and kandidaat.id = band.kandidaat_id and {BINNEN}
          and lower(band.periode) < $5 and (upper_inf(band.periode) or upper(band.periode) > $5)
        returning kandidaat.id
        """,  # noqa: S608 (a condition of our own)
        *decides(actor).arguments,
        betrokkene_id,
        tot,
    )
    return kandidaat_id

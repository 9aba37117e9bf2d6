"""All SQL of accounts and sessions; who comes in is found by functions of the database."""

from datetime import datetime

import asyncpg

from marketplace.db import Connection
from marketplace.toegang.model import Account, Actor, Inlog, Rol, Sessie, Toekenning


async def get_inlog(conn: Connection, email: str) -> Inlog | None:
    """The hash to check a password against, by e-mail address in any case."""
    row = await conn.fetchrow("select account_id, wachtwoord_hash, actief from zoek_inlog($1)", email)
    return None if row is None else Inlog(**dict(row))


async def insert_sessie(
    conn: Connection, *, token_hash: bytes, account_id: int, csrf: str, now: datetime, ends: datetime
) -> None:
    """Start a session; only the hash of its token is stored."""
    await conn.execute("select begin_sessie($1, $2, $3, $4, $5)", token_hash, account_id, csrf, now, ends)


async def get_sessie(conn: Connection, token_hash: bytes, now: datetime) -> Sessie | None:
    """The live session of this token with the roles of now and the persons of today; None when it is over."""
    rows = await conn.fetch(
        """
        select csrf, verloopt_op, id, naam, email, rol, regio_code, organisatie_id, kandidaat_id
        from zoek_sessie($1, $2)
        """,
        token_hash,
        now,
    )
    if not rows:
        return None
    first = rows[0]
    actor = Actor(
        account_id=first["id"],
        naam=first["naam"],
        email=first["email"],
        toekenningen=tuple(_toekenning(row) for row in rows if row["rol"] is not None),
    )
    return Sessie(token_hash=token_hash, actor=actor, csrf=first["csrf"], verloopt_op=first["verloopt_op"])


def _toekenning(row: asyncpg.Record) -> Toekenning:
    """One role row as a value."""
    return Toekenning(
        rol=Rol(row["rol"]),
        regio_code=row["regio_code"],
        organisatie_id=row["organisatie_id"],
        kandidaat_id=row["kandidaat_id"],
    )


async def revoke_sessie(conn: Connection, token_hash: bytes, now: datetime) -> None:
    """End one session at once."""
    await conn.execute("select eindig_sessie($1, $2)", token_hash, now)


# Whether account $1 belongs to a regio of $2, those of which the actor is beheerder.
_BEHEERD = """
    exists (
        select from account_rollen rol
        left join organisaties organisatie on organisatie.id = rol.organisatie_id
        where rol.account_id = $1 and coalesce(rol.regio_code, organisatie.regio_code) = any($2::text[])
    )
"""


async def revoke_sessies(conn: Connection, actor: Actor, account_id: int, now: datetime) -> int:
    """End every live session of an account in a regio of this beheerder; returns how many there were."""
    ended = await conn.fetch(
        f"""
        update sessies set ingetrokken_op = $3
        where account_id = $1 and ingetrokken_op is null and verloopt_op > $3 and {_BEHEERD}
        returning account_id
        """,  # noqa: S608 (a condition of our own)
        account_id,
        list(actor.regios_als(Rol.BEHEERDER)),
        now,
    )
    return len(ended)


# An account belongs to a regio by a role in it, or by a role at one of its organisaties.
_ACCOUNTS = """
    select account.id, account.naam, account.email, account.actief,
           array_agg(distinct rollen.naam order by rollen.naam) as rollen,
           (select count(*) from sessies sessie
            where sessie.account_id = account.id and sessie.ingetrokken_op is null
              and sessie.verloopt_op > $2) as sessies
    from accounts account
    join account_rollen rol on rol.account_id = account.id
    join rollen on rollen.code = rol.rol
    left join organisaties organisatie on organisatie.id = rol.organisatie_id
    where coalesce(rol.regio_code, organisatie.regio_code) = any($1)
      and ($3::bigint is null or account.id = $3)
      and account.soort = 'mens'
    group by account.id
    order by account.naam, account.id
"""


async def list_accounts(conn: Connection, actor: Actor, now: datetime) -> list[Account]:
    """The accounts in the regios of which the actor is beheerder."""
    rows = await conn.fetch(_ACCOUNTS, list(actor.regios_als(Rol.BEHEERDER)), now, None)
    return [_account(row) for row in rows]


async def get_account(conn: Connection, actor: Actor, account_id: int, now: datetime) -> Account | None:
    """One account in the regios of which the actor is beheerder; None for any other."""
    row = await conn.fetchrow(_ACCOUNTS, list(actor.regios_als(Rol.BEHEERDER)), now, account_id)
    return None if row is None else _account(row)


def _account(row: asyncpg.Record) -> Account:
    """One account row as a value."""
    return Account(
        id=row["id"],
        naam=row["naam"],
        email=row["email"],
        actief=row["actief"],
        rollen=tuple(row["rollen"]),
        sessies=row["sessies"],
    )


async def update_actief(conn: Connection, actor: Actor, account_id: int, *, actief: bool) -> bool:
    """Switch an account in a regio of this beheerder on or off; False for any other."""
    updated = await conn.fetchval(
        f"update accounts set actief = $3 where id = $1 and {_BEHEERD} returning id",  # noqa: S608 (a condition of our own)
        account_id,
        list(actor.regios_als(Rol.BEHEERDER)),
        actief,
    )
    return updated is not None


async def get_regio_of(conn: Connection, account_id: int) -> str | None:
    """The code of the first regio an account belongs to."""
    code: str | None = await conn.fetchval(
        """
        select coalesce(rol.regio_code, organisatie.regio_code) from account_rollen rol
        left join organisaties organisatie on organisatie.id = rol.organisatie_id
        where rol.account_id = $1 order by 1 limit 1
        """,
        account_id,
    )
    return code

"""All SQL of who comes in and of one's own account; most of it are functions of the database."""

from datetime import datetime

import asyncpg

from marketplace.db import Connection
from marketplace.toegang.model import Actor, EigenSessie, Inlog, Rol, Sessie, Toekenning


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
    """The live session of this token with the roles of now and the persons of today; None when it is over.

    Its account acts for the rest of the transaction.
    """
    rows = await conn.fetch(
        """
        select csrf, verloopt_op, id, naam, email, rol, regio_code, organisatie_id, kandidaat_id,
               set_config('app.account', id::text, true)
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


async def list_eigen_rollen(conn: Connection, actor: Actor) -> list[tuple[str, str]]:
    """Each role of one's own with the name of its place, by role."""
    rows = await conn.fetch(
        """
        select rollen.naam as rol, coalesce('regio ' || regio.naam, organisatie.naam) as plaats
        from account_rollen eigen
        join rollen on rollen.code = eigen.rol
        left join regios regio on regio.code = eigen.regio_code
        left join organisaties organisatie on organisatie.id = eigen.organisatie_id
        where eigen.account_id = $1
        order by rollen.naam, plaats
        """,
        actor.account_id,
    )
    return [(row["rol"], row["plaats"]) for row in rows]


async def list_sessies(conn: Connection, sessie: Sessie, now: datetime) -> list[EigenSessie]:
    """One's own live sessions, this one first."""
    rows = await conn.fetch(
        "select begonnen_op, verloopt_op, hier from mijn_sessies($1, $2)", sessie.token_hash, now
    )
    return [EigenSessie(**dict(row)) for row in rows]


async def revoke_other_sessies(conn: Connection, sessie: Sessie, now: datetime) -> int:
    """End one's own sessions but this one; returns how many there were."""
    ended: int = await conn.fetchval("select eindig_andere_sessies($1, $2)", sessie.token_hash, now)
    return ended


async def update_own_wachtwoord(conn: Connection, wachtwoord_hash: str) -> None:
    """Store the new password of who acts."""
    await conn.execute("select zet_eigen_wachtwoord($1)", wachtwoord_hash)

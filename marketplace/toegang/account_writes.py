"""SQL that changes accounts; who may stands in each WHERE."""

from datetime import datetime

from marketplace.db import Connection
from marketplace.toegang.account_queries import ROLLEN_MET_BEREIK, reach
from marketplace.toegang.model import Actor, Rol, RolPlaats

# Whether every role of account $3 lies within what the actor manages.
_GEHEEL = f"(select bool_and(beheerd) from ({ROLLEN_MET_BEREIK}) bereik where account_id = $3)"  # noqa: S608 (our own)
_PLAATS = """
    ($5 = any($1::text[]) or $6 in (
        select id from organisaties where regio_code = any($1::text[]) or id = any($2::bigint[])))
"""


async def find_or_insert_account(
    conn: Connection, *, email: str, naam: str, now: datetime
) -> tuple[int | None, bool]:
    """The id of the account with this e-mail address and whether it is new; None for that of a program."""
    row = await conn.fetchrow("select id, nieuw from vind_of_maak_account($1, $2, $3)", email, naam, now)
    return (row["id"], row["nieuw"]) if row else (None, False)


async def insert_rol(conn: Connection, actor: Actor, account_id: int, rol: Rol, plaats: RolPlaats) -> bool:
    """Give a role at a place that the actor manages; False elsewhere and when the account has it."""
    done: str = await conn.execute(
        f"""
        insert into account_rollen (account_id, rol, regio_code, organisatie_id)
        select $3, $4, $5, $6 where {_PLAATS}
        on conflict do nothing
        """,
        *reach(actor),
        account_id,
        rol,
        plaats.regio_code,
        plaats.organisatie_id,
    )
    return done == "INSERT 0 1"


async def delete_rol(conn: Connection, actor: Actor, account_id: int, rol: Rol, plaats: RolPlaats) -> bool:
    """Take a role away at a place that the actor manages; False for any other."""
    done: str = await conn.execute(
        f"""
        delete from account_rollen
        where account_id = $3 and rol = $4 and regio_code is not distinct from $5
          and organisatie_id is not distinct from $6 and {_PLAATS}
        """,  # noqa: S608 (a condition of our own)
        *reach(actor),
        account_id,
        rol,
        plaats.regio_code,
        plaats.organisatie_id,
    )
    return done == "DELETE 1"


async def update_actief(conn: Connection, actor: Actor, account_id: int, *, actief: bool) -> bool:
    """Switch an account that the actor manages wholly on or off; False for any other."""
    updated = await conn.fetchval(
        f"update accounts set actief = $4 where id = $3 and {_GEHEEL} returning id",  # noqa: S608 (a condition of our own)
        *reach(actor),
        account_id,
        actief,
    )
    return updated is not None


async def update_gegevens(
    conn: Connection, actor: Actor, account_id: int, versie: int, *, naam: str, email: str
) -> bool:
    """Write another name and address over a version; False for an account that the actor manages not wholly.

    Raises UniqueViolationError for an address that another account has.
    """
    updated = await conn.fetchval(
        f"""
        update accounts set naam = $5, email = $6, versie = versie + 1
        where id = $3 and versie = $4 and soort = 'mens' and {_GEHEEL} returning id
        """,  # noqa: S608 (a condition of our own)
        *reach(actor),
        account_id,
        versie,
        naam,
        email,
    )
    return updated is not None


async def revoke_sessies(conn: Connection, actor: Actor, account_id: int, now: datetime) -> int:
    """End every live session of an account that the actor manages wholly; returns how many there were."""
    ended = await conn.fetch(
        f"""
        update sessies set ingetrokken_op = $4
        where account_id = $3 and ingetrokken_op is null and verloopt_op > $4 and {_GEHEEL}
        returning account_id
        """,  # noqa: S608 (a condition of our own)
        *reach(actor),
        account_id,
        now,
    )
    return len(ended)

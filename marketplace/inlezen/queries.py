"""All SQL that reads files which were read in: everybody sees the own ones only."""

import asyncpg

from marketplace.db import Connection
from marketplace.inlezen.model import Inlezing, RijStand, Status, Uitkomst
from marketplace.toegang.model import Actor

LATEST = 20
LOCK = 2  # of the advisory locks: one for each file that is at work
_INLEZING = """
    select id, soort, bestandsnaam, status, alleen_goede, stap, aangemaakt_op, teken_op, geschreven_op,
           vervalt_op, bestand is not null as bewaard, uitkomst
    from inlezingen
"""


async def get_inlezing(conn: Connection, actor: Actor, inlezing_id: int) -> Inlezing | None:
    """A file of the actor; None for a stranger."""
    row = await conn.fetchrow(f"{_INLEZING} where id = $1 and account_id = $2", inlezing_id, actor.account_id)
    return None if row is None else _inlezing(row)


async def list_inlezingen(conn: Connection, actor: Actor) -> list[Inlezing]:
    """The latest files of the actor."""
    rows = await conn.fetch(
        f"{_INLEZING} where account_id = $1 order by id desc limit $2", actor.account_id, LATEST
    )
    return [_inlezing(row) for row in rows]


async def get_bestand(conn: Connection, actor: Actor, inlezing_id: int) -> bytes | None:
    """The file itself, whole as it came in; None when it is gone or somebody else's."""
    bestand: bytes | None = await conn.fetchval(
        """
        select bestand from inlezingen
        where id = $1 and account_id = $2 and sha256(bestand) = sha256
        """,
        inlezing_id,
        actor.account_id,
    )
    return bestand


async def get_fouten(conn: Connection, actor: Actor, inlezing_id: int) -> bytes | None:
    """The list of all faults; None when there is none or it is somebody else's."""
    fouten: bytes | None = await conn.fetchval(
        "select fouten from inlezingen where id = $1 and account_id = $2", inlezing_id, actor.account_id
    )
    return fouten


async def list_rijen(conn: Connection, actor: Actor, inlezing_id: int) -> list[RijStand]:
    """What the rows of a file do, in their order."""
    rows = await conn.fetch(
        """
        select rij.rij, rij.onderwerp_id, rij.versie, rij.was from inlezing_rijen rij
        join inlezingen inlezing on inlezing.id = rij.inlezing_id
        where inlezing.id = $1 and inlezing.account_id = $2 order by rij.rij
        """,
        inlezing_id,
        actor.account_id,
    )
    return [RijStand(**dict(row)) for row in rows]


async def lock_inlezing(conn: Connection, inlezing_id: int) -> bool:
    """Let nobody else work on a file until this transaction ends; False when somebody does."""
    locked: bool = await conn.fetchval(
        "select pg_try_advisory_xact_lock($1, ($2::bigint % 2147483647)::integer)", LOCK, inlezing_id
    )
    return locked


def _inlezing(row: asyncpg.Record) -> Inlezing:
    """One file as a value."""
    return Inlezing(
        **{**dict(row), "status": Status(row["status"]), "uitkomst": Uitkomst.from_json(row["uitkomst"])}
    )

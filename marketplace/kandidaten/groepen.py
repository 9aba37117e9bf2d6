"""All SQL of groups: an accountmanager sees those of the own regions."""

import asyncpg

from marketplace.db import Connection
from marketplace.kandidaten.model import Groep, GroepStatus
from marketplace.toegang.model import Actor, Rol

_GROEP = """
    select groep.id, groep.naam, groep.status, groep.reden, eerder.naam as vervolg_op,
           (select count(*) from groep_kandidaten lid where lid.groep_id = groep.id) as aantal
    from groepen groep
    left join groepen eerder on eerder.id = groep.vervolg_op
    where groep.regio_code = any($1::text[])
"""


async def list_groepen(conn: Connection, actor: Actor) -> list[Groep]:
    """Every group of the actor's regions, by name."""
    rows = await conn.fetch(f"{_GROEP} order by groep.naam", list(actor.regios_als(Rol.ACCOUNTMANAGER)))
    return [_groep(row) for row in rows]


async def list_groepen_van(conn: Connection, actor: Actor, kandidaat_id: int) -> list[Groep]:
    """The groups that a kandidaat belongs to, the latest first."""
    rows = await conn.fetch(
        f"""{_GROEP} and exists (
            select from groep_kandidaten lid where lid.groep_id = groep.id and lid.kandidaat_id = $2)
        order by groep.id desc
        """,
        list(actor.regios_als(Rol.ACCOUNTMANAGER)),
        kandidaat_id,
    )
    return [_groep(row) for row in rows]


def _groep(row: asyncpg.Record) -> Groep:
    """One group as a value."""
    return Groep(**{**dict(row), "status": GroepStatus(row["status"])})

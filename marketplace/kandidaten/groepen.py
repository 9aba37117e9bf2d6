"""All SQL of groups: who reads a regio sees its groups, who decides there makes and moves them."""

from collections.abc import Sequence

import asyncpg

from marketplace.db import Connection
from marketplace.kandidaten.model import Groep, GroepStatus
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BESLIST, LEEST_REGIO

_GROEP = """
    select groep.id, groep.regio_code, groep.naam, groep.sector, groep.status, groep.reden,
           eerder.naam as vervolg_op, groep.versie,
           (select count(*) from groep_kandidaten lid where lid.groep_id = groep.id) as aantal
    from groepen groep
    left join groepen eerder on eerder.id = groep.vervolg_op
    where groep.regio_code = any($1::text[])
"""


async def list_groepen(conn: Connection, actor: Actor) -> list[Groep]:
    """Every group of the actor's regions, by name."""
    rows = await conn.fetch(f"{_GROEP} order by groep.naam, groep.id", list(actor.regios_als(*LEEST_REGIO)))
    return [_groep(row) for row in rows]


async def list_groepen_after(conn: Connection, actor: Actor, *, na: int, aantal: int) -> list[Groep]:
    """So many groups with a higher id, in order of it."""
    rows = await conn.fetch(
        f"{_GROEP} and groep.id > $2 order by groep.id limit $3",
        list(actor.regios_als(*LEEST_REGIO)),
        na,
        aantal,
    )
    return [_groep(row) for row in rows]


async def get_groep(conn: Connection, actor: Actor, groep_id: int) -> Groep | None:
    """One group; None for a stranger."""
    row = await conn.fetchrow(f"{_GROEP} and groep.id = $2", list(actor.regios_als(*LEEST_REGIO)), groep_id)
    return None if row is None else _groep(row)


async def list_groepen_van(conn: Connection, actor: Actor, kandidaat_id: int) -> list[Groep]:
    """The groups that a kandidaat belongs to, the latest first."""
    rows = await conn.fetch(
        f"""{_GROEP} and exists (
            select from groep_kandidaten lid where lid.groep_id = groep.id and lid.kandidaat_id = $2)
        order by groep.id desc
        """,
        list(actor.regios_als(*LEEST_REGIO)),
        kandidaat_id,
    )
    return [_groep(row) for row in rows]


async def list_leden(conn: Connection, actor: Actor, groep_id: int) -> list[int]:
    """The kandidaten of a group of the actor's regions, in order of id, so that locks are taken in order."""
    rows = await conn.fetch(
        """
        select lid.kandidaat_id from groep_kandidaten lid
        join groepen groep on groep.id = lid.groep_id
        where groep.id = $2 and groep.regio_code = any($1::text[])
        order by lid.kandidaat_id
        """,
        list(actor.regios_als(*LEEST_REGIO)),
        groep_id,
    )
    return [row["kandidaat_id"] for row in rows]


async def list_bedrijven(conn: Connection, actor: Actor, groep_id: int) -> list[str]:
    """The organisaties where people of a group had a plaats, by name: whom to ask for a next group."""
    rows = await conn.fetch(
        """
        select distinct organisatie.naam
        from groepen groep
        join groep_kandidaten lid on lid.groep_id = groep.id
        join bezetting bezet on bezet.kandidaat_id = lid.kandidaat_id and bezet.bron <> 'voorstel'
        join leerwerkplekken plek on plek.id = bezet.leerwerkplek_id
        join vestigingen vestiging on vestiging.id = plek.vestiging_id
        join organisaties organisatie on organisatie.id = vestiging.organisatie_id
        where groep.id = $2 and groep.regio_code = any($1::text[])
        order by organisatie.naam
        """,
        list(actor.regios_als(*LEEST_REGIO)),
        groep_id,
    )
    return [row["naam"] for row in rows]


async def list_by_kenmerk(
    conn: Connection, actor: Actor, regio_code: str, kenmerken: Sequence[str]
) -> dict[str, int]:
    """The ids of the people of a regio of the actor who are not archived, by these kenmerken."""
    rows = await conn.fetch(
        """
        select kenmerk, id from kandidaten
        where regio_code = $2 and regio_code = any($1::text[]) and kenmerk = any($3::text[])
          and gearchiveerd_op is null
        """,
        list(actor.regios_als(*BESLIST)),
        regio_code,
        list(kenmerken),
    )
    return {row["kenmerk"]: row["id"] for row in rows}


async def insert_groep(
    conn: Connection, actor: Actor, *, regio_code: str, naam: str, sector: str, vervolg_op: int | None
) -> int | None:
    """Write a group that is aangemeld and return its id; None in a regio that is not the actor's."""
    made: int | None = await conn.fetchval(
        """
        insert into groepen (regio_code, naam, sector, status, vervolg_op)
        select $2, $3, $4, 'aangemeld', $5 where $2 = any($1::text[])
        returning id
        """,
        list(actor.regios_als(*BESLIST)),
        regio_code,
        naam,
        sector,
        vervolg_op,
    )
    return made


async def insert_leden(conn: Connection, groep_id: int, kandidaten: Sequence[int]) -> None:
    """Write who belongs to a group that was just made."""
    await conn.execute(
        "insert into groep_kandidaten (groep_id, kandidaat_id) select $1, unnest($2::bigint[])",
        groep_id,
        list(kandidaten),
    )


async def update_groep(
    conn: Connection, actor: Actor, groep: Groep, status: GroepStatus, reden: str | None
) -> bool:
    """Let a group stand elsewhere over the version that was read; False when it is another by now."""
    updated = await conn.fetchval(
        """
        update groepen set status = $4, reden = $5, versie = versie + 1
        where id = $2 and versie = $3 and regio_code = any($1::text[])
        returning id
        """,
        list(actor.regios_als(*BESLIST)),
        groep.id,
        groep.versie,
        status,
        reden,
    )
    return updated is not None


def _groep(row: asyncpg.Record) -> Groep:
    """One group as a value."""
    return Groep(**{**dict(row), "status": GroepStatus(row["status"])})

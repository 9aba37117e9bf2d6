"""The SQL that the plans of every planner share: claim a concept's version, keep moves, let plans lapse."""

from dataclasses import dataclass
from datetime import datetime

import asyncpg

from marketplace.db import Connection


@dataclass(frozen=True, slots=True)
class Concepten:
    """The names of a planner's own tables: its plans and whose they are, the moves on one and which."""

    plannen: str
    hoort_bij: str
    zetten: str
    sleutel: str


async def bump(conn: Connection, soort: Concepten, plan_id: int, versie: int) -> bool:
    """Claim the next version of a concept: what a run proved does not hold any more; False when overtaken."""
    found = await conn.fetchval(
        f"""
        update {soort.plannen} set versie = versie + 1, lagen = null
        where id = $1 and versie = $2 and status = 'concept' returning id
        """,  # noqa: S608 (names of a Concepten)
        plan_id,
        versie,
    )
    return found is not None


async def insert_zet(
    conn: Connection,
    soort: Concepten,
    plan_id: int,
    *,
    zin: str,
    van: object,
    naar: object,
    account_id: int,
    now: datetime,
) -> None:
    """Keep a move, both states as JSON; moves that were undone before can not be done again any more."""
    await conn.execute(
        f"delete from {soort.zetten} where {soort.sleutel} = $1 and ongedaan",  # noqa: S608 (names of a Concepten)
        plan_id,
    )
    await conn.execute(
        f"""
        insert into {soort.zetten} ({soort.sleutel}, nummer, zin, van, naar, door, op)
        select $1, coalesce(max(nummer), 0) + 1, $2, $3, $4, $5, $6
        from {soort.zetten} where {soort.sleutel} = $1
        """,  # noqa: S608 (names of a Concepten)
        plan_id,
        zin,
        van,
        naar,
        account_id,
        now,
    )


async def get_zet(
    conn: Connection, soort: Concepten, plan_id: int, *, opnieuw: bool
) -> asyncpg.Record | None:
    """The last move that stands, or with `opnieuw` the first that was undone: nummer, zin, van, naar."""
    order = "nummer" if opnieuw else "nummer desc"
    return await conn.fetchrow(
        f"""
        select nummer, zin, van, naar from {soort.zetten}
        where {soort.sleutel} = $1 and ongedaan = $2 order by {order} limit 1
        """,  # noqa: S608 (names of a Concepten, an order of our own)
        plan_id,
        opnieuw,
    )


async def turn_zet(conn: Connection, soort: Concepten, plan_id: int, nummer: int, *, ongedaan: bool) -> None:
    """Note that a move was undone, or done again."""
    await conn.execute(
        f"update {soort.zetten} set ongedaan = $3 where {soort.sleutel} = $1 and nummer = $2",  # noqa: S608 (names of a Concepten)
        plan_id,
        nummer,
        ongedaan,
    )


async def lapse_alternatieven(conn: Connection, soort: Concepten, hoort_bij: int, keep: int) -> None:
    """Let all alternatives lapse but the newest so many."""
    await conn.execute(
        f"""
        update {soort.plannen} set status = 'vervallen', versie = versie + 1
        where {soort.hoort_bij} = $1 and status = 'alternatief' and id not in (
            select id from {soort.plannen} where {soort.hoort_bij} = $1 and status = 'alternatief'
            order by id desc limit $2)
        """,  # noqa: S608 (names of a Concepten)
        hoort_bij,
        keep,
    )


async def retire(conn: Connection, soort: Concepten, hoort_bij: int, plan_id: int | None) -> None:
    """Let the published plan be history; none for another than is published."""
    await conn.execute(
        f"""
        update {soort.plannen} set status = 'historie', versie = versie + 1
        where {soort.hoort_bij} = $1 and status = 'gepubliceerd' and id = $2
        """,  # noqa: S608 (names of a Concepten)
        hoort_bij,
        plan_id,
    )

"""The SQL of moves by hand on a concept, so that they can be undone and done again."""

from collections.abc import Mapping
from datetime import datetime

import asyncpg

from marketplace.db import Connection


async def insert_zet(
    conn: Connection,
    plan_id: int,
    *,
    zin: str,
    van: Mapping[str, object],
    naar: Mapping[str, object],
    account_id: int,
    now: datetime,
) -> None:
    """Keep a move; moves that were undone before can not be done again any more."""
    await conn.execute("delete from groepsplan_zetten where plan_id = $1 and ongedaan", plan_id)
    await conn.execute(
        """
        insert into groepsplan_zetten (plan_id, nummer, zin, van, naar, door, op)
        select $1, coalesce(max(nummer), 0) + 1, $2, $3, $4, $5, $6 from groepsplan_zetten where plan_id = $1
        """,
        plan_id,
        zin,
        dict(van),
        dict(naar),
        account_id,
        now,
    )


async def get_zet(conn: Connection, plan_id: int, *, opnieuw: bool) -> asyncpg.Record | None:
    """The last move that stands, or with `opnieuw` the first that was undone: nummer, zin, van, naar."""
    order = "nummer" if opnieuw else "nummer desc"
    return await conn.fetchrow(
        f"""
        select nummer, zin, van, naar from groepsplan_zetten
        where plan_id = $1 and ongedaan = $2 order by {order} limit 1
        """,  # noqa: S608 (an order of our own)
        plan_id,
        opnieuw,
    )


async def turn_zet(conn: Connection, plan_id: int, nummer: int, *, ongedaan: bool) -> None:
    """Note that a move was undone, or done again."""
    await conn.execute(
        "update groepsplan_zetten set ongedaan = $3 where plan_id = $1 and nummer = $2",
        plan_id,
        nummer,
        ongedaan,
    )

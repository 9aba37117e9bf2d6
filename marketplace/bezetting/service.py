"""Take and free the weeks of a stay; the database decides who gets the last plaats."""

import asyncpg

from marketplace.bezetting import queries
from marketplace.bezetting.model import Verblijf
from marketplace.db import Connection
from marketplace.errors import CAPACITY_STATE, CapacityReached, Conflict

# A run keeps what was discussed: only after a step back it may choose otherwise.
STEP_BACK = "Zet het voorstel een stap terug of wijs het af. Herstel daarna het plan."


class NobodyLeads(Conflict):
    """Er is niet in elke week een praktijkopleider op deze plek. Vraag de werkgever wie er begeleidt."""


async def reserve(conn: Connection, verblijf: Verblijf) -> None:
    """Take every week of a stay; raises CapacityReached with the week that is full, or NobodyLeads.

    Inside a savepoint, so that a refusal leaves the transaction usable.
    """
    try:
        async with conn.transaction():
            taken = await queries.insert_verblijf(conn, verblijf)
    except asyncpg.PostgresError as error:
        if error.sqlstate == CAPACITY_STATE:
            raise CapacityReached(f"{error.args[0]} {STEP_BACK}") from None
        raise
    if taken < verblijf.weken:
        raise NobodyLeads


async def free(conn: Connection, voorstel_id: int) -> None:
    """Give back what a voorstel took."""
    await queries.delete_verblijf(conn, voorstel_id)

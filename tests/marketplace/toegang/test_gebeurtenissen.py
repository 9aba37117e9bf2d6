"""What happened is written once and stays."""

import asyncpg
import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.toegang.gebeurtenissen import append_gebeurtenis


async def write(conn: Connection, clock: FixedClock) -> None:
    """One gebeurtenis of the system itself."""
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=None,
        soort="proef",
        onderwerp="leerwerkplek",
        onderwerp_id=4,
        regio_code=None,
        reden="Omdat het kan.",
        gegevens={"plaatsen": [1, 2]},
    )


async def test_a_gebeurtenis_holds_when_what_and_why(conn: Connection, clock: FixedClock) -> None:
    await write(conn, clock)
    row = await conn.fetchrow(
        "select tijd, account_id, soort, onderwerp_id, reden, gegevens from gebeurtenissen"
    )
    assert tuple(row or ()) == (clock.now(), None, "proef", 4, "Omdat het kan.", {"plaatsen": [1, 2]})


@pytest.mark.parametrize("sql", ["update gebeurtenissen set reden = ''", "delete from gebeurtenissen"])
async def test_nobody_changes_what_happened(conn: Connection, clock: FixedClock, sql: str) -> None:
    await write(conn, clock)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await conn.execute(sql)


async def test_not_even_the_owner_of_the_table(conn: Connection, clock: FixedClock) -> None:
    await write(conn, clock)
    await conn.execute("reset role")
    with pytest.raises(asyncpg.PostgresError, match="De geschiedenis kan niet worden veranderd"):
        await conn.execute("delete from gebeurtenissen")

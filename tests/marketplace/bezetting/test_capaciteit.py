"""Time of a praktijkopleider that is promised cannot be taken back; the database keeps it so."""

from datetime import date

import asyncpg
import pytest

from marketplace.db import Connection
from tests.marketplace.kleine_regio import KleineRegio, make_regio
from tests.marketplace.regio_details import occupy

WEEK = date(2027, 1, 4)


async def change(conn: Connection, regio: KleineRegio, sql: str) -> None:
    """Let somebody be at a plek for an hour a week in week 2, then change the hours as role app."""
    await occupy(conn, regio, 0, 0, WEEK)
    await conn.execute("set local role app_ongebonden")
    await conn.execute(sql)
    await conn.execute("set constraints begeleidingscapaciteit_past immediate")


@pytest.mark.parametrize(
    "sql",
    [
        "update begeleidingscapaciteiten set minuten_per_week = 60",
        "update begeleidingscapaciteiten set periode = '[2026-01-01,2027-01-18)'",
        "update begeleidingscapaciteiten set periode = '[2027-01-04,2027-02-01)', minuten_per_week = 90",
    ],
)
async def test_hours_in_which_everybody_fits_may_be_changed(conn: Connection, sql: str) -> None:
    await change(conn, await make_regio(conn), sql)


@pytest.mark.parametrize(
    "sql",
    [
        "update begeleidingscapaciteiten set minuten_per_week = 59",
        "update begeleidingscapaciteiten set periode = '[2026-01-01,2027-01-04)'",
        "delete from begeleidingscapaciteiten",
    ],
)
async def test_hours_that_are_promised_cannot_be_taken_back(conn: Connection, sql: str) -> None:
    regio = await make_regio(conn)
    with pytest.raises(asyncpg.PostgresError, match="In de week van 4 januari 2027 zijn al 60 minuten") as no:
        await change(conn, regio, sql)
    assert no.value.sqlstate == "PW001"


async def test_hours_may_be_split_in_several_statements(conn: Connection) -> None:
    regio = await make_regio(conn)
    split = """
        update begeleidingscapaciteiten set periode = '[2026-01-01,2027-01-01)';
        insert into begeleidingscapaciteiten
            select praktijkopleider_id, '[2027-01-01,2028-01-01)', nabijheid, 60
            from begeleidingscapaciteiten;
    """
    await change(conn, regio, split)

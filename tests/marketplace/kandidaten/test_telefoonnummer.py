"""A telephone number is told from a BSN by its form, also where it passes the 11-test by chance."""

import asyncpg
import pytest

from marketplace.bsn import holds_bsn
from marketplace.db import Connection


@pytest.mark.parametrize(
    "number",
    ["06-12345678", "0612345678", "06 12 34 56 78", "0315-123456", "+31 6 12345678", "+4915112345678"],
)
async def test_a_number_as_people_write_it_is_kept(conn: Connection, number: str) -> None:
    assert await conn.fetchval("select $1::telefoonnummer", number) == number


async def test_a_number_that_passes_the_eleven_test_by_chance_is_kept(conn: Connection) -> None:
    numbers = [f"+31 6 {number}" for number in range(12345600, 12345700)]
    chance = [number for number in numbers if holds_bsn(number)]
    assert chance
    kept = await conn.fetchval(
        "select array_agg(nummer::telefoonnummer) from unnest($1::text[]) nummer", chance
    )
    assert kept == chance


@pytest.mark.parametrize(
    "text",
    ["", "111222333", "111 222 333", "06-1234567", "06-123456789", "bel 06-12345678", "+31", "+0612345678"],
)
async def test_what_is_no_number_is_refused(conn: Connection, text: str) -> None:
    with pytest.raises(asyncpg.CheckViolationError, match="telefoonnummer_vorm"):
        await conn.fetchval("select $1::telefoonnummer", text)

"""Loading the example region into a real database."""

from datetime import date

import asyncpg
import pytest

from marketplace.db import Connection
from marketplace.embedded import Dsns
from marketplace.settings import Settings
from seed.load import NotEmpty, is_empty, load, load_from_settings

WOORDEN = """
    select table_name, column_name from information_schema.columns
    where table_schema = 'public' and data_type in ('text', 'character varying')
"""


async def test_the_region_loads_and_is_complete(database: Dsns, vandaag: date) -> None:
    conn = await asyncpg.connect(database.eigenaar)
    assert await is_empty(conn)
    await load(conn, vandaag=vandaag, scale=1)
    assert not await is_empty(conn)
    assert await conn.fetchval("select count(*) from kandidaten where status = 'matchbaar'") == 125
    await conn.close()


async def test_the_settings_name_the_database_and_the_day(database: Dsns, vandaag: date) -> None:
    settings = Settings(
        database_url=database.app, database_url_eigenaar=database.eigenaar, vandaag=date(2027, 3, 3)
    )
    await load_from_settings(settings, scale=2)
    conn = await asyncpg.connect(database.eigenaar)
    assert await conn.fetchval("select count(*) from leerwerkplekken") == 2 * 73
    assert await conn.fetchval("select max(matchbaar_sinds) from kandidaten") > vandaag
    await conn.close()


async def test_a_database_that_is_not_empty_is_left_alone(seeded_database: Dsns, vandaag: date) -> None:
    conn = await asyncpg.connect(seeded_database.eigenaar)
    before = await conn.fetchval("select count(*) from kandidaten")
    with pytest.raises(NotEmpty):
        await load(conn, vandaag=vandaag)
    assert await conn.fetchval("select count(*) from kandidaten") == before
    await conn.close()


async def test_rows_added_later_get_ids_behind_the_seed(seeded_conn: Connection) -> None:
    await seeded_conn.execute("reset role")
    highest = await seeded_conn.fetchval("select max(id) from organisaties")
    added = await seeded_conn.fetchval(
        "insert into organisaties (naam, soort, regio_code) values ('Nieuw', 'wsp', 'AM09') returning id"
    )
    assert added == highest + 1


async def test_no_text_anywhere_holds_a_number_that_could_be_a_bsn(seeded_conn: Connection) -> None:
    await seeded_conn.execute("reset role")
    for table, column in await seeded_conn.fetch(WOORDEN):
        found = await seeded_conn.fetchval(
            f'select count(*) from "{table}" where bevat_bsn("{column}"::text)'  # noqa: S608 (names of our own tables)
        )
        assert found == 0, (table, column)


async def test_every_policy_value_says_that_it_is_an_example(seeded_conn: Connection) -> None:
    rows = await seeded_conn.fetch("select waarde, bron from regio_beleid where regio_code = 'AM09'")
    assert len(rows) == 14
    assert all("voorbeeld" in row["bron"] for row in rows)


async def test_weights_arrive_as_an_object(seeded_conn: Connection) -> None:
    waarde = await seeded_conn.fetchval("select waarde from regio_beleid where sleutel = 'gewichten'")
    assert waarde["sectorwens"] == 5

"""Every status that the database knows has a word, an icon and a colour."""

import re

import pytest

from marketplace.db import Connection
from marketplace.web.statuses import STATUSES
from marketplace.web.templating import environment

TABLES = ("voorstellen", "rekenruns", "plannen", "leerwerkplekken", "kandidaten", "groepen")


@pytest.mark.parametrize("table", TABLES)
async def test_each_status_of_a_table_can_be_shown(conn: Connection, table: str) -> None:
    checks = await conn.fetch(
        """
        select pg_get_constraintdef(oid) as tekst from pg_constraint
        where conrelid = $1::text::regclass and contype = 'c' and conname like '%status_check'
        """,
        table,
    )
    codes = {code for row in checks for code in re.findall(r"'([a-z_]+)'", row["tekst"])}
    assert codes
    assert codes <= set(STATUSES)


@pytest.mark.parametrize("code", STATUSES)
def test_a_status_is_an_icon_a_word_and_a_colour(code: str) -> None:
    text = '{% import "layout/onderdelen.html" as o %}{{ o.status(code) }}'
    html = environment().from_string(text).render(code=code)
    assert STATUSES[code].woord in html
    assert re.search(r"<(path|circle)", html), "an icon that draws nothing"
    assert f"status-{STATUSES[code].toon}" in html

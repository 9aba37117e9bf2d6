"""What a roulatie asks on the page with work: to sign, to publish, to hear how a block was, to end."""

from datetime import timedelta

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.roulatie.aandacht import list_aandacht
from marketplace.web.start.roulaties import work_with_roulaties
from tests.marketplace.roulatie.kleine_roulatie import (
    BEGIN,
    WEKEN,
    KleineRoulatie,
    make_published,
    make_roulatie,
)

AFTER_ONE = BEGIN + timedelta(weeks=WEKEN)
AFTER_ALL = BEGIN + timedelta(weeks=3 * WEKEN)


@pytest.fixture
async def kleine(conn: Connection, clock: FixedClock) -> KleineRoulatie:
    return await make_published(conn, clock)


async def test_who_told_nothing_of_the_last_block_is_asked_for_and_in_the_end_it_is_ended(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    assert await work_with_roulaties(conn, kleine.actor, BEGIN) == []
    (row,) = await work_with_roulaties(conn, kleine.actor, AFTER_ONE)
    assert row.uitleg == "4 deelnemers vertelden nog niet hoe het laatste blok was."
    await conn.execute("reset role")
    await conn.execute(
        "insert into roulatie_terugblikken values ($1, $2, $3, $4, 1, 1, 1, now())",
        kleine.id,
        kleine.deelnemers[0],
        kleine.blokken[0],
        kleine.plekken[0],
    )
    (row,) = await work_with_roulaties(conn, kleine.actor, AFTER_ONE)
    assert row.uitleg.startswith("3 deelnemers")
    (row,) = await work_with_roulaties(conn, kleine.actor, AFTER_ALL)
    assert row.titel == "Groen roulatie is voorbij"
    assert await list_aandacht(conn, kleine.vreemd, AFTER_ALL) == []


@pytest.mark.parametrize(("stand", "knop"), [("getekend", "Naar het bord"), ("open", "Naar de bedrijven")])
async def test_a_roulatie_that_begins_soon_asks_for_its_rooster(
    conn: Connection, stand: str, knop: str
) -> None:
    kleine = await make_roulatie(conn, getekend=stand == "getekend")
    assert await work_with_roulaties(conn, kleine.actor, BEGIN - timedelta(weeks=7)) == []
    (row,) = await work_with_roulaties(conn, kleine.actor, BEGIN - timedelta(weeks=2))
    assert row.knop == knop

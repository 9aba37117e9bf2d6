"""What a roulatie asks on the page with work: to sign, to publish, to hear how a block was, to end."""

from datetime import timedelta

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.roulatie import oordeel
from marketplace.roulatie.aandacht import list_aandacht
from marketplace.roulatie.model import Stand
from marketplace.roulatie.oordeel import NieuwOordeel
from marketplace.web.start.roulaties import work_of_judges, work_to_know_of, work_with_roulaties
from tests.databases import act_as
from tests.marketplace.roulatie.gepubliceerd import at_end, employer_of
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


async def test_a_company_is_asked_how_it_went_from_the_last_week_of_a_block_until_some_weeks_after(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    who = await employer_of(conn, kleine, 0)
    await act_as(conn, who)
    last_week = AFTER_ONE - timedelta(weeks=1)
    assert await work_of_judges(conn, who, last_week - timedelta(days=1)) == []
    (row,) = await work_of_judges(conn, who, last_week)
    assert (row.titel, row.pad) == ("Hoe ging het met 2 deelnemers?", "/mijn-roulatie")
    await oordeel.judge(
        conn,
        who,
        clock=at_end(),
        roulatie_id=kleine.id,
        oordeel=NieuwOordeel(
            kandidaat_id=kleine.deelnemers[0],
            blok_id=kleine.blokken[0],
            standen={kleine.werkprocessen[0]: Stand.GEOEFEND},
            wat_werkte="",
            gezien=None,
        ),
    )
    assert (await work_of_judges(conn, who, last_week))[0].titel == "Hoe ging het met 1 deelnemer?"
    assert await work_of_judges(conn, who, AFTER_ALL + timedelta(weeks=4)) == []
    assert await work_of_judges(conn, kleine.actor, last_week) == []


async def test_who_reads_a_regio_is_told_of_an_offer_until_its_reason_is_known(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    assert await work_to_know_of(conn, kleine.actor) == []
    await conn.execute("reset role")
    await conn.execute("set local session_replication_role = replica")
    await conn.execute(
        "insert into roulatie_aanbiedingen (roulatie_id, kandidaat_id, organisatie_id, voorstel_id)"
        " values ($1, $2, $3, 1)",
        kleine.id,
        kleine.deelnemers[0],
        kleine.organisaties[1],
    )
    (row,) = await work_to_know_of(conn, kleine.actor)
    assert (row.titel, row.dringend) == ("1 aanbod binnen de afspraak", True)
    assert await work_to_know_of(conn, kleine.vreemd) == []
    await conn.execute("update roulatie_aanbiedingen set reden = 'Zelf gevraagd', reden_door = 1")
    assert await work_to_know_of(conn, kleine.actor) == []


@pytest.mark.parametrize(("stand", "knop"), [("getekend", "Naar het bord"), ("open", "Naar de bedrijven")])
async def test_a_roulatie_that_begins_soon_asks_for_its_rooster(
    conn: Connection, stand: str, knop: str
) -> None:
    kleine = await make_roulatie(conn, getekend=stand == "getekend")
    assert await work_with_roulaties(conn, kleine.actor, BEGIN - timedelta(weeks=7)) == []
    (row,) = await work_with_roulaties(conn, kleine.actor, BEGIN - timedelta(weeks=2))
    assert row.knop == knop

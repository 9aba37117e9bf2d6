"""Carrying out a claimed run when something changes around it."""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection, create_pool, prepare_connection
from marketplace.embedded import Dsns
from marketplace.matching.rekenproces import Rekenproces
from marketplace.matching.uitvoering import Uitvoering
from marketplace.rekenruns import claims, service
from marketplace.rekenruns.model import Opdracht
from tests.marketplace.kleine_regio import REGIO, KleineRegio, make_regio


@pytest.fixture
async def eigenaar(database: Dsns) -> AsyncIterator[Connection]:
    conn = await asyncpg.connect(database.eigenaar)
    await prepare_connection(conn)
    yield conn
    await conn.close()


@pytest.fixture
async def regio(eigenaar: Connection) -> KleineRegio:
    return await make_regio(eigenaar)


@pytest.fixture
async def opdracht(eigenaar: Connection, regio: KleineRegio, clock: FixedClock) -> Opdracht:
    await service.request_rekenrun(eigenaar, regio.eigen, clock=clock, regio_code=REGIO, seconden=0.2)
    claimed = await claims.claim_rekenrun(eigenaar, "proef", clock.now())
    assert claimed is not None
    return claimed


async def perform(database: Dsns, clock: FixedClock, opdracht: Opdracht) -> str:
    """Carry the run out as a worker does, with a child of its own."""
    pool = await create_pool(database.worker, size=2)
    proces = Rekenproces()
    try:
        return await Uitvoering(pool, clock, opdracht, proces).perform()
    finally:
        await proces.close()
        await pool.close()


async def test_a_run_that_another_worker_took_is_left_to_it(
    database: Dsns, eigenaar: Connection, clock: FixedClock, opdracht: Opdracht
) -> None:
    await eigenaar.execute("update rekenruns set geclaimd_door = 'ander'")
    assert await perform(database, clock, opdracht) == "verloren"
    assert await eigenaar.fetchval("select status from rekenruns") == "bezig"


async def test_a_request_to_stop_at_the_last_moment_keeps_nothing(
    database: Dsns, eigenaar: Connection, clock: FixedClock, opdracht: Opdracht
) -> None:
    await eigenaar.execute("update rekenruns set annuleren = true")
    assert await perform(database, clock, opdracht) in {"niet bewaard", "geannuleerd"}
    assert await eigenaar.fetchval("select status from rekenruns") == "geannuleerd"
    assert await eigenaar.fetchval("select count(*) from plannen") == 0


async def test_pins_that_contradict_fail_with_names_and_what_to_do(
    database: Dsns, eigenaar: Connection, regio: KleineRegio, clock: FixedClock, opdracht: Opdracht
) -> None:
    for kandidaat in regio.kandidaten[:2]:
        await eigenaar.execute(
            "insert into voorstellen"
            " (kandidaat_id, leerwerkplek_id, pin_reden, pin_tot, pin_door, pin_startweek)"
            " values ($1, $2, 'proef', '2026-12-20', $3, '2026-11-23')",
            kandidaat,
            regio.plekken[0],
            regio.eigen.account_id,
        )
    assert await perform(database, clock, opdracht) == "mislukt"
    fout = await eigenaar.fetchval("select fout from rekenruns")
    assert "kan niet vast blijven op plek Tuin aanleggen bij Voorbeeld Tuinen" in fout
    assert "K-000" in fout
    assert "{" not in fout


async def test_a_run_whose_solver_keeps_stopping_fails_with_a_sentence(
    eigenaar: Connection, clock: FixedClock, opdracht: Opdracht
) -> None:
    assert await claims.return_claimed(eigenaar, opdracht, clock.now())
    assert await eigenaar.fetchval("select status from rekenruns") == "wachtrij"
    again = await claims.claim_rekenrun(eigenaar, "proef", clock.now())
    assert again is not None
    assert await claims.return_claimed(eigenaar, again, clock.now())
    assert await eigenaar.fetchval("select status from rekenruns") == "mislukt"
    assert "opnieuw starten" in await eigenaar.fetchval("select fout from rekenruns")

"""A claimed run of the small region, for what happens around it."""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection, prepare_connection
from marketplace.embedded import Dsns
from marketplace.matching.service import request_rekenrun
from marketplace.rekenruns import claims
from marketplace.rekenruns.model import Claim
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
async def claim(eigenaar: Connection, regio: KleineRegio, clock: FixedClock) -> Claim:
    await request_rekenrun(eigenaar, regio.eigen, clock=clock, regio_code=REGIO, hoogstens=0.2)
    claimed = await claims.claim_rekenrun(eigenaar, "proef", clock.now())
    assert claimed is not None
    return claimed

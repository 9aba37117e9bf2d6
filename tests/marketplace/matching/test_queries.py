"""What is stored of a plan, and how far a region is with its first one."""

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.matching import service
from marketplace.matching.queries import Planstand, get_planstand, get_stored, may_see_plan
from tests.marketplace.klein_plan import keep_plan
from tests.marketplace.kleine_regio import ELDERS, REGIO, KleineRegio, make_regio


@pytest.fixture
async def regio(conn: Connection) -> KleineRegio:
    return await make_regio(conn)


async def test_a_region_has_no_plan_then_gets_one_then_has_one(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    assert await get_planstand(conn, REGIO) is Planstand.GEEN
    await service.request_rekenrun(conn, regio.eigen, clock=clock, regio_code=REGIO, hoogstens=2)
    assert await get_planstand(conn, REGIO) is Planstand.BEZIG
    await keep_plan(conn, regio, clock, (0, 0))
    assert await get_planstand(conn, REGIO) is Planstand.KLAAR
    assert await get_planstand(conn, ELDERS) is Planstand.GEEN


async def test_a_stranger_gets_nothing_of_what_is_stored(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    plan = await keep_plan(conn, regio, clock, (0, 0))
    assert await may_see_plan(conn, regio.eigen, plan.id)
    assert await get_stored(conn, regio.eigen, plan.id) == ({}, {})
    for stranger in (regio.vreemd, regio.werkgever):
        assert not await may_see_plan(conn, stranger, plan.id)
        assert await get_stored(conn, stranger, plan.id) is None

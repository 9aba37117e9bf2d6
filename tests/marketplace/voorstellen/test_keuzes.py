"""Filters narrow a plan and offer only what occurs in it."""

from datetime import timedelta

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.voorstellen import plan_queries
from marketplace.voorstellen.keuzes import Keuzes, keuzes_in, list_keuzes_geen_plek
from marketplace.voorstellen.model import OPEN, VoorstelStatus
from marketplace.voorstellen.plan import GeenPlekFilter, Plan, PlanFilter
from tests.marketplace.klein_plan import keep_plan
from tests.marketplace.kleine_regio import WEEK0, KleineRegio, make_regio

# In the small region the kandidaten wait since 10, 20 and 30 weeks before the first week.
SECOND, THIRD = WEEK0 - timedelta(weeks=20), WEEK0 - timedelta(weeks=30)
DAY = timedelta(days=1)


@pytest.fixture
async def regio(conn: Connection) -> KleineRegio:
    return await make_regio(conn)


@pytest.fixture
async def plan(conn: Connection, regio: KleineRegio, clock: FixedClock) -> Plan:
    """Two people with a plek; the third has none, and wants to work in groen."""
    made = await keep_plan(conn, regio, clock, (0, 0), (1, 1), zonder=(2,))
    await conn.execute("reset role")
    await conn.execute(
        "insert into kandidaat_sectorwensen (kandidaat_id, sector, rang) values ($1, 'groen', 1)",
        regio.kandidaten[2],
    )
    await conn.execute("set local role app_ongebonden")
    return made


async def test_filters_narrow_the_worklist(conn: Connection, regio: KleineRegio, plan: Plan) -> None:
    regels = await plan_queries.list_plan_regels(conn, regio.eigen, plan.id)
    for filters, number in (
        (PlanFilter(), 2),
        (PlanFilter(sector="groen"), 2),
        (PlanFilter(sector="zorg"), 0),
        (PlanFilter(gemeente_id=1876), 2),
        (PlanFilter(gemeente_id=1), 0),
        (PlanFilter(organisatie_id=regio.organisatie), 2),
        (PlanFilter(organisatie_id=0), 0),
        (PlanFilter(statussen=OPEN), 2),
        (PlanFilter(statussen=frozenset([VoorstelStatus.BESPROKEN])), 0),
        (PlanFilter(wacht_sinds=SECOND), 1),
        (PlanFilter(wacht_sinds=SECOND - DAY), 0),
    ):
        assert sum(filters.holds(each) for each in regels) == number


async def test_filters_narrow_who_has_no_plek(conn: Connection, regio: KleineRegio, plan: Plan) -> None:
    for filters, number in (
        (GeenPlekFilter(sector="groen"), 1),
        (GeenPlekFilter(sector="zorg"), 0),
        (GeenPlekFilter(gemeente_id=1876), 1),
        (GeenPlekFilter(gemeente_id=1), 0),
        (GeenPlekFilter(reden="plaatsen_vol"), 1),
        (GeenPlekFilter(reden="begeleiding_vol"), 0),
        (GeenPlekFilter(wacht_sinds=THIRD), 1),
        (GeenPlekFilter(wacht_sinds=THIRD - DAY), 0),
    ):
        assert len(await plan_queries.list_niet_geplaatst(conn, regio.eigen, plan.id, filters)) == number


async def test_only_what_occurs_can_be_chosen(conn: Connection, regio: KleineRegio, plan: Plan) -> None:
    groen, bronckhorst = (("groen", "Groen"),), ((1876, "Bronckhorst"),)
    regels = await plan_queries.list_plan_regels(conn, regio.eigen, plan.id)
    assert keuzes_in(regels, {"groen": "Groen", "zorg": "Zorg"}) == Keuzes(
        sectoren=groen,
        gemeenten=bronckhorst,
        organisaties=((regio.organisatie, "Voorbeeld Tuinen"),),
        statussen=frozenset([VoorstelStatus.VOORGESTELD]),
    )
    assert await list_keuzes_geen_plek(conn, regio.eigen, plan.id) == Keuzes(
        sectoren=groen, gemeenten=bronckhorst
    )


async def test_a_stranger_can_choose_nothing(conn: Connection, regio: KleineRegio, plan: Plan) -> None:
    for stranger in (regio.vreemd, regio.werkgever):
        assert await list_keuzes_geen_plek(conn, stranger, plan.id) == Keuzes(sectoren=(), gemeenten=())
        assert await plan_queries.list_plan_regels(conn, stranger, plan.id) == []

"""One concept and one published plan a region; publishing looks at what is there."""

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.errors import NotFound, StaleVersion
from marketplace.voorstellen import plan_queries, publicatie, queries, service
from marketplace.voorstellen.model import VoorstelStatus
from marketplace.voorstellen.plan import Plan, PlanStatus
from tests.marketplace.klein_plan import keep_plan, voorstel_of
from tests.marketplace.kleine_regio import REGIO, KleineRegio, make_regio


@pytest.fixture
async def regio(conn: Connection) -> KleineRegio:
    return await make_regio(conn)


async def publish(
    conn: Connection, regio: KleineRegio, clock: FixedClock, plan: Plan, gezien: int | None = None
) -> Plan:
    return await publicatie.publish(
        conn, regio.eigen, clock=clock, plan_id=plan.id, versie=plan.versie, gezien=gezien
    )


async def test_publishing_makes_the_former_plan_history(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    first = await publish(conn, regio, clock, await keep_plan(conn, regio, clock, (0, 0)))
    second = await publish(conn, regio, clock, await keep_plan(conn, regio, clock, (1, 0)), first.id)
    assert second.status is PlanStatus.GEPUBLICEERD
    found = await plan_queries.list_plannen(conn, regio.eigen, REGIO)
    assert [plan.status for plan in found.regels] == [PlanStatus.GEPUBLICEERD, PlanStatus.HISTORIE]
    older = await plan_queries.list_plannen(conn, regio.eigen, REGIO, vanaf=1, aantal=1)
    assert ([plan.id for plan in older.regels], older.totaal) == ([first.id], 2)


async def test_plans_are_found_by_who_asked_for_them(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    plan = await keep_plan(conn, regio, clock, (0, 0))
    await conn.execute("reset role")
    await conn.execute(
        "update rekenruns set gevraagd_door = $2 where id = $1", plan.rekenrun_id, regio.eigen.account_id
    )
    await conn.execute("set local role app_ongebonden")
    assert await plan_queries.list_vragers(conn, regio.eigen, REGIO) == [(regio.eigen.account_id, "eigen")]
    assert await plan_queries.list_vragers(conn, regio.vreemd, REGIO) == []
    for door, totaal in ((regio.eigen.account_id, 1), (regio.vreemd.account_id, 0)):
        assert (await plan_queries.list_plannen(conn, regio.eigen, REGIO, door=door)).totaal == totaal


async def test_a_newer_publication_stops_the_next(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    first = await publish(conn, regio, clock, await keep_plan(conn, regio, clock, (0, 0)))
    concept = await keep_plan(conn, regio, clock, (1, 0))
    with pytest.raises(publicatie.NewerPublication):
        await publish(conn, regio, clock, concept, None)
    assert (await publish(conn, regio, clock, concept, first.id)).status is PlanStatus.GEPUBLICEERD


async def test_a_plan_is_published_once(conn: Connection, regio: KleineRegio, clock: FixedClock) -> None:
    plan = await keep_plan(conn, regio, clock, (0, 0))
    await publish(conn, regio, clock, plan)
    with pytest.raises(publicatie.AlreadyPublished):
        await publish(conn, regio, clock, plan)


async def test_a_concept_that_was_replaced_cannot_be_published(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    old = await keep_plan(conn, regio, clock, (0, 0))
    await keep_plan(conn, regio, clock, (1, 0))
    with pytest.raises(StaleVersion):
        await publish(conn, regio, clock, old)


async def test_a_voorstel_lapses_when_no_current_plan_names_it_and_comes_back(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    first = await keep_plan(conn, regio, clock, (0, 0))
    number = await voorstel_of(conn, regio, first, 0)
    await keep_plan(conn, regio, clock, (1, 0))
    lapsed = await service.visible_voorstel(conn, regio.eigen, number)
    assert lapsed.status is VoorstelStatus.VERVALLEN
    again = await keep_plan(conn, regio, clock, (0, 0))
    assert await voorstel_of(conn, regio, again, 0) == number
    back = await service.visible_voorstel(conn, regio.eigen, number)
    assert back.status is VoorstelStatus.VOORGESTELD
    assert back.versie > lapsed.versie


async def test_a_stranger_sees_no_plan(conn: Connection, regio: KleineRegio, clock: FixedClock) -> None:
    plan = await keep_plan(conn, regio, clock, (0, 0), zonder=(2,))
    assert len(await plan_queries.list_plan_regels(conn, regio.eigen, plan.id)) == 1
    assert len(await plan_queries.list_niet_geplaatst(conn, regio.eigen, plan.id)) == 1
    for stranger in (regio.vreemd, regio.werkgever):
        assert await plan_queries.get_plan(conn, stranger, plan.id) is None
        assert await plan_queries.get_previous_plan(conn, stranger, plan) is None
        assert (await plan_queries.list_plannen(conn, stranger, REGIO)).totaal == 0
        assert await plan_queries.list_plan_regels(conn, stranger, plan.id) == []
        assert await plan_queries.list_niet_geplaatst(conn, stranger, plan.id) == []
        assert await plan_queries.get_niet_geplaatst(conn, stranger, plan.id, regio.kandidaten[2]) is None
        assert await plan_queries.get_voorstel_id(conn, stranger, plan.id, regio.kandidaten[0]) is None
        assert await plan_queries.count_open(conn, stranger, plan.id) == 0
        assert await plan_queries.count_decisions_since(conn, stranger, "AM09", plan.gelezen_op) == 0
        with pytest.raises(NotFound):
            await publicatie.publish(
                conn, stranger, clock=clock, plan_id=plan.id, versie=plan.versie, gezien=None
            )


async def test_a_werkgever_sees_numbers_of_the_published_plan_only(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    plan = await keep_plan(conn, regio, clock, (0, 0), (1, 1), (2, 1))
    before = await queries.list_plekken_in_plan(conn, regio.werkgever)
    assert [(plek.titel, plek.in_plan) for plek in before] == [("Gras maaien", 0), ("Tuin aanleggen", 0)]
    await publish(conn, regio, clock, plan)
    after = await queries.list_plekken_in_plan(conn, regio.werkgever)
    assert [(plek.in_plan, plek.akkoord) for plek in after] == [(2, 0), (1, 0)]
    assert await queries.list_plekken_in_plan(conn, regio.eigen) == []

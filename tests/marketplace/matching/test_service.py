"""Asking for a plan: who may, when it is refused, and asking again."""

from dataclasses import replace

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.errors import Forbidden, InvalidInput, NotFound
from marketplace.matching import service
from marketplace.matching.queries import list_plan_ids
from marketplace.rekenruns import queries
from marketplace.rekenruns.model import RekenrunSoort, RekenrunStatus
from marketplace.rekenruns.service import AlreadyRunning, cancel_rekenrun
from marketplace.toegang.model import Rol, Toekenning
from marketplace.voorstellen import publicatie
from tests.marketplace.klein_plan import keep_plan
from tests.marketplace.kleine_regio import REGIO, KleineRegio, make_regio


@pytest.fixture
async def regio(conn: Connection) -> KleineRegio:
    return await make_regio(conn)


async def ask(
    conn: Connection,
    regio: KleineRegio,
    clock: FixedClock,
    soort: RekenrunSoort = RekenrunSoort.NIEUW,
    max_verplaatst: int | None = None,
) -> int:
    return await service.request_rekenrun(
        conn,
        regio.eigen,
        clock=clock,
        regio_code=REGIO,
        hoogstens=2,
        soort=soort,
        max_verplaatst=max_verplaatst,
    )


async def test_a_run_waits_after_it_is_asked(conn: Connection, regio: KleineRegio, clock: FixedClock) -> None:
    run = await queries.get_rekenrun(conn, regio.eigen, await ask(conn, regio, clock))
    assert run is not None
    assert (run.status, run.gevraagd_door, run.vandaag) == (RekenrunStatus.WACHTRIJ, "eigen", clock.today())


async def test_a_second_run_is_refused_while_one_waits(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    await ask(conn, regio, clock)
    with pytest.raises(AlreadyRunning):
        await ask(conn, regio, clock)


async def test_a_region_without_plekken_is_refused(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    await conn.execute("update leerwerkplekken set status = 'gesloten'")
    with pytest.raises(service.NothingToPlan, match="geen gepubliceerde leerwerkplekken"):
        await ask(conn, regio, clock)


async def test_a_region_without_kandidaten_is_refused(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    await conn.execute("reset role")
    await conn.execute("update kandidaten set status = 'lopend'")
    await conn.execute("set local role app_ongebonden")
    with pytest.raises(service.NothingToPlan, match="geen kandidaten"):
        await ask(conn, regio, clock)


async def test_a_stranger_may_not_ask(conn: Connection, regio: KleineRegio, clock: FixedClock) -> None:
    for stranger in (regio.vreemd, regio.werkgever):
        for soort in RekenrunSoort:
            with pytest.raises(Forbidden):
                await service.request_rekenrun(
                    conn, stranger, clock=clock, regio_code=REGIO, hoogstens=2, soort=soort
                )


async def test_without_a_plan_there_is_nothing_to_mend(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    with pytest.raises(service.NothingToMend, match="nog geen plan dat hersteld kan worden"):
        await ask(conn, regio, clock, RekenrunSoort.HERSTEL)
    await keep_plan(conn, regio, clock, (0, 0))
    await conn.execute("reset role")
    await conn.execute("update plannen set status = 'vervallen'")
    with pytest.raises(service.NothingToMend):
        await ask(conn, regio, clock, RekenrunSoort.HERSTEL)


async def test_a_plan_is_mended_and_asked_again_as_it_was_asked(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    await keep_plan(conn, regio, clock, (0, 0))
    first = await ask(conn, regio, clock, RekenrunSoort.HERSTEL)
    await cancel_rekenrun(conn, regio.eigen, clock=clock, rekenrun_id=first)
    second = await service.retry_rekenrun(conn, regio.eigen, clock=clock, rekenrun_id=first)
    for number in (first, second):
        run = await queries.get_rekenrun(conn, regio.eigen, number)
        assert run is not None
        assert run.soort is RekenrunSoort.HERSTEL


async def test_a_budget_of_changes_asks_for_a_published_plan_when_mending_too(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    plan = await keep_plan(conn, regio, clock, (0, 0))
    with pytest.raises(InvalidInput):
        await ask(conn, regio, clock, RekenrunSoort.HERSTEL, max_verplaatst=1)
    await publicatie.publish(conn, regio.eigen, clock=clock, plan_id=plan.id, versie=plan.versie, gezien=None)
    assert await ask(conn, regio, clock, RekenrunSoort.HERSTEL, max_verplaatst=1)


async def test_a_run_begins_from_the_published_plan(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    plan = await keep_plan(conn, regio, clock, (0, 0))
    first = await ask(conn, regio, clock)
    await cancel_rekenrun(conn, regio.eigen, clock=clock, rekenrun_id=first)
    await publicatie.publish(conn, regio.eigen, clock=clock, plan_id=plan.id, versie=plan.versie, gezien=None)
    await ask(conn, regio, clock)
    rows = await conn.fetch("select basis_plan_id from rekenruns order by id desc limit 2")
    assert [row["basis_plan_id"] for row in rows] == [plan.id, None]


async def test_a_run_of_a_sw_bedrijf_does_not_start_again_as_one_of_matching(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    await conn.execute("reset role")
    bedrijf = await conn.fetchval(
        "insert into organisaties (naam, soort, regio_code) values ('Werk', 'werkgever', $1) returning id",
        REGIO,
    )
    run = await conn.fetchval(
        """insert into rekenruns (planner, regio_code, organisatie_id, gevraagd_op, vandaag, seconden, seed,
               status, klaar_op)
           values ('groepsdetachering', $1, $2, $3::timestamptz, $4, 1, 1, 'geannuleerd', $3) returning id""",
        REGIO,
        bedrijf,
        clock.now(),
        clock.today(),
    )
    both = (*regio.eigen.toekenningen, Toekenning(rol=Rol.PLANNER, organisatie_id=bedrijf))
    actor = replace(regio.eigen, toekenningen=both)
    assert await queries.get_rekenrun(conn, actor, run) is not None
    with pytest.raises(NotFound):
        await service.retry_rekenrun(conn, actor, clock=clock, rekenrun_id=run)


async def test_a_stopped_run_starts_again(conn: Connection, regio: KleineRegio, clock: FixedClock) -> None:
    first = await ask(conn, regio, clock)
    with pytest.raises(AlreadyRunning):
        await service.retry_rekenrun(conn, regio.eigen, clock=clock, rekenrun_id=first)
    await cancel_rekenrun(conn, regio.eigen, clock=clock, rekenrun_id=first)
    second = await service.retry_rekenrun(conn, regio.eigen, clock=clock, rekenrun_id=first)
    assert second != first
    latest = await queries.get_latest_rekenrun(conn, regio.eigen, REGIO)
    assert latest is not None
    assert latest.id == second


async def test_the_first_run_is_asked_once(conn: Connection, regio: KleineRegio, clock: FixedClock) -> None:
    assert regio.kandidaten
    assert await service.request_first(conn, clock=clock, regio_code=REGIO) is not None
    assert await service.request_first(conn, clock=clock, regio_code=REGIO) is None


async def test_a_run_leads_to_its_plan_for_its_own_region(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    plan = await keep_plan(conn, regio, clock, (0, 0))
    assert await list_plan_ids(conn, regio.eigen, [plan.rekenrun_id]) == {plan.rekenrun_id: plan.id}
    for stranger in (regio.vreemd, regio.werkgever):
        assert await list_plan_ids(conn, stranger, [plan.rekenrun_id]) == {}

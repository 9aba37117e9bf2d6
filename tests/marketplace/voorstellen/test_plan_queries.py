"""What waits for a decision, and which decisions and changes a plan does not know."""

from datetime import date, timedelta

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.voorstellen import afwijzing, plan_queries, service
from marketplace.voorstellen.afwijzing import Afwijzing
from marketplace.voorstellen.model import Voorstel
from marketplace.voorstellen.plan import Plan
from tests.marketplace.klein_plan import keep_plan, voorstel_of
from tests.marketplace.kleine_regio import REGIO, KleineRegio, make_regio

TOT, UITERLIJK = date(2026, 12, 20), date(2027, 1, 15)


@pytest.fixture
async def regio(conn: Connection) -> KleineRegio:
    return await make_regio(conn)


@pytest.fixture
async def plan(conn: Connection, regio: KleineRegio, clock: FixedClock) -> Plan:
    return await keep_plan(conn, regio, clock, (0, 0), (1, 1))


@pytest.fixture
async def voorstel(conn: Connection, regio: KleineRegio, plan: Plan) -> Voorstel:
    return await service.visible_voorstel(conn, regio.eigen, await voorstel_of(conn, regio, plan, 0))


@pytest.fixture
def later(clock: FixedClock) -> FixedClock:
    """After the plan was read."""
    return FixedClock(clock.now() + timedelta(minutes=5))


async def discuss(conn: Connection, regio: KleineRegio, clock: FixedClock, of: Voorstel) -> Voorstel:
    return await service.discuss(
        conn, regio.eigen, clock=clock, voorstel_id=of.id, versie=of.versie, ja_op=clock.today()
    )


async def undo(conn: Connection, regio: KleineRegio, clock: FixedClock, of: Voorstel) -> Voorstel:
    return await afwijzing.reopen(conn, regio.eigen, clock=clock, voorstel_id=of.id, versie=of.versie)


async def pin(
    conn: Connection, regio: KleineRegio, clock: FixedClock, of: Voorstel, *, reden: str, tot: date = TOT
) -> Voorstel:
    return await service.pin(
        conn,
        regio.eigen,
        clock=clock,
        voorstel_id=of.id,
        versie=of.versie,
        reden=reden,
        tot=tot,
        startweek=None,
        uiterlijk=UITERLIJK,
    )


async def reject(conn: Connection, regio: KleineRegio, clock: FixedClock, of: Voorstel) -> Voorstel:
    no = Afwijzing(reden="ander_werk")
    return await afwijzing.reject(
        conn, regio.eigen, clock=clock, voorstel_id=of.id, versie=of.versie, afwijzing=no
    )


async def unknown_to(conn: Connection, regio: KleineRegio, plan: Plan) -> int:
    return await plan_queries.count_decisions_since(conn, regio.eigen, REGIO, plan.gelezen_op)


async def changed_since(conn: Connection, regio: KleineRegio, plan: Plan) -> int:
    return await plan_queries.count_changes_since(conn, regio.eigen, REGIO, plan.gelezen_op)


async def test_only_what_nobody_agreed_on_or_closed_waits(
    conn: Connection, regio: KleineRegio, clock: FixedClock, plan: Plan, voorstel: Voorstel
) -> None:
    assert await plan_queries.count_open(conn, regio.eigen, plan.id) == 2
    discussed = await discuss(conn, regio, clock, voorstel)
    assert await plan_queries.count_open(conn, regio.eigen, plan.id) == 2
    await reject(conn, regio, clock, discussed)
    assert await plan_queries.count_open(conn, regio.eigen, plan.id) == 1


async def test_several_steps_on_one_voorstel_are_one_decision(
    conn: Connection, regio: KleineRegio, later: FixedClock, plan: Plan, voorstel: Voorstel
) -> None:
    await pin(conn, regio, later, await discuss(conn, regio, later, voorstel), reden="Kent elkaar.")
    assert await unknown_to(conn, regio, plan) == 1
    other = await service.visible_voorstel(conn, regio.eigen, await voorstel_of(conn, regio, plan, 1))
    await reject(conn, regio, later, other)
    assert await unknown_to(conn, regio, plan) == 2


async def test_what_was_undone_counts_for_nothing(
    conn: Connection, regio: KleineRegio, later: FixedClock, plan: Plan, voorstel: Voorstel
) -> None:
    back = await undo(conn, regio, later, await discuss(conn, regio, later, voorstel))
    assert await unknown_to(conn, regio, plan) == 0
    back = await undo(conn, regio, later, await reject(conn, regio, later, back))
    assert await unknown_to(conn, regio, plan) == 0
    fixed = await pin(conn, regio, later, back, reden="Kent elkaar.")
    assert await unknown_to(conn, regio, plan) == 1
    await service.unpin(conn, regio.eigen, clock=later, voorstel_id=fixed.id, versie=fixed.versie)
    assert await unknown_to(conn, regio, plan) == 0


async def test_undoing_what_the_plan_knows_is_a_decision(
    conn: Connection,
    regio: KleineRegio,
    clock: FixedClock,
    later: FixedClock,
    plan: Plan,
    voorstel: Voorstel,
) -> None:
    discussed = await discuss(conn, regio, clock, voorstel)
    assert await unknown_to(conn, regio, plan) == 0
    await undo(conn, regio, later, discussed)
    assert await unknown_to(conn, regio, plan) == 1


@pytest.mark.parametrize(("tot", "number"), [(TOT, 0), (UITERLIJK, 1)])
async def test_another_date_is_a_decision_and_another_reason_is_not(
    conn: Connection,
    regio: KleineRegio,
    clock: FixedClock,
    later: FixedClock,
    plan: Plan,
    voorstel: Voorstel,
    tot: date,
    number: int,
) -> None:
    fixed = await pin(conn, regio, clock, voorstel, reden="Kent elkaar.")
    await pin(conn, regio, later, fixed, reden="De kennismaking is gepland.", tot=tot)
    assert await unknown_to(conn, regio, plan) == number


@pytest.mark.parametrize(
    ("soort", "onderwerp", "number"),
    [
        ("profiel_gewijzigd", "kandidaat", 1),
        ("persoonsgegevens_ingezien", "kandidaat", 0),
        ("leerwerkplek_gewijzigd", "leerwerkplek", 1),
        ("leerwerkplek_gesloten", "leerwerkplek", 1),
        ("begeleiding_gewijzigd", "praktijkopleider", 1),
    ],
)
async def test_what_a_run_looks_at_and_changed_after_the_reading_counts_once(
    conn: Connection,
    regio: KleineRegio,
    clock: FixedClock,
    later: FixedClock,
    plan: Plan,
    soort: str,
    onderwerp: str,
    number: int,
) -> None:
    what = {"kandidaat": regio.kandidaten[0], "leerwerkplek": regio.plekken[0]}.get(onderwerp, 1)
    for moment in (clock, later, later):
        await append_gebeurtenis(
            conn,
            clock=moment,
            actor=regio.eigen,
            soort=soort,
            onderwerp=onderwerp,
            onderwerp_id=what,
            regio_code=REGIO,
        )
        expected = 0 if moment is clock else number
        assert await changed_since(conn, regio, plan) == expected
    assert await plan_queries.count_changes_since(conn, regio.vreemd, REGIO, plan.gelezen_op) == 0


@pytest.mark.parametrize(
    ("status", "number"),
    [(["matchbaar", "teruggetrokken"], 1), (["voor_aangemeld", "matchbaar"], 1), (["lopend", "afgerond"], 0)],
)
async def test_who_leaves_or_joins_the_search_counts(
    conn: Connection, regio: KleineRegio, later: FixedClock, plan: Plan, status: list[str], number: int
) -> None:
    await append_gebeurtenis(
        conn,
        clock=later,
        actor=regio.eigen,
        soort="status_gewijzigd",
        onderwerp="kandidaat",
        onderwerp_id=regio.kandidaten[0],
        regio_code=REGIO,
        gegevens={"velden": {"status": status}},
    )
    assert await changed_since(conn, regio, plan) == number


async def test_what_a_run_does_not_look_at_may_change(
    conn: Connection, regio: KleineRegio, later: FixedClock, plan: Plan
) -> None:
    await conn.execute("reset role")
    await conn.execute("update leerwerkplekken set status = 'concept' where id = $1", regio.plekken[0])
    await conn.execute("update kandidaten set status = 'lopend' where id = $1", regio.kandidaten[0])
    for soort, onderwerp, what in (
        ("profiel_gewijzigd", "kandidaat", regio.kandidaten[0]),
        ("leerwerkplek_gewijzigd", "leerwerkplek", regio.plekken[0]),
    ):
        await append_gebeurtenis(
            conn,
            clock=later,
            actor=regio.eigen,
            soort=soort,
            onderwerp=onderwerp,
            onderwerp_id=what,
            regio_code=REGIO,
        )
    assert await changed_since(conn, regio, plan) == 0

"""What is proposed for a plek is for the accountmanager of the region only."""

from datetime import date

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.voorstellen.model import VoorstelStatus
from marketplace.voorstellen.op_plek import list_voorstellen_op_plek
from marketplace.voorstellen.service import discuss, pin
from tests.marketplace.klein_plan import keep_plan, voorstel_of
from tests.marketplace.kleine_regio import WEEK0, make_regio


async def test_the_accountmanager_sees_what_the_plan_proposes(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    plan = await keep_plan(conn, regio, clock, (0, 1), (1, 1), (2, 0))
    found = await list_voorstellen_op_plek(conn, regio.eigen, regio.plekken[1])
    assert [(each.kenmerk, each.status, each.startweek, each.weken) for each in found] == [
        ("K-0001", VoorstelStatus.VOORGESTELD, WEEK0, 6),
        ("K-0002", VoorstelStatus.VOORGESTELD, WEEK0, 6),
    ]
    assert found[0].id == await voorstel_of(conn, regio, plan, 0)


async def test_others_see_no_voorstel(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    await keep_plan(conn, regio, clock, (0, 1))
    for other in (regio.werkgever, regio.vreemd):
        assert await list_voorstellen_op_plek(conn, other, regio.plekken[1]) == []


async def test_only_what_people_hold_on_to_outlives_its_plan(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    plan = await keep_plan(conn, regio, clock, (0, 1), (1, 1))
    voorstel = await voorstel_of(conn, regio, plan, 0)
    await discuss(conn, regio.eigen, clock=clock, voorstel_id=voorstel, versie=1, ja_op=clock.today())
    await keep_plan(conn, regio, clock, (2, 0))
    found = await list_voorstellen_op_plek(conn, regio.eigen, regio.plekken[1])
    assert [(each.kenmerk, each.status, each.startweek) for each in found] == [
        ("K-0001", VoorstelStatus.BESPROKEN, None)
    ]


async def test_what_is_pinned_outlives_its_plan_too(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    plan = await keep_plan(conn, regio, clock, (0, 1), (1, 1))
    voorstel = await voorstel_of(conn, regio, plan, 0)
    await pin(
        conn,
        regio.eigen,
        clock=clock,
        voorstel_id=voorstel,
        versie=1,
        reden="De werkgever kent de kandidaat al.",
        tot=date(2026, 12, 20),
        startweek=None,
        uiterlijk=date(2027, 1, 15),
    )
    await keep_plan(conn, regio, clock, (2, 0))
    found = await list_voorstellen_op_plek(conn, regio.eigen, regio.plekken[1])
    assert [(each.kenmerk, each.startweek) for each in found] == [("K-0001", None)]

"""Where somebody works now, for who may see that person."""

from datetime import date

from marketplace.bezetting.werkt_bij import WerktBij, list_werkt_bij
from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.voorstellen.service import accept, discuss
from tests.databases import act_as
from tests.marketplace.kandidaten.rollen import add_mensen
from tests.marketplace.klein_plan import keep_plan, voorstel_of
from tests.marketplace.kleine_regio import WEEK0, make_regio
from tests.marketplace.regio_details import occupy

FIRST, LAST = date(2026, 11, 16), date(2026, 11, 30)


async def test_it_is_told_until_the_last_friday_and_to_the_own_only(conn: Connection) -> None:
    regio = await make_regio(conn)
    for week in (FIRST, LAST):
        await occupy(conn, regio, 0, 0, week)
    await act_as(conn, regio.eigen)
    here = WerktBij(
        leerwerkplek_id=regio.plekken[0],
        titel="Tuin aanleggen",
        organisatie="Voorbeeld Tuinen",
        van=FIRST,
        laatste_dag=date(2026, 12, 4),
    )
    kandidaat = regio.kandidaten[0]
    assert await list_werkt_bij(conn, regio.eigen, kandidaat, date(2026, 12, 4)) == [here]
    assert await list_werkt_bij(conn, regio.eigen, kandidaat, date(2026, 12, 5)) == []
    assert await list_werkt_bij(conn, regio.eigen, regio.kandidaten[1], FIRST) == []
    for stranger in (regio.vreemd, regio.werkgever):
        await act_as(conn, stranger)
        assert await list_werkt_bij(conn, stranger, kandidaat, FIRST) == []


async def test_who_guides_or_plans_a_person_reads_where_but_cannot_open_the_plek(conn: Connection) -> None:
    regio = await make_regio(conn)
    mensen = await add_mensen(conn, regio)
    await occupy(conn, regio, 0, 0, FIRST)
    await occupy(conn, regio, 1, 1, FIRST)
    first, second = regio.kandidaten[:2]
    for actor, own, titel, other in (
        (mensen.jobcoach, first, "Tuin aanleggen", second),
        (mensen.planner, second, "Gras maaien", first),
    ):
        await act_as(conn, actor)
        (here,) = await list_werkt_bij(conn, actor, own, FIRST)
        assert (here.titel, here.organisatie) == (titel, "Voorbeeld Tuinen")
        assert here.leerwerkplek_id is None
        assert await list_werkt_bij(conn, actor, other, FIRST) == []
        assert await conn.fetch("select * from werkt_op($1, $2)", other, FIRST) == []


async def test_a_reservation_is_no_work_yet(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    plan = await keep_plan(conn, regio, clock, (0, 0))
    number = await voorstel_of(conn, regio, plan, 0)
    asked = await discuss(conn, regio.eigen, clock=clock, voorstel_id=number, versie=1, ja_op=clock.today())
    await accept(conn, regio.eigen, clock=clock, voorstel_id=number, versie=asked.versie, startweek=WEEK0)
    assert await conn.fetchval("select count(*) from bezetting") > 0
    await act_as(conn, regio.eigen)
    assert await list_werkt_bij(conn, regio.eigen, regio.kandidaten[0], clock.today()) == []

"""Which of two current plans counts, for the next run and for people."""

from datetime import timedelta

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.voorstellen import publicatie, service, store
from tests.marketplace.klein_plan import keep_plan, voorstel_of
from tests.marketplace.kleine_regio import REGIO, WEEK0, make_regio


async def test_the_next_run_stays_near_the_published_plan_and_people_decide_on_the_concept(
    conn: Connection, clock: FixedClock
) -> None:
    regio = await make_regio(conn)
    published = await keep_plan(conn, regio, clock, (0, 0))
    await publicatie.publish(
        conn, regio.eigen, clock=clock, plan_id=published.id, versie=published.versie, gezien=None
    )
    concept = await keep_plan(conn, regio, clock, (0, 0), startweek=WEEK0 + timedelta(weeks=1))
    assert [each.startweek for each in await store.list_eerder(conn, REGIO)] == [WEEK0]
    voorstel = await service.visible_voorstel(conn, regio.eigen, await voorstel_of(conn, regio, concept, 0))
    assert voorstel.inplanning is not None
    assert voorstel.inplanning.plan_id == concept.id

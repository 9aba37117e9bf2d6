"""A yes and an akkoord ask the rules of today of one pair in a region where others lead plekken too."""

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.matching import besluiten
from marketplace.voorstellen.model import VoorstelStatus
from tests.marketplace.klein_plan import keep_plan, voorstel_of
from tests.marketplace.kleine_regio import WEEK0, make_regio
from tests.marketplace.regio_details import add_details

OTHER = """
    update leerwerkplekken set status = 'gepubliceerd';
    insert into leerwerkplek_praktijkopleiders select plek.id, po.id, plek.periode from leerwerkplekken plek
        join praktijkopleiders po on po.vestiging_id = plek.vestiging_id where po.naam = 'Buurvrouw';
    insert into begeleidingscapaciteiten
        select id, '[2026-01-01,2028-01-01)', 'af_en_toe', 360
        from praktijkopleiders where naam = 'Buurvrouw';
"""


async def test_the_time_of_who_leads_elsewhere_does_not_stand_in_the_way(
    conn: Connection, clock: FixedClock
) -> None:
    regio = await make_regio(conn)
    await add_details(conn, regio)
    await conn.execute("reset role")
    await conn.execute(OTHER)
    plan = await keep_plan(conn, regio, clock, (0, 0))
    number = await voorstel_of(conn, regio, plan, 0)
    said = await besluiten.discuss(
        conn, regio.eigen, clock=clock, voorstel_id=number, versie=1, ja_op=clock.today()
    )
    agreed = await besluiten.accept(
        conn, regio.eigen, clock=clock, voorstel_id=number, versie=said.versie, startweek=WEEK0
    )
    assert agreed.status is VoorstelStatus.AKKOORD

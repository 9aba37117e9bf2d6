"""The example region can be read as planning reads it."""

from datetime import date

from marketplace.db import Connection
from marketplace.kandidaten.queries import list_matchbaar
from marketplace.leerwerkplekken.queries import list_plannable
from marketplace.regios.queries import get_beleid


async def test_the_worker_reads_people_plekken_and_policy_of_the_example_region(
    seeded_conn: Connection, vandaag: date
) -> None:
    await seeded_conn.execute("reset role")
    await seeded_conn.execute("set local role worker")
    beleid = await get_beleid(seeded_conn, "AM09", vandaag)
    assert beleid.horizon_weken > beleid.startweken_aantal
    kandidaten = await list_matchbaar(seeded_conn, "AM09")
    assert len(kandidaten) > 100
    assert all(each.matchbaar_sinds for each in kandidaten)
    plannable = await list_plannable(seeded_conn, "AM09", vandaag, date(2027, 6, 1))
    leaders = {inzet.praktijkopleider_id for each in plannable.plekken for inzet in each.plek.inzet}
    assert len(plannable.plekken) > 60
    assert leaders <= {each.praktijkopleider_id for each in plannable.capaciteiten}

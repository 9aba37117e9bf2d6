"""Plans of the small region, kept by the worker's own store as the worker would."""

from collections.abc import Sequence
from datetime import date

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.voorstellen import plan_queries, publicatie, store
from marketplace.voorstellen.plan import NieuwNietGeplaatst, NieuwPaar, Plan, PlanStatus
from tests.marketplace.kleine_regio import REGIO, WEEK0, KleineRegio

RUN = """
    insert into rekenruns (planner, regio_code, gevraagd_op, vandaag, seconden, seed, status, klaar_op,
                           instantie, gelezen_op, uitkomst, basis_plan_id)
    values ('matching', 'AM09', $1, $2, 1, 1, 'geslaagd', $1, '{}', $1, '{}',
            (select id from plannen where status = 'gepubliceerd'))
    returning id
"""


async def keep_plan(
    conn: Connection,
    regio: KleineRegio,
    clock: Clock,
    *paren: tuple[int, int],
    startweek: date = WEEK0,
    zonder: Sequence[int] = (),
) -> Plan:
    """Make a concept of these pairs (number of the kandidaat, number of the plek), all in one startweek."""
    await conn.execute("reset role")
    run = await conn.fetchval(RUN, clock.now(), clock.today())
    plan_id = await store.replace_concept(
        conn, rekenrun_id=run, regio_code=REGIO, now=clock.now(), cijfers={}
    )
    nieuw = [
        NieuwPaar(
            kandidaat_id=regio.kandidaten[kandidaat],
            leerwerkplek_id=regio.plekken[plek],
            startweek=startweek,
            weken=6,
            vorm="proefplaatsing",
            uitleg={"reisminuten": 40},
        )
        for kandidaat, plek in paren
    ]
    ids = await store.upsert_voorstellen(conn, nieuw)
    await store.insert_plan_voorstellen(conn, plan_id, nieuw, ids)
    niet = [
        NieuwNietGeplaatst(kandidaat_id=regio.kandidaten[number], reden="plaatsen_vol", uitleg={})
        for number in zonder
    ]
    await store.insert_niet_geplaatst(conn, plan_id, niet)
    await publicatie.lapse(conn, REGIO, clock.today())
    if await conn.fetchval("select pg_has_role(session_user, 'app', 'set')"):
        await conn.execute("set local role app_ongebonden")
    plan = await plan_queries.get_plan(conn, regio.eigen, plan_id)
    assert plan is not None
    assert plan.status is PlanStatus.CONCEPT
    return plan


async def voorstel_of(conn: Connection, regio: KleineRegio, plan: Plan, kandidaat: int) -> int:
    """The id of the voorstel that a plan has for the kandidaat of this number."""
    found = await plan_queries.get_voorstel_id(conn, regio.eigen, plan.id, regio.kandidaten[kandidaat])
    assert found is not None
    return found

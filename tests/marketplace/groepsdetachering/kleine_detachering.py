"""A SW-bedrijf small enough to reckon by hand: six medewerkers, two opdrachten, two werkleiders, one bus.

Everybody lives in Zelhem, where Perken is (two or three people on Monday to Wednesday, two promised); Kas is
in Vorden, some eleven kilometers on (two people, all days). Anna is trained for Perken, Bram is not.

    0, 1  may not meet in a group
    2     learns what only Perken teaches, and goes out two days for two weeks, then all days
    3     does not travel alone: the bus, with one stop in Zelhem, takes four
    4     works on Thursday and Friday only
    5     does not wish to work outside
"""

from dataclasses import dataclass
from datetime import date, timedelta

from marketplace.db import Connection
from marketplace.toegang.model import Actor
from tests.marketplace.groepsdetachering.opdrachten.kleine_opdrachten import make_opdrachten
from tests.marketplace.kleine_regio import KANDIDAAT, KleineRegio

EERSTE = date(2026, 11, 16)
WEKEN = tuple(EERSTE + timedelta(weeks=number) for number in range(4))
MA_WO, DO_VR, ALLE = 0b00111, 0b11000, 0b11111
BEDRIJF = """
    update detacheringsbeleid set weken = 4, loon = 1000, leiding = 3000, kilometer = 40;
    update opdrachten set minimum = 2, maximum = 3, gevraagd = 3, voorwaarden = '{}';
    update opdracht_werkprocessen set aantal = 0, werkleider = false;
"""
KAS = """
    insert into opdrachten (organisatie_id, vestiging_id, naam, kort, kleur, status, periode, dagen, minuten,
        minimum, maximum, gevraagd, waarde, tarief, trede, aangemaakt_op, voorbeeld)
    values ($1, $2, 'Voorbeeld kas', 'Kas', 2, 'open', '[2026-11-02,2027-11-01)', 31, 300, 2, 2, 2, 1, 1500,
        1, '2026-10-01', true)
    returning id
"""
WERKLEIDER = """
    insert into werkleiders (organisatie_id, naam, minuten, span, trainingen, voorbeeld)
    values ($1, $2, 1920, 10, $3, true) returning id
"""
MEDEWERKER = """
    insert into medewerkers
        (kandidaat_id, organisatie_id, afdeling_id, dagen, trede, wil_buiten, opbouw_vanaf)
    values ($2, $1, $3, $4, 1, $5, '2026-11-02')
"""
AFDELING = """
    insert into afdelingen (organisatie_id, naam, minimum, gewenst)
    values ($1, 'Montage', '{1,1,1,1,1}', '{2,2,2,2,2}') returning id
"""
BUS = """
    with stop as (
        insert into opstapplaatsen (organisatie_id, naam, plaats_id)
        select $1, 'Markt', id from plaatsen where naam = 'Zelhem' returning id
    ), bus as (
        insert into bussen (organisatie_id, naam, plaatsen, plaats_id)
        select $1, 'Bus 1', 4, id from plaatsen where naam = 'Zelhem' returning id
    ), langs as (
        insert into bus_opstapplaatsen select $1, bus.id, stop.id, 1 from bus, stop
    )
    select bus.id as bus, stop.id as stop from bus, stop
"""
GROEP = """
    insert into groepsplan_groepen (plan_id, organisatie_id, opdracht_id, week, werkleider_id)
    values ($1, $2, $3, $4, $5)
"""
DAG = """
    insert into groepsplan_dagen (plan_id, organisatie_id, opdracht_id, week, dag, werkleider_id)
    values ($1, $2, $3, $4, $5, $6)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class KleineDetachering:
    """The ids of what was made, and who comes: `vreemd` plans at another SW-bedrijf."""

    id: int
    regio: KleineRegio
    planner: Actor
    werkleider: Actor
    vreemd: Actor
    mensen: tuple[int, ...]
    perken: int
    kas: int
    anna: int
    bram: int
    bus: int
    stop: int
    afdeling: int
    werkprocessen: tuple[int, int]
    buurvestiging: int


async def make_detachering(conn: Connection) -> KleineDetachering:
    """Insert it, as superuser or eigenaar; a rolled-back connection acts as role app_ongebonden after it."""
    base = await make_opdrachten(conn)
    await conn.execute("reset role")
    await conn.execute(BEDRIJF)
    afdeling = await conn.fetchval(AFDELING, base.bedrijf)
    more = [await conn.fetchval(KANDIDAAT, f"K-000{number}", EERSTE) for number in (4, 5, 6)]
    mensen = (*base.regio.kandidaten, *more)
    await conn.execute("delete from medewerkers")
    await conn.execute(
        "update kandidaten set sw_bedrijf_id = $2, max_reistijd = 120 where id = any($1::bigint[])",
        mensen,
        base.bedrijf,
    )
    for number, each in enumerate(mensen):
        dagen = DO_VR if number == 4 else ALLE
        await conn.execute(MEDEWERKER, base.bedrijf, each, afdeling, dagen, number != 5)
    await conn.execute("update kandidaten set reist_alleen = false where id = $1", mensen[3])
    await _tell_about(conn, base.bedrijf, mensen, base.werkprocessen[0])
    kas = await conn.fetchval(KAS, base.bedrijf, base.buurvestiging)
    (bus,) = await conn.fetch(BUS, base.bedrijf)
    made = KleineDetachering(
        id=base.bedrijf,
        regio=base.regio,
        planner=base.planner,
        werkleider=base.werkleider,
        vreemd=base.vreemd,
        mensen=mensen,
        perken=base.opdracht,
        kas=kas,
        anna=await conn.fetchval(WERKLEIDER, base.bedrijf, "Anna Voorbeeld", ["VCA"]),
        bram=await conn.fetchval(WERKLEIDER, base.bedrijf, "Bram Voorbeeld", []),
        bus=bus["bus"],
        stop=bus["stop"],
        afdeling=afdeling,
        werkprocessen=base.werkprocessen,
        buurvestiging=base.buurvestiging,
    )
    if await conn.fetchval("select pg_has_role(session_user, 'app', 'set')"):
        await conn.execute("set local role app_ongebonden")
    return made


async def _tell_about(conn: Connection, bedrijf: int, mensen: tuple[int, ...], werkproces: int) -> None:
    """Who may not meet, and who learns and grows."""
    await conn.execute(
        "insert into medewerker_paren values ($1, $2, $3, 'apart')", bedrijf, mensen[0], mensen[1]
    )
    await conn.execute(
        "insert into medewerker_leerdoelen values ($1, $2, $3, 8)", bedrijf, mensen[2], werkproces
    )
    await conn.executemany(
        "insert into medewerker_stappen values ($1, $2, $3, $4, $5)",
        [(bedrijf, mensen[2], 1, 2, 2), (bedrijf, mensen[2], 2, 5, 1)],
    )


async def published_before(
    conn: Connection, kleine: KleineDetachering, weken: tuple[date, ...], wie: int, dagen: int
) -> int:
    """A plan of weeks that are over, in which somebody by number was at Perken under Anna; as superuser."""
    role = await conn.fetchval("select current_user")
    await conn.execute("reset role")
    plan = await conn.fetchval(
        "insert into groepsplannen (organisatie_id, status, van, weken, gemaakt_op, gepubliceerd_op,"
        " gepubliceerd_door, geldt_vanaf) values ($1, 'historie', $2, $3, $4, $4, $5, $2) returning id",
        kleine.id,
        weken[0],
        len(weken),
        weken[0],
        kleine.planner.account_id,
    )
    for week in weken:
        await conn.execute(GROEP, plan, kleine.id, kleine.perken, week, kleine.anna)
        for dag in range(3):
            await conn.execute(DAG, plan, kleine.id, kleine.perken, week, dag, kleine.anna)
        await conn.execute(
            "insert into groepsplan_indelingen values ($1, $2, $3, $4, $5, $6)",
            plan,
            kleine.mensen[wie],
            week,
            kleine.id,
            kleine.perken,
            dagen,
        )
    if role != await conn.fetchval("select current_user"):
        await conn.execute(f"set local role {role}")
    return int(plan)

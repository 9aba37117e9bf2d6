"""A roulatie of any size in the database: an instance of solver.bench, in rows, beside the example region.

What the generator drew becomes kandidaten, plekken, leerdoelen, seasons, wishes and time of
praktijkopleiders; its hidden plan is published, a concept begun from it, and as many alternatives laid
beside as a board shows.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.roulatie import bord, roosters
from marketplace.roulatie.model import Cel, RoosterStatus
from marketplace.roulatie.rekenen import MOST_BESIDE
from marketplace.toegang.model import Actor
from solver.bench.roulatie import ZONES, Maat, hidden_plan, make_roulatie
from solver.roulatie import instance as solver

BEGIN, TERM = date(2027, 3, 1), timedelta(weeks=26)
ALLE_MAANDEN = 12
PLAATSEN = """
    select distinct on (plaats.id) plaats.id, plaats.gemeente_id, postcode.pc4
    from postcodes postcode join plaatsen plaats on plaats.id = postcode.plaats_id
    where plaats.gemeente_id in (select gemeente_id from gemeente_regios where regio_code = 'AM09')
    order by plaats.id limit $1
"""
BEDRIJF = """
    with organisatie as (
        insert into organisaties (naam, soort, regio_code, voorbeeld)
        values ($1, 'werkgever', 'AM09', true) returning id
    ), vestiging as (
        insert into vestigingen (organisatie_id, naam, plaats_id)
        select id, $1, $2 from organisatie returning id, organisatie_id
    ), erkend as (
        insert into erkenningen (vestiging_id, crebo, periode, gecontroleerd_op)
        select id, 25258, '[2026-01-01,2030-01-01)', '2026-01-01' from vestiging
    )
    select id, organisatie_id from vestiging
"""
PLEK = """
    with leider as (
        insert into praktijkopleiders (vestiging_id, naam) values ($1, 'Leider ' || $2) returning id
    ), tijd as (
        insert into begeleidingscapaciteiten
        select id, '[2026-01-01,2030-01-01)', 'af_en_toe', $3 from leider
    ), plek as (
        insert into leerwerkplekken (vestiging_id, regio_code, titel, sector, niveau, plaatsen, periode,
            dagdelen, minuten_min, minuten_max, taal, fase, vormen, status, voorbeeld)
        values ($1, 'AM09', $2, 'groen', 1, $4, '[2026-11-01,2030-01-01)', 1023, 480, 1440, 1, $5,
            '{eigen_werknemer}', 'gepubliceerd', true)
        returning id
    ), inzet as (
        insert into leerwerkplek_praktijkopleiders
        select plek.id, leider.id, '[2026-11-01,2030-01-01)' from plek, leider
    )
    select id from plek
"""
KANDIDAAT = """
    with kandidaat as (
        insert into kandidaten (kenmerk, regio_code, gemeente_id, pc4, status, matchbaar_sinds, vervoermiddel,
            max_reistijd, dagdelen, minuten_min, minuten_max, periode, weken, niveau_geschat, praktijkleren,
            crebo, vormen, begeleiding, taal, voorbeeld)
        values ($1, 'AM09', $2, $3, 'matchbaar', '2026-10-01', 'auto', 120, 1023, 960, 960,
            '[2026-11-01,2030-01-01)', 40, 1, true, 25258, '{eigen_werknemer}', $4, 3, true)
        returning id
    ), lid as (
        insert into groep_kandidaten select $5, id from kandidaat
    )
    select id from kandidaat
"""
ROULATIE = """
    with groep as (
        insert into groepen (regio_code, naam, sector, status)
        values ('AM09', 'Grote groep', 'groen', 'aangemeld') returning id
    )
    insert into roulaties (regio_code, groep_id, naam, periode, afspraak, afspraak_tot, max_blokken,
        min_werkgevers, voorbeeld)
    select 'AM09', id, 'Grote roulatie', daterange($1, $2), 'Wij nemen niemand over.', $3, $4, $5, true
    from groep returning id, groep_id
"""


@dataclass(frozen=True, slots=True)
class Groot:
    """The ids of what was made, by the numbers of the generator."""

    id: int
    deelnemers: tuple[int, ...]
    plekken: tuple[int, ...]
    blokken: tuple[int, ...]


async def insert_roulatie(conn: Connection, actor: Actor, clock: Clock, maat: Maat, seed: int) -> Groot:
    """Insert it, as the owner of the database; published and with a concept that is the same."""
    drawn = make_roulatie(maat, seed)
    tot = BEGIN + timedelta(weeks=len(drawn.maand))
    beleid = drawn.beleid
    given = (BEGIN, tot, tot + TERM, beleid.max_blokken, beleid.min_werkgevers)
    [(roulatie, groep)] = await conn.fetch(ROULATIE, *given)
    plaatsen = await conn.fetch(PLAATSEN, ZONES)
    codes = await conn.fetch("select id from werkprocessen order by sector <> 'groen', id limit 11")
    werk = {number: row["id"] for number, row in enumerate(codes, start=1)}
    made = Groot(
        id=roulatie,
        deelnemers=tuple(
            [
                await conn.fetchval(
                    KANDIDAAT,
                    f"K-9{each.id:03}",
                    plaatsen[each.zone]["gemeente_id"],
                    plaatsen[each.zone]["pc4"],
                    list(each.begeleiding),
                    groep,
                )
                for each in drawn.deelnemers
            ]
        ),
        plekken=await _insert_plekken(conn, drawn, [row["id"] for row in plaatsen], roulatie),
        blokken=tuple(
            [
                await conn.fetchval(
                    "insert into roulatie_blokken (roulatie_id, periode) values ($1, daterange($2, $3))"
                    " returning id",
                    roulatie,
                    BEGIN + timedelta(weeks=each.van_week),
                    BEGIN + timedelta(weeks=each.tot_week),
                )
                for each in drawn.blokken
            ]
        ),
    )
    await _insert_people(conn, drawn, made, werk)
    await _insert_lessons(conn, drawn, made, werk)
    await _publish(conn, actor, clock, made, hidden_plan(maat, seed).cellen)
    await conn.execute("analyze")
    return made


async def _insert_plekken(
    conn: Connection, drawn: solver.Instance, plaatsen: list[int], roulatie: int
) -> tuple[int, ...]:
    """The plekken with who leads them; the companies have signed."""
    bedrijven, found = {}, []
    for plek, leider in zip(drawn.plekken, drawn.praktijkopleiders, strict=True):
        if plek.werkgever not in bedrijven:
            naam = f"Voorbeeld Bedrijf {plek.werkgever}"
            [bedrijven[plek.werkgever]] = await conn.fetch(BEDRIJF, naam, plaatsen[plek.zone])
            await conn.execute(
                "insert into roulatie_bedrijven"
                " select $1, $2, 'De directie', '2026-11-02', min(id) from accounts",
                roulatie,
                bedrijven[plek.werkgever]["organisatie_id"],
            )
        bedrijf = bedrijven[plek.werkgever]
        titel, minutes = f"Voorbeeld Plek {plek.id}", min(2400, max(leider.minuten))
        plek_id = await conn.fetchval(PLEK, bedrijf["id"], titel, minutes, plek.maximum, plek.fase.value)
        await conn.execute(
            "insert into roulatie_plekken"
            " (roulatie_id, leerwerkplek_id, organisatie_id, kort, kleur, maximum)"
            " values ($1, $2, $3, $4, $5, $6)",
            roulatie,
            plek_id,
            bedrijf["organisatie_id"],
            f"Plek {plek.id + 1}",
            plek.id % 12 + 1,
            plek.maximum,
        )
        found.append(plek_id)
    return tuple(found)


async def _insert_people(conn: Connection, drawn: solver.Instance, made: Groot, werk: dict[int, int]) -> None:
    """Who takes part, what they learn, where they like to be, and who belong together or apart."""
    people = made.deelnemers
    await conn.executemany(
        "insert into roulatie_deelnemers (roulatie_id, kandidaat_id) values ($1, $2)",
        [(made.id, each) for each in people],
    )
    await conn.executemany(
        "insert into roulatie_leerdoelen values ($1, $2, $3, $4)",
        [
            (made.id, people[who.id], werk[each.werkproces], each.weken)
            for who in drawn.deelnemers
            for each in who.leerdoelen
        ],
    )
    await conn.executemany(
        "insert into roulatie_voorkeuren values ($1, $2, $3, $4)",
        [
            (made.id, people[who.id], made.plekken[each.plek], each.wens)
            for who in drawn.deelnemers
            for each in who.voorkeuren
        ],
    )
    await conn.executemany(
        "insert into roulatie_paren values ($1, $2, $3, $4)",
        [
            (made.id, *sorted((people[one], people[other])), soort)
            for pairs, soort in ((drawn.apart, "apart"), (drawn.samen, "samen"))
            for one, other in pairs
        ],
    )


async def _insert_lessons(
    conn: Connection, drawn: solver.Instance, made: Groot, werk: dict[int, int]
) -> None:
    """What the plekken teach, in which season, and what is learned before one may come."""
    offers = [(plek, each) for plek in drawn.plekken for each in plek.aanbod]
    await conn.executemany(
        "insert into leerwerkplek_werkprocessen values ($1, $2)",
        [(made.plekken[plek.id], werk[each.werkproces]) for plek, each in offers],
    )
    await conn.executemany(
        "insert into roulatie_seizoenen values ($1, $2, $3, $4)",
        [
            (made.id, made.plekken[plek.id], werk[each.werkproces], sorted(each.maanden))
            for plek, each in offers
            if len(each.maanden) < ALLE_MAANDEN
        ],
    )
    await conn.executemany(
        "insert into roulatie_vereist values ($1, $2, $3)",
        [(made.id, made.plekken[plek.id], werk[each]) for plek in drawn.plekken for each in plek.vereist],
    )


async def _publish(
    conn: Connection, actor: Actor, clock: Clock, made: Groot, plan: tuple[solver.Cel, ...]
) -> None:
    """The hidden plan as it was told to everybody, a concept that begins from it, and alternatives beside."""
    cellen = [
        Cel(made.deelnemers[each.deelnemer], made.blokken[each.blok], made.plekken[each.plek])
        for each in plan
    ]
    first = await bord.begin(conn, actor, clock=clock, roulatie_id=made.id)
    await roosters.put_cellen(conn, first.id, made.id, cellen)
    await roosters.publish(conn, first, actor.account_id, clock.now())
    second = await bord.begin(conn, actor, clock=clock, roulatie_id=made.id)
    told = await roosters.get_by_status(conn, ["AM09"], made.id, RoosterStatus.GEPUBLICEERD)
    assert told is not None
    assert len(second.cellen) == len(told.cellen) == len(cellen)
    for number in range(1, MOST_BESIDE + 1):
        turned = [*cellen[number:], *cellen[:number]]
        await roosters.insert_rooster(
            conn,
            roulatie_id=made.id,
            status=RoosterStatus.ALTERNATIEF,
            basis_id=told.id,
            now=clock.now(),
            account_id=actor.account_id,
            cellen=[
                replace(each, leerwerkplek_id=other.leerwerkplek_id)
                for each, other in zip(cellen, turned, strict=True)
            ],
        )

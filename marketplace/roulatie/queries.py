"""The SQL that reads roulaties: who reads a regio sees its own."""

from collections import defaultdict
from collections.abc import Sequence

import asyncpg

from marketplace.db import Connection
from marketplace.roulatie.model import (
    Bedrijf,
    Blok,
    Cohort,
    Oordeel,
    Paar,
    PaarSoort,
    Roulatie,
    RoulatieDeelnemer,
    RoulatiePlek,
    RoulatieRegel,
    RoulatieStatus,
    Stand,
    Terugblik,
)
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import LEEST_REGIO


async def list_roulaties(conn: Connection, actor: Actor) -> list[RoulatieRegel]:
    """Every roulatie of the actor's regions, those that run first, then by their beginning."""
    rows = await conn.fetch(
        """
        select roulatie.id, roulatie.naam, groep.sector, roulatie.status, lower(roulatie.periode) as van,
               upper(roulatie.periode) as tot, roulatie.voorbeeld,
               (select count(*) from roulatie_deelnemers deel
                where deel.roulatie_id = roulatie.id and deel.gestopt_op is null) as deelnemers,
               (select count(*) from roulatie_plekken deel where deel.roulatie_id = roulatie.id) as plekken,
               (select count(*) from roulatie_blokken deel where deel.roulatie_id = roulatie.id) as blokken,
               exists (select from roulatie_roosters rooster where rooster.roulatie_id = roulatie.id
                       and rooster.status = 'gepubliceerd') as gepubliceerd
        from roulaties roulatie join groepen groep on groep.id = roulatie.groep_id
        where roulatie.regio_code = any($1::text[])
        order by array_position('{lopend,voorbereiding,afgerond,gestopt}', roulatie.status), van, roulatie.id
        """,
        list(actor.regios_als(*LEEST_REGIO)),
    )
    return [RoulatieRegel(**{**dict(row), "status": RoulatieStatus(row["status"])}) for row in rows]


async def get_cohort(conn: Connection, actor: Actor, roulatie_id: int) -> Cohort | None:
    """A roulatie with all that belongs to it; None for a stranger."""
    return await read_cohort(conn, actor.regios_als(*LEEST_REGIO), roulatie_id)


async def read_cohort(conn: Connection, regios: Sequence[str], roulatie_id: int) -> Cohort | None:
    """A roulatie of these regios with all that belongs to it."""
    roulatie = await _get_roulatie(conn, regios, roulatie_id)
    if roulatie is None:
        return None
    volgorde = await conn.fetch(
        "select eerst, dan from roulatie_volgorde where roulatie_id = $1 order by eerst, dan", roulatie_id
    )
    return Cohort(
        roulatie=roulatie,
        bedrijven=await _list_bedrijven(conn, roulatie_id),
        plekken=await _list_plekken(conn, roulatie_id),
        deelnemers=await _list_deelnemers(conn, roulatie_id),
        blokken=await _list_blokken(conn, roulatie_id),
        paren=await _list_paren(conn, roulatie_id),
        volgorde=tuple((row["eerst"], row["dan"]) for row in volgorde),
        terugblikken=await _list_terugblikken(conn, roulatie_id),
        oordelen=await _list_oordelen(conn, roulatie_id),
    )


async def _get_roulatie(conn: Connection, regios: Sequence[str], roulatie_id: int) -> Roulatie | None:
    """The row itself."""
    row = await conn.fetchrow(
        """
        select roulatie.id, roulatie.regio_code, roulatie.groep_id, groep.naam as groep, roulatie.naam,
               groep.sector, roulatie.opleider_id, opleider.naam as opleider, roulatie.leerlijn_id,
               roulatie.vervolg_op, lower(roulatie.periode) as van, upper(roulatie.periode) as tot,
               roulatie.status, roulatie.reden, roulatie.afspraak, roulatie.afspraak_tot,
               roulatie.max_blokken, roulatie.min_weken, roulatie.min_werkgevers,
               roulatie.fase_volgorde, roulatie.lagen, roulatie.voorbeeld, roulatie.versie
        from roulaties roulatie
        join groepen groep on groep.id = roulatie.groep_id
        left join organisaties opleider on opleider.id = roulatie.opleider_id
        where roulatie.regio_code = any($1::text[]) and roulatie.id = $2
        """,
        list(regios),
        roulatie_id,
    )
    if row is None:
        return None
    named = {"status": RoulatieStatus(row["status"]), "lagen": tuple(row["lagen"])}
    return Roulatie(**{**dict(row), **named})


async def _list_bedrijven(conn: Connection, roulatie_id: int) -> tuple[Bedrijf, ...]:
    """The companies by name."""
    rows = await conn.fetch(
        """
        select bedrijf.organisatie_id, organisatie.naam, bedrijf.getekend_door, bedrijf.getekend_op
        from roulatie_bedrijven bedrijf
        join organisaties organisatie on organisatie.id = bedrijf.organisatie_id
        where bedrijf.roulatie_id = $1 order by organisatie.naam, organisatie.id
        """,
        roulatie_id,
    )
    return tuple(Bedrijf(**dict(row)) for row in rows)


async def _list_plekken(conn: Connection, roulatie_id: int) -> tuple[RoulatiePlek, ...]:
    """The plekken by short name, with their seasons, demands and closed weeks."""
    rows = await conn.fetch(
        """
        select deel.leerwerkplek_id, plek.titel, deel.organisatie_id, organisatie.naam as organisatie,
               plaats.naam as plaats, deel.kort, deel.kleur, deel.minimum, deel.maximum, deel.taxibus,
               deel.stopt_op, deel.stopt_reden
        from roulatie_plekken deel
        join leerwerkplekken plek on plek.id = deel.leerwerkplek_id
        join vestigingen vestiging on vestiging.id = plek.vestiging_id
        join plaatsen plaats on plaats.id = vestiging.plaats_id
        join organisaties organisatie on organisatie.id = deel.organisatie_id
        where deel.roulatie_id = $1 order by deel.kort
        """,
        roulatie_id,
    )
    seizoenen = await _grouped(
        conn, "leerwerkplek_id", "werkproces_id, maanden", "roulatie_seizoenen", roulatie_id
    )
    vereist = await _grouped(conn, "leerwerkplek_id", "werkproces_id", "roulatie_vereist", roulatie_id)
    gesloten = await _grouped(conn, "leerwerkplek_id", "week", "roulatie_gesloten", roulatie_id)
    return tuple(
        RoulatiePlek(
            **dict(row),
            seizoenen={each["werkproces_id"]: frozenset(each["maanden"]) for each in seizoenen[row[0]]},
            vereist=frozenset(each["werkproces_id"] for each in vereist[row[0]]),
            gesloten=frozenset(each["week"] for each in gesloten[row[0]]),
        )
        for row in rows
    )


async def _list_deelnemers(conn: Connection, roulatie_id: int) -> tuple[RoulatieDeelnemer, ...]:
    """The deelnemers by kenmerk, with what they learn, like and when they are away."""
    rows = await conn.fetch(
        """
        select deel.kandidaat_id, kandidaat.kenmerk, deel.moederbedrijf_id, moeder.naam as moederbedrijf,
               deel.van, deel.gestopt_op, deel.gestopt_reden
        from roulatie_deelnemers deel
        join kandidaten kandidaat on kandidaat.id = deel.kandidaat_id
        left join organisaties moeder on moeder.id = deel.moederbedrijf_id
        where deel.roulatie_id = $1 order by kandidaat.kenmerk
        """,
        roulatie_id,
    )
    doelen = await _grouped(conn, "kandidaat_id", "werkproces_id, weken", "roulatie_leerdoelen", roulatie_id)
    liever = await _grouped(conn, "kandidaat_id", "leerwerkplek_id, wens", "roulatie_voorkeuren", roulatie_id)
    afwezig = await _grouped(conn, "kandidaat_id", "week", "roulatie_afwezig", roulatie_id)
    return tuple(
        RoulatieDeelnemer(
            **dict(row),
            leerdoelen={each["werkproces_id"]: each["weken"] for each in doelen[row[0]]},
            voorkeuren={each["leerwerkplek_id"]: each["wens"] for each in liever[row[0]]},
            afwezig=frozenset(each["week"] for each in afwezig[row[0]]),
        )
        for row in rows
    )


async def _grouped(
    conn: Connection, key: str, columns: str, table: str, roulatie_id: int
) -> dict[int, list[asyncpg.Record]]:
    """The rows of a roulatie in a table of ours, by one column."""
    rows = await conn.fetch(
        f"select {key}, {columns} from {table} where roulatie_id = $1 order by 1, 2",  # noqa: S608 (names of our own)
        roulatie_id,
    )
    found: dict[int, list[asyncpg.Record]] = defaultdict(list)
    for row in rows:
        found[row[key]].append(row)
    return found


async def _list_blokken(conn: Connection, roulatie_id: int) -> tuple[Blok, ...]:
    """The blocks in order of time."""
    rows = await conn.fetch(
        """
        select id, row_number() over (order by periode) as nummer, lower(periode) as van,
               upper(periode) as tot, vergrendeld
        from roulatie_blokken where roulatie_id = $1 order by periode
        """,
        roulatie_id,
    )
    return tuple(Blok(**dict(row)) for row in rows)


async def _list_paren(conn: Connection, roulatie_id: int) -> tuple[Paar, ...]:
    """Who belong together or apart."""
    rows = await conn.fetch(
        "select kandidaat_id, ander_id, soort from roulatie_paren where roulatie_id = $1 order by 3, 1, 2",
        roulatie_id,
    )
    return tuple(Paar(**{**dict(row), "soort": PaarSoort(row["soort"])}) for row in rows)


async def _list_terugblikken(conn: Connection, roulatie_id: int) -> tuple[Terugblik, ...]:
    """What deelnemers told of their blocks."""
    rows = await conn.fetch(
        """
        select kandidaat_id, blok_id, leerwerkplek_id, gezicht, geleerd, blijven
        from roulatie_terugblikken where roulatie_id = $1 order by blok_id, kandidaat_id
        """,
        roulatie_id,
    )
    return tuple(Terugblik(**dict(row)) for row in rows)


async def _list_oordelen(conn: Connection, roulatie_id: int) -> tuple[Oordeel, ...]:
    """What praktijkopleiders saw."""
    rows = await conn.fetch(
        """
        select oordeel.kandidaat_id, oordeel.blok_id, oordeel.leerwerkplek_id, oordeel.wat_werkte,
               array(select stand.werkproces_id from roulatie_oordeel_werkprocessen stand
                     where (stand.roulatie_id, stand.kandidaat_id, stand.blok_id) =
                           (oordeel.roulatie_id, oordeel.kandidaat_id, oordeel.blok_id)
                     order by stand.werkproces_id) as werkprocessen,
               array(select stand.stand from roulatie_oordeel_werkprocessen stand
                     where (stand.roulatie_id, stand.kandidaat_id, stand.blok_id) =
                           (oordeel.roulatie_id, oordeel.kandidaat_id, oordeel.blok_id)
                     order by stand.werkproces_id) as standen
        from roulatie_oordelen oordeel where oordeel.roulatie_id = $1
        order by oordeel.blok_id, oordeel.kandidaat_id
        """,
        roulatie_id,
    )
    return tuple(
        Oordeel(
            kandidaat_id=row["kandidaat_id"],
            blok_id=row["blok_id"],
            leerwerkplek_id=row["leerwerkplek_id"],
            wat_werkte=row["wat_werkte"],
            standen={
                each: Stand(stand) for each, stand in zip(row["werkprocessen"], row["standen"], strict=True)
            },
        )
        for row in rows
    )

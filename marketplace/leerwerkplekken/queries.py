"""All SQL that reads leerwerkplekken: of the own organisatie, or of the own regios."""

from collections.abc import AsyncIterator, Sequence
from datetime import date

import asyncpg

from marketplace.db import Connection
from marketplace.leerwerkplekken.model import (
    Bezet,
    Inzet,
    Leerwerkplek,
    Plannable,
    PlannablePlek,
    PlekFilter,
    PlekLijst,
    PlekRegel,
    PlekStatus,
)
from marketplace.organisaties.queries import list_capaciteiten, list_erkenningen
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import LEEST_ORGANISATIES, LEEST_PLEKKEN
from marketplace.werkprocessen.model import Fase

BATCH = 500
_PLEK = """
    select plek.id, plek.vestiging_id, vestiging.naam as vestiging, vestiging.organisatie_id,
           organisatie.naam as organisatie, plaats.naam as plaats, gemeente.naam as gemeente, plaats.lat,
           plaats.lon, plek.regio_code, plek.titel, plek.omschrijving, plek.sector, plek.niveau,
           plek.plaatsen, lower(plek.periode) as van, upper(plek.periode) as tot, plek.dagdelen,
           plek.minuten_min,
           plek.minuten_max, plek.taal, plek.fase, plek.vervoer_geregeld, plek.vormen, plek.voorwaarden,
           plek.status, plek.voorbeeld, plek.versie, plek.eigen_nummer,
           array(select kan.werkproces_id from leerwerkplek_werkprocessen kan
                 where kan.leerwerkplek_id = plek.id order by kan.werkproces_id) as werkprocessen
    from leerwerkplekken plek
    join vestigingen vestiging on vestiging.id = plek.vestiging_id
    join organisaties organisatie on organisatie.id = vestiging.organisatie_id
    join plaatsen plaats on plaats.id = vestiging.plaats_id
    join gemeenten gemeente on gemeente.id = plaats.gemeente_id
"""


def _reach(actor: Actor) -> tuple[list[int], list[str]]:
    """The arguments $1 and $2: at which organisaties and in which regios the actor reads plekken."""
    return list(actor.organisaties_als(*LEEST_PLEKKEN)), list(actor.regios_als(*LEEST_ORGANISATIES))


async def get_leerwerkplek(conn: Connection, actor: Actor, plek_id: int) -> Leerwerkplek | None:
    """One plek with who leads it; None for a stranger."""
    row = await conn.fetchrow(
        f"{_PLEK} where (vestiging.organisatie_id = any($1::bigint[]) or plek.regio_code = any($2::text[]))"
        " and plek.id = $3",
        *_reach(actor),
        plek_id,
    )
    if row is None:
        return None
    return _plek(row).with_inzet((await _inzet_of(conn, [plek_id])).get(plek_id, ()))


async def list_leerwerkplekken(conn: Connection, actor: Actor, filters: PlekFilter, op: date) -> PlekLijst:
    """A page of the plekken that the actor may see: concepts first, then by title; and who leads them."""
    rows = await conn.fetch(
        """
        select plek.id, plek.titel, organisatie.naam as organisatie, plaats.naam as plaats, plek.sector,
               plek.plaatsen, lower(plek.periode) as van, upper(plek.periode) as tot, plek.status,
               plek.voorbeeld, po.naam as praktijkopleider, count(*) over () as totaal
        from leerwerkplekken plek
        join vestigingen vestiging on vestiging.id = plek.vestiging_id
        join organisaties organisatie on organisatie.id = vestiging.organisatie_id
        join plaatsen plaats on plaats.id = vestiging.plaats_id
        left join leerwerkplek_praktijkopleiders inzet
          on inzet.leerwerkplek_id = plek.id and inzet.periode @> greatest($8::date, lower(plek.periode))
        left join praktijkopleiders po on po.id = inzet.praktijkopleider_id
        left join unnest($10::bigint[]) with ordinality as gevonden(id, rang) on gevonden.id = plek.id
        where (vestiging.organisatie_id = any($1::bigint[]) or plek.regio_code = any($2::text[]))
          and ($10::bigint[] is null or gevonden.id is not null)
          and ($3::text is null or plek.status = $3)
          and ($4::text is null or plek.sector = $4)
          and ($5::integer is null or plaats.gemeente_id = $5)
          and ($6::bigint is null or organisatie.id = $6)
          and ($11::date is null or (upper(plek.periode) > $8 and upper(plek.periode) <= $11))
        order by gevonden.rang, plek.status, plek.titel, plek.id
        limit $7 offset $9
        """,
        *_reach(actor),
        filters.status,
        filters.sector,
        filters.gemeente_id,
        filters.organisatie_id,
        filters.aantal,
        op,
        filters.vanaf,
        filters.ids,
        filters.eindigt,
    )
    return PlekLijst(tuple(_regel(row) for row in rows), rows[0]["totaal"] if rows else 0)


async def list_leerwerkplekken_after(
    conn: Connection, actor: Actor, *, na: int, aantal: int, status: PlekStatus | None
) -> list[Leerwerkplek]:
    """So many plekken that the actor may see with a higher id, in order of it, with who leads them."""
    rows = await conn.fetch(
        f"{_PLEK} where (vestiging.organisatie_id = any($1::bigint[]) or plek.regio_code = any($2::text[]))"
        " and plek.id > $3 and ($5::text is null or plek.status = $5) order by plek.id limit $4",
        *_reach(actor),
        na,
        aantal,
        status,
    )
    inzet = await _inzet_of(conn, [row["id"] for row in rows])
    return [_plek(row).with_inzet(inzet.get(row["id"], ())) for row in rows]


async def stream_leerwerkplekken(conn: Connection, actor: Actor) -> AsyncIterator[Leerwerkplek]:
    """Every plek that the actor may see with who leads it, in order of id, some hundreds at a time."""
    where = "where (vestiging.organisatie_id = any($1::bigint[]) or plek.regio_code = any($2::text[]))"
    cursor = await conn.cursor(f"{_PLEK} {where} order by plek.id", *_reach(actor))
    while rows := await cursor.fetch(BATCH):
        inzet = await _inzet_of(conn, [row["id"] for row in rows])
        for row in rows:
            yield _plek(row).with_inzet(inzet.get(row["id"], ()))


async def list_plannable(conn: Connection, regio_code: str, van: date, tot: date) -> Plannable:
    """The published plekken of a region that are open on some day of [van, tot), for the worker; by id."""
    rows = await conn.fetch(
        f"{_PLEK} where plek.regio_code = $1 and plek.status = 'gepubliceerd'"
        " and plek.periode && daterange($2, $3) order by plek.id",
        regio_code,
        van,
        tot,
    )
    return await _plannable(conn, rows)


async def list_plannable_by_id(conn: Connection, regio_code: str, ids: Sequence[int]) -> Plannable:
    """These plekken of a region, published or not, for a planner that knows them; by id."""
    where = "where plek.regio_code = $1 and plek.id = any($2::bigint[]) order by plek.id"
    return await _plannable(conn, await conn.fetch(f"{_PLEK} {where}", regio_code, list(ids)))


async def _plannable(conn: Connection, rows: Sequence[asyncpg.Record]) -> Plannable:
    """Plekken with who leads them, what they are erkend for, and the time of who leads."""
    inzet = await _inzet_of(conn, [row["id"] for row in rows])
    leaders = sorted({each.praktijkopleider_id for stretch in inzet.values() for each in stretch})
    erkenningen = await list_erkenningen(conn, sorted({row["vestiging_id"] for row in rows}))
    return Plannable(
        tuple(
            PlannablePlek(
                plek=_plek(row).with_inzet(inzet.get(row["id"], ())),
                erkenningen=tuple(each for each in erkenningen if each.vestiging_id == row["vestiging_id"]),
            )
            for row in rows
        ),
        tuple(await list_capaciteiten(conn, leaders)),
    )


async def _inzet_of(conn: Connection, plek_ids: Sequence[int]) -> dict[int, tuple[Inzet, ...]]:
    """Who leads these plekken, in order of time."""
    rows = await conn.fetch(
        """
        select inzet.leerwerkplek_id, inzet.praktijkopleider_id, po.naam, lower(inzet.periode) as van,
               upper(inzet.periode) as tot
        from leerwerkplek_praktijkopleiders inzet
        join praktijkopleiders po on po.id = inzet.praktijkopleider_id
        where inzet.leerwerkplek_id = any($1::bigint[])
        order by inzet.leerwerkplek_id, lower(inzet.periode)
        """,
        list(plek_ids),
    )
    found: dict[int, tuple[Inzet, ...]] = {}
    for row in rows:
        values = dict(row)
        plek_id = values.pop("leerwerkplek_id")
        found[plek_id] = (*found.get(plek_id, ()), Inzet(**values))
    return found


async def get_bezet(conn: Connection, plek_id: int) -> Bezet | None:
    """What is taken at a plek the caller may see; None when nobody is or will be there."""
    row = await conn.fetchrow(
        """
        select min(week) as eerste_week, max(week) as laatste_week, max(mensen) as meeste
        from (select week, count(distinct kandidaat_id) as mensen from bezetting
              where leerwerkplek_id = $1 group by week) per_week
        """,
        plek_id,
    )
    return None if row is None or row["eerste_week"] is None else Bezet(**dict(row))


async def list_bezet_weeks(conn: Connection, plek_id: int) -> list[tuple[date, int]]:
    """The weeks that are taken at a plek, each with the praktijkopleider under whom, in order."""
    rows = await conn.fetch(
        "select distinct week, praktijkopleider_id from bezetting where leerwerkplek_id = $1 order by week",
        plek_id,
    )
    return [(row["week"], row["praktijkopleider_id"]) for row in rows]


async def count_beloftes(conn: Connection, plek_id: int, op: date) -> int:
    """How many voorstellen on a plek the next run would keep: agreed, said yes to or pinned, not begun."""
    count: int = await conn.fetchval("select tel_beloftes($1, $2)", plek_id, op)
    return count


async def list_beloftes_buiten(
    conn: Connection, plek_id: int, van: date, tot: date | None
) -> list[str | None]:
    """Who said yes to weeks at a plek outside [van, tot), by kenmerk; None for who may not be known."""
    rows = await conn.fetch("select beloftes_buiten($1, $2, $3) as kenmerk", plek_id, van, tot)
    return [row["kenmerk"] for row in rows]


def _plek(row: asyncpg.Record) -> Leerwerkplek:
    """One plek as a value, without who leads it."""
    values = dict(row)
    values.update(
        status=PlekStatus(row["status"]),
        fase=None if row["fase"] is None else Fase(row["fase"]),
        **{name: tuple(row[name]) for name in ("vormen", "voorwaarden", "werkprocessen")},
    )
    return Leerwerkplek(**values)


def _regel(row: asyncpg.Record) -> PlekRegel:
    """One row of a list as a value."""
    values = dict(row)
    del values["totaal"]
    return PlekRegel(**{**values, "status": PlekStatus(row["status"])})

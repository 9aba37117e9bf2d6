"""The SQL of bezetting: a voorstel writes it, the worker reads a region, people the plekken they may see."""

from datetime import date

from marketplace.bezetting.model import (
    Aanwezige,
    Bezetting,
    InWeek,
    Praktijkweek,
    Verblijf,
    Weekstand,
)
from marketplace.db import Connection
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import LEEST_PLEKKEN, LEEST_REGIO


async def insert_verblijf(conn: Connection, verblijf: Verblijf) -> int:
    """Take every week of a stay that somebody leads, with the need of that week; returns how many weeks.

    The need is the kandidaat's own, its last value goes on. The trigger refuses with PW001 what does not fit.
    """
    rows = await conn.fetch(
        """
        insert into bezetting
            (kandidaat_id, leerwerkplek_id, praktijkopleider_id, week, minuten, bron, voorstel_id)
        select kandidaat.id, inzet.leerwerkplek_id, inzet.praktijkopleider_id, $4::date + 7 * nummer,
               kandidaat.begeleiding[least(nummer + 1, cardinality(kandidaat.begeleiding))], 'voorstel', $1
        from kandidaten kandidaat
        cross join generate_series(0, $5::integer - 1) nummer
        join leerwerkplek_praktijkopleiders inzet
          on inzet.leerwerkplek_id = $3 and inzet.periode @> $4::date + 7 * nummer
        where kandidaat.id = $2
        returning week
        """,
        verblijf.voorstel_id,
        verblijf.kandidaat_id,
        verblijf.leerwerkplek_id,
        verblijf.startweek,
        verblijf.weken,
    )
    return len(rows)


async def delete_verblijf(conn: Connection, voorstel_id: int) -> int:
    """Free everything that a voorstel took; returns how many weeks."""
    rows = await conn.fetch("delete from bezetting where voorstel_id = $1 returning week", voorstel_id)
    return len(rows)


async def list_bezetting(conn: Connection, regio_code: str, van: date) -> list[Bezetting]:
    """Everything taken in a region from a week on, for the worker; in order of kandidaat, plek and week.

    A praktijkopleider may also lead people at plekken that are closed by now, so every plek counts.
    """
    rows = await conn.fetch(
        """
        select bezet.kandidaat_id, bezet.leerwerkplek_id, bezet.praktijkopleider_id, bezet.week,
               bezet.minuten, bezet.voorstel_id, bezet.roulatie_id
        from bezetting bezet
        join leerwerkplekken plek on plek.id = bezet.leerwerkplek_id
        where plek.regio_code = $1 and bezet.week >= $2
        order by bezet.kandidaat_id, bezet.leerwerkplek_id, bezet.week
        """,
        regio_code,
        van,
    )
    return [Bezetting(**dict(row)) for row in rows]


def _reach(actor: Actor) -> tuple[list[int], list[str]]:
    """The arguments $1 and $2: at which organisaties the actor reads plekken, and which regios."""
    return list(actor.organisaties_als(*LEEST_PLEKKEN)), list(actor.regios_als(*LEEST_REGIO))


async def list_aanwezigen(conn: Connection, actor: Actor, plek_id: int, van: date) -> list[Aanwezige]:
    """Who has a plaats at a plek in some week from a Monday on, in order of time; nobody for a stranger.

    Who reads a regio sees the people of it; who works at the organisatie a kenmerk only of who works there,
    for behind a reservation stands somebody who has not been introduced yet.
    """
    rows = await conn.fetch(
        """
        select case when kandidaat.regio_code = any($2::text[]) then kandidaat.id end as kandidaat_id,
               case when kandidaat.regio_code = any($2::text[]) then kandidaat.kenmerk
                    when bezet.bron <> 'voorstel' then kenmerk_op_plek(bezet.kandidaat_id, plek.id)
               end as kenmerk,
               case when kandidaat.regio_code = any($2::text[]) then bezet.voorstel_id end as voorstel_id,
               bezet.bron = 'voorstel' as gereserveerd,
               min(bezet.week) as eerste_week, max(bezet.week) as laatste_week
        from bezetting bezet
        join leerwerkplekken plek on plek.id = bezet.leerwerkplek_id
        join vestigingen vestiging on vestiging.id = plek.vestiging_id
        left join kandidaten kandidaat on kandidaat.id = bezet.kandidaat_id
        where (vestiging.organisatie_id = any($1::bigint[]) or plek.regio_code = any($2::text[]))
          and plek.id = $3
        group by plek.id, bezet.kandidaat_id, kandidaat.id, bezet.bron, bezet.voorstel_id
        having max(bezet.week) >= $4
        order by min(bezet.week), kenmerk, bezet.kandidaat_id
        """,
        *_reach(actor),
        plek_id,
        van,
    )
    return [Aanwezige(**dict(row)) for row in rows]


async def list_weekstanden(
    conn: Connection, actor: Actor, plek_id: int, van: date, weken: int
) -> list[Weekstand]:
    """What is taken in each of some weeks in which a plek is open, from a Monday on; none for a stranger."""
    rows = await conn.fetch(
        """
        select reeks.week, plek.plaatsen, po.naam as praktijkopleider,
               (select count(distinct bezet.kandidaat_id) from bezetting bezet
                where bezet.leerwerkplek_id = plek.id and bezet.week = reeks.week) as bezet,
               (select coalesce(sum(bezet.minuten), 0) from bezetting bezet
                where bezet.praktijkopleider_id = po.id and bezet.week = reeks.week) as gebruikt,
               coalesce(ruimte.minuten_per_week, 0) as minuten
        from leerwerkplekken plek
        join vestigingen vestiging on vestiging.id = plek.vestiging_id
        cross join lateral (select $4::date + 7 * nummer as week
                            from generate_series(0, $5::integer - 1) nummer) reeks
        left join leerwerkplek_praktijkopleiders inzet
          on inzet.leerwerkplek_id = plek.id and inzet.periode @> reeks.week
        left join praktijkopleiders po on po.id = inzet.praktijkopleider_id
        left join begeleidingscapaciteiten ruimte
          on ruimte.praktijkopleider_id = po.id and ruimte.periode @> reeks.week
        where (vestiging.organisatie_id = any($1::bigint[]) or plek.regio_code = any($2::text[]))
          and plek.id = $3 and plek.periode @> reeks.week
        order by reeks.week
        """,
        *_reach(actor),
        plek_id,
        van,
        weken,
    )
    return [Weekstand(**dict(row)) for row in rows]


async def list_praktijkweken(
    conn: Connection, actor: Actor, praktijkopleider_id: int, van: date, weken: int
) -> list[Praktijkweek]:
    """What is taken of a praktijkopleider in some weeks from a Monday on; none for a stranger."""
    rows = await conn.fetch(
        """
        select reeks.week, count(distinct bezet.kandidaat_id) as mensen,
               coalesce(sum(bezet.minuten), 0) as gebruikt,
               coalesce(max(ruimte.minuten_per_week), 0) as minuten
        from praktijkopleiders po
        join vestigingen vestiging on vestiging.id = po.vestiging_id
        join organisaties organisatie on organisatie.id = vestiging.organisatie_id
        cross join lateral (select $4::date + 7 * nummer as week
                            from generate_series(0, $5::integer - 1) nummer) reeks
        left join bezetting bezet on bezet.praktijkopleider_id = po.id and bezet.week = reeks.week
        left join begeleidingscapaciteiten ruimte
          on ruimte.praktijkopleider_id = po.id and ruimte.periode @> reeks.week
        where (organisatie.id = any($1::bigint[]) or organisatie.regio_code = any($2::text[]))
          and po.id = $3
        group by reeks.week
        order by reeks.week
        """,
        *_reach(actor),
        praktijkopleider_id,
        van,
        weken,
    )
    return [Praktijkweek(**dict(row)) for row in rows]


async def list_in_weken(
    conn: Connection,
    actor: Actor,
    *,
    van: date,
    weken: int,
    plek_id: int | None = None,
    praktijkopleider_id: int | None = None,
) -> list[InWeek]:
    """Who is at a plek, or with a praktijkopleider, in each of some weeks; hidden as in `list_aanwezigen`."""
    rows = await conn.fetch(
        """
        select bezet.week, plek.id as leerwerkplek_id, plek.titel, bezet.minuten,
               case when kandidaat.regio_code = any($2::text[]) then kandidaat.id end as kandidaat_id,
               case when kandidaat.regio_code = any($2::text[]) then kandidaat.kenmerk
                    when bezet.bron <> 'voorstel' then kenmerk_op_plek(bezet.kandidaat_id, plek.id)
               end as kenmerk,
               bezet.bron = 'voorstel' as gereserveerd
        from bezetting bezet
        join leerwerkplekken plek on plek.id = bezet.leerwerkplek_id
        join vestigingen vestiging on vestiging.id = plek.vestiging_id
        left join kandidaten kandidaat on kandidaat.id = bezet.kandidaat_id
        where (vestiging.organisatie_id = any($1::bigint[]) or plek.regio_code = any($2::text[]))
          and (bezet.leerwerkplek_id = $3 or bezet.praktijkopleider_id = $4)
          and bezet.week >= $5 and bezet.week < $5 + 7 * $6::integer
        order by bezet.week, plek.titel, plek.id, kenmerk, bezet.kandidaat_id
        """,
        *_reach(actor),
        plek_id,
        praktijkopleider_id,
        van,
        weken,
    )
    return [InWeek(**dict(row)) for row in rows]

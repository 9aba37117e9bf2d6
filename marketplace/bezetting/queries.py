"""The SQL of bezetting; a person reaches it through the verbs of a voorstel, the worker by region."""

from datetime import date

from marketplace.bezetting.model import Bezetting, Verblijf
from marketplace.db import Connection


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
               bezet.minuten, bezet.voorstel_id
        from bezetting bezet
        join leerwerkplekken plek on plek.id = bezet.leerwerkplek_id
        where plek.regio_code = $1 and bezet.week >= $2
        order by bezet.kandidaat_id, bezet.leerwerkplek_id, bezet.week
        """,
        regio_code,
        van,
    )
    return [Bezetting(**dict(row)) for row in rows]

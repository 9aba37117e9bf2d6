"""The SQL that reads what belongs to organisaties: who may see it stands in `zicht`.

`list_capaciteiten`, `list_erkenningen` and `list_opleidingen` are asked for a praktijkopleider, vestiging or
region that the caller has been allowed to see (or by the worker).
"""

from collections.abc import Sequence
from datetime import date

import asyncpg

from marketplace.db import Connection
from marketplace.organisaties.model import (
    MBO,
    Capaciteit,
    Erkenning,
    Nabijheid,
    Opleiding,
    Praktijkopleider,
    Vestiging,
)
from marketplace.organisaties.zicht import readers
from marketplace.toegang.model import Actor

_VESTIGING = """
    select vestiging.id, vestiging.naam, vestiging.organisatie_id, organisatie.naam as organisatie,
           organisatie.soort as organisatie_soort, organisatie.regio_code, vestiging.plaats_id,
           plaats.naam as plaats, gemeente.naam as gemeente, plaats.lat, plaats.lon,
           vestiging.leerbedrijf_id, organisatie.voorbeeld, vestiging.versie,
           coalesce(organisatie.gearchiveerd_op, vestiging.gearchiveerd_op) as gearchiveerd_op
    from vestigingen vestiging
    join organisaties organisatie on organisatie.id = vestiging.organisatie_id
    join plaatsen plaats on plaats.id = vestiging.plaats_id
    join gemeenten gemeente on gemeente.id = plaats.gemeente_id
    where (organisatie.id = any($1::bigint[]) or organisatie.regio_code = any($2::text[]))
"""
# Those that can have a plek: they are there and no school's.
_TAKES_PLEKKEN = f"""
    and organisatie.soort <> '{MBO}' and organisatie.gearchiveerd_op is null
    and vestiging.gearchiveerd_op is null
"""


async def list_vestigingen(conn: Connection, actor: Actor) -> list[Vestiging]:
    """The vestigingen that the actor may see and that can have a plek, by organisatie and name."""
    rows = await conn.fetch(
        f"{_VESTIGING} {_TAKES_PLEKKEN} order by organisatie.naam, vestiging.naam", *readers(actor)
    )
    return [Vestiging(**dict(row)) for row in rows]


async def list_vestigingen_after(conn: Connection, actor: Actor, *, na: int, aantal: int) -> list[Vestiging]:
    """So many vestigingen that can have a plek with a higher id, in order of it."""
    rows = await conn.fetch(
        f"{_VESTIGING} {_TAKES_PLEKKEN} and vestiging.id > $3 order by vestiging.id limit $4",
        *readers(actor),
        na,
        aantal,
    )
    return [Vestiging(**dict(row)) for row in rows]


async def get_vestiging(conn: Connection, actor: Actor, vestiging_id: int) -> Vestiging | None:
    """One vestiging that can have a plek; None for a stranger."""
    row = await conn.fetchrow(
        f"{_VESTIGING} {_TAKES_PLEKKEN} and vestiging.id = $3", *readers(actor), vestiging_id
    )
    return None if row is None else Vestiging(**dict(row))


async def find_vestiging(conn: Connection, actor: Actor, vestiging_id: int) -> Vestiging | None:
    """One vestiging, archived or not; None for a stranger."""
    row = await conn.fetchrow(f"{_VESTIGING} and vestiging.id = $3", *readers(actor), vestiging_id)
    return None if row is None else Vestiging(**dict(row))


async def list_all_vestigingen(conn: Connection, actor: Actor) -> list[Vestiging]:
    """Every vestiging that the actor may see, archived or not and of schools too."""
    rows = await conn.fetch(f"{_VESTIGING} order by organisatie.naam, vestiging.naam", *readers(actor))
    return [Vestiging(**dict(row)) for row in rows]


async def list_vestigingen_of(conn: Connection, actor: Actor, organisatie_id: int) -> list[Vestiging]:
    """Every vestiging of an organisatie, those that were archived last; none for a stranger."""
    rows = await conn.fetch(
        f"{_VESTIGING} and organisatie.id = $3"
        " order by coalesce(organisatie.gearchiveerd_op, vestiging.gearchiveerd_op) is not null,"
        " vestiging.naam",
        *readers(actor),
        organisatie_id,
    )
    return [Vestiging(**dict(row)) for row in rows]


_PRAKTIJKOPLEIDER = """
    select po.id, po.vestiging_id, po.naam, po.tot, po.voorbeeld, po.versie
    from praktijkopleiders po
    join vestigingen vestiging on vestiging.id = po.vestiging_id
    join organisaties organisatie on organisatie.id = vestiging.organisatie_id
    where (organisatie.id = any($1::bigint[]) or organisatie.regio_code = any($2::text[]))
"""


async def get_praktijkopleider(
    conn: Connection, actor: Actor, praktijkopleider_id: int
) -> Praktijkopleider | None:
    """One praktijkopleider with the time for guidance; None for a stranger."""
    rows = await conn.fetch(f"{_PRAKTIJKOPLEIDER} and po.id = $3", *readers(actor), praktijkopleider_id)
    found = await _with_capaciteiten(conn, rows)
    return found[0] if found else None


async def list_praktijkopleiders(conn: Connection, actor: Actor) -> list[Praktijkopleider]:
    """The praktijkopleiders of the vestigingen that the actor may see, with their time for guidance.

    Those who left are among them: they led what has been.
    """
    rows = await conn.fetch(f"{_PRAKTIJKOPLEIDER} order by po.naam, po.id", *readers(actor))
    return await _with_capaciteiten(conn, rows)


async def list_praktijkopleiders_of(
    conn: Connection, actor: Actor, vestigingen: Sequence[int]
) -> list[Praktijkopleider]:
    """Those of some vestigingen, by name; none for a stranger."""
    rows = await conn.fetch(
        f"{_PRAKTIJKOPLEIDER} and vestiging.id = any($3::bigint[]) order by po.naam, po.id",
        *readers(actor),
        list(vestigingen),
    )
    return await _with_capaciteiten(conn, rows)


async def list_praktijkopleiders_after(
    conn: Connection, actor: Actor, *, na: int, aantal: int
) -> list[Praktijkopleider]:
    """So many praktijkopleiders with a higher id, in order of it."""
    rows = await conn.fetch(
        f"{_PRAKTIJKOPLEIDER} and po.id > $3 order by po.id limit $4", *readers(actor), na, aantal
    )
    return await _with_capaciteiten(conn, rows)


async def _with_capaciteiten(conn: Connection, rows: Sequence[asyncpg.Record]) -> list[Praktijkopleider]:
    """Rows as values, each with the time for guidance."""
    times: dict[int, list[Capaciteit]] = {row["id"]: [] for row in rows}
    for each in await list_capaciteiten(conn, list(times)):
        times[each.praktijkopleider_id].append(each)
    return [Praktijkopleider(**dict(row), capaciteiten=tuple(times[row["id"]])) for row in rows]


async def list_capaciteiten(conn: Connection, praktijkopleider_ids: Sequence[int]) -> list[Capaciteit]:
    """The time for guidance of these praktijkopleiders, in order of person and time."""
    rows = await conn.fetch(
        """
        select praktijkopleider_id, lower(periode) as van, upper(periode) as tot, nabijheid, minuten_per_week
        from begeleidingscapaciteiten where praktijkopleider_id = any($1::bigint[])
        order by praktijkopleider_id, lower(periode)
        """,
        list(praktijkopleider_ids),
    )
    return [
        Capaciteit(
            praktijkopleider_id=row["praktijkopleider_id"],
            van=row["van"],
            tot=row["tot"],
            nabijheid=Nabijheid(row["nabijheid"]),
            minuten=row["minuten_per_week"],
        )
        for row in rows
    ]


async def list_erkenningen(conn: Connection, vestiging_ids: Sequence[int]) -> list[Erkenning]:
    """The erkenningen of these vestigingen with the werkprocessen they are limited to, in order of time."""
    rows = await conn.fetch(
        """
        select erkenning.id, erkenning.vestiging_id, erkenning.crebo, kwalificatie.naam as kwalificatie,
               lower(erkenning.periode) as van, upper(erkenning.periode) as tot,
               erkenning.gecontroleerd_op, erkenning.versie,
               (select array_agg(beperkt.werkproces_id) from erkenning_werkprocessen beperkt
                where beperkt.erkenning_id = erkenning.id) as werkprocessen
        from erkenningen erkenning
        join kwalificaties kwalificatie on kwalificatie.crebo = erkenning.crebo
        where erkenning.vestiging_id = any($1::bigint[])
        order by erkenning.vestiging_id, lower(erkenning.periode), erkenning.crebo
        """,
        list(vestiging_ids),
    )
    return [_erkenning(row) for row in rows]


def _erkenning(row: asyncpg.Record) -> Erkenning:
    """One erkenning as a value."""
    limits = row["werkprocessen"]
    return Erkenning(**{**dict(row), "werkprocessen": None if limits is None else frozenset(limits)})


async def list_opleidingen(conn: Connection, regio_code: str, van: date, tot: date) -> list[Opleiding]:
    """What schools offer to kandidaten of a region on some day of [van, tot)."""
    rows = await conn.fetch(
        """
        select opleiding.id, opleiding.organisatie_id, opleiding.crebo, kwalificatie.naam as kwalificatie,
               lower(opleiding.periode) as van, upper(opleiding.periode) as tot, opleiding.regio_codes,
               opleiding.versie
        from opleidingen opleiding
        join kwalificaties kwalificatie on kwalificatie.crebo = opleiding.crebo
        where $1 = any(opleiding.regio_codes) and opleiding.periode && daterange($2, $3)
        order by opleiding.crebo, lower(opleiding.periode), opleiding.organisatie_id
        """,
        regio_code,
        van,
        tot,
    )
    return [_opleiding(row) for row in rows]


async def list_opleidingen_of(conn: Connection, organisatie_id: int) -> list[Opleiding]:
    """Everything a school offers, offered or will offer, by kwalificatie and time."""
    rows = await conn.fetch(
        """
        select opleiding.id, opleiding.organisatie_id, opleiding.crebo, kwalificatie.naam as kwalificatie,
               lower(opleiding.periode) as van, upper(opleiding.periode) as tot, opleiding.regio_codes,
               opleiding.versie
        from opleidingen opleiding
        join kwalificaties kwalificatie on kwalificatie.crebo = opleiding.crebo
        where opleiding.organisatie_id = $1
        order by kwalificatie.naam, opleiding.crebo, lower(opleiding.periode)
        """,
        organisatie_id,
    )
    return [_opleiding(row) for row in rows]


def _opleiding(row: asyncpg.Record) -> Opleiding:
    """One opleiding as a value."""
    return Opleiding(**{**dict(row), "regio_codes": tuple(row["regio_codes"])})

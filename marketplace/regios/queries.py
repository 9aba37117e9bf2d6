"""All SQL of regions, places and policies; this is public knowledge, so no actor is asked."""

from collections.abc import Sequence
from datetime import date

import asyncpg

from marketplace.db import Connection
from marketplace.regios.model import Beleid, Gemeente, Plaats, Regio, read_beleid


async def get_regio(conn: Connection, code: str) -> Regio | None:
    """One region by its code."""
    row = await conn.fetchrow("select code, naam from regios where code = $1", code)
    return None if row is None else Regio(row["code"], row["naam"])


async def list_regios(conn: Connection) -> list[Regio]:
    """Every region, by code."""
    rows = await conn.fetch("select code, naam from regios order by code")
    return [Regio(row["code"], row["naam"]) for row in rows]


async def get_beleid(conn: Connection, regio_code: str, op: date) -> Beleid:
    """The policy that holds on a day; raises IncompleteBeleid when a key has no value yet."""
    rows = await conn.fetch(
        """
        select distinct on (sleutel) sleutel, waarde from regio_beleid
        where regio_code = $1 and vanaf <= $2 and ingetrokken_op is null
        order by sleutel, vanaf desc
        """,
        regio_code,
        op,
    )
    return read_beleid({row["sleutel"]: row["waarde"] for row in rows})


async def get_wachttermijn(conn: Connection, regio_codes: Sequence[str], op: date) -> int | None:
    """The shortest wachttermijn in weeks of these regions on a day; None where no policy names one."""
    weeks: int | None = await conn.fetchval(
        """
        select min(waarde::integer) from (
            select distinct on (regio_code) waarde from regio_beleid
            where regio_code = any($1::text[]) and sleutel = 'wachttermijn_weken' and vanaf <= $2
              and ingetrokken_op is null
            order by regio_code, vanaf desc) nu
        """,
        list(regio_codes),
        op,
    )
    return weeks


async def list_gemeenten(conn: Connection, regio_codes: Sequence[str], op: date) -> list[Gemeente]:
    """The gemeenten that belong to one of these regions on a day, by name."""
    rows = await conn.fetch(
        """
        select gemeente.id, gemeente.naam from gemeenten gemeente
        join gemeente_regios lid on lid.gemeente_id = gemeente.id and lid.periode @> $2::date
        where lid.regio_code = any($1::text[]) order by gemeente.naam
        """,
        list(regio_codes),
        op,
    )
    return [Gemeente(row["id"], row["naam"]) for row in rows]


_PLAATS = """
    select plaats.id, plaats.naam, plaats.gemeente_id, gemeente.naam as gemeente, lid.regio_code,
           plaats.lat, plaats.lon,
           case when exists (select from postcodes deel where deel.plaats_id = plaats.id)
               then plaats.inwoners else 0 end as inwoners
    from plaatsen plaats
    join gemeenten gemeente on gemeente.id = plaats.gemeente_id
    left join gemeente_regios lid on lid.gemeente_id = plaats.gemeente_id and lid.periode @> $2::date
"""


async def list_plaatsen(conn: Connection, regio_code: str, op: date) -> list[Plaats]:
    """The places of a region on a day, by name."""
    rows = await conn.fetch(f"{_PLAATS} where lid.regio_code = $1 order by plaats.naam", regio_code, op)
    return [_plaats(row) for row in rows]


async def get_plaats_of_pc4(conn: Connection, pc4: str, op: date) -> Plaats | None:
    """The place that the four digits of a postcode stand for; None when the gazetteer does not know them."""
    row = await conn.fetchrow(
        f"{_PLAATS} join postcodes postcode on postcode.plaats_id = plaats.id where postcode.pc4 = $1",
        pc4,
        op,
    )
    return None if row is None else _plaats(row)


async def list_postcodes(conn: Connection, op: date) -> dict[str, Plaats]:
    """The place of every postcode that the gazetteer knows."""
    rows = await conn.fetch("select pc4, plaats_id from postcodes")
    ids = sorted({row["plaats_id"] for row in rows})
    found = await conn.fetch(f"{_PLAATS} where plaats.id = any($1::integer[])", ids, op)
    plaatsen = {row["id"]: _plaats(row) for row in found}
    return {row["pc4"]: plaatsen[row["plaats_id"]] for row in rows}


async def has_gemeente(conn: Connection, gemeente_id: int) -> bool:
    """Whether the database knows this gemeente."""
    return bool(await conn.fetchval("select exists (select from gemeenten where id = $1)", gemeente_id))


def _plaats(row: asyncpg.Record) -> Plaats:
    """One place as a value."""
    return Plaats(**dict(row))

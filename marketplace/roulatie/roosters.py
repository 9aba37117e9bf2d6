"""The SQL of roosters: read one with its cells, write a new one, move cells, publish."""

from collections.abc import Sequence
from datetime import datetime

import asyncpg

from marketplace.db import Connection
from marketplace.rekenruns.concepten import Concepten, retire
from marketplace.rekenruns.model import Json
from marketplace.roulatie.model import Cel, Rooster, RoosterStatus
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import LEEST_REGIO

ROOSTERS = Concepten("roulatie_roosters", "roulatie_id", "roulatie_zetten", "rooster_id")
_ROOSTER = """
    select rooster.id, rooster.roulatie_id, rooster.status, rooster.basis_id, rooster.rekenrun_id,
           rooster.gemaakt_op, maker.naam as gemaakt_door, rooster.gepubliceerd_op,
           publiceerder.naam as gepubliceerd_door, rooster.lagen, rooster.versie
    from roulatie_roosters rooster
    join roulaties roulatie on roulatie.id = rooster.roulatie_id
    left join accounts maker on maker.id = rooster.gemaakt_door
    left join accounts publiceerder on publiceerder.id = rooster.gepubliceerd_door
    where roulatie.regio_code = any($1::text[])
"""


async def get_rooster(conn: Connection, actor: Actor, rooster_id: int) -> Rooster | None:
    """One rooster; None for a stranger."""
    row = await conn.fetchrow(f"{_ROOSTER} and rooster.id = $2", _regios(actor), rooster_id)
    return None if row is None else await _with_cellen(conn, row)


async def get_by_status(
    conn: Connection, regios: Sequence[str], roulatie_id: int, status: RoosterStatus
) -> Rooster | None:
    """The rooster of a roulatie of these regios with a status, the newest where there are more."""
    row = await conn.fetchrow(
        f"{_ROOSTER} and rooster.roulatie_id = $2 and rooster.status = $3 order by rooster.id desc limit 1",
        list(regios),
        roulatie_id,
        status,
    )
    return None if row is None else await _with_cellen(conn, row)


async def list_roosters(
    conn: Connection, actor: Actor, roulatie_id: int, statuses: Sequence[RoosterStatus]
) -> list[Rooster]:
    """The roosters of a roulatie with one of these statuses, the newest first."""
    rows = await conn.fetch(
        f"{_ROOSTER} and rooster.roulatie_id = $2 and rooster.status = any($3::text[])"
        " order by rooster.id desc",
        _regios(actor),
        roulatie_id,
        list(statuses),
    )
    return [await _with_cellen(conn, row) for row in rows]


async def get_opgegeven(conn: Connection, actor: Actor, rooster: Rooster) -> str | None:
    """Which rules a run gave up for a rooster, in words; None for none, or once a hand was laid on it."""
    if rooster.rekenrun_id is None or rooster.lagen is None:
        return None
    zin: str | None = await conn.fetchval(
        """
        select uitkomst -> 'opgegeven' ->> 'zin' from rekenruns where id = $2 and regio_code = any($1::text[])
        """,
        _regios(actor),
        rooster.rekenrun_id,
    )
    return zin


def _regios(actor: Actor) -> list[str]:
    """The regios whose roosters the actor sees."""
    return list(actor.regios_als(*LEEST_REGIO))


async def _with_cellen(conn: Connection, row: asyncpg.Record) -> Rooster:
    """A rooster with its cells in order."""
    cellen = await conn.fetch(
        """
        select kandidaat_id, blok_id, leerwerkplek_id, vast from roulatie_cellen
        where rooster_id = $1 order by kandidaat_id, blok_id
        """,
        row["id"],
    )
    values = {**dict(row), "status": RoosterStatus(row["status"])}
    return Rooster(**values, cellen=tuple(Cel(**dict(each)) for each in cellen))


async def insert_rooster(  # noqa: PLR0913 (a row with its cells, by name)
    conn: Connection,
    *,
    roulatie_id: int,
    status: RoosterStatus,
    basis_id: int | None,
    now: datetime,
    account_id: int | None,
    rekenrun_id: int | None = None,
    lagen: list[Json] | None = None,
    cellen: Sequence[Cel] = (),
) -> int | None:
    """Write a rooster with its cells and give its id; None where a second concept would stand."""
    rooster_id: int | None = await conn.fetchval(
        """
        insert into roulatie_roosters
            (roulatie_id, status, basis_id, rekenrun_id, gemaakt_op, gemaakt_door, lagen)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (roulatie_id) where status = 'concept' do nothing
        returning id
        """,
        roulatie_id,
        status,
        basis_id,
        rekenrun_id,
        now,
        account_id,
        lagen,
    )
    if rooster_id is not None:
        await put_cellen(conn, rooster_id, roulatie_id, cellen)
    return rooster_id


async def put_cellen(conn: Connection, rooster_id: int, roulatie_id: int, cellen: Sequence[Cel]) -> None:
    """Write these cells, over those of the same people in the same blocks."""
    await conn.execute(
        """
        insert into roulatie_cellen (rooster_id, roulatie_id, kandidaat_id, blok_id, leerwerkplek_id, vast)
        select $1, $2, cel.kandidaat_id, cel.blok_id, cel.leerwerkplek_id, cel.vast
        from unnest($3::bigint[], $4::bigint[], $5::bigint[], $6::boolean[])
            as cel(kandidaat_id, blok_id, leerwerkplek_id, vast)
        on conflict (rooster_id, kandidaat_id, blok_id)
            do update set leerwerkplek_id = excluded.leerwerkplek_id, vast = excluded.vast
        """,
        rooster_id,
        roulatie_id,
        [each.kandidaat_id for each in cellen],
        [each.blok_id for each in cellen],
        [each.leerwerkplek_id for each in cellen],
        [each.vast for each in cellen],
    )


async def delete_cellen(conn: Connection, rooster_id: int, places: Sequence[tuple[int, int]]) -> None:
    """Take people (kandidaat, blok) from the board."""
    await conn.execute(
        """
        delete from roulatie_cellen cel using unnest($2::bigint[], $3::bigint[]) as weg(kandidaat_id, blok_id)
        where cel.rooster_id = $1 and cel.kandidaat_id = weg.kandidaat_id and cel.blok_id = weg.blok_id
        """,
        rooster_id,
        [kandidaat for kandidaat, _ in places],
        [blok for _, blok in places],
    )


async def publish(conn: Connection, rooster: Rooster, account_id: int, now: datetime) -> bool:
    """Publish a concept over the version that was read; what was published becomes history.

    False when the concept is another by now, or was made from another published one than there is.
    """
    await retire(conn, ROOSTERS, rooster.roulatie_id, rooster.basis_id)
    try:
        found = await conn.fetchval(
            """
            update roulatie_roosters
            set status = 'gepubliceerd', gepubliceerd_op = $3, gepubliceerd_door = $4, versie = versie + 1
            where id = $1 and versie = $2 and status = 'concept' returning id
            """,
            rooster.id,
            rooster.versie,
            now,
            account_id,
        )
    except asyncpg.UniqueViolationError:
        return False
    return found is not None

"""The verbs on the blocks of a roulatie, and their SQL: add, move, split, lock, remove, or choose all."""

from collections.abc import Sequence
from datetime import date

from marketplace.datum import datum
from marketplace.db import Connection
from marketplace.errors import Conflict, InvalidInput, NotFound
from marketplace.roulatie.bord import own_cohort
from marketplace.roulatie.model import Blok, Cohort
from marketplace.roulatie.wijziging import Wijziging, claim_roulatie
from marketplace.roulatie.writes import put_blok
from marketplace.toegang.model import Actor


class Filled(Conflict):
    """In dit blok staan al mensen op het bord. Haal hen daar eerst weg."""


class Planned(Conflict):
    """Er staan al mensen op het bord. De blokken kunnen dan niet meer alle tegelijk anders."""


async def add_blok(conn: Connection, actor: Actor, wijziging: Wijziging, van: date, tot: date) -> None:
    """Add a block, half open; raises InvalidInput where it overlaps or lies outside."""
    now = await own_cohort(conn, actor, wijziging.roulatie_id)
    _refuse(now, van, tot, None)
    await claim_roulatie(conn, actor, wijziging, "blok_toegevoegd")
    await put_blok(conn, now.roulatie.id, van, tot)


async def move_blok(
    conn: Connection, actor: Actor, wijziging: Wijziging, blok_id: int, van: date, tot: date
) -> None:
    """Give a block other dates, half open; raises InvalidInput, or Filled where people were told of it."""
    now, blok = await _blok(conn, actor, wijziging, blok_id)
    _refuse(now, van, tot, blok)
    if await _told(conn, now, blok):
        raise Filled("Dit blok staat in een gepubliceerd rooster. De data veranderen niet meer.")
    await claim_roulatie(conn, actor, wijziging, "blok_gewijzigd")
    await conn.execute(
        "update roulatie_blokken set periode = daterange($3, $4) where roulatie_id = $1 and id = $2",
        now.roulatie.id,
        blok.id,
        van,
        tot,
    )


async def split_blok(
    conn: Connection, actor: Actor, wijziging: Wijziging, blok_id: int, maandag: date
) -> None:
    """Make two blocks of one, the second from a Monday on; who is in it stays where they are."""
    now, blok = await _blok(conn, actor, wijziging, blok_id)
    if not blok.van < maandag < blok.tot:
        raise InvalidInput(fields={"maandag": "Kies een maandag binnen dit blok, na de eerste week."})
    await claim_roulatie(conn, actor, wijziging, "blok_gesplitst")
    await split_block(conn, now, blok, maandag)


async def split_block(conn: Connection, cohort: Cohort, blok: Blok, monday: date) -> int:
    """Cut a block at a Monday within it and give the id of the second half; the caller has the right to.

    The database lets every cell of the block, of whatever rooster, stand in both halves: nobody moves.
    """
    await conn.execute(
        """
        update roulatie_blokken set periode = daterange(lower(periode), $3)
        where roulatie_id = $1 and id = $2
        """,
        cohort.roulatie.id,
        blok.id,
        monday,
    )
    return int(
        await conn.fetchval(
            """
            insert into roulatie_blokken (roulatie_id, periode, vergrendeld, deel_van)
            values ($1, daterange($2, $3), $4, $5) returning id
            """,
            cohort.roulatie.id,
            monday,
            blok.tot,
            blok.vergrendeld,
            blok.id,
        )
    )


async def remove_blok(conn: Connection, actor: Actor, wijziging: Wijziging, blok_id: int) -> None:
    """Remove a block in which nobody is on any board; raises Filled."""
    now, blok = await _blok(conn, actor, wijziging, blok_id)
    if await _has_cells(conn, now, blok_id):
        raise Filled
    await claim_roulatie(conn, actor, wijziging, "blok_weggehaald")
    await conn.execute(
        "delete from roulatie_blokken where roulatie_id = $1 and id = $2", now.roulatie.id, blok.id
    )


async def lock_blok(
    conn: Connection, actor: Actor, wijziging: Wijziging, blok_id: int, *, vergrendeld: bool
) -> None:
    """Let nothing in a block be moved any more, or let it move again."""
    now, blok = await _blok(conn, actor, wijziging, blok_id)
    await claim_roulatie(conn, actor, wijziging, "blok_op_slot" if vergrendeld else "blok_van_slot")
    await conn.execute(
        "update roulatie_blokken set vergrendeld = $3 where roulatie_id = $1 and id = $2",
        now.roulatie.id,
        blok.id,
        vergrendeld,
    )


async def replace_blokken(
    conn: Connection, actor: Actor, wijziging: Wijziging, periodes: Sequence[tuple[date, date]]
) -> None:
    """Let these be the blocks, while nobody is on any board; raises Planned."""
    now = await own_cohort(conn, actor, wijziging.roulatie_id)
    if await _has_cells(conn, now, None):
        raise Planned
    await claim_roulatie(conn, actor, wijziging, "blokken_gekozen")
    await conn.execute("delete from roulatie_blokken where roulatie_id = $1", now.roulatie.id)
    for van, tot in periodes:
        await put_blok(conn, now.roulatie.id, van, tot)


async def _blok(conn: Connection, actor: Actor, wijziging: Wijziging, blok_id: int) -> tuple[Cohort, Blok]:
    """The cohort that is the actor's, and one of its blocks; raises NotFound."""
    now = await own_cohort(conn, actor, wijziging.roulatie_id)
    blok = now.blok(blok_id)
    if blok is None:
        raise NotFound
    return now, blok


async def _has_cells(conn: Connection, now: Cohort, blok_id: int | None) -> bool:
    """Whether somebody is on a board that still counts, in one block or in any."""
    return bool(
        await conn.fetchval(
            """
            select exists (
                select from roulatie_cellen cel join roulatie_roosters rooster on rooster.id = cel.rooster_id
                where cel.roulatie_id = $1 and ($2::bigint is null or cel.blok_id = $2)
                  and rooster.status <> 'vervallen')
            """,
            now.roulatie.id,
            blok_id,
        )
    )


async def _told(conn: Connection, now: Cohort, blok: Blok) -> bool:
    """Whether people were told of a block."""
    return bool(
        await conn.fetchval(
            """
            select exists (
                select from roulatie_cellen cel join roulatie_roosters rooster on rooster.id = cel.rooster_id
                where cel.roulatie_id = $1 and cel.blok_id = $2
                  and rooster.status in ('gepubliceerd', 'historie'))
            """,
            now.roulatie.id,
            blok.id,
        )
    )


def _refuse(now: Cohort, van: date, tot: date, besides: Blok | None) -> None:
    """Raise where a block ends before it begins, leaves the dates of the roulatie or overlaps another."""
    wrong = {}
    if tot <= van:
        wrong["laatste_dag"] = "Het blok eindigt voor het begint. Kies een latere laatste dag."
    if not now.roulatie.van <= van < now.roulatie.tot:
        wrong["van"] = _between(now)
    elif tot > now.roulatie.tot:
        wrong["laatste_dag"] = _between(now)
    for each in now.blokken:
        if each != besides and each.van < tot and van < each.tot:
            wrong.setdefault(
                "van", f"Dit blok valt samen met blok {each.nummer}, dat begint op {datum(each.van)}."
            )
    if wrong:
        raise InvalidInput(fields=wrong)


def _between(now: Cohort) -> str:
    """In which dates a block lies."""
    return f"Een blok ligt tussen {datum(now.roulatie.van)} en {datum(now.roulatie.laatste_dag)}."

"""All SQL that writes files which were read in; only the own one of an actor."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime

from marketplace.db import Connection
from marketplace.inlezen.model import SILENCE, RijStand, Status, Uitkomst
from marketplace.toegang.model import Actor


async def insert_inlezing(
    conn: Connection,
    actor: Actor,
    *,
    soort: str,
    bestandsnaam: str,
    bestand: bytes,
    now: datetime,
    vervalt_op: datetime,
) -> int:
    """Keep a file until it expires, to be checked; returns its id."""
    made: int = await conn.fetchval(
        """
        insert into inlezingen (account_id, soort, bestandsnaam, bestand, sha256, status, aangemaakt_op,
            teken_op, vervalt_op)
        values ($1, $2, $3, $4, sha256($4), $5, $6, $6, $7) returning id
        """,
        actor.account_id,
        soort,
        bestandsnaam,
        bestand,
        Status.NAKIJKEN,
        now,
        vervalt_op,
    )
    return made


async def begin(
    conn: Connection,
    actor: Actor,
    *,
    inlezing_id: int,
    van: Status,
    naar: Status,
    alleen_goede: bool,
    now: datetime,
) -> bool:
    """Let work on a file begin; False when it is not in that status, its work lives, or it is gone.

    Work that has fallen silent may begin anew.
    """
    begun = await conn.fetchval(
        """
        update inlezingen set status = $4, alleen_goede = $5, teken_op = $6, stap = ''
        where id = $1 and account_id = $2 and bestand is not null
          and (status = $3 or (status = $4 and teken_op < $7))
        returning id
        """,
        inlezing_id,
        actor.account_id,
        van,
        naar,
        alleen_goede,
        now,
        now - SILENCE,
    )
    return begun is not None


async def update_stap(conn: Connection, inlezing_id: int, stap: str, now: datetime) -> None:
    """Say how far the work is."""
    await conn.execute("update inlezingen set stap = $2, teken_op = $3 where id = $1", inlezing_id, stap, now)


async def finish(
    conn: Connection, actor: Actor, *, inlezing_id: int, van: Status, naar: Status, uitkomst: Uitkomst
) -> bool:
    """End the work on a file with what came of it; False when it had ended otherwise."""
    ended = await conn.fetchval(
        """
        update inlezingen set status = $4, uitkomst = $5, stap = ''
        where id = $1 and account_id = $2 and status = $3 returning id
        """,
        inlezing_id,
        actor.account_id,
        van,
        naar,
        asdict(uitkomst),
    )
    return ended is not None


async def update_geschreven(conn: Connection, inlezing_id: int, now: datetime, vervalt_op: datetime) -> None:
    """Remember when a file was written, and keep it as long as it can be undone."""
    await conn.execute(
        "update inlezingen set geschreven_op = $2, vervalt_op = $3 where id = $1",
        inlezing_id,
        now,
        vervalt_op,
    )


async def replace_rijen(conn: Connection, inlezing_id: int, rijen: Iterable[RijStand]) -> None:
    """Set what the rows of a file do."""
    await conn.execute("delete from inlezing_rijen where inlezing_id = $1", inlezing_id)
    stands = list(rijen)
    await conn.execute(
        """
        insert into inlezing_rijen (inlezing_id, rij, onderwerp_id, versie)
        select $1, unnest($2::integer[]), unnest($3::bigint[]), unnest($4::integer[])
        """,
        inlezing_id,
        [each.rij for each in stands],
        [each.onderwerp_id for each in stands],
        [each.versie for each in stands],
    )


async def update_fouten(conn: Connection, inlezing_id: int, fouten: bytes | None) -> None:
    """Keep the list of all faults, if there are any."""
    await conn.execute("update inlezingen set fouten = $2 where id = $1", inlezing_id, fouten)


async def update_rij(conn: Connection, inlezing_id: int, rij: RijStand) -> None:
    """Remember what a row made or changed, and what was there before."""
    await conn.execute(
        """
        update inlezing_rijen set onderwerp_id = $3, versie = $4, was = $5
        where inlezing_id = $1 and rij = $2
        """,
        inlezing_id,
        rij.rij,
        rij.onderwerp_id,
        rij.versie,
        rij.was,
    )


async def set_inlezing(conn: Connection, inlezing_id: int) -> None:
    """Let every gebeurtenis of this transaction name the file that it came from."""
    await conn.execute("select set_config('app.inlezing', $1, true)", str(inlezing_id))


async def wipe_expired(conn: Connection, now: datetime) -> None:
    """Throw away the files of everybody whose term is over."""
    await conn.execute("select wis_verlopen_inlezingen($1)", now)

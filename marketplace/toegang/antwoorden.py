"""What was answered to a POST with an Idempotency-Key, so that a program that lost the answer gets it again.

The row is claimed and completed in the transaction of the request itself: who sends the same key at the same
moment waits for the first to commit and then gets its answer; what is refused leaves nothing behind.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from marketplace.db import Connection
from marketplace.toegang.model import Actor

KEPT = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Antwoord:
    """An answer as it was sent, and the print of the request it belongs to."""

    afdruk: bytes
    status: int
    koppen: Mapping[str, str]
    inhoud: str


async def claim_antwoord(
    conn: Connection, actor: Actor, *, sleutel: str, afdruk: bytes, now: datetime
) -> Antwoord | None:
    """The answer that was given to this key before; None when it is ours to answer now."""
    await conn.execute(
        "delete from api_antwoorden where account_id = $1 and verloopt_op <= $2", actor.account_id, now
    )
    claimed = await conn.fetchval(
        """
        insert into api_antwoorden (account_id, sleutel, afdruk, verloopt_op) values ($1, $2, $3, $4)
        on conflict do nothing returning true
        """,
        actor.account_id,
        sleutel,
        afdruk,
        now + KEPT,
    )
    if claimed:
        return None
    row = await conn.fetchrow(
        "select afdruk, status, koppen, inhoud from api_antwoorden where account_id = $1 and sleutel = $2",
        actor.account_id,
        sleutel,
    )
    return None if row is None else Antwoord(**dict(row))


async def store_antwoord(conn: Connection, actor: Actor, *, sleutel: str, antwoord: Antwoord) -> None:
    """Keep the answer to the key that was claimed in this transaction."""
    await conn.execute(
        """
        update api_antwoorden set status = $3, koppen = $4, inhoud = $5
        where account_id = $1 and sleutel = $2
        """,
        actor.account_id,
        sleutel,
        antwoord.status,
        dict(antwoord.koppen),
        antwoord.inhoud,
    )

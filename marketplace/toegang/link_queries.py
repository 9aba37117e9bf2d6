"""All SQL of signed links: makers read the table, holders have functions that ask for the token."""

from datetime import datetime

from marketplace.db import Connection
from marketplace.toegang.model import Doel, Genodigde, Link


async def insert_link(
    conn: Connection,
    *,
    token_hash: bytes,
    doel: Doel,
    account_id: int | None,
    leerwerkplek_id: int | None,
    maker: int,
    now: datetime,
    ends: datetime,
) -> int:
    """Store a link of an account or a plek that the maker was shown; only the hash of its token."""
    made: int = await conn.fetchval(
        """
        insert into links
            (token_hash, doel, account_id, leerwerkplek_id, gemaakt_door, gemaakt_op, verloopt_op)
        values ($1, $2, $3, $4, $5, $6, $7) returning id
        """,
        token_hash,
        doel,
        account_id,
        leerwerkplek_id,
        maker,
        now,
        ends,
    )
    return made


async def list_links(
    conn: Connection, *, account_id: int | None = None, leerwerkplek_id: int | None = None
) -> list[Link]:
    """The links of an account or a plek that the caller may manage, the latest first."""
    rows = await conn.fetch(
        """
        select id, doel, gemaakt_op, verloopt_op, gebruikt_op, ingetrokken_op from links
        where account_id = $1 or leerwerkplek_id = $2 order by id desc
        """,
        account_id,
        leerwerkplek_id,
    )
    return [Link(**{**dict(row), "doel": Doel(row["doel"])}) for row in rows]


async def revoke_links(
    conn: Connection, *, now: datetime, account_id: int | None = None, leerwerkplek_id: int | None = None
) -> int:
    """Withdraw the open links of an account or a plek that the caller may manage; returns how many."""
    ended = await conn.fetch(
        """
        update links set ingetrokken_op = $3
        where (account_id = $1 or leerwerkplek_id = $2) and gebruikt_op is null and ingetrokken_op is null
        returning id
        """,
        account_id,
        leerwerkplek_id,
        now,
    )
    return len(ended)


async def get_genodigde(conn: Connection, token_hash: bytes, now: datetime) -> Genodigde | None:
    """For whom this link sets a password; None when it is none, or not live."""
    row = await conn.fetchrow("select id, naam, email from account_bij_link($1, $2)", token_hash, now)
    return None if row is None else Genodigde(**dict(row))


async def set_wachtwoord(
    conn: Connection, token_hash: bytes, wachtwoord_hash: str, now: datetime
) -> tuple[int, int] | None:
    """Use a link to set a password; the ids of account and link, or None when the link is not live."""
    row = await conn.fetchrow(
        "select account_id, link_id from zet_wachtwoord_met_link($1, $2, $3)",
        token_hash,
        wachtwoord_hash,
        now,
    )
    return None if row is None else (row["account_id"], row["link_id"])


async def use_link(conn: Connection, token_hash: bytes, now: datetime) -> int | None:
    """Use a link up; its id, or None when it is not live."""
    link_id: int | None = await conn.fetchval("select gebruik_link($1, $2)", token_hash, now)
    return link_id

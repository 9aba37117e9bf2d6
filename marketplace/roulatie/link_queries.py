"""The SQL of links to a roulatie, for who decides in its regio; holders have functions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from marketplace.db import Connection
from marketplace.toegang.model import Actor, Doel
from marketplace.toegang.rechten import BESLIST


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweLink:
    """A link to be stored: of a deelnemer, who looks back on a block or reads an agenda, or of a plek."""

    token_hash: bytes
    doel: Doel
    kandidaat_id: int | None = None
    blok_id: int | None = None
    plek_id: int | None = None
    geldig_vanaf: datetime | None = None
    verloopt_op: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RoulatieLink:
    """A link that was not withdrawn, as who may make one sees it."""

    id: int
    doel: Doel
    kandidaat_id: int | None
    blok_id: int | None
    plek_id: int | None
    geldig_vanaf: datetime | None
    verloopt_op: datetime
    gebruikt_op: datetime | None

    def holds(self, moment: datetime) -> bool:
        """Whether it can still be used."""
        return self.gebruikt_op is None and moment < self.verloopt_op


async def insert_links(
    conn: Connection, actor: Actor, roulatie_id: int, links: Sequence[NieuweLink], now: datetime
) -> int:
    """Store links of a roulatie of the actor's regions, only the hashes of their tokens; gives how many."""
    rows = await conn.fetch(
        """
        insert into links (token_hash, doel, roulatie_id, kandidaat_id, blok_id, roulatie_plek_id,
                           geldig_vanaf, verloopt_op, gemaakt_door, gemaakt_op)
        select nieuw.token_hash, nieuw.doel, roulatie.id, nieuw.kandidaat_id, nieuw.blok_id, nieuw.plek_id,
               nieuw.geldig_vanaf, nieuw.verloopt_op, $3, $4
        from roulaties roulatie,
             unnest($5::bytea[], $6::text[], $7::bigint[], $8::bigint[], $9::bigint[], $10::timestamptz[],
                    $11::timestamptz[])
                 as nieuw(token_hash, doel, kandidaat_id, blok_id, plek_id, geldig_vanaf, verloopt_op)
        where roulatie.id = $2 and roulatie.regio_code = any($1::text[])
        returning id
        """,
        list(actor.regios_als(*BESLIST)),
        roulatie_id,
        actor.account_id,
        now,
        [each.token_hash for each in links],
        [each.doel.value for each in links],
        [each.kandidaat_id for each in links],
        [each.blok_id for each in links],
        [each.plek_id for each in links],
        [each.geldig_vanaf for each in links],
        [each.verloopt_op for each in links],
    )
    return len(rows)


async def list_links(conn: Connection, actor: Actor, roulatie_id: int) -> list[RoulatieLink]:
    """The links of a roulatie that were not withdrawn, in the order in which they were made."""
    rows = await conn.fetch(
        """
        select link.id, link.doel, link.kandidaat_id, link.blok_id, link.roulatie_plek_id as plek_id,
               link.geldig_vanaf, link.verloopt_op, link.gebruikt_op
        from links link join roulaties roulatie on roulatie.id = link.roulatie_id
        where roulatie.id = $2 and roulatie.regio_code = any($1::text[]) and link.ingetrokken_op is null
        order by link.id
        """,
        list(actor.regios_als(*BESLIST)),
        roulatie_id,
    )
    return [RoulatieLink(**{**dict(row), "doel": Doel(row["doel"])}) for row in rows]


async def revoke_links(
    conn: Connection, actor: Actor, roulatie_id: int, links: Sequence[int], now: datetime
) -> int:
    """Withdraw those of these links of a roulatie that are open; gives how many."""
    ended = await conn.fetch(
        """
        update links link set ingetrokken_op = $4 from roulaties roulatie
        where roulatie.id = link.roulatie_id and roulatie.id = $2 and roulatie.regio_code = any($1::text[])
          and link.id = any($3::bigint[]) and link.gebruikt_op is null and link.ingetrokken_op is null
        returning link.id
        """,
        list(actor.regios_als(*BESLIST)),
        roulatie_id,
        list(links),
        now,
    )
    return len(ended)

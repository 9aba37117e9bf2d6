"""The SQL of links to the hours of a week: who plans makes and ends them, the holder has functions."""

from dataclasses import dataclass
from datetime import date, datetime

from marketplace.db import Connection
from marketplace.toegang.model import Actor, Doel
from marketplace.toegang.rechten import PLANT_MENSEN


@dataclass(frozen=True, slots=True, kw_only=True)
class GelinkteUren:
    """What the inlener sees: `mensen` are each as much as was agreed, with their minutes by weekday."""

    opdracht: str
    organisatie: str
    inlener: str
    week: date
    opmerking: str
    mensen: tuple[tuple[str, dict[int, int]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Antwoord:
    """Which link was used, and of what."""

    link_id: int
    organisatie_id: int
    opdracht_id: int
    week: date


async def insert(
    conn: Connection,
    actor: Actor,
    opdracht_id: int,
    week: date,
    token_hash: bytes,
    now: datetime,
    ends: datetime,
) -> int | None:
    """Store a link to a week of an opdracht of which the actor plans the people; None for a stranger."""
    made: int | None = await conn.fetchval(
        """
        insert into links (token_hash, doel, opdracht_id, week, gemaakt_door, gemaakt_op, verloopt_op)
        select $4, $5, gewerkt.opdracht_id, gewerkt.week, $6, $7, $8 from detacheringsweken gewerkt
        where gewerkt.organisatie_id = any($1::bigint[]) and (gewerkt.opdracht_id, gewerkt.week) = ($2, $3)
        returning id
        """,
        list(actor.organisaties_als(*PLANT_MENSEN)),
        opdracht_id,
        week,
        token_hash,
        Doel.UREN,
        actor.account_id,
        now,
        ends,
    )
    return made


async def revoke(conn: Connection, actor: Actor, opdracht_id: int, week: date, now: datetime) -> int:
    """Withdraw the open links to a week of an opdracht of which the actor plans the people; how many."""
    ended = await conn.fetch(
        """
        update links link set ingetrokken_op = $4 from opdrachten opdracht
        where opdracht.id = link.opdracht_id and opdracht.organisatie_id = any($1::bigint[])
          and (link.opdracht_id, link.week) = ($2, $3)
          and link.gebruikt_op is null and link.ingetrokken_op is null
        returning link.id
        """,
        list(actor.organisaties_als(*PLANT_MENSEN)),
        opdracht_id,
        week,
        now,
    )
    return len(ended)


async def get_gelinkte_uren(conn: Connection, token_hash: bytes, now: datetime) -> GelinkteUren | None:
    """The week of a live link; None for any other."""
    rows = await conn.fetch(
        """
        select opdracht, organisatie, inlener, week, opmerking, nummer, kandidaat, dag, minuten
        from uren_bij_link($1, $2) order by nummer, dag
        """,
        token_hash,
        now,
    )
    if not rows:
        return None
    names: dict[int, str] = {}
    days: dict[int, dict[int, int]] = {}
    for row in rows:
        if row["dag"] is not None:
            names[row["nummer"]] = row["kandidaat"]
            days.setdefault(row["nummer"], {})[row["dag"]] = row["minuten"]
    first = rows[0]
    return GelinkteUren(
        **{name: first[name] for name in ("opdracht", "organisatie", "inlener", "week", "opmerking")},
        mensen=tuple((names[number], days[number]) for number in names),
    )


async def confirm(
    conn: Connection, token_hash: bytes, now: datetime, wie: str, opmerking: str
) -> Antwoord | None:
    """Use a link to agree, or with a remark to say what is not right; None when the link is not live."""
    row = await conn.fetchrow(
        "select link_id, organisatie_id, opdracht_id, week from bevestig_uren_met_link($1, $2, $3, $4)",
        token_hash,
        now,
        wie,
        opmerking,
    )
    return None if row is None else Antwoord(**dict(row))

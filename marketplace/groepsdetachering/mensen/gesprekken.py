"""The talk before a step: what was said is read back, and the verb that records it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from marketplace.db import Connection
from marketplace.errors import InvalidInput
from marketplace.groepsdetachering.bedrijf.queries import bedrijven_of
from marketplace.groepsdetachering.mensen.model import Gesprek, GesprekOver
from marketplace.groepsdetachering.mensen.service import Wijziging, claim_medewerker, own_medewerker
from marketplace.toegang.model import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class GesprekGegevens:
    """What people fill in of a talk."""

    gevoerd_op: date
    over: GesprekOver
    wil: bool
    verslag: str


async def list_gesprekken(conn: Connection, actor: Actor, organisatie_id: int) -> list[Gesprek]:
    """All talks with people of a SW-bedrijf, the latest first; nothing for a stranger."""
    rows = await conn.fetch(
        """
        select gesprek.kandidaat_id, gesprek.gevoerd_op, gesprek.over, gesprek.wil, gesprek.verslag,
               coalesce(account.naam, 'iemand anders') as door
        from medewerker_gesprekken gesprek
        left join accounts account on account.id = gesprek.vastgelegd_door
        where gesprek.organisatie_id = any($1::bigint[]) and gesprek.organisatie_id = $2
        order by gesprek.gevoerd_op desc, gesprek.id desc
        """,
        bedrijven_of(actor),
        organisatie_id,
    )
    return [Gesprek(**{**dict(row), "over": GesprekOver(row["over"])}) for row in rows]


def latest(gesprekken: Iterable[Gesprek], *over: GesprekOver) -> Gesprek | None:
    """The last talk about one of these, of talks that stand with the latest first."""
    return next((each for each in gesprekken if each.over in over), None)


async def latest_with(
    conn: Connection, actor: Actor, wijziging: Wijziging, over: Sequence[GesprekOver]
) -> Gesprek | None:
    """The last talk with the medewerker of a change about one of these."""
    found = await list_gesprekken(conn, actor, wijziging.bij.organisatie_id)
    return latest((each for each in found if each.kandidaat_id == wijziging.kandidaat_id), *over)


async def record_gesprek(
    conn: Connection, actor: Actor, wijziging: Wijziging, gegevens: GesprekGegevens
) -> None:
    """Write down a talk that was held; raises InvalidInput with fields, or StaleVersion."""
    await own_medewerker(conn, actor, wijziging)
    if gegevens.gevoerd_op > wijziging.bij.clock.today():
        raise InvalidInput(fields={"gevoerd_op": "Deze dag is nog niet geweest."})
    await claim_medewerker(conn, actor, wijziging, "gesprek_vastgelegd")
    await conn.execute(
        """
        insert into medewerker_gesprekken (organisatie_id, kandidaat_id, gevoerd_op, over, wil, verslag,
            vastgelegd_door, vastgelegd_op)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        """,
        wijziging.bij.organisatie_id,
        wijziging.kandidaat_id,
        gegevens.gevoerd_op,
        gegevens.over,
        gegevens.wil,
        gegevens.verslag,
        actor.account_id,
        wijziging.bij.clock.now(),
    )

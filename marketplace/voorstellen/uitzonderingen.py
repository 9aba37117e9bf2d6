"""Beleid that a person with authority set aside for one pair; `list_regio_uitzonderingen` is for a run."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from marketplace.clock import Clock
from marketplace.datum import datum
from marketplace.db import Connection
from marketplace.errors import Forbidden, InvalidInput, NotFound
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BEPAALT_BELEID, LEEST_REGIO

LONGEST = timedelta(weeks=52)


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitzondering:
    """Which rule does not hold for which pair, until (not with) when, why and by whom."""

    id: int
    kandidaat_id: int
    kenmerk: str
    regio_code: str
    leerwerkplek_id: int
    plek: str
    regel: str
    reden: str
    sinds: datetime
    door: str
    tot: date

    def holds(self, op: date) -> bool:
        """Whether it still holds on a day."""
        return op < self.tot


_UITZONDERING = """
    select uitzondering.id, uitzondering.kandidaat_id, kandidaat.kenmerk, kandidaat.regio_code,
           uitzondering.leerwerkplek_id, plek.titel || ' bij ' || organisatie.naam as plek,
           uitzondering.regel, uitzondering.reden, uitzondering.sinds, account.naam as door, uitzondering.tot
    from uitzonderingen uitzondering
    join kandidaten kandidaat on kandidaat.id = uitzondering.kandidaat_id
    join leerwerkplekken plek on plek.id = uitzondering.leerwerkplek_id
    join vestigingen vestiging on vestiging.id = plek.vestiging_id
    join organisaties organisatie on organisatie.id = vestiging.organisatie_id
    join accounts account on account.id = uitzondering.door
    where uitzondering.ingetrokken_op is null and kandidaat.regio_code = any($1::text[])
"""


async def list_uitzonderingen(conn: Connection, actor: Actor, kandidaat_id: int) -> list[Uitzondering]:
    """What was set aside for one kandidaat and not withdrawn, the latest first; nothing for a stranger."""
    rows = await conn.fetch(
        f"{_UITZONDERING} and kandidaat.id = $2 order by uitzondering.id desc",
        list(actor.regios_als(*LEEST_REGIO)),
        kandidaat_id,
    )
    return [Uitzondering(**dict(row)) for row in rows]


async def list_regio_uitzonderingen(
    conn: Connection, regio_code: str, op: date
) -> frozenset[tuple[int, int, str]]:
    """(kandidaat, plek, rule) of all that holds in a region on a day."""
    rows = await conn.fetch(
        """
        select uitzondering.kandidaat_id, uitzondering.leerwerkplek_id, uitzondering.regel
        from uitzonderingen uitzondering
        join kandidaten kandidaat on kandidaat.id = uitzondering.kandidaat_id
        where kandidaat.regio_code = $1 and uitzondering.tot > $2 and uitzondering.ingetrokken_op is null
        """,
        regio_code,
        op,
    )
    return frozenset((row["kandidaat_id"], row["leerwerkplek_id"], row["regel"]) for row in rows)


async def grant_uitzondering(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    kandidaat_id: int,
    leerwerkplek_id: int,
    regels: tuple[str, ...],
    reden: str,
    tot: date,
) -> None:
    """Set rules aside for a pair until a day; one that was set aside before is replaced.

    Raises Forbidden for who may not decide on beleid in the region of the kandidaat.
    """
    if not clock.today() < tot <= clock.today() + LONGEST:
        latest = datum(clock.today() + LONGEST)
        raise InvalidInput(fields={"tot": f"Kies een dag die nog komt, uiterlijk {latest}."})
    asked = (kandidaat_id, leerwerkplek_id, list(regels), list(actor.regios_als(*BEPAALT_BELEID)))
    await conn.execute(
        """
        update uitzonderingen uitzondering set ingetrokken_op = $5, ingetrokken_door = $6
        from kandidaten kandidaat
        where kandidaat.id = uitzondering.kandidaat_id and kandidaat.id = $1
          and uitzondering.leerwerkplek_id = $2 and uitzondering.regel = any($3::text[])
          and kandidaat.regio_code = any($4::text[]) and uitzondering.ingetrokken_op is null
        """,
        *asked,
        clock.now(),
        actor.account_id,
    )
    made = await conn.fetch(
        """
        insert into uitzonderingen (kandidaat_id, leerwerkplek_id, regel, reden, sinds, door, tot)
        select kandidaat.id, plek.id, regel, $5, $6, $7, $8
        from kandidaten kandidaat
        join leerwerkplekken plek on plek.id = $2 and plek.regio_code = kandidaat.regio_code
        cross join unnest($3::text[]) regel
        where kandidaat.id = $1 and kandidaat.regio_code = any($4::text[])
        returning id
        """,
        *asked,
        reden,
        clock.now(),
        actor.account_id,
        tot,
    )
    if not made:
        raise Forbidden
    for row in made:
        await _record(conn, actor, clock, await _get(conn, actor, row["id"]), "uitzondering_gemaakt", reden)


async def withdraw_uitzondering(
    conn: Connection, actor: Actor, *, clock: Clock, uitzondering_id: int
) -> Uitzondering:
    """Let the rule hold again; raises NotFound for a stranger, Forbidden for who only reads."""
    found = await _get(conn, actor, uitzondering_id)
    if found.regio_code not in actor.regios_als(*BEPAALT_BELEID):
        raise Forbidden
    await conn.execute(
        """
        update uitzonderingen uitzondering set ingetrokken_op = $3, ingetrokken_door = $4
        from kandidaten kandidaat
        where uitzondering.id = $1 and kandidaat.id = uitzondering.kandidaat_id
          and kandidaat.regio_code = any($2::text[])
        """,
        found.id,
        list(actor.regios_als(*BEPAALT_BELEID)),
        clock.now(),
        actor.account_id,
    )
    await _record(conn, actor, clock, found, "uitzondering_ingetrokken", None)
    return found


async def _get(conn: Connection, actor: Actor, uitzondering_id: int) -> Uitzondering:
    """One that was not withdrawn; raises NotFound for a stranger."""
    row = await conn.fetchrow(
        f"{_UITZONDERING} and uitzondering.id = $2",
        list(actor.regios_als(*LEEST_REGIO, *BEPAALT_BELEID)),
        uitzondering_id,
    )
    if row is None:
        raise NotFound
    return Uitzondering(**dict(row))


async def _record(
    conn: Connection, actor: Actor, clock: Clock, each: Uitzondering, soort: str, reden: str | None
) -> None:
    """Note it with the kandidaat."""
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort=soort,
        onderwerp="kandidaat",
        onderwerp_id=each.kandidaat_id,
        regio_code=each.regio_code,
        reden=reden,
        gegevens={"plek": each.leerwerkplek_id, "regel": each.regel, "tot": each.tot.isoformat()},
    )

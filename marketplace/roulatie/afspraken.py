"""What companies sign, and their offers within the term of the afspraak: the verbs and the SQL.

An offer is written down with the reason that was asked, and never stands in anybody's way.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from marketplace.db import Connection
from marketplace.errors import Conflict, InvalidInput, NotFound
from marketplace.roulatie.bord import own_cohort
from marketplace.roulatie.model import RoulatieStatus
from marketplace.roulatie.wijziging import Wijziging, claim_roulatie
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import LEEST_REGIO


class Relied(Conflict):
    """Er is al een rooster gepubliceerd. Een handtekening kan dan niet meer terug."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overeenkomst:
    """The praktijkovereenkomst of a deelnemer with a company, and when it was signed."""

    kandidaat_id: int
    organisatie_id: int
    getekend_op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanbieding:
    """An offer of a company of the afspraak to somebody who belongs elsewhere, and why if that was told."""

    id: int
    kenmerk: str
    organisatie: str
    voorstel_id: int
    gemeld_op: datetime
    reden: str | None
    reden_door: str | None


async def sign(
    conn: Connection, actor: Actor, wijziging: Wijziging, organisatie_id: int, door: str, op: date
) -> None:
    """Write down who signed the afspraak for a company, and when; raises InvalidInput for a day to come."""
    if op > wijziging.clock.today():
        raise InvalidInput(fields={"getekend_op": "Deze dag is nog niet geweest."})
    await _company(conn, actor, wijziging, organisatie_id)
    await claim_roulatie(conn, actor, wijziging, "afspraak_getekend")
    await conn.execute(
        """
        update roulatie_bedrijven set getekend_door = $3, getekend_op = $4, vastgelegd_door = $5
        where roulatie_id = $1 and organisatie_id = $2
        """,
        wijziging.roulatie_id,
        organisatie_id,
        door,
        op,
        actor.account_id,
    )


async def take_back(conn: Connection, actor: Actor, wijziging: Wijziging, organisatie_id: int) -> None:
    """Let a company not have signed; raises Relied once a rooster was published."""
    status = await _company(conn, actor, wijziging, organisatie_id)
    if status is not RoulatieStatus.VOORBEREIDING:
        raise Relied
    await claim_roulatie(conn, actor, wijziging, "handtekening_teruggenomen")
    await conn.execute(
        """
        update roulatie_bedrijven set getekend_door = null, getekend_op = null, vastgelegd_door = null
        where roulatie_id = $1 and organisatie_id = $2
        """,
        wijziging.roulatie_id,
        organisatie_id,
    )


async def clear_signatures(conn: Connection, roulatie_id: int) -> None:
    """Let no company have signed; whoever calls has claimed the roulatie."""
    await conn.execute(
        """
        update roulatie_bedrijven set getekend_door = null, getekend_op = null, vastgelegd_door = null
        where roulatie_id = $1 and getekend_op is not null
        """,
        roulatie_id,
    )


async def list_overeenkomsten(conn: Connection, actor: Actor, roulatie_id: int) -> list[Overeenkomst]:
    """The praktijkovereenkomsten of a roulatie."""
    rows = await conn.fetch(
        """
        select deel.kandidaat_id, deel.organisatie_id, deel.getekend_op
        from roulatie_overeenkomsten deel join roulaties roulatie on roulatie.id = deel.roulatie_id
        where deel.roulatie_id = $2 and roulatie.regio_code = any($1::text[])
        order by deel.kandidaat_id, deel.organisatie_id
        """,
        list(actor.regios_als(*LEEST_REGIO)),
        roulatie_id,
    )
    return [Overeenkomst(**dict(row)) for row in rows]


async def set_overeenkomsten(
    conn: Connection, actor: Actor, wijziging: Wijziging, paren: Collection[tuple[int, int]], op: date
) -> None:
    """Let these (deelnemer, company) have signed; who had not yet did so on this day.

    Raises InvalidInput for a day to come, NotFound for who takes no part.
    """
    now = await own_cohort(conn, actor, wijziging.roulatie_id)
    if op > wijziging.clock.today():
        raise InvalidInput(fields={"getekend_op": "Deze dag is nog niet geweest."})
    companies = {each.organisatie_id for each in now.bedrijven}
    if any(now.deelnemer(who) is None or company not in companies for who, company in paren):
        raise NotFound
    await claim_roulatie(conn, actor, wijziging, "overeenkomsten_vastgelegd")
    arguments = (
        wijziging.roulatie_id,
        [kandidaat for kandidaat, _ in paren],
        [organisatie for _, organisatie in paren],
    )
    await conn.execute(
        """
        delete from roulatie_overeenkomsten deel
        where deel.roulatie_id = $1 and not exists (
            select from unnest($2::bigint[], $3::bigint[]) as paar(kandidaat_id, organisatie_id)
            where paar.kandidaat_id = deel.kandidaat_id and paar.organisatie_id = deel.organisatie_id)
        """,
        *arguments,
    )
    await conn.execute(
        """
        insert into roulatie_overeenkomsten
            (roulatie_id, kandidaat_id, organisatie_id, getekend_op, vastgelegd_door)
        select $1, paar.kandidaat_id, paar.organisatie_id, $4, $5
        from unnest($2::bigint[], $3::bigint[]) as paar(kandidaat_id, organisatie_id)
        on conflict do nothing
        """,
        *arguments,
        op,
        actor.account_id,
    )


async def list_aanbiedingen(conn: Connection, actor: Actor, roulatie_id: int) -> list[Aanbieding]:
    """The offers within the term, the newest first."""
    rows = await conn.fetch(
        """
        select aanbieding.id, kandidaat.kenmerk, organisatie.naam as organisatie, aanbieding.voorstel_id,
               aanbieding.gemeld_op, aanbieding.reden, account.naam as reden_door
        from roulatie_aanbiedingen aanbieding
        join roulaties roulatie on roulatie.id = aanbieding.roulatie_id
        join kandidaten kandidaat on kandidaat.id = aanbieding.kandidaat_id
        join organisaties organisatie on organisatie.id = aanbieding.organisatie_id
        left join accounts account on account.id = aanbieding.reden_door
        where aanbieding.roulatie_id = $2 and roulatie.regio_code = any($1::text[])
        order by aanbieding.id desc
        """,
        list(actor.regios_als(*LEEST_REGIO)),
        roulatie_id,
    )
    return [Aanbieding(**dict(row)) for row in rows]


async def give_reden(
    conn: Connection, actor: Actor, wijziging: Wijziging, aanbieding_id: int, reden: str
) -> None:
    """Write down why a company offers somebody a place within the term; raises NotFound."""
    await claim_roulatie(conn, actor, wijziging, "aanbieding_toegelicht", reden=reden, afterwards=True)
    found = await conn.fetchval(
        """
        update roulatie_aanbiedingen set reden = $3, reden_door = $4
        where roulatie_id = $1 and id = $2 returning id
        """,
        wijziging.roulatie_id,
        aanbieding_id,
        reden,
        actor.account_id,
    )
    if found is None:
        raise NotFound


async def _company(
    conn: Connection, actor: Actor, wijziging: Wijziging, organisatie_id: int
) -> RoulatieStatus:
    """How far the roulatie of a company is; raises NotFound for one that takes no part."""
    now = await own_cohort(conn, actor, wijziging.roulatie_id)
    if all(each.organisatie_id != organisatie_id for each in now.bedrijven):
        raise NotFound
    return now.roulatie.status

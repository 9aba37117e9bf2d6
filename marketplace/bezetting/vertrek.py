"""A praktijkopleider leaves: what they lead ends or is handed over, and no promise is broken."""

from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import CapacityReached, InvalidInput, StaleVersion
from marketplace.leerwerkplekken.queries import count_beloftes
from marketplace.organisaties import writes
from marketplace.organisaties.model import Praktijkopleider
from marketplace.organisaties.queries import list_praktijkopleiders_of
from marketplace.organisaties.service import (
    editable_at,
    record_praktijkopleider,
    visible_praktijkopleider,
)
from marketplace.organisaties.vastleggen import Bij, record, refused_at
from marketplace.organisaties.zicht import readers
from marketplace.toegang.model import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Geleid:
    """A plek that a praktijkopleider leads in [van, tot), and the last week in which somebody is there."""

    leerwerkplek_id: int
    titel: str
    van: date
    tot: date | None
    laatste_week: date | None


async def list_geleid(conn: Connection, actor: Actor, praktijkopleider_id: int, op: date) -> list[Geleid]:
    """The plekken that a praktijkopleider leads on a day or later, by title; none for a stranger."""
    rows = await conn.fetch(
        """
        select plek.id as leerwerkplek_id, plek.titel, lower(inzet.periode) as van,
               upper(inzet.periode) as tot,
               (select max(bezet.week) from bezetting bezet where bezet.leerwerkplek_id = plek.id
                and bezet.praktijkopleider_id = inzet.praktijkopleider_id) as laatste_week
        from leerwerkplek_praktijkopleiders inzet
        join leerwerkplekken plek on plek.id = inzet.leerwerkplek_id
        join vestigingen vestiging on vestiging.id = plek.vestiging_id
        join organisaties organisatie on organisatie.id = vestiging.organisatie_id
        where (organisatie.id = any($1::bigint[]) or organisatie.regio_code = any($2::text[]))
          and inzet.praktijkopleider_id = $3 and coalesce(upper(inzet.periode), 'infinity') > $4
        order by plek.titel, plek.id, lower(inzet.periode)
        """,
        *readers(actor),
        praktijkopleider_id,
        op,
    )
    return [Geleid(**dict(row)) for row in rows]


async def list_colleagues(
    conn: Connection, actor: Actor, leader: Praktijkopleider, op: date
) -> list[Praktijkopleider]:
    """Who else works at the same vestiging on a day."""
    everyone = await list_praktijkopleiders_of(conn, actor, [leader.vestiging_id])
    return [each for each in everyone if each.id != leader.id and not each.has_left(op)]


async def book_vertrek(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    praktijkopleider_id: int,
    versie: int,
    tot: date,
    opvolger_id: int | None,
    reden: str | None = None,
) -> None:
    """Let a praktijkopleider leave: from `tot` on no time; who follows up leads plekken and people.

    Raises InvalidInput where somebody is promised guidance after that day that nobody takes over or has time
    for, or a plek that nobody would lead; NotFound, Forbidden, StaleVersion.
    """
    leader = await visible_praktijkopleider(conn, actor, praktijkopleider_id)
    vestiging = await editable_at(conn, actor, leader.vestiging_id)
    if opvolger_id is not None and opvolger_id not in {
        each.id for each in await list_colleagues(conn, actor, leader, tot)
    }:
        raise InvalidInput(fields={"opvolger": "Kies iemand die dan nog op deze vestiging werkt."})
    try:
        async with refused_at(conn):
            await _lock_plekken(conn, actor, leader.id, tot)
            if await writes.raise_versie(conn, actor, leader.id, versie) is None:
                raise StaleVersion
            led = await list_geleid(conn, actor, leader.id, tot)
            if opvolger_id is None:
                await _refuse_promised(conn, clock, led)
            await _hand_over(conn, leader.id, led, tot, opvolger_id)
            await conn.execute("select volg_wie_begeleidt($1, $2)", leader.id, tot)
            await writes.update_tot(conn, leader.id, tot)
            await writes.end_capaciteiten(conn, leader.id, tot)
            await writes.ask_whether_all_fit(conn)
    except CapacityReached as refusal:
        field = "laatste_dag" if opvolger_id is None else "opvolger"
        raise InvalidInput(fields={field: refusal.sentence}) from None
    await record_praktijkopleider(
        conn,
        actor,
        clock,
        vestiging,
        leader.id,
        "praktijkopleider_vertrekt",
        {"vanaf": tot.isoformat()},
        reden,
    )
    for plek_id in dict.fromkeys(each.leerwerkplek_id for each in led):
        await record(
            conn,
            actor,
            clock,
            Bij(vestiging.organisatie_id, vestiging.regio_code),
            "leerwerkplek_gewijzigd",
            onderwerp="leerwerkplek",
            onderwerp_id=plek_id,
            gegevens={"velden": {"praktijkopleider": None}},
        )


async def cancel_vertrek(
    conn: Connection, actor: Actor, *, clock: Clock, praktijkopleider_id: int, versie: int
) -> None:
    """Let a praktijkopleider stay or come back; time and plekken are chosen anew."""
    leader = await visible_praktijkopleider(conn, actor, praktijkopleider_id)
    vestiging = await editable_at(conn, actor, leader.vestiging_id)
    if await writes.raise_versie(conn, actor, leader.id, versie) is None:
        raise StaleVersion
    await writes.update_tot(conn, leader.id, None)
    await record_praktijkopleider(conn, actor, clock, vestiging, leader.id, "praktijkopleider_blijft")


async def _lock_plekken(conn: Connection, actor: Actor, praktijkopleider_id: int, tot: date) -> None:
    """Wait for whoever is promising one of the plekken, in the order in which the triggers lock them."""
    ids = {each.leerwerkplek_id for each in await list_geleid(conn, actor, praktijkopleider_id, tot)}
    await conn.execute(
        "select id from leerwerkplekken where id = any($1::bigint[]) order by id for no key update",
        sorted(ids),
    )


async def _refuse_promised(conn: Connection, clock: Clock, led: list[Geleid]) -> None:
    """Raise InvalidInput when a plek that nobody would lead is promised to somebody."""
    for each in led:
        if await count_beloftes(conn, each.leerwerkplek_id, clock.today()):
            sentence = (
                f"Op ‘{each.titel}’ staat nog een voorstel met een ja, een akkoord of een vaste plaats. "
                "Kies wie de begeleiding overneemt."
            )
            raise InvalidInput(fields={"opvolger": sentence})


async def _hand_over(
    conn: Connection, praktijkopleider_id: int, led: list[Geleid], tot: date, opvolger_id: int | None
) -> None:
    """Cut what a praktijkopleider leads at a day, and let the next one lead the rest."""
    await conn.execute(
        """
        delete from leerwerkplek_praktijkopleiders
        where praktijkopleider_id = $1 and coalesce(upper(periode), 'infinity') > $2
        """,
        praktijkopleider_id,
        tot,
    )
    rows: list[tuple[int, int, date, date | None]] = []  # by praktijkopleider, as the triggers lock them
    for each in led:
        if each.van < tot:
            rows.append((each.leerwerkplek_id, praktijkopleider_id, each.van, tot))
        if opvolger_id is not None:
            rows.append((each.leerwerkplek_id, opvolger_id, max(each.van, tot), each.tot))
    await conn.executemany(
        """
        insert into leerwerkplek_praktijkopleiders (leerwerkplek_id, praktijkopleider_id, periode)
        values ($1, $2, daterange($3, $4))
        """,
        sorted(rows, key=itemgetter(1)),
    )
    await conn.execute(
        "update leerwerkplekken set versie = versie + 1 where id = any($1::bigint[])",
        [each.leerwerkplek_id for each in led],
    )

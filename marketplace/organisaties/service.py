"""The verbs on a praktijkopleider: make, rename, and change the time for guidance from the next Monday on.

Who leaves does so in `bezetting`, which knows what they lead and whom they promised.
"""

from collections.abc import Mapping
from datetime import date, timedelta

import asyncpg

from marketplace.clock import Clock, monday
from marketplace.db import Connection
from marketplace.errors import CAPACITY_STATE, CapacityReached, Conflict, NotFound, StaleVersion
from marketplace.organisaties import writes
from marketplace.organisaties.model import NewTijd, Praktijkopleider, Vestiging
from marketplace.organisaties.queries import get_praktijkopleider
from marketplace.organisaties.vastleggen import Bij, expect_within, record, refused_at
from marketplace.organisaties.vestiging import visible_vestiging
from marketplace.organisaties.zicht import editors_of_praktijkopleiders
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BEHEERT_ORGANISATIES, BEHEERT_PLEKKEN


def first_monday(vandaag: date) -> date:
    """The day from which a change holds: today when it is a Monday, else the next, for weeks are counted."""
    return monday(vandaag + timedelta(days=6))


async def change_tijd(conn: Connection, actor: Actor, *, clock: Clock, tijd: NewTijd) -> None:
    """Write other time for a praktijkopleider, until the next change that was planned; nothing when it is so.

    Raises NotFound for a stranger, StaleVersion when somebody else wrote first, and CapacityReached with the
    week in which more is promised than would be left. Inside a savepoint: a refusal leaves the transaction
    usable.
    """
    leader = await get_praktijkopleider(conn, actor, tijd.praktijkopleider_id)
    if leader is None:
        raise NotFound
    van = first_monday(clock.today())
    if leader.has_left(van):
        raise Conflict("Deze praktijkopleider werkt hier dan niet meer.")
    now = leader.capaciteit_op(van)
    if now is not None and (now.nabijheid, now.minuten) == (tijd.nabijheid, tijd.minuten):
        return
    vestiging = await editable_at(conn, actor, leader.vestiging_id)
    if await writes.raise_versie(conn, actor, leader.id, tijd.versie) is None:
        raise StaleVersion
    try:
        async with conn.transaction():
            tot = (leader.next_change(van) or leader.tot) if now is None else now.tot
            await writes.replace_capaciteit(conn, tijd, van, tot)
            await writes.ask_whether_all_fit(conn)
    except asyncpg.PostgresError as error:
        if error.sqlstate == CAPACITY_STATE:
            raise CapacityReached(f"{error.args[0]} Kies meer minuten.") from None
        raise
    await record_praktijkopleider(
        conn,
        actor,
        clock,
        vestiging,
        leader.id,
        "begeleiding_gewijzigd",
        {"vanaf": van.isoformat(), "minuten": tijd.minuten},
    )


async def withdraw_tijd(
    conn: Connection, actor: Actor, *, clock: Clock, praktijkopleider_id: int, versie: int
) -> None:
    """Let no time hold from the next Monday on for who had none; raises like `change_tijd`."""
    leader = await visible_praktijkopleider(conn, actor, praktijkopleider_id)
    vestiging = await editable_at(conn, actor, leader.vestiging_id)
    if await writes.raise_versie(conn, actor, leader.id, versie) is None:
        raise StaleVersion
    van = first_monday(clock.today())
    async with refused_at(conn):
        await writes.end_capaciteit(conn, leader.id, van)
        await writes.ask_whether_all_fit(conn)
    gegevens = {"vanaf": van.isoformat(), "minuten": 0}
    await record_praktijkopleider(conn, actor, clock, vestiging, leader.id, "begeleiding_gewijzigd", gegevens)


async def visible_praktijkopleider(
    conn: Connection, actor: Actor, praktijkopleider_id: int
) -> Praktijkopleider:
    """The praktijkopleider; raises NotFound for a stranger."""
    found = await get_praktijkopleider(conn, actor, praktijkopleider_id)
    if found is None:
        raise NotFound
    return found


async def editable_at(conn: Connection, actor: Actor, vestiging_id: int) -> Vestiging:
    """The vestiging of a praktijkopleider; raises Forbidden for who only reads it."""
    vestiging = await visible_vestiging(conn, actor, vestiging_id)
    bij = Bij(vestiging.organisatie_id, vestiging.regio_code)
    expect_within(editors_of_praktijkopleiders(actor), bij, (*BEHEERT_ORGANISATIES, *BEHEERT_PLEKKEN))
    return vestiging


async def create_praktijkopleider(
    conn: Connection, actor: Actor, *, clock: Clock, vestiging_id: int, naam: str
) -> int:
    """Make a praktijkopleider of a vestiging, without time yet, and return the id.

    Raises NotFound, Forbidden, and Conflict at a vestiging that was archived.
    """
    vestiging = await editable_at(conn, actor, vestiging_id)
    made = await writes.insert_praktijkopleider(conn, actor, vestiging_id=vestiging_id, naam=naam)
    if made is None:
        raise Conflict("Deze vestiging staat in het archief. Haal de vestiging eerst terug.")
    await record_praktijkopleider(conn, actor, clock, vestiging, made, "praktijkopleider_gemaakt")
    return made


async def take_back_praktijkopleider(
    conn: Connection, actor: Actor, *, clock: Clock, praktijkopleider_id: int, versie: int
) -> None:
    """Remove a praktijkopleider whom the file made that is being undone.

    Raises Conflict for any other and for who is at a plek by now, StaleVersion, NotFound or Forbidden.
    """
    found = await visible_praktijkopleider(conn, actor, praktijkopleider_id)
    vestiging = await editable_at(conn, actor, found.vestiging_id)
    try:
        async with refused_at(conn):
            removed = await writes.delete_praktijkopleider(conn, actor, found.id, versie)
    except asyncpg.ForeignKeyViolationError:
        raise Conflict(
            f"{found.naam} staat al bij een leerwerkplek. Kies daar eerst iemand anders."
        ) from None
    if not removed:
        raise StaleVersion
    await record_praktijkopleider(conn, actor, clock, vestiging, found.id, "praktijkopleider_teruggenomen")


async def rename_praktijkopleider(
    conn: Connection, actor: Actor, *, clock: Clock, praktijkopleider_id: int, versie: int, naam: str
) -> None:
    """Write another name over this version; raises NotFound, Forbidden or StaleVersion."""
    found = await visible_praktijkopleider(conn, actor, praktijkopleider_id)
    if found.versie == versie and found.naam == naam:
        return
    vestiging = await editable_at(conn, actor, found.vestiging_id)
    if await writes.raise_versie(conn, actor, found.id, versie) is None:
        raise StaleVersion
    await writes.update_naam(conn, found.id, naam)
    velden = {"velden": {"naam": None}}
    await record_praktijkopleider(
        conn, actor, clock, vestiging, found.id, "praktijkopleider_gewijzigd", velden
    )


async def record_praktijkopleider(
    conn: Connection,
    actor: Actor,
    clock: Clock,
    vestiging: Vestiging,
    praktijkopleider_id: int,
    soort: str,
    gegevens: Mapping[str, object] | None = None,
    reden: str | None = None,
) -> None:
    """Append what happened to a praktijkopleider, for who works at the organisatie to read too."""
    await record(
        conn,
        actor,
        clock,
        Bij(vestiging.organisatie_id, vestiging.regio_code),
        soort,
        onderwerp="praktijkopleider",
        onderwerp_id=praktijkopleider_id,
        reden=reden,
        gegevens=gegevens,
    )

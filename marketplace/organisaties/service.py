"""The verb on a praktijkopleider: change the time for guidance, from the next Monday on."""

from datetime import date, timedelta

import asyncpg

from marketplace.clock import Clock, monday
from marketplace.db import Connection
from marketplace.errors import CAPACITY_STATE, CapacityReached, NotFound, StaleVersion
from marketplace.organisaties import writes
from marketplace.organisaties.model import NewTijd
from marketplace.organisaties.queries import list_praktijkopleiders
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.model import Actor


def first_monday(vandaag: date) -> date:
    """The day from which a change holds: today when it is a Monday, else the next, for weeks are counted."""
    return monday(vandaag + timedelta(days=6))


async def change_tijd(conn: Connection, actor: Actor, *, clock: Clock, tijd: NewTijd) -> None:
    """Write other time for a praktijkopleider, until the next change that was planned; nothing when it is so.

    Raises NotFound for a stranger, StaleVersion when somebody else wrote first, and CapacityReached with the
    week in which more is promised than would be left. Inside a savepoint: a refusal leaves the transaction
    usable.
    """
    everyone = {each.id: each for each in await list_praktijkopleiders(conn, actor)}
    leader = everyone.get(tijd.praktijkopleider_id)
    if leader is None:
        raise NotFound
    van = first_monday(clock.today())
    now = leader.capaciteit_op(van)
    if now is not None and (now.nabijheid, now.minuten) == (tijd.nabijheid, tijd.minuten):
        return
    regio_code = await writes.raise_versie(conn, actor, leader.id, tijd.versie)
    if regio_code is None:
        raise StaleVersion
    try:
        async with conn.transaction():
            await writes.replace_capaciteit(
                conn, tijd, van, leader.next_change(van) if now is None else now.tot
            )
            await writes.ask_whether_all_fit(conn)
    except asyncpg.PostgresError as error:
        if error.sqlstate == CAPACITY_STATE:
            raise CapacityReached(f"{error.args[0]} Kies meer minuten.") from None
        raise
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort="begeleiding_gewijzigd",
        onderwerp="praktijkopleider",
        onderwerp_id=leader.id,
        regio_code=regio_code,
        gegevens={"vanaf": van.isoformat(), "minuten": tijd.minuten},
    )

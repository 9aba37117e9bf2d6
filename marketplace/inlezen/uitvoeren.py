"""What the process does: check, write or undo, each in one transaction that ends with its outcome."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

from marketplace.db import ACT_AS, Connection
from marketplace.imports.model import Reading
from marketplace.imports.reader import read_table
from marketplace.inlezen import queries, writes
from marketplace.inlezen.fouten import as_csv, reasons
from marketplace.inlezen.model import A_DAY, BEFORE, Inlezing, RijStand, Status, Uitkomst
from marketplace.inlezen.nakijken import Tell, compare, outcome
from marketplace.inlezen.order import Order, Taak
from marketplace.inlezen.schrijven import NotDone, overtaken, write
from marketplace.inlezen.soort import Stapel
from marketplace.inlezen.soorten import SOORTEN
from marketplace.inlezen.terugdraaien import undo
from marketplace.toegang.gebeurtenissen import append_gebeurtenis

NOT_WRITTEN = "Er is niets geschreven. Kijk het bestand opnieuw na."
NOT_UNDONE = "Er is niets teruggedraaid. Dit staat in de weg:"
BROKEN = "Er ging iets mis bij ons. Er is niets veranderd. Probeer het nog eens."
WRONG_ROWS = "Er is niets geschreven, want nu kloppen deze rijen niet."


async def carry_out(conn: Connection, order: Order, tell: Tell) -> None:
    """Do what is asked, once: nothing when somebody else is at it or it has been done."""
    try:
        async with conn.transaction():
            inlezing = await _take(conn, order)
            if inlezing is None:
                return
            stapel = await SOORTEN[inlezing.soort].open(conn, order.actor, order.clock)
            await TAKEN[order.taak](conn, order, inlezing, stapel, tell)
    except NotDone as refused:
        await _give_back(conn, order, refused)


async def _take(conn: Connection, order: Order) -> Inlezing | None:
    """The file, when this is what it waits for and nobody is at it."""
    await conn.execute(ACT_AS, str(order.actor.account_id))
    if not await queries.lock_inlezing(conn, order.inlezing_id):
        return None
    inlezing = await queries.get_inlezing(conn, order.actor, order.inlezing_id)
    return inlezing if inlezing and inlezing.status is order.taak.status else None


async def _read(
    conn: Connection, order: Order, inlezing: Inlezing, stapel: Stapel, tell: Tell
) -> Reading[Any]:
    """What stands in the file."""
    await tell("Het bestand wordt gelezen.")
    bestand = await queries.get_bestand(conn, order.actor, inlezing.id)
    if bestand is None:
        raise NotDone(["Het bestand is er niet meer. Lees het opnieuw in."])
    return await asyncio.to_thread(read_table, stapel.table, bestand, inlezing.bestandsnaam)


async def _check(conn: Connection, order: Order, inlezing: Inlezing, stapel: Stapel, tell: Tell) -> None:
    """Find what the file would change, and change nothing."""
    reading = await _read(conn, order, inlezing, stapel, tell)
    found = await compare(stapel, reading, tell)
    await writes.replace_rijen(conn, inlezing.id, (each.stand for each in found.daden))
    await writes.update_fouten(conn, inlezing.id, as_csv([*reading.faults, *found.faults]))
    await _finish(conn, order, Status.NAGEKEKEN, outcome(reading, found))


async def _write(conn: Connection, order: Order, inlezing: Inlezing, stapel: Stapel, tell: Tell) -> None:
    """Write what the check has told; nothing when anything is different by now."""
    await writes.set_inlezing(conn, inlezing.id)
    reading = await _read(conn, order, inlezing, stapel, tell)
    found = await compare(stapel, reading, tell)
    told = outcome(reading, found)
    if told.fouten and not (inlezing.alleen_goede and told.deelbaar):
        raise NotDone([WRONG_ROWS, *told.lijst])
    if different := overtaken(found, await queries.list_rijen(conn, order.actor, inlezing.id)):
        raise NotDone(reasons(different))
    await write(
        conn,
        stapel,
        clock=order.clock,
        inlezing_id=inlezing.id,
        reading=reading,
        daden=found.daden,
        tell=tell,
    )
    now = order.clock.now()
    await writes.update_geschreven(conn, inlezing.id, now, now + A_DAY)
    await _finish(conn, order, Status.GESCHREVEN, replace(told, melding=""))
    await _record(conn, order, inlezing, "bestand_ingelezen")


async def _undo(conn: Connection, order: Order, inlezing: Inlezing, stapel: Stapel, tell: Tell) -> None:
    """Put back what the file changed."""
    await writes.set_inlezing(conn, inlezing.id)
    if not inlezing.geschreven_op or order.clock.now() >= inlezing.geschreven_op + A_DAY:
        raise NotDone(["Terugdraaien kan tot een dag na het inlezen."])
    rijen = await queries.list_rijen(conn, order.actor, inlezing.id)
    written: list[RijStand] = [rij for rij in rijen if rij.onderwerp_id is not None]
    await undo(conn, stapel, clock=order.clock, rijen=written, tell=tell)
    await _finish(conn, order, Status.TERUGGEDRAAID, replace(inlezing.uitkomst, melding="", redenen=()))
    await _record(conn, order, inlezing, "bestand_teruggedraaid")


async def _finish(conn: Connection, order: Order, naar: Status, uitkomst: Uitkomst) -> None:
    """End the work; when it was given up meanwhile, everything is undone."""
    van = order.taak.status
    if not await writes.finish(
        conn, order.actor, inlezing_id=order.inlezing_id, van=van, naar=naar, uitkomst=uitkomst
    ):
        raise NotDone([NOT_WRITTEN])


async def _record(conn: Connection, order: Order, inlezing: Inlezing, soort: str) -> None:
    """Append that a file was written or undone, with how many rows."""
    regios = order.actor.regios_als(*SOORTEN[inlezing.soort].schrijft)
    organisaties = order.actor.organisaties_als(*SOORTEN[inlezing.soort].schrijft)
    await append_gebeurtenis(
        conn,
        clock=order.clock,
        actor=order.actor,
        soort=soort,
        onderwerp="inlezing",
        onderwerp_id=inlezing.id,
        regio_code=regios[0] if len(regios) == 1 else None,
        organisatie_id=organisaties[0] if len(organisaties) == 1 else None,
        gegevens={"soort": inlezing.soort, "rijen": inlezing.uitkomst.schrijfbaar},
    )


async def _give_back(conn: Connection, order: Order, refused: NotDone) -> None:
    """After everything is undone: why, and the file is where it was before."""
    melding = NOT_UNDONE if order.taak is Taak.TERUGDRAAIEN else NOT_WRITTEN
    await end_cut_short(conn, order, melding, refused)


async def end_cut_short(
    conn: Connection, order: Order, melding: str = BROKEN, refused: NotDone | None = None
) -> None:
    """Say that the work has changed nothing, unless it has ended."""
    async with conn.transaction():
        await conn.execute(ACT_AS, str(order.actor.account_id))
        inlezing = await queries.get_inlezing(conn, order.actor, order.inlezing_id)
        if inlezing is None or inlezing.status is not order.taak.status:
            return
        redenen = refused.redenen if refused else ()
        uitkomst = replace(inlezing.uitkomst, melding=melding, redenen=redenen)
        await _finish(conn, order, BEFORE[inlezing.status], uitkomst)


Doen = Callable[[Connection, Order, Inlezing, Stapel, Tell], Awaitable[None]]
TAKEN: Mapping[Taak, Doen] = {Taak.NAKIJKEN: _check, Taak.SCHRIJVEN: _write, Taak.TERUGDRAAIEN: _undo}

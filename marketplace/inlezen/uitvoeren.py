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
from marketplace.inlezen.opdracht import Opdracht, Taak
from marketplace.inlezen.schrijven import NotDone, overtaken, write
from marketplace.inlezen.soort import Stapel
from marketplace.inlezen.soorten import SOORTEN
from marketplace.inlezen.terugdraaien import undo
from marketplace.toegang.gebeurtenissen import append_gebeurtenis

NOT_WRITTEN = "Er is niets geschreven. Kijk het bestand opnieuw na."
NOT_UNDONE = "Er is niets teruggedraaid. Dit staat in de weg:"
BROKEN = "Er ging iets mis bij ons. Er is niets veranderd. Probeer het nog eens."
WRONG_ROWS = "Er is niets geschreven, want nu kloppen deze rijen niet."


async def carry_out(conn: Connection, opdracht: Opdracht, tell: Tell) -> None:
    """Do what is asked, once: nothing when somebody else is at it or it has been done."""
    try:
        async with conn.transaction():
            inlezing = await _take(conn, opdracht)
            if inlezing is None:
                return
            stapel = await SOORTEN[inlezing.soort].open(conn, opdracht.actor, opdracht.clock)
            await TAKEN[opdracht.taak](conn, opdracht, inlezing, stapel, tell)
    except NotDone as refused:
        await _give_back(conn, opdracht, refused)


async def _take(conn: Connection, opdracht: Opdracht) -> Inlezing | None:
    """The file, when this is what it waits for and nobody is at it."""
    await conn.execute(ACT_AS, str(opdracht.actor.account_id))
    if not await queries.lock_inlezing(conn, opdracht.inlezing_id):
        return None
    inlezing = await queries.get_inlezing(conn, opdracht.actor, opdracht.inlezing_id)
    return inlezing if inlezing and inlezing.status is opdracht.taak.status else None


async def _read(
    conn: Connection, opdracht: Opdracht, inlezing: Inlezing, stapel: Stapel, tell: Tell
) -> Reading[Any]:
    """What stands in the file."""
    await tell("Het bestand wordt gelezen.")
    bestand = await queries.get_bestand(conn, opdracht.actor, inlezing.id)
    if bestand is None:
        raise NotDone(["Het bestand is er niet meer. Lees het opnieuw in."])
    return await asyncio.to_thread(read_table, stapel.table, bestand, inlezing.bestandsnaam)


async def _check(
    conn: Connection, opdracht: Opdracht, inlezing: Inlezing, stapel: Stapel, tell: Tell
) -> None:
    """Find what the file would change, and change nothing."""
    reading = await _read(conn, opdracht, inlezing, stapel, tell)
    found = await compare(stapel, reading, tell)
    await writes.replace_rijen(conn, inlezing.id, (each.stand for each in found.daden))
    await writes.update_fouten(conn, inlezing.id, as_csv([*reading.faults, *found.faults]))
    await _finish(conn, opdracht, Status.NAGEKEKEN, outcome(reading, found))


async def _write(
    conn: Connection, opdracht: Opdracht, inlezing: Inlezing, stapel: Stapel, tell: Tell
) -> None:
    """Write what the check has told; nothing when anything is different by now."""
    await writes.set_inlezing(conn, inlezing.id)
    reading = await _read(conn, opdracht, inlezing, stapel, tell)
    found = await compare(stapel, reading, tell)
    told = outcome(reading, found)
    if told.fouten and not (inlezing.alleen_goede and told.deelbaar):
        raise NotDone([WRONG_ROWS, *told.lijst])
    if different := overtaken(found, await queries.list_rijen(conn, opdracht.actor, inlezing.id)):
        raise NotDone(reasons(different))
    await write(
        conn,
        stapel,
        clock=opdracht.clock,
        inlezing_id=inlezing.id,
        reading=reading,
        daden=found.daden,
        tell=tell,
    )
    now = opdracht.clock.now()
    await writes.update_geschreven(conn, inlezing.id, now, now + A_DAY)
    await _finish(conn, opdracht, Status.GESCHREVEN, replace(told, melding=""))
    await _record(conn, opdracht, inlezing, "bestand_ingelezen")


async def _undo(conn: Connection, opdracht: Opdracht, inlezing: Inlezing, stapel: Stapel, tell: Tell) -> None:
    """Put back what the file changed."""
    await writes.set_inlezing(conn, inlezing.id)
    if not inlezing.geschreven_op or opdracht.clock.now() >= inlezing.geschreven_op + A_DAY:
        raise NotDone(["Terugdraaien kan tot een dag na het inlezen."])
    rijen = await queries.list_rijen(conn, opdracht.actor, inlezing.id)
    written: list[RijStand] = [rij for rij in rijen if rij.onderwerp_id is not None]
    await undo(conn, stapel, clock=opdracht.clock, rijen=written, tell=tell)
    await _finish(conn, opdracht, Status.TERUGGEDRAAID, replace(inlezing.uitkomst, melding="", redenen=()))
    await _record(conn, opdracht, inlezing, "bestand_teruggedraaid")


async def _finish(conn: Connection, opdracht: Opdracht, naar: Status, uitkomst: Uitkomst) -> None:
    """End the work; when it was given up meanwhile, everything is undone."""
    van = opdracht.taak.status
    if not await writes.finish(
        conn, opdracht.actor, inlezing_id=opdracht.inlezing_id, van=van, naar=naar, uitkomst=uitkomst
    ):
        raise NotDone([NOT_WRITTEN])


async def _record(conn: Connection, opdracht: Opdracht, inlezing: Inlezing, soort: str) -> None:
    """Append that a file was written or undone, with how many rows."""
    regios = opdracht.actor.regios_als(*SOORTEN[inlezing.soort].schrijft)
    organisaties = opdracht.actor.organisaties_als(*SOORTEN[inlezing.soort].schrijft)
    await append_gebeurtenis(
        conn,
        clock=opdracht.clock,
        actor=opdracht.actor,
        soort=soort,
        onderwerp="inlezing",
        onderwerp_id=inlezing.id,
        regio_code=regios[0] if len(regios) == 1 else None,
        organisatie_id=organisaties[0] if len(organisaties) == 1 else None,
        gegevens={"soort": inlezing.soort, "rijen": inlezing.uitkomst.schrijfbaar},
    )


async def _give_back(conn: Connection, opdracht: Opdracht, refused: NotDone) -> None:
    """After everything is undone: why, and the file is where it was before."""
    melding = NOT_UNDONE if opdracht.taak is Taak.TERUGDRAAIEN else NOT_WRITTEN
    await end_cut_short(conn, opdracht, melding, refused)


async def end_cut_short(
    conn: Connection, opdracht: Opdracht, melding: str = BROKEN, refused: NotDone | None = None
) -> None:
    """Say that the work has changed nothing, unless it has ended."""
    async with conn.transaction():
        await conn.execute(ACT_AS, str(opdracht.actor.account_id))
        inlezing = await queries.get_inlezing(conn, opdracht.actor, opdracht.inlezing_id)
        if inlezing is None or inlezing.status is not opdracht.taak.status:
            return
        redenen = refused.redenen if refused else ()
        uitkomst = replace(inlezing.uitkomst, melding=melding, redenen=redenen)
        await _finish(conn, opdracht, BEFORE[inlezing.status], uitkomst)


Doen = Callable[[Connection, Opdracht, Inlezing, Stapel, Tell], Awaitable[None]]
TAKEN: Mapping[Taak, Doen] = {Taak.NAKIJKEN: _check, Taak.SCHRIJVEN: _write, Taak.TERUGDRAAIEN: _undo}

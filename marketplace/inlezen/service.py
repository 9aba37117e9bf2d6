"""The verbs on a file: keep it, let work on it begin, take what there is away as a file."""

import asyncio
from contextlib import ExitStack
from datetime import timedelta
from typing import BinaryIO

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Conflict, Forbidden, InvalidInput, NotFound
from marketplace.exports.formats import FORMATS
from marketplace.inlezen import queries, writes
from marketplace.inlezen.model import Inlezing, Status
from marketplace.inlezen.order import Taak
from marketplace.inlezen.soort import Soort
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.model import Actor

KEPT = timedelta(days=1)
LONGEST_NAME = 120
BATCH = 200
FROM = {
    Taak.NAKIJKEN: (Status.NAGEKEKEN, Status.MISLUKT),
    Taak.SCHRIJVEN: (Status.NAGEKEKEN,),
    Taak.TERUGDRAAIEN: (Status.GESCHREVEN,),
}


async def visible_inlezing(conn: Connection, actor: Actor, inlezing_id: int) -> Inlezing:
    """A file of the actor; raises NotFound for a stranger."""
    inlezing = await queries.get_inlezing(conn, actor, inlezing_id)
    if inlezing is None:
        raise NotFound
    return inlezing


async def keep_file(
    conn: Connection, actor: Actor, *, clock: Clock, soort: Soort, bestandsnaam: str, bestand: bytes
) -> int:
    """Keep a file to be checked; raises Forbidden for who may only read, InvalidInput for an empty one."""
    if not actor.heeft(*soort.schrijft):
        raise Forbidden
    if not bestand:
        raise InvalidInput(fields={"bestand": "Kies een bestand met rijen erin. Dit bestand is leeg."})
    now = clock.now()
    await writes.wipe_expired(conn, now)
    return await writes.insert_inlezing(
        conn,
        actor,
        soort=soort.code,
        bestandsnaam=bestandsnaam[-LONGEST_NAME:] or "bestand",
        bestand=bestand,
        now=now,
        vervalt_op=now + KEPT,
    )


async def begin(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    inlezing_id: int,
    taak: Taak,
    alleen_goede: bool = False,
) -> None:
    """Let work on a file begin; raises Conflict when it is not where that can be done."""
    inlezing = await visible_inlezing(conn, actor, inlezing_id)
    now = clock.now()
    if inlezing.stands(now) not in FROM[taak] or not inlezing.bewaard:
        raise Conflict("Dit kan niet meer met dit bestand. Kijk eerst hoe het ermee staat.")
    uitkomst = inlezing.uitkomst
    if taak is Taak.SCHRIJVEN and uitkomst.fouten and not (alleen_goede and uitkomst.deelbaar):
        raise Conflict("Er staan nog fouten in dit bestand. Verbeter ze en lees het bestand opnieuw in.")
    if not await writes.begin(
        conn,
        actor,
        inlezing_id=inlezing_id,
        van=inlezing.status,
        naar=taak.status,
        alleen_goede=alleen_goede,
        now=now,
    ):
        raise Conflict


async def export(
    conn: Connection, actor: Actor, *, clock: Clock, soort: Soort, vorm: str, file: BinaryIO
) -> int:
    """Write all that the actor may see to a file, some hundreds at a time, and record it; how many."""
    stapel = await soort.open(conn, actor, clock)
    aantal = 0
    batch: list[object] = []
    with ExitStack() as stack:
        put = stack.enter_context(FORMATS[vorm].writer(stapel.table, file))

        def put_all() -> None:
            for row in batch:
                put(row)

        async for each in stapel.stream():
            batch.append(each.rij)
            aantal += 1
            if len(batch) == BATCH:
                await asyncio.to_thread(put_all)
                batch.clear()
        await asyncio.to_thread(put_all)
        await asyncio.to_thread(stack.close)
    regios, organisaties = actor.regios_als(*soort.leest), actor.organisaties_als(*soort.leest)
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort="gegevens_gedownload",
        onderwerp="bestand",
        onderwerp_id=None,
        regio_code=regios[0] if len(regios) == 1 else None,
        organisatie_id=organisaties[0] if len(organisaties) == 1 else None,
        gegevens={"soort": soort.code, "vorm": vorm, "aantal": aantal},
    )
    return aantal

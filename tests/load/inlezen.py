"""How long a check of many rows takes, and how much memory: python -m tests.load.inlezen [ROWS].

Against the example region in a PostgreSQL of its own, as the page has it done: the file in the database, a
process for the check. Each measure is made from a process of its own, so that its peak is its own.
"""

import asyncio
import io
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import asyncpg

from marketplace.clock import Clock, SystemClock
from marketplace.db import ACT_AS, Connection, prepare_connection
from marketplace.embedded import Dsns, EmbeddedPostgres
from marketplace.exports.formats import FORMATS
from marketplace.inlezen import queries, service
from marketplace.inlezen.order import Order, Taak
from marketplace.inlezen.proces import start
from marketplace.inlezen.soorten import SOORTEN
from marketplace.preparation import prepare_database
from marketplace.toegang.model import Actor, Rol, Toekenning

ROWS, MOST = 50_000, 50_000
WHO = """
    select account_id from account_rollen where rol = 'accountmanager' and regio_code = 'AM09'
    order by account_id limit 1
"""
NIEUW: dict[str, Callable[[Any, int], Any]] = {
    "leerwerkplekken": lambda rij, number: replace(rij, nummer=f"L-{number}", titel=f"Voorbeeld {number}"),
    "kandidaten": lambda rij, number: replace(
        rij,
        kenmerk=f"L-{number}",
        van_plekwijs=None,
        naam=f"Voorbeeld {number}",
        geboortedatum=rij.van - timedelta(days=9000),
        status="voor_aangemeld",
        wacht_sinds=None,
        toelichting=f"Voorbeeld {number}",
    ),
}


async def _actor(conn: Connection) -> Actor:
    """The accountmanager of the example region."""
    role = Toekenning(rol=Rol.ACCOUNTMANAGER, regio_code="AM09")
    account = await conn.fetchval(WHO)
    return Actor(account_id=account, naam="voorbeeld", email="voorbeeld", toekenningen=(role,))


async def _keep(conn: Connection, actor: Actor, clock: Clock, code: str, vorm: str, count: int) -> int:
    """Keep a file of so many new rows, made from those that are there; its id."""
    soort = SOORTEN[code]
    stapel = await soort.open(conn, actor, clock)
    there = [each.rij async for each in stapel.stream()]
    file = io.BytesIO()
    with FORMATS[vorm].writer(stapel.table, file) as put:
        for number in range(count):
            put(NIEUW[code](there[number % len(there)], number))
    name = f"{code}.{vorm}"
    content = file.getvalue()
    return await service.keep_file(conn, actor, clock=clock, soort=soort, bestandsnaam=name, bestand=content)


async def _prepare(dsns: Dsns, code: str, vorm: str, count: int) -> Order:
    """A file that waits to be checked."""
    conn, clock = await asyncpg.connect(dsns.app), SystemClock(timedelta(0))
    await prepare_connection(conn)
    owner = await asyncpg.connect(dsns.eigenaar)
    actor = await _actor(owner)
    await owner.close()
    async with conn.transaction():
        await conn.execute(ACT_AS, str(actor.account_id))
        inlezing_id = await _keep(conn, actor, clock, code, vorm, count)
    await conn.close()
    return Order(dsn=dsns.app, taak=Taak.NAKIJKEN, inlezing_id=inlezing_id, actor=actor, shift=0.0)


async def _told(order: Order) -> str:
    """What the check found."""
    conn = await asyncpg.connect(order.dsn)
    await prepare_connection(conn)
    async with conn.transaction():
        await conn.execute(ACT_AS, str(order.actor.account_id))
        found = await queries.get_inlezing(conn, order.actor, order.inlezing_id)
    await conn.close()
    assert found is not None
    uitkomst = found.uitkomst
    return f"{found.status}: {uitkomst.nieuw} new, {uitkomst.fouten} faults {list(uitkomst.lijst[:2])}"


def measured(order: Order) -> tuple[float, float, int, str]:
    """Seconds on the clock and of the processor, peak in MB, and what came of it."""
    began = time.perf_counter()
    asyncio.run(start(order))
    seconds = time.perf_counter() - began
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return seconds, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, asyncio.run(_told(order))


def main() -> None:
    """Both nouns in both formats, one after another."""
    count = min(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS, MOST)
    with tempfile.TemporaryDirectory() as folder, EmbeddedPostgres(Path(folder), fsync=False) as dsns:
        prepare_database(dsns.eigenaar, scale=1, vandaag=SystemClock(timedelta(0)).today(), say=print)
        print(f"{count} rows")
        for code in NIEUW:
            for vorm in FORMATS:
                order = asyncio.run(_prepare(dsns, code, vorm, count))
                with get_context("spawn").Pool(1) as pool:
                    seconds, work, peak, told = pool.apply(measured, (order,))
                print(f"| {code} {vorm} | {seconds:.1f} s | {work:.1f} s | {peak} MB | {told} |", flush=True)


if __name__ == "__main__":
    main()

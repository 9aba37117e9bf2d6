"""The process of a file killed in each transition, alone or with its web: all or nothing, and then again."""

import asyncio
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import asyncpg
import httpx2
import openpyxl
import pytest

from marketplace.clock import Clock, clock_at
from marketplace.db import Connection, create_pool, prepare_connection, transaction
from marketplace.embedded import Dsns
from marketplace.inlezen import queries, service
from marketplace.inlezen.model import Inlezing, Status
from marketplace.inlezen.order import Order, Taak, shift_of
from marketplace.inlezen.plekken import LEERWERKPLEKKEN
from marketplace.inlezen.proces import COMMAND, start
from marketplace.toegang.model import Actor
from tests.live import start_live
from tests.marketplace.kleine_regio import KleineRegio, make_regio
from tests.marketplace.regio_details import add_details
from tests.marketplace.web.conftest import password_hash
from tests.marketplace.web.inlezen.bestanden import upload
from tests.marketplace.web.regio_site import EIGEN
from tests.marketplace.web.site import Visitor
from tests.marketplace.werkplaats import VANDAAG
from tests.storingen.stilstand import PATIENCE, Moment, Overgang, read_all, stand_still

TITELS = "select array_agg(distinct titel) from leerwerkplekken"
WAS = ["Gras maaien", "Plek bij de buren", "Tuin aanleggen"]
# How a file stands after each piece of work, and the titles of plekken by then.
DONE = {
    Taak.NAKIJKEN: (Status.NAGEKEKEN, WAS),
    Taak.SCHRIJVEN: (Status.GESCHREVEN, ["Anders"]),
    Taak.TERUGDRAAIEN: (Status.TERUGGEDRAAID, WAS),
}


@dataclass(frozen=True, slots=True)
class Kantoor:
    """A small region, somebody who reads files in, and a connection to look behind it."""

    dsns: Dsns
    eigenaar: Connection
    pool: asyncpg.Pool
    regio: KleineRegio

    @property
    def actor(self) -> Actor:
        """The accountmanager."""
        return self.regio.eigen

    def order(self, inlezing_id: int, taak: Taak) -> Order:
        """A piece of work on a file."""
        return Order(
            dsn=self.dsns.app,
            taak=taak,
            inlezing_id=inlezing_id,
            actor=self.actor,
            shift=shift_of(clock_at(VANDAAG)),
        )

    async def keep_file(self) -> int:
        """Send all plekken with another title, to be checked."""
        async with transaction(self.pool, self.actor.account_id) as conn:
            return await service.keep_file(
                conn,
                self.actor,
                clock=clock_at(VANDAAG),
                soort=LEERWERKPLEKKEN,
                bestandsnaam="plekken.xlsx",
                bestand=await self.renamed(conn),
            )

    async def renamed(self, conn: Connection) -> bytes:
        """A workbook of all plekken with every title changed."""
        file, made = BytesIO(), BytesIO()
        clock = clock_at(VANDAAG)
        await service.export(conn, self.actor, clock=clock, soort=LEERWERKPLEKKEN, vorm="xlsx", file=file)
        book = openpyxl.load_workbook(file)
        for cell in book.worksheets[0]["C"][1:]:
            cell.value = "Anders"
        book.save(made)
        return made.getvalue()

    async def begin(self, inlezing_id: int, taak: Taak, clock: Clock) -> None:
        """Let work on a file begin."""
        async with transaction(self.pool, self.actor.account_id) as conn:
            await service.begin(conn, self.actor, clock=clock, inlezing_id=inlezing_id, taak=taak)

    async def read(self, inlezing_id: int) -> Inlezing:
        """How a file stands."""
        async with transaction(self.pool, self.actor.account_id) as conn:
            return await service.visible_inlezing(conn, self.actor, inlezing_id)

    async def kill(self, order: Order, moment: Moment) -> bool:
        """Kill the process when everything is written; whether it came to be."""
        status = DONE[order.taak][0]
        last = Overgang("inlezingen", "update", f"new.status = '{status}' and old.status <> new.status")
        async with stand_still(self.eigenaar, last, moment) as until_it_stands:
            child = await asyncio.create_subprocess_exec(*COMMAND, stdin=PIPE, stdout=DEVNULL)
            assert child.stdin is not None
            child.stdin.write(order.to_line())
            await child.stdin.drain()
            before = await until_it_stands()
            child.kill()
            await child.wait()
        return await read_all(self.eigenaar) != before


@pytest.fixture
async def kantoor(database: Dsns) -> AsyncIterator[Kantoor]:
    """The small region with what a file may name."""
    eigenaar = await asyncpg.connect(database.eigenaar)
    await prepare_connection(eigenaar)
    regio = await make_regio(eigenaar)
    await add_details(eigenaar, regio)
    pool = await create_pool(database.app, size=2)
    yield Kantoor(database, eigenaar, pool, regio)
    await pool.close()
    await eigenaar.close()


async def test_a_file_is_checked_written_and_undone_whole_or_not_at_all_and_then_again(
    kantoor: Kantoor,
) -> None:
    clock = clock_at(VANDAAG)
    later = type(clock)(clock.shift + timedelta(minutes=5))
    inlezing_id = await kantoor.keep_file()
    stood = WAS
    for taak, (status, titels) in DONE.items():
        if taak is not Taak.NAKIJKEN:
            await kantoor.begin(inlezing_id, taak, clock)
        order = kantoor.order(inlezing_id, taak)
        assert not await kantoor.kill(order, Moment.WRITTEN), taak
        assert await kantoor.eigenaar.fetchval(TITELS) == stood
        left = await kantoor.read(inlezing_id)
        assert left.status is taak.status
        assert left.stands(later.now()) in service.FROM[taak], "it is where it can be done again"
        await kantoor.begin(inlezing_id, taak, later)
        assert await kantoor.kill(order, Moment.COMMITTING), taak
        assert await kantoor.eigenaar.fetchval(TITELS) == titels
        assert (await kantoor.read(inlezing_id)).status is status
        before = await read_all(kantoor.eigenaar)
        assert await start(order), "work that has been done is not done twice"
        assert await read_all(kantoor.eigenaar) == before
        stood = titels


async def test_the_work_on_a_file_dies_with_its_web_and_changes_nothing(
    kantoor: Kantoor, tmp_path: Path
) -> None:
    await kantoor.eigenaar.execute("update accounts set wachtwoord_hash = $1", password_hash())
    async with transaction(kantoor.pool, kantoor.actor.account_id) as conn:
        bestand = await kantoor.renamed(conn)
    checked = Overgang("inlezingen", "update", "new.status = 'nagekeken' and old.status <> new.status")
    live = start_live(kantoor.dsns, tmp_path, parts=("web",))
    try:
        await asyncio.to_thread(live.wait_until_up)
        async with httpx2.AsyncClient(base_url=live.url, timeout=PATIENCE) as client:
            visitor = Visitor(client)
            assert (await visitor.login(EIGEN)).status_code == 303
            async with stand_still(kantoor.eigenaar, checked, Moment.WRITTEN) as until_it_stands:
                sending = asyncio.create_task(upload(visitor, "leerwerkplekken", bestand))
                before = await until_it_stands()
                live.kill("web")
            await asyncio.gather(sending, return_exceptions=True)
        # The database lets go of the transaction only once the process itself is gone.
        assert await read_all(kantoor.eigenaar) == before
    finally:
        live.stop()
    inlezing_id = await kantoor.eigenaar.fetchval("select max(id) from inlezingen")
    async with transaction(kantoor.pool, kantoor.actor.account_id) as conn:
        found = await queries.get_inlezing(conn, kantoor.actor, inlezing_id)
    assert found is not None
    assert found.status is Status.NAKIJKEN
    assert await start(kantoor.order(inlezing_id, Taak.NAKIJKEN))
    assert (await kantoor.read(inlezing_id)).status is Status.NAGEKEKEN

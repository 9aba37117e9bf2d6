"""The process that works on a file: killed at any moment it leaves everything as it was."""

import asyncio
import io
from asyncio.subprocess import DEVNULL, PIPE
from datetime import timedelta

import asyncpg
import openpyxl

from marketplace.clock import FixedClock
from marketplace.db import Connection, create_pool, prepare_connection, transaction
from marketplace.embedded import Dsns
from marketplace.inlezen import queries, service
from marketplace.inlezen.model import Status
from marketplace.inlezen.order import Order, Taak, shift_of
from marketplace.inlezen.plekken import LEERWERKPLEKKEN
from marketplace.inlezen.proces import COMMAND, start
from marketplace.inlezen.uitvoeren import end_cut_short
from marketplace.toegang.model import Actor, Rol, Toekenning
from tests.marketplace.kleine_regio import REGIO, make_regio
from tests.marketplace.regio_details import add_details

WAITS = "select exists (select from pg_locks where not granted)"


async def _actor(eigenaar: Connection) -> Actor:
    """The accountmanager of the small region."""
    account = await eigenaar.fetchval(
        "select account_id from account_rollen where rol = 'accountmanager' and regio_code = $1", REGIO
    )
    role = Toekenning(rol=Rol.ACCOUNTMANAGER, regio_code=REGIO)
    return Actor(account_id=account, naam="eigen", email="eigen@voorbeeld", toekenningen=(role,))


def _renamed(content: bytes) -> bytes:
    """The same workbook with every title changed."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    for cell in book.worksheets[0]["C"][1:]:
        cell.value = "Anders"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


async def test_a_process_that_is_killed_while_it_writes_has_written_nothing(
    database: Dsns, clock: FixedClock
) -> None:
    eigenaar = await asyncpg.connect(database.eigenaar)
    await prepare_connection(eigenaar)
    await add_details(eigenaar, await make_regio(eigenaar))
    actor, pool = await _actor(eigenaar), await create_pool(database.app, size=2)
    async with transaction(pool, actor.account_id) as conn:
        file = io.BytesIO()
        await service.export(conn, actor, clock=clock, soort=LEERWERKPLEKKEN, vorm="xlsx", file=file)
        inlezing_id = await service.keep_file(
            conn,
            actor,
            clock=clock,
            soort=LEERWERKPLEKKEN,
            bestandsnaam="plekken.xlsx",
            bestand=_renamed(file.getvalue()),
        )
    shift = shift_of(clock)
    order = Order(dsn=database.app, taak=Taak.NAKIJKEN, inlezing_id=inlezing_id, actor=actor, shift=shift)
    assert await start(order)
    async with transaction(pool, actor.account_id) as conn:
        await service.begin(conn, actor, clock=clock, inlezing_id=inlezing_id, taak=Taak.SCHRIJVEN)
    order = Order(dsn=database.app, taak=Taak.SCHRIJVEN, inlezing_id=inlezing_id, actor=actor, shift=shift)
    await _kill_in_the_middle(eigenaar, order)
    assert await eigenaar.fetchval("select count(*) from leerwerkplekken where titel = 'Anders'") == 0
    async with transaction(pool, actor.account_id) as conn:
        left = await queries.get_inlezing(conn, actor, inlezing_id)
        assert left is not None
        assert left.status is Status.SCHRIJVEN
        assert left.stands(clock.now() + timedelta(hours=1)) is Status.NAGEKEKEN
    async with transaction(pool, actor.account_id) as conn:
        await end_cut_short(conn, order)
        left = await queries.get_inlezing(conn, actor, inlezing_id)
    assert left is not None
    assert left.status is Status.NAGEKEKEN
    assert "Er is niets veranderd." in left.uitkomst.melding
    await pool.close()
    await eigenaar.close()


async def _kill_in_the_middle(eigenaar: Connection, order: Order) -> None:
    """Let the process wait for the last plek, when it has written the others, and kill it there."""
    async with eigenaar.transaction():
        await eigenaar.execute(
            "select from leerwerkplekken where id = (select max(id) from leerwerkplekken) for update"
        )
        child = await asyncio.create_subprocess_exec(*COMMAND, stdin=PIPE, stdout=DEVNULL)
        assert child.stdin is not None
        child.stdin.write(order.to_line())
        await child.stdin.drain()
        while not await eigenaar.fetchval(WAITS):  # noqa: ASYNC110 (the database tells)
            await asyncio.sleep(0.05)
        child.kill()
        await child.wait()


async def test_a_process_that_cannot_begin_says_so(clock: FixedClock) -> None:
    actor = Actor(account_id=1, naam="", email="", toekenningen=())
    nowhere = "postgresql://app@127.0.0.1:1/weg"
    order = Order(dsn=nowhere, taak=Taak.NAKIJKEN, inlezing_id=1, actor=actor, shift=shift_of(clock))
    assert Order.from_line(order.to_line()) == order
    assert not await start(order)

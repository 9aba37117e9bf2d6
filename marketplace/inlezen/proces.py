"""A process of its own for a file, so that a large one stalls no page."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE

import asyncpg
import structlog

from marketplace.db import ACT_AS, prepare_connection
from marketplace.inlezen import writes
from marketplace.inlezen.order import Order
from marketplace.inlezen.uitvoeren import carry_out
from marketplace.logs import configure_logs, where
from marketplace.process import die_with_parent

COMMAND = (sys.executable, "-m", "marketplace.inlezen.proces")

log = structlog.get_logger("marketplace.inlezen")


async def start(order: Order) -> bool:
    """Have the work done and wait for its end; False when it broke off."""
    parent = os.getpid()
    child = await asyncio.create_subprocess_exec(
        *COMMAND, stdin=PIPE, stdout=DEVNULL, preexec_fn=lambda: die_with_parent(signal.SIGKILL, parent)
    )
    await child.communicate(order.to_line())
    return child.returncode == 0


async def _work(order: Order) -> None:
    """Do the work on one connection, and tell how far it is on another: that is seen at once."""
    conn, teller = await asyncpg.connect(order.dsn), await asyncpg.connect(order.dsn)
    try:
        await prepare_connection(conn)

        async def tell(stap: str) -> None:
            async with teller.transaction():
                await teller.execute(ACT_AS, str(order.actor.account_id))
                await writes.update_stap(teller, order.inlezing_id, stap, order.clock.now())

        await carry_out(conn, order, tell)
    finally:
        await teller.close()
        await conn.close()


def main() -> None:
    """Read what to do and do it."""
    configure_logs()
    try:
        asyncio.run(_work(Order.from_line(sys.stdin.buffer.readline())))
    except Exception as error:  # noqa: BLE001 (a traceback may quote what stands in a file)
        log.error("file failed", **where(error))  # noqa: TRY400 (idem)
        sys.exit(1)


if __name__ == "__main__":
    main()

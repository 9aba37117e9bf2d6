"""One LISTEN connection for the whole web process; it tells who follows which run."""

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import asyncpg
from starlette.applications import Starlette

from marketplace.rekenruns.doorbell import PROGRESS

RETRY_SECONDS = 1.0
AWAY = (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError)


class Listeners:
    """Who waits for news of which run."""

    def __init__(self) -> None:
        self._events: dict[str, set[asyncio.Event]] = defaultdict(set)

    @contextmanager
    def follow(self, rekenrun_id: int) -> Iterator[asyncio.Event]:
        """An event that is set at every news of this run."""
        event, key = asyncio.Event(), str(rekenrun_id)
        self._events[key].add(event)
        try:
            yield event
        finally:
            self._events[key].discard(event)
            if not self._events[key]:
                del self._events[key]

    def ring(self, key: str) -> None:
        """Wake who follows this run."""
        for event in self._events.get(key, ()):
            event.set()

    def ring_all(self) -> None:
        """Wake everybody: something may have been missed."""
        for key in list(self._events):
            self.ring(key)


async def _listen(dsn: str, listeners: Listeners) -> None:
    """Hold the connection; make it anew when it breaks."""
    while True:
        conn = None
        try:
            conn = await asyncpg.connect(dsn)
            broken = asyncio.Event()
            conn.add_termination_listener(lambda _conn, broken=broken: broken.set())
            await conn.add_listener(PROGRESS, lambda *news: listeners.ring(str(news[3])))
            listeners.ring_all()
            await broken.wait()
        except AWAY:
            await asyncio.sleep(RETRY_SECONDS)
        finally:
            if conn is not None:
                conn.terminate()


@asynccontextmanager
async def hold_listener(app: Starlette) -> AsyncIterator[None]:
    """Listen as long as the application lives; `app.state.listeners` is what pages follow."""
    app.state.listeners = Listeners()
    task = asyncio.create_task(_listen(app.state.settings.database_url, app.state.listeners))
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


LIFESPAN = hold_listener

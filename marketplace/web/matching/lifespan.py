"""One LISTEN connection for the whole web process; it tells who follows which run."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import NoReturn

import structlog
from starlette.applications import Starlette

from marketplace.rekenruns.doorbell import PROGRESS, listen

log = structlog.get_logger("marketplace.web")


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

    def ring(self, key: str | None) -> None:
        """Wake who follows this run; None wakes everybody, because something may have been missed."""
        for each in list(self._events) if key is None else [key]:
            for event in self._events.get(each, ()):
                event.set()


@asynccontextmanager
async def hold_listener(app: Starlette) -> AsyncIterator[None]:
    """Listen as long as the application lives; `app.state.listeners` is what pages follow."""
    app.state.listeners = Listeners()
    task = asyncio.create_task(listen(app.state.settings.database_url, PROGRESS, app.state.listeners.ring))
    task.add_done_callback(_tell_end)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def _tell_end(task: "asyncio.Task[NoReturn]") -> None:
    """Log that nobody hears the doorbell any more; pages still look by themselves, only later."""
    if not task.cancelled():
        log.error("listener ended", kind=type(task.exception()).__name__)


LIFESPAN = hold_listener

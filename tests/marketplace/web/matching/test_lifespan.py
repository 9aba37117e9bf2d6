"""The web process hears the doorbell, and says so when it no longer does."""

import asyncio

from starlette.applications import Starlette
from structlog.testing import capture_logs

from marketplace.embedded import Dsns
from marketplace.settings import Settings
from marketplace.web.matching.lifespan import Listeners, hold_listener


async def test_a_ring_wakes_who_follows_that_run_and_a_missed_one_wakes_all() -> None:
    listeners = Listeners()
    with listeners.follow(1) as one, listeners.follow(2) as two:
        listeners.ring("1")
        assert (one.is_set(), two.is_set()) == (True, False)
        listeners.ring(None)
        assert two.is_set()
    listeners.ring("1")
    assert not listeners._events


async def test_a_listener_that_ends_is_logged(database: Dsns) -> None:
    app = Starlette()
    app.state.settings = Settings(database_url=database.app.replace("/proef_", "/bestaat_niet_"))
    with capture_logs() as logs:
        async with hold_listener(app), asyncio.timeout(10):
            while not logs:  # noqa: ASYNC110 (a log has no event)
                await asyncio.sleep(0.01)
    assert [(each["event"], each["kind"]) for each in logs] == [("listener ended", "InvalidCatalogNameError")]

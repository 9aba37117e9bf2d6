"""The web rings for a run that was asked, after its commit, and for nothing else."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from arq.connections import ArqRedis

from marketplace.rekenruns.redis_doorbell import connect
from tests.marketplace.web.werkbank import EIGEN, Werkbank
from tests.redis_server import RedisServer


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RedisServer]:
    """A Redis of the test's own."""
    made = RedisServer(tmp_path)
    made.start()
    yield made
    made.stop()


@pytest.fixture
async def redis(server: RedisServer, bank: Werkbank) -> AsyncIterator[ArqRedis]:
    """The way to it, which the running application has too."""
    made = connect(server.url)
    bank.site.app.state.redis = made
    yield made
    await made.aclose()


async def rung(redis: ArqRedis) -> list[object]:
    """What the rings carry."""
    return [(job.function, job.args, job.kwargs) for job in await redis.queued_jobs()]


async def test_a_run_that_was_asked_or_asked_again_rings_with_its_id(bank: Werkbank, redis: ArqRedis) -> None:
    async with bank.site.logged_in(EIGEN) as visitor:
        await visitor.post("/rekenruns")
        first = await bank.eigenaar.fetchval("select id from rekenruns")
        assert await rung(redis) == [("rekenrun", [first], {})]
        await visitor.post(f"/rekenruns/{first}/annuleren")
        await visitor.post(f"/rekenruns/{first}/opnieuw")
    second = await bank.eigenaar.fetchval("select max(id) from rekenruns")
    assert sorted(str(each) for each in await rung(redis)) == [
        f"('rekenrun', [{run}], {{}})" for run in (first, second)
    ]


async def test_a_run_that_was_refused_rings_nothing(bank: Werkbank, redis: ArqRedis) -> None:
    await bank.eigenaar.execute("update leerwerkplekken set status = 'gesloten'")
    async with bank.site.logged_in(EIGEN) as visitor:
        assert (await visitor.post("/rekenruns")).status_code == 409
    assert await rung(redis) == []


async def test_a_run_is_asked_all_the_same_while_redis_is_away(
    bank: Werkbank, redis: ArqRedis, server: RedisServer
) -> None:
    server.kill()
    async with bank.site.logged_in(EIGEN) as visitor:
        assert (await visitor.post("/rekenruns")).status_code == 303
    assert await bank.eigenaar.fetchval("select count(*) from rekenruns") == 1
    assert bank.site.app.state.redis is redis

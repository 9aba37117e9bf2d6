"""The doorbell over a real Redis."""

import asyncio
import gc
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from arq.connections import ArqRedis
from arq.constants import default_queue_name
from structlog.testing import capture_logs

from marketplace.rekenruns.redis_doorbell import connect, hear, ring
from tests.redis_server import RedisServer

PATIENCE = 20.0


@dataclass(slots=True)
class Listener:
    """Somebody who counts the rings, and is busy until let go."""

    rings: int = 0
    heard: asyncio.Event = field(default_factory=asyncio.Event)
    free: asyncio.Event = field(default_factory=asyncio.Event)

    async def answer(self) -> None:
        """Take a ring and hold it."""
        self.rings += 1
        self.heard.set()
        await self.free.wait()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RedisServer]:
    """A Redis of the test's own."""
    made = RedisServer(tmp_path)
    made.start()
    yield made
    made.stop()


@pytest.fixture
async def redis(server: RedisServer) -> AsyncIterator[ArqRedis]:
    """The way to it."""
    made = connect(server.url)
    yield made
    await made.aclose()


@asynccontextmanager
async def listening(server: RedisServer, *listeners: Listener) -> AsyncIterator[None]:
    """Let these hear for a while."""
    tasks = [asyncio.create_task(hear(server.url, each.answer)) for each in listeners]
    try:
        async with asyncio.timeout(PATIENCE):
            yield
    finally:
        for task in tasks:
            task.cancel()
        ends = await asyncio.gather(*tasks, return_exceptions=True)
        assert all(isinstance(end, asyncio.CancelledError) for end in ends), ends


async def test_a_ring_is_an_id_in_words_that_anybody_can_read(redis: ArqRedis) -> None:
    await ring(redis, 7)
    (key,) = await redis.keys("arq:job:*")
    assert b'"a": [7], "k": {}' in await redis.get(key)
    assert await redis.dbsize() == 2


async def test_a_ring_from_before_is_heard_and_leaves_nothing(server: RedisServer, redis: ArqRedis) -> None:
    await ring(redis, 7)
    listener = Listener()
    listener.free.set()
    async with listening(server, listener):
        await listener.heard.wait()
        while await redis.zcard(default_queue_name):  # noqa: ASYNC110 (Redis has no event of it)
            await asyncio.sleep(0.02)
    assert listener.rings == 1
    assert await redis.keys("arq:job:*") == []
    assert await redis.keys("arq:result:*") == []


async def test_who_is_busy_leaves_the_next_ring_to_another(server: RedisServer, redis: ArqRedis) -> None:
    listeners = [Listener(), Listener()]
    async with listening(server, *listeners):
        await ring(redis, 1)
        await ring(redis, 2)
        for each in listeners:
            await each.heard.wait()
    assert [each.rings for each in listeners] == [1, 1]


# The client leaves the socket of a killed server to the garbage collector, which must collect it here.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
async def test_a_redis_that_comes_back_is_heard_again(server: RedisServer, redis: ArqRedis) -> None:
    listener = Listener()
    listener.free.set()
    async with listening(server, listener):
        await ring(redis, 1)
        await listener.heard.wait()
        listener.heard.clear()
        server.kill()
        with capture_logs() as logs:
            await ring(redis, 2)
        assert [(each["event"], each["rekenrun"]) for each in logs] == [("ring not heard", 2)]
        server.start()
        while not listener.heard.is_set():
            await ring(redis, 3)
            await asyncio.sleep(0.1)
    gc.collect()


async def test_a_ring_that_nobody_can_read_does_not_stop_the_listener(
    server: RedisServer, redis: ArqRedis
) -> None:
    listener = Listener()
    listener.free.set()
    await redis.set("arq:job:vreemd", b"\x80\x04K\x01.")
    await redis.zadd(default_queue_name, {"vreemd": 1})
    async with listening(server, listener):
        await ring(redis, 1)
        await listener.heard.wait()

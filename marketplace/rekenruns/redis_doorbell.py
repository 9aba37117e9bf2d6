"""The doorbell of the production form: arq hands each ring, the id of one run, to one idle worker.

Nothing leans on it: a ring that is lost, or comes twice, only means that workers find the run by looking.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any, NoReturn

import structlog
from arq.connections import ArqRedis
from arq.worker import Worker, func
from redis.exceptions import RedisError

RING = "rekenrun"
RING_SECONDS = 2.0
RETRY_SECONDS = 1.0
# So long a busy worker keeps a ring; a ring whose worker died is given to another not much later.
HOLD_SECONDS = 30
# TimeoutError: a Redis that takes connections and says nothing.
AWAY = (RedisError, OSError, TimeoutError)

log = structlog.get_logger("marketplace.doorbell")


def connect(url: str) -> ArqRedis:
    """The way to Redis, made at first use; messages are JSON, for arq's pickle runs whatever stands there."""
    # No socket_timeout: redis would use asyncio.wait_for, which on Python 3.11 can lose a request to stop.
    redis: ArqRedis = ArqRedis.from_url(url, socket_connect_timeout=RING_SECONDS, socket_keepalive=True)
    redis.job_serializer, redis.job_deserializer = _to_json, json.loads
    return redis


async def ring(redis: ArqRedis, rekenrun_id: int) -> None:
    """Tell one worker that a run waits, after its commit; without Redis a worker finds it by itself."""
    try:
        async with asyncio.timeout(RING_SECONDS):
            await redis.enqueue_job(RING, rekenrun_id)
    except AWAY as error:
        log.warning("ring not heard", rekenrun=rekenrun_id, kind=type(error).__name__)


async def hear(url: str, answer: Callable[[], Awaitable[None]]) -> NoReturn:
    """Call `answer` at each ring for this worker, one at a time; begins anew when Redis falls away."""

    async def answer_ring(_context: Mapping[str, Any], _rekenrun_id: int) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(HOLD_SECONDS):
                await answer()

    away = False
    while True:
        worker = _make_worker(url, answer_ring)
        try:
            await worker.pool.ping()
            away = False
            await worker.async_run()
        except AWAY as error:
            if not away:
                log.warning("redis away", kind=type(error).__name__)
            away = True
        finally:
            await _close(worker)
        await asyncio.sleep(RETRY_SECONDS)


def _make_worker(url: str, answer_ring: Callable[..., Awaitable[None]]) -> Worker:
    """A worker of arq that holds one ring at a time and keeps no results."""
    return Worker(
        [func(answer_ring, name=RING)],  # type: ignore[arg-type]  # (arq asks for a protocol by parameter names)
        redis_pool=connect(url),
        job_serializer=_to_json,
        job_deserializer=json.loads,
        handle_signals=False,
        max_jobs=1,
        job_timeout=2 * HOLD_SECONDS,
        keep_result=0,
        poll_delay=0.2,
    )


async def _close(worker: Worker) -> None:
    """Let go of rings and connections; arq's own way to close asks Redis for more and may find it away."""
    for task in worker.tasks.values():
        task.cancel()
    await asyncio.gather(*worker.tasks.values(), return_exceptions=True)
    with suppress(*AWAY):
        await worker.pool.aclose()


def _to_json(message: Mapping[str, Any]) -> bytes:
    """One message; of an error, which arq puts in a message of its own, only the kind."""
    return json.dumps(message, default=lambda value: type(value).__name__).encode()

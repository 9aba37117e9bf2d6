"""What Prometheus reads: requests by the pattern of their route, the pool, the queue of rekenruns.

A label never holds a path, an address or a name: patterns, methods and statuses are ours and few.
"""

import time
from collections.abc import Sequence
from datetime import datetime

import asyncpg
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from marketplace.monitoring.queries import Rekenrunstand
from marketplace.rekenruns.model import RekenrunStatus

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1.0, 2.5, 5.0, 10.0)
OTHER = "other"


class Metrics:
    """The figures of one web process; those of the rekenruns are the database's, the same at every web."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        labels = ("method", "route", "status")
        self._requests = Counter(
            "plekwijs_requests", "Requests that got an answer.", labels, registry=self.registry
        )
        self._seconds = Histogram(
            "plekwijs_request_seconds",
            "From a request to the first byte of its answer.",
            ("method", "route"),
            buckets=BUCKETS,
            registry=self.registry,
        )
        self._pool = self._gauge("plekwijs_pool_connections", "Connections of the pool.", "state")
        self._rekenruns = self._gauge("plekwijs_rekenruns", "Rekenruns by how they stand or ended.", "status")
        self._age = self._gauge("plekwijs_queue_age_seconds", "How long the oldest rekenrun waits.")
        self._up = self._gauge("plekwijs_database_up", "Whether the database answered to be counted.")

    def count_request(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one answer; methods that nobody should send are one."""
        known = method if method in METHODS else OTHER
        self._requests.labels(known, route, status).inc()
        self._seconds.labels(known, route).observe(seconds)

    def read_pool(self, pool: asyncpg.Pool) -> None:
        """Take how full the pool is."""
        idle = pool.get_idle_size()
        for state, value in (("idle", idle), ("used", pool.get_size() - idle), ("max", pool.get_max_size())):
            self._pool.labels(state).set(value)

    def read_rekenruns(self, standen: Sequence[Rekenrunstand] | None, now: datetime) -> None:
        """Take how the rekenruns stand; None when the database did not say, and then they are not told."""
        self._up.set(standen is not None)
        self._rekenruns.clear()
        self._age.set(0 if standen is not None else float("nan"))
        if standen is None:
            return
        for status in RekenrunStatus:
            self._rekenruns.labels(status.value).set(0)
        for stand in standen:
            self._rekenruns.labels(stand.status).set(stand.aantal)
            if stand.status == RekenrunStatus.WACHTRIJ:
                self._age.set((now - stand.oudste).total_seconds())

    def text(self) -> bytes:
        """All figures in the format of Prometheus."""
        return generate_latest(self.registry)

    def _gauge(self, name: str, words: str, *labels: str) -> Gauge:
        """A figure that goes up and down."""
        return Gauge(name, words, labels, registry=self.registry)


class Measured:
    """Counts each request when its answer begins; a stream counts until its first byte."""

    def __init__(self, app: ASGIApp, *, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and look at what comes back."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began = time.perf_counter()

        async def counted_send(message: Message) -> None:
            if message["type"] == "http.response.start":
                route = getattr(scope.get("route"), "path", OTHER)
                seconds = time.perf_counter() - began
                self.metrics.count_request(scope["method"], route, message["status"], seconds)
            await send(message)

        await self.app(scope, receive, counted_send)

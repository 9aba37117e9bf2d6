"""The web application: pages behind one edge, a pool, and hooks for what must live as long as the process."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager

import structlog
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response

from marketplace.clock import Clock, clock_at
from marketplace.db import create_pool
from marketplace.logs import where
from marketplace.settings import Settings
from marketplace.web.api.routes import API, not_found
from marketplace.web.lifespan import HOOKS
from marketplace.web.metrics import Measured, Metrics
from marketplace.web.middleware import CalmFailures, SecurityHeaders
from marketplace.web.refusals import show_http
from marketplace.web.routes import all_routes
from marketplace.web.throttle import Throttle

log = structlog.get_logger("marketplace.web")


def _lifespan(settings: Settings) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    """Open the pool, then each hook in turn; close in reverse."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            try:
                app.state.pool = await create_pool(settings.database_url)
                stack.push_async_callback(app.state.pool.close)
                for hook in HOOKS:
                    await stack.enter_async_context(hook(app))
            except Exception as error:
                log.error("web does not start", **where(error))  # noqa: TRY400 (an address can hold a password)
                raise
            yield

    return lifespan


async def _http_error(request: Request, error: Exception) -> Response:
    """What Starlette itself refuses (a method that a path does not take), in our words."""
    if request.url.path.startswith(API):  # a path that no route can read, such as one with a line end
        return await not_found(request)
    return show_http(request, error)


def create_app(settings: Settings, *, clock: Clock | None = None) -> Starlette:
    """The whole web service; `app.state` holds settings, clock, throttle, metrics and, once started, pool."""
    metrics = Metrics()
    app = Starlette(
        routes=all_routes(),
        middleware=[
            Middleware(Measured, metrics=metrics),
            Middleware(SecurityHeaders, https=settings.base_url.startswith("https://")),
            Middleware(CalmFailures),
        ],
        exception_handlers={HTTPException: _http_error},
        lifespan=_lifespan(settings),
    )
    app.state.settings = settings
    app.state.clock = clock or clock_at(settings.vandaag)
    app.state.throttle = Throttle()
    app.state.metrics = metrics
    return app

"""The web's hand on the doorbell of the workers, where there is a Redis; else NOTIFY has rung at commit."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import Response

from marketplace.rekenruns.redis_doorbell import connect, ring


@asynccontextmanager
async def hold_doorbell(app: Starlette) -> AsyncIterator[None]:
    """Keep the way to Redis as `app.state.redis`; None where there is none."""
    url = app.state.settings.redis_url
    app.state.redis = connect(url) if url else None
    try:
        yield
    finally:
        if app.state.redis is not None:
            await app.state.redis.aclose()


def ring_after(request: Request, response: Response, rekenrun_id: int) -> Response:
    """The response, which rings once it is sent: the edge has committed by then, and nobody waits for it."""
    if request.app.state.redis is not None:
        response.background = BackgroundTask(ring, request.app.state.redis, rekenrun_id)
    return response


LIFESPAN = hold_doorbell

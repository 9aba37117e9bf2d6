"""The progress of a run as server-sent events: no transaction is held, Last-Event-ID resumes."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from typing import cast

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from marketplace.db import transaction
from marketplace.rekenruns import queries, service
from marketplace.rekenruns.model import Rekenrun, Voortgang
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import LEEST_REGIO
from marketplace.web.matching.lifespan import Listeners
from marketplace.web.matching.woorden import klok
from marketplace.web.request import actor_as, connection, path_id, pool, session_is_live
from marketplace.web.templating import environment

QUIET_SECONDS = 10.0
HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


async def follow_rekenrun(request: Request) -> Response:
    """Open the stream for who reads the run's region; NotFound for a stranger."""
    actor = actor_as(request, *LEEST_REGIO)
    run = await service.get_own(await connection(request), actor, path_id(request))
    last = request.headers.get("last-event-id", "") or request.query_params.get("na", "")
    start = int(last) if last.isdecimal() and len(last) < 10 else 0  # noqa: PLR2004 (more is no row number)
    return StreamingResponse(
        _stream(request, actor, run.id, start), media_type="text/event-stream", headers=HEADERS
    )


async def _stream(request: Request, actor: Actor, rekenrun_id: int, na: int) -> AsyncIterator[str]:
    """Send every new step, a sign of life when it is quiet, and `klaar` at the end."""
    listeners = cast("Listeners", request.app.state.listeners)
    with listeners.follow(rekenrun_id) as news:
        while True:
            news.clear()
            run, steps = await _look(request, actor, rekenrun_id, na)
            for step in steps:
                na = step.volgnummer
                yield _event("voortgang", _to_html(step), number=na)
            if run is None or run.status.is_final:
                yield _event("klaar", run.status.value if run else "")
                return
            if not await _wait(news):
                yield ": nog bezig\n\n"
            if not await session_is_live(request):
                yield _event("klaar", "uitgelogd")
                return


async def _look(
    request: Request, actor: Actor, rekenrun_id: int, na: int
) -> tuple[Rekenrun | None, Sequence[Voortgang]]:
    """The run and its new steps, in a moment of its own."""
    async with transaction(pool(request), actor.account_id) as conn:
        run = await queries.get_rekenrun(conn, actor, rekenrun_id)
        return run, await queries.list_voortgang(conn, actor, rekenrun_id, na=na)


async def _wait(news: asyncio.Event) -> bool:
    """Wait for news; False when it stayed quiet."""
    try:
        await asyncio.wait_for(news.wait(), QUIET_SECONDS)
    except TimeoutError:
        return False
    return True


def _to_html(step: Voortgang) -> str:
    """One step as the page shows it."""
    return environment().get_template("matching/stap.html").render(stap=step, klok=klok)


def _event(kind: str, data: str, *, number: int | None = None) -> str:
    """One event; its data may hold several lines."""
    lines = [f"event: {kind}", *([f"id: {number}"] if number is not None else [])]
    lines += [f"data: {line}" for line in data.splitlines() or [""]]
    return "\n".join(lines) + "\n\n"

"""The progress of a run as server-sent events: no transaction is held, Last-Event-ID resumes."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from typing import cast

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from marketplace.db import transaction
from marketplace.rekenruns import queries, service
from marketplace.rekenruns.model import Rekenrun, Voortgang
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import LEEST_MENSEN, LEEST_REGIO
from marketplace.web.matching.lifespan import Listeners
from marketplace.web.matching.verloop import Verloop
from marketplace.web.matching.woorden import klok, say_bound
from marketplace.web.request import actor_as, connection, path_id, pool, session_is_live
from marketplace.web.templating import environment

QUIET_SECONDS = 10.0
HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


async def follow_rekenrun(request: Request) -> Response:
    """Open the stream for who reads the run's region or SW-bedrijf; NotFound for a stranger."""
    actor = actor_as(request, *LEEST_REGIO, *LEEST_MENSEN)
    run = await service.get_own(await connection(request), actor, path_id(request))
    last = request.headers.get("last-event-id", "") or request.query_params.get("na", "")
    start = int(last) if last.isdecimal() and len(last) < 10 else 0  # noqa: PLR2004 (more is no row number)
    return StreamingResponse(
        _stream(request, actor, run.id, start), media_type="text/event-stream", headers=HEADERS
    )


async def _stream(request: Request, actor: Actor, rekenrun_id: int, na: int) -> AsyncIterator[str]:
    """Send new steps, of better plans the last; a sign of life when it is quiet, and `klaar` at the end."""
    listeners = cast("Listeners", request.app.state.listeners)
    with listeners.follow(rekenrun_id) as news:
        steps: list[Voortgang] = []
        while True:
            news.clear()
            seen = steps[-1].volgnummer if steps else 0
            run, new = await _look(request, actor, rekenrun_id, seen)
            steps += new
            for event in _tell(steps, max(na, seen)):
                yield event
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


def _tell(steps: Sequence[Voortgang], na: int) -> Iterator[str]:
    """The steps after this number as the page shows them."""
    verloop = Verloop.of(steps)
    for step in steps:
        if step.volgnummer <= na:
            continue
        if not step.is_zoekstap:
            yield _event("voortgang", _to_html("stap", stap=step, klok=klok), number=step.volgnummer)
        elif verloop is not None and step is verloop.laatste:
            yield _event(
                "stand", _to_html("stand", verloop=verloop, say_bound=say_bound), number=step.volgnummer
            )


def _to_html(part: str, **context: object) -> str:
    """A part of the page of a run."""
    return environment().get_template(f"matching/{part}.html").render(**context)


def _event(kind: str, data: str, *, number: int | None = None) -> str:
    """One event; its data may hold several lines."""
    lines = [f"event: {kind}", *([f"id: {number}"] if number is not None else [])]
    lines += [f"data: {line}" for line in data.splitlines() or [""]]
    return "\n".join(lines) + "\n\n"

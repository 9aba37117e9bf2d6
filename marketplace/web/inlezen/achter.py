"""Work on a file goes on after the page has been sent, in a process of its own."""

import asyncio

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import Response

from marketplace.db import transaction
from marketplace.inlezen.order import Order, Taak, shift_of
from marketplace.inlezen.proces import start
from marketplace.inlezen.uitvoeren import end_cut_short
from marketplace.web.request import actor, clock, pool, settings
from marketplace.web.templating import redirect

# At once from one web process; who comes later waits a little.
AT_ONCE = asyncio.Semaphore(2)


def work_after(request: Request, inlezing_id: int, taak: Taak) -> Response:
    """Go to the page of the file; the work begins once that is sent, for the edge has committed by then."""
    order = Order(
        dsn=settings(request).database_url,
        taak=taak,
        inlezing_id=inlezing_id,
        actor=actor(request),
        shift=shift_of(clock(request)),
    )
    response = redirect(request, f"/gegevens/inlezingen/{inlezing_id}")
    response.background = BackgroundTask(_work, request, order)
    return response


async def _work(request: Request, order: Order) -> None:
    """Have it done; when the process broke off, say so."""
    async with AT_ONCE:
        done = await start(order)
    if not done:
        async with transaction(pool(request), order.actor.account_id) as conn:
            await end_cut_short(conn, order)

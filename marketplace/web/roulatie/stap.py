"""A button of a roulatie that gives a page of its own: links that are shown once, a document."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import Response

from marketplace.errors import Conflict, InvalidInput, StaleVersion
from marketplace.web.forms import read_form
from marketplace.web.overtaken import MOVED_ON
from marketplace.web.request import connection
from marketplace.web.saving import Geweigerd, VersieForm

M = TypeVar("M", bound=VersieForm)


async def answer_step(
    request: Request,
    model: type[M],
    step: Callable[[M], Awaitable[Response]],
    show: Callable[[Geweigerd], Awaitable[Response]],
) -> Response:
    """What a step over a version answers, or the page as it is now with what was in the way."""
    form = await read_form(request, model)
    if form.data is None:
        return await show(Geweigerd(InvalidInput(), form))
    try:
        async with (await connection(request)).transaction():
            return await step(form.data)
    except StaleVersion:
        return await show(Geweigerd(StaleVersion(MOVED_ON), form))
    except Conflict as refusal:
        return await show(Geweigerd(refusal, form))

"""What every page of groepsdetachering shares: the SW-bedrijf, who may plan there, how a form is saved.

The path of each begins with `/groepsdetachering/{id:int}`, the id of the SW-bedrijf.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from http import HTTPStatus
from typing import TypeVar

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from marketplace.db import Connection
from marketplace.errors import NotFound, StaleVersion
from marketplace.groepsdetachering.bedrijf.model import Bedrijf
from marketplace.groepsdetachering.bedrijf.queries import get_bedrijf
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import LEEST_MENSEN, PLANT_MENSEN
from marketplace.web.forms import Form
from marketplace.web.request import actor_as, connection, path_id
from marketplace.web.saving import Geweigerd, save_form
from marketplace.web.templating import redirect, render

M = TypeVar("M", bound=BaseModel)
PAD = "/groepsdetachering/{id:int}"
OVERTAKEN = (
    "Iemand anders heeft dit intussen gewijzigd. Er is niets opgeslagen. "
    "Kijk wat u typte nog eens na en sla dan opnieuw op."
)


async def visible_bedrijf(request: Request) -> Bedrijf:
    """The SW-bedrijf of this page; raises NotFound for a stranger."""
    actor = actor_as(request, *LEEST_MENSEN)
    bedrijf = await get_bedrijf(await connection(request), actor, path_id(request))
    if bedrijf is None:
        raise NotFound
    return bedrijf


def may_plan(request: Request, bedrijf: Bedrijf) -> bool:
    """Whether who looks plans the people of this SW-bedrijf."""
    return bedrijf.id in actor_as(request, *LEEST_MENSEN).organisaties_als(*PLANT_MENSEN)


def home_of(request: Request) -> str:
    """Where the pages of this SW-bedrijf begin."""
    return f"/groepsdetachering/{path_id(request)}"


def show_bedrijf(
    request: Request,
    template: str,
    bedrijf: Bedrijf,
    *forms: Form[BaseModel],
    geweigerd: Geweigerd | None = None,
    **context: object,
) -> Response:
    """A page of a SW-bedrijf, with the status of what was in the way: of a step, or of one of these forms."""
    statuses = [each.status for each in forms if each.status != HTTPStatus.OK]
    return render(
        request,
        f"groepsdetachering/{template}",
        status_code=geweigerd.status if geweigerd else (statuses[0] if statuses else 200),
        bedrijf=bedrijf,
        thuis=home_of(request),
        mag=may_plan(request, bedrijf),
        geweigerd=geweigerd,
        **context,
    )


async def save_planned(
    request: Request,
    form: Form[M],
    verb: Callable[[Connection, Actor, M], Awaitable[object]],
    show: Callable[[Form[M]], Awaitable[Response]],
    done: tuple[str, str],
    stands: Callable[[], Awaitable[bool]] | None = None,
) -> Response:
    """Write a form and go to a path with a sentence; else the page as it was typed.

    Where somebody was earlier and the form `stands` on that page no more, StaleVersion keeps what was typed.
    """
    actor = actor_as(request, *PLANT_MENSEN)

    async def write(data: M) -> Response:
        await verb(await connection(request), actor, data)
        return redirect(request, done[0], melding=done[1])

    async def overtaken(_: M) -> Response:
        if stands is not None and not await stands():
            raise StaleVersion
        return await show(replace(form.with_errors({"": OVERTAKEN}), overtaken=()))

    return await save_form(request, form, write, show, overtaken)

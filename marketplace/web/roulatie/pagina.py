"""What every page of a roulatie shares: the cohort, who may change it, how a form and a step are saved.

A page reads its form and hands it to `save_change`, with the verb that writes it, how the page looks with
what was typed, and where one goes when it is done.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from http import HTTPStatus
from typing import TypeVar

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from marketplace.db import Connection
from marketplace.errors import NotFound
from marketplace.roulatie.model import Cohort
from marketplace.roulatie.queries import get_cohort
from marketplace.roulatie.wijziging import Wijziging
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BESLIST, LEEST_REGIO
from marketplace.web.forms import Form
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.saving import Geweigerd, VersieForm, save_form, take_step
from marketplace.web.templating import redirect, render

M = TypeVar("M", bound=VersieForm)
Show = Callable[[Form[BaseModel]], Awaitable[Response]]
OVERTAKEN = (
    "Iemand anders heeft deze roulatie intussen gewijzigd. Er is niets opgeslagen. "
    "Kijk wat u typte nog eens na en sla dan opnieuw op."
)


async def visible_cohort(request: Request) -> Cohort:
    """The roulatie of this page; raises NotFound for a stranger."""
    actor = actor_as(request, *LEEST_REGIO)
    cohort = await get_cohort(await connection(request), actor, path_id(request))
    if cohort is None:
        raise NotFound
    return cohort


def may_change(request: Request, cohort: Cohort) -> bool:
    """Whether who looks decides about this roulatie, and it is not over."""
    own = actor_as(request, *LEEST_REGIO).regios_als(*BESLIST)
    return cohort.roulatie.regio_code in own and cohort.roulatie.is_open


def show_cohort(
    request: Request,
    template: str,
    cohort: Cohort,
    *forms: Form[BaseModel],
    geweigerd: Geweigerd | None = None,
    **context: object,
) -> Response:
    """A page of a roulatie, with the status of what was in the way: of a step, or of one of these forms."""
    statuses = [each.status for each in forms if each.status != HTTPStatus.OK]
    return render(
        request,
        f"roulatie/{template}",
        status_code=geweigerd.status if geweigerd else (statuses[0] if statuses else 200),
        cohort=cohort,
        roulatie=cohort.roulatie,
        hier=f"/roulaties/{cohort.roulatie.id}",
        mag=may_change(request, cohort),
        geweigerd=geweigerd,
        **context,
    )


async def save_change(
    request: Request,
    form: Form[M],
    verb: Callable[[Connection, Actor, Wijziging, M], Awaitable[object]],
    show: Show,
    done: tuple[str, str],
) -> Response:
    """Write a form over its version and go to a path with a sentence; else the page as it was typed."""
    actor = actor_as(request, *BESLIST)

    async def write(data: M) -> Response:
        await verb(await connection(request), actor, _wijziging(request, data.versie), data)
        return redirect(request, done[0], melding=done[1])

    async def overtaken(_: M) -> Response:
        return await show(replace(form.with_errors({"": OVERTAKEN}), overtaken=()))

    return await save_form(request, form, write, show, overtaken)


async def take(
    request: Request,
    verb: Callable[[Connection, Actor, Wijziging], Awaitable[object]],
    show: Callable[[Geweigerd], Awaitable[Response]],
    done: tuple[str, str],
) -> Response:
    """Take a step over its version and go to a path with a sentence; else the page with why not."""
    actor, conn = actor_as(request, *BESLIST), await connection(request)

    async def step(versie: int) -> None:
        await verb(conn, actor, _wijziging(request, versie))

    return await take_step(request, step, redirect(request, done[0], melding=done[1]), show)


def _wijziging(request: Request, versie: int) -> Wijziging:
    """The change that a form asks."""
    return Wijziging(clock=clock(request), roulatie_id=path_id(request), versie=versie)

"""One key: what it may do, what happened to it, and withdrawing it."""

from functools import partial

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from marketplace.toegang import sleutels as service
from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.toegang.rechten import BEHEERT_ACCOUNTS
from marketplace.web.fields import KorteTekst
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.saving import save_form
from marketplace.web.templating import redirect, render

PATH = "/beheer/api-sleutels"


class IntrekkenForm(BaseModel):
    """Why a key is withdrawn; nobody has to say it."""

    reden: KorteTekst | None = None


async def show_sleutel(request: Request) -> Response:
    """The key and its history."""
    return await _show(request, filled())


async def withdraw_sleutel(request: Request) -> Response:
    """End a key at once."""
    actor, conn = actor_as(request, *BEHEERT_ACCOUNTS), await connection(request)
    form = await read_form(request, IntrekkenForm)

    async def write(data: IntrekkenForm) -> Response:
        sleutel = await service.withdraw_sleutel(
            conn, actor, clock=clock(request), sleutel_id=path_id(request), reden=data.reden
        )
        return redirect(
            request, PATH, melding=f"De sleutel {sleutel.naam} is ingetrokken en werkt niet meer."
        )

    return await save_form(request, form, write, partial(_show, request))


async def _show(request: Request, form: Form[BaseModel]) -> Response:
    """The page of a key with the form that withdraws it as it stands."""
    actor, conn = actor_as(request, *BEHEERT_ACCOUNTS), await connection(request)
    sleutel = await service.visible_sleutel(conn, actor, path_id(request))
    return render(
        request,
        "sleutels/sleutel.html",
        status_code=form.status,
        sleutel=sleutel,
        form=form,
        nu=clock(request).now(),
        momenten=await list_geschiedenis(conn, actor, "api_sleutel", sleutel.id),
    )

"""One's own account: who one is here, another password, and where one is logged in."""

from functools import partial

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.errors import NotLoggedIn
from marketplace.toegang import queries, service
from marketplace.toegang.model import Sessie
from marketplace.web.forms import Form, read_form
from marketplace.web.request import clock, connection, sessie
from marketplace.web.saving import save_form
from marketplace.web.templating import redirect, render
from marketplace.web.throttle import throttle_of
from marketplace.web.toegang.forms import WachtwoordForm
from marketplace.web.wachtwoord import refuse_unlike


async def show_account(request: Request) -> Response:
    """Name, roles, sessions and the form for another password."""
    return await _show(request, Form())


async def change_wachtwoord(request: Request) -> Response:
    """Choose another password; attempts at the old one count as attempts to log in."""
    live = _live(request)
    form = refuse_unlike(await read_form(request, WachtwoordForm))

    async def write(data: WachtwoordForm) -> Response:
        throttle = throttle_of(request)
        address = request.client.host if request.client else ""
        throttle.count(email=live.actor.email, address=address)
        await service.change_wachtwoord(
            await connection(request),
            clock=clock(request),
            sessie=live,
            oud=data.wachtwoord_oud,
            nieuw=data.wachtwoord,
        )
        throttle.forgive(email=live.actor.email, address=address)
        melding = "Uw wachtwoord is gewijzigd. Op andere apparaten moet u opnieuw inloggen."
        return redirect(request, "/account", melding=melding)

    return await save_form(request, form, write, partial(_show, request))


async def logout_elsewhere(request: Request) -> Response:
    """End one's other sessions."""
    ended = await service.logout_elsewhere(
        await connection(request), clock=clock(request), sessie=_live(request)
    )
    melding = "U bent elders uitgelogd." if ended else "U was nergens anders ingelogd."
    return redirect(request, "/account", melding=melding)


def _live(request: Request) -> Sessie:
    """The session of this request."""
    live = sessie(request)
    if live is None:
        raise NotLoggedIn
    return live


async def _show(request: Request, form: Form[BaseModel]) -> Response:
    """The page, with the form as it stands."""
    live, conn = _live(request), await connection(request)
    return render(
        request,
        "toegang/account.html",
        status_code=form.status,
        form=form,
        rollen=await queries.list_eigen_rollen(conn, live.actor),
        sessies=await queries.list_sessies(conn, live, clock(request).now()),
    )


ROUTES = [
    Route("/account", show_account),
    Route("/account", change_wachtwoord, methods=["POST"]),
    Route("/account/elders-uitloggen", logout_elsewhere, methods=["POST"]),
]

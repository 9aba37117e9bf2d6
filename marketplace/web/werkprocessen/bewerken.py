"""One werkproces: everybody reads it, a beheerder says it plainer or puts it in the archive."""

from http import HTTPStatus
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from marketplace.errors import Forbidden, StaleVersion
from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.toegang.model import Actor
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.overtaken import Regel
from marketplace.web.request import actor, clock, connection, path_id
from marketplace.web.templating import redirect, render
from marketplace.web.werkprocessen.forms import LABELS, ArchiefForm, UitlegForm
from marketplace.werkprocessen import service
from marketplace.werkprocessen.model import Werkproces


def keeper(request: Request) -> Actor:
    """Who acts, when they keep the catalogue; raises Forbidden otherwise."""
    who = actor(request)
    if not service.keeps_catalogus(who):
        raise Forbidden
    return who


async def show_edit(request: Request) -> Response:
    """What it is, and for a beheerder the form."""
    werkproces = await service.known_werkproces(await connection(request), path_id(request))
    return await _show(request, werkproces, filled(uitleg=werkproces.uitleg))


async def save(request: Request) -> Response:
    """Write the plain words; what somebody else wrote meanwhile is shown beside what was typed."""
    who, conn = keeper(request), await connection(request)
    werkproces = await service.known_werkproces(conn, path_id(request))
    form = await read_form(request, UitlegForm)
    if form.data is None:
        return await _show(request, werkproces, form, status=HTTPStatus.BAD_REQUEST)
    try:
        await service.edit_uitleg(
            conn,
            who,
            clock=clock(request),
            werkproces_id=werkproces.id,
            versie=form.data.versie,
            uitleg=form.data.uitleg,
        )
    except StaleVersion:
        werkproces = await service.known_werkproces(conn, werkproces.id)
        same = werkproces.uitleg == form.data.uitleg
        rows = [] if same else [Regel(LABELS["uitleg"], form.data.uitleg, werkproces.uitleg)]
        return await _show(request, werkproces, form, rows, status=HTTPStatus.CONFLICT)
    return redirect(request, f"/werkprocessen/{werkproces.id}", melding="De uitleg is opgeslagen.")


async def archive(request: Request) -> Response:
    """Nobody can choose it any more; who has it keeps it."""
    return await _move(request, archief=True)


async def bring_back(request: Request) -> Response:
    """It can be chosen again."""
    return await _move(request, archief=False)


async def _move(request: Request, *, archief: bool) -> Response:
    """Into the archive or out of it."""
    form, werkproces_id = await read_form(request, ArchiefForm), path_id(request)
    await service.archive_werkproces(
        await connection(request),
        keeper(request),
        clock=clock(request),
        werkproces_id=werkproces_id,
        versie=form.data.versie if form.data else 0,
        archief=archief,
    )
    melding = (
        "Het werk staat in het archief. Wie het al koos, houdt het."
        if archief
        else "Het werk is weer te kiezen."
    )
    return redirect(request, f"/werkprocessen/{werkproces_id}", melding=melding)


async def _show(
    request: Request,
    werkproces: Werkproces,
    form: Form[Any],
    overtaken: list[Regel] | None = None,
    *,
    status: int = HTTPStatus.OK,
) -> Response:
    """The page of a werkproces."""
    who, conn = actor(request), await connection(request)
    return render(
        request,
        "werkprocessen/werkproces.html",
        status_code=status,
        werkproces=werkproces,
        form=form,
        overtaken=overtaken,
        labels=LABELS,
        versie=werkproces.versie if overtaken is not None else form.one("versie") or werkproces.versie,
        beheert=service.keeps_catalogus(who),
        momenten=await list_geschiedenis(conn, who, "werkproces", werkproces.id),
    )

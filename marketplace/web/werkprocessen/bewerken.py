"""One werkproces: everybody reads it, a beheerder says it plainer or puts it in the archive."""

from functools import partial

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BEHEERT_CATALOGUS
from marketplace.toegang.weigeren import only_for
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.overtaken import difference
from marketplace.web.request import actor, clock, connection, path_id
from marketplace.web.saving import Geweigerd, VersieForm, WaaromForm, save_form, take_step
from marketplace.web.templating import redirect, render
from marketplace.web.werkprocessen.forms import LABELS, UitlegForm
from marketplace.werkprocessen import service
from marketplace.werkprocessen.model import Werkproces


def keeper(request: Request) -> Actor:
    """Who acts, when they keep the catalogue; raises Forbidden otherwise."""
    who = actor(request)
    if not service.keeps_catalogus(who):
        raise only_for(*BEHEERT_CATALOGUS)
    return who


async def show_edit(request: Request) -> Response:
    """What it is, and for a beheerder the form."""
    return await _page(request)


async def save(request: Request) -> Response:
    """Write the plain words; what somebody else wrote meanwhile is shown beside what was typed."""
    who, conn = keeper(request), await connection(request)
    found = await service.known_werkproces(conn, path_id(request))
    form = await read_form(request, UitlegForm)

    async def write(data: UitlegForm) -> Response:
        await service.edit_uitleg(
            conn,
            who,
            clock=clock(request),
            werkproces_id=found.id,
            versie=data.versie,
            uitleg=data.uitleg,
        )
        return redirect(request, f"/werkprocessen/{found.id}", melding="De uitleg is opgeslagen.")

    async def overtaken(data: UitlegForm) -> Response:
        now = await service.known_werkproces(conn, found.id)
        rows = difference(LABELS["uitleg"], data.uitleg, now.uitleg)
        return await _show(request, now, form.overtaken_by(rows, versie=now.versie))

    return await save_form(request, form, write, partial(_show, request, found), overtaken)


async def archive(request: Request) -> Response:
    """Nobody can choose it any more; who has it keeps it."""
    return await _move(request, archief=True)


async def bring_back(request: Request) -> Response:
    """It can be chosen again."""
    return await _move(request, archief=False)


async def _move(request: Request, *, archief: bool) -> Response:
    """Into the archive or out of it."""
    step = partial(
        service.archive_werkproces,
        await connection(request),
        keeper(request),
        clock=clock(request),
        werkproces_id=path_id(request),
        archief=archief,
    )
    melding = (
        "Het werk staat in het archief. Wie het al koos, houdt het."
        if archief
        else "Het werk is weer te kiezen."
    )
    done = redirect(request, f"/werkprocessen/{path_id(request)}", melding=melding)
    return await take_step(
        request, step, done, partial(_page, request), WaaromForm if archief else VersieForm
    )


async def _page(request: Request, geweigerd: Geweigerd | None = None) -> Response:
    """The page with the form as it is opened, and what was in the way of a step."""
    now = await service.known_werkproces(await connection(request), path_id(request))
    return await _show(request, now, filled(uitleg=now.uitleg, versie=now.versie), geweigerd)


async def _show(
    request: Request, werkproces: Werkproces, form: Form[BaseModel], geweigerd: Geweigerd | None = None
) -> Response:
    """The page of a werkproces."""
    who, conn = actor(request), await connection(request)
    return render(
        request,
        "werkprocessen/werkproces.html",
        status_code=geweigerd.status if geweigerd else form.status,
        werkproces=werkproces,
        form=form,
        geweigerd=geweigerd,
        labels=LABELS,
        beheert=service.keeps_catalogus(who),
        momenten=await list_geschiedenis(conn, who, "werkproces", werkproces.id),
    )

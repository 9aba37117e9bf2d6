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
from marketplace.web.werkprocessen.forms import LABELS, EditWerkprocesForm
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
    """Say it otherwise; what somebody else wrote meanwhile is shown beside what was typed."""
    who, conn = keeper(request), await connection(request)
    found = await service.known_werkproces(conn, path_id(request))
    form = await read_form(request, EditWerkprocesForm)

    async def write(data: EditWerkprocesForm) -> Response:
        await service.edit_werkproces(
            conn,
            who,
            clock=clock(request),
            werkproces_id=found.id,
            versie=data.versie,
            gegevens=data.to_gegevens(),
        )
        return redirect(request, f"/werkprocessen/{found.id}", melding="Het werk is opgeslagen.")

    async def overtaken(data: EditWerkprocesForm) -> Response:
        now = await service.known_werkproces(conn, found.id)
        rows = [
            row
            for name in ("titel", "uitleg", "bron")
            for row in difference(LABELS[name], getattr(data, name), getattr(now, name))
        ]
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
    form = filled(titel=now.titel, uitleg=now.uitleg, bron=now.bron, versie=now.versie)
    return await _show(request, now, form, geweigerd)


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

"""The forms that let a mbo-school offer a kwalificatie and give that a last day."""

from functools import partial

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.organisaties import opleiding as service
from marketplace.organisaties import zicht
from marketplace.organisaties.model import Opleiding, Organisatie
from marketplace.organisaties.organisatie import visible_organisatie
from marketplace.organisaties.vastleggen import Bij, expect_within
from marketplace.regios.queries import list_regios
from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.toegang.rechten import BEHEERT_OPLEIDINGEN
from marketplace.web.forms import Form, filled, first_day_after, last_day, read_form
from marketplace.web.organisaties.forms import EndOpleidingForm, NewOpleidingForm
from marketplace.web.organisaties.woorden import OPLEIDING
from marketplace.web.overtaken import last_day_difference
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.saving import save_form
from marketplace.web.templating import redirect, render
from marketplace.werkprocessen.queries import list_kwalificaties


async def show_new(request: Request) -> Response:
    """An empty form, for the school in the path and its own regio."""
    opleider = await _opleider(request)
    return await _show_new(request, filled(regios=(opleider.regio_code,)), opleider)


async def create(request: Request) -> Response:
    """Let the school offer it."""
    opleider = await _opleider(request)

    async def write(data: NewOpleidingForm) -> Response:
        await service.create_opleiding(
            await connection(request),
            actor_as(request, *zicht.READS),
            clock=clock(request),
            organisatie_id=opleider.id,
            new=data.to_opleiding(),
        )
        return redirect(request, f"/organisaties/{opleider.id}", melding="De opleiding is toegevoegd.")

    form = await read_form(request, NewOpleidingForm)
    return await save_form(request, form, write, partial(_show_new, request, opleider=opleider))


async def show_end(request: Request) -> Response:
    """The form that gives an opleiding a last day."""
    opleider, now = await _opleiding(request)
    return await _show_end(request, filled(tot=last_day(now.tot), versie=now.versie), opleider, now)


async def end(request: Request) -> Response:
    """Write the last day; what was typed comes back when it cannot be."""
    opleider, found = await _opleiding(request)
    form = await read_form(request, EndOpleidingForm)

    async def write(data: EndOpleidingForm) -> Response:
        await service.end_opleiding(
            await connection(request),
            actor_as(request, *zicht.READS),
            clock=clock(request),
            opleiding_id=found.id,
            versie=data.versie,
            tot=first_day_after(data.tot),
        )
        return redirect(request, f"/organisaties/{opleider.id}", melding="De opleiding is opgeslagen.")

    async def overtaken(data: EndOpleidingForm) -> Response:
        opleider, now = await _opleiding(request)
        rows = last_day_difference(OPLEIDING["tot"], data.tot, last_day(now.tot))
        return await _show_end(request, form.overtaken_by(rows, versie=now.versie), opleider, now)

    show = partial(_show_end, request, opleider=opleider, now=found)
    return await save_form(request, form, write, show, overtaken)


async def _opleider(request: Request) -> Organisatie:
    """The school that the path names, where the actor says what is offered."""
    actor = actor_as(request, *zicht.READS)
    found = await visible_organisatie(await connection(request), actor, path_id(request))
    expect_within(zicht.editors_of_opleidingen(actor), Bij(found.id, found.regio_code), BEHEERT_OPLEIDINGEN)
    return found


async def _opleiding(request: Request) -> tuple[Organisatie, Opleiding]:
    """The opleiding that the path names, with who offers it, where the actor says what is offered."""
    actor = actor_as(request, *zicht.READS)
    found, now = await service.visible_opleiding(await connection(request), actor, path_id(request))
    expect_within(zicht.editors_of_opleidingen(actor), Bij(found.id, found.regio_code), BEHEERT_OPLEIDINGEN)
    return found, now


async def _show_new(request: Request, form: Form[BaseModel], opleider: Organisatie) -> Response:
    """The form of a new opleiding."""
    conn = await connection(request)
    kwalificaties = await list_kwalificaties(conn, clock(request).today())
    return render(
        request,
        "organisaties/opleiding_nieuw.html",
        status_code=form.status,
        form=form,
        opleider=opleider,
        labels=OPLEIDING,
        kwalificaties=[(each.crebo, f"{each.naam} ({each.crebo})") for each in kwalificaties],
        regios=[(each.code, each.naam) for each in await list_regios(conn)],
    )


async def _show_end(
    request: Request, form: Form[BaseModel], opleider: Organisatie, now: Opleiding
) -> Response:
    """The form of the last day."""
    conn, actor = await connection(request), actor_as(request, *zicht.READS)
    return render(
        request,
        "organisaties/opleiding.html",
        status_code=form.status,
        form=form,
        opleider=opleider,
        opleiding=now,
        labels=OPLEIDING,
        momenten=await list_geschiedenis(conn, actor, "opleiding", now.id),
    )


ROUTES = [
    Route("/organisaties/{id:int}/opleidingen/nieuw", show_new),
    Route("/organisaties/{id:int}/opleidingen/nieuw", create, methods=["POST"]),
    Route("/opleidingen/{id:int}/bewerken", show_end),
    Route("/opleidingen/{id:int}/bewerken", end, methods=["POST"]),
]

"""The forms that record an erkenning and change its end or limits; the consequences are read first."""

from http import HTTPStatus

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.bezetting.gevolgen import Gevolgen, list_gevolgen
from marketplace.errors import InvalidInput, StaleVersion
from marketplace.organisaties import erkenning as service
from marketplace.organisaties import zicht
from marketplace.organisaties.model import Erkenning, Vestiging
from marketplace.organisaties.vastleggen import Bij, expect_within
from marketplace.organisaties.vestiging import visible_vestiging
from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.web.forms import Form, filled, last_day, read_form
from marketplace.web.organisaties.forms import EditErkenningForm, NewErkenningForm
from marketplace.web.organisaties.woorden import ERKENNING, erkenning_differences
from marketplace.web.overtaken import Regel
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.templating import redirect, render
from marketplace.werkprocessen.queries import list_kwalificaties

SEEN = {"gezien": "Lees wie dit merkt en zet een vinkje. Daarna kunt u opslaan."}
Both = tuple[Vestiging, Erkenning]


async def show_new(request: Request) -> Response:
    """An empty form, for the vestiging in the path."""
    form = filled(gecontroleerd_op=clock(request).today())
    return await _show_new(request, form, await _vestiging(request))


async def create(request: Request) -> Response:
    """Record the erkenning; then it can be limited."""
    vestiging = await _vestiging(request)
    form = await read_form(request, NewErkenningForm)
    if form.data is None:
        return await _show_new(request, form, vestiging, status=HTTPStatus.BAD_REQUEST)
    try:
        made = await service.create_erkenning(
            await connection(request),
            actor_as(request, *zicht.READS),
            clock=clock(request),
            vestiging_id=vestiging.id,
            new=form.data.to_erkenning(),
        )
    except InvalidInput as refusal:
        form = form.with_errors(refusal.fields)
        return await _show_new(request, form, vestiging, status=HTTPStatus.BAD_REQUEST)
    melding = "De erkenning is opgeslagen. Geldt zij niet voor al het werk? Kies dan hieronder waarvoor wel."
    return redirect(request, f"/erkenningen/{made}/bewerken", melding=melding)


async def show_edit(request: Request) -> Response:
    """The form with what is there now."""
    vestiging, now = await _erkenning(request)
    form = filled(
        tot=last_day(now.tot),
        werkprocessen=now.werkprocessen or (),
        gecontroleerd_op=now.gecontroleerd_op,
        versie=now.versie,
    )
    return await _show_edit(request, form, (vestiging, now))


async def save(request: Request) -> Response:
    """Write what was typed; an earlier end only when its consequences were seen."""
    both = await _erkenning(request)
    vestiging, now = both
    conn, actor = await connection(request), actor_as(request, *zicht.READS)
    form = await read_form(request, EditErkenningForm)
    data = form.data
    if data is None:
        return await _show_edit(request, form, both, status=HTTPStatus.BAD_REQUEST)
    edit, gevolgen = data.to_edit(), Gevolgen((), ())
    if edit.tot is not None and edit.tot > now.van and (now.tot is None or edit.tot < now.tot):
        gevolgen = await list_gevolgen(conn, actor, now, edit.tot)
    if (gevolgen.plekken or gevolgen.mensen) and not data.gezien:
        form = form.with_errors(SEEN)
        return await _show_edit(request, form, both, gevolgen=gevolgen, status=HTTPStatus.BAD_REQUEST)
    try:
        await service.edit_erkenning(
            conn,
            actor,
            clock=clock(request),
            erkenning_id=now.id,
            versie=data.versie,
            edit=edit,
        )
    except InvalidInput as refusal:
        form = form.with_errors(refusal.fields)
        return await _show_edit(request, form, both, gevolgen=gevolgen, status=HTTPStatus.BAD_REQUEST)
    except StaleVersion:
        names: dict[object, str] = {
            number: words for number, words, _ in await service.list_limits(conn, now.crebo)
        }
        rows = erkenning_differences(service.edit_of(now), edit, names)
        return await _show_edit(request, form, both, rows, gevolgen=gevolgen, status=HTTPStatus.CONFLICT)
    path = f"/organisaties/{vestiging.organisatie_id}"
    return redirect(request, path, melding="De erkenning is opgeslagen.")


async def _vestiging(request: Request) -> Vestiging:
    """The vestiging that the path names, where the actor records erkenningen."""
    actor = actor_as(request, *zicht.READS)
    found = await visible_vestiging(await connection(request), actor, path_id(request))
    expect_within(zicht.editors_of_erkenningen(actor), Bij(found.organisatie_id, found.regio_code))
    return found


async def _erkenning(request: Request) -> Both:
    """The erkenning that the path names, with its vestiging, where the actor records erkenningen."""
    actor = actor_as(request, *zicht.READS)
    vestiging, now = await service.visible_erkenning(await connection(request), actor, path_id(request))
    expect_within(zicht.editors_of_erkenningen(actor), Bij(vestiging.organisatie_id, vestiging.regio_code))
    return vestiging, now


async def _show_new(
    request: Request, form: Form[BaseModel], vestiging: Vestiging, *, status: int = HTTPStatus.OK
) -> Response:
    """The form of a new erkenning."""
    kwalificaties = await list_kwalificaties(await connection(request), clock(request).today())
    return render(
        request,
        "organisaties/erkenning_nieuw.html",
        status_code=status,
        form=form,
        vestiging=vestiging,
        labels=ERKENNING,
        kwalificaties=[(each.crebo, f"{each.naam} ({each.crebo})") for each in kwalificaties],
    )


async def _show_edit(
    request: Request,
    form: Form[BaseModel],
    both: Both,
    overtaken: list[Regel] | None = None,
    *,
    gevolgen: Gevolgen | None = None,
    status: int = HTTPStatus.OK,
) -> Response:
    """The form of an erkenning that is there, with who feels it when it ends earlier."""
    vestiging, now = both
    actor, conn = actor_as(request, *zicht.READS), await connection(request)
    return render(
        request,
        "organisaties/erkenning.html",
        status_code=status,
        form=form,
        vestiging=vestiging,
        erkenning=now,
        overtaken=overtaken,
        versie=now.versie if overtaken is not None else form.one("versie"),
        gevolgen=gevolgen or Gevolgen((), ()),
        labels=ERKENNING,
        werkprocessen=await service.list_limits(conn, now.crebo),
        momenten=await list_geschiedenis(conn, actor, "erkenning", now.id),
    )


ROUTES = [
    Route("/vestigingen/{id:int}/erkenningen/nieuw", show_new),
    Route("/vestigingen/{id:int}/erkenningen/nieuw", create, methods=["POST"]),
    Route("/erkenningen/{id:int}/bewerken", show_edit),
    Route("/erkenningen/{id:int}/bewerken", save, methods=["POST"]),
]

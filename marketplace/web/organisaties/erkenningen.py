"""The forms that record an erkenning and change its end or limits; the consequences are read first."""

from functools import partial

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.bezetting.gevolgen import Gevolgen, list_gevolgen
from marketplace.errors import InvalidInput
from marketplace.organisaties import erkenning as service
from marketplace.organisaties import zicht
from marketplace.organisaties.model import Erkenning, Vestiging
from marketplace.organisaties.vastleggen import Bij, expect_within
from marketplace.organisaties.vestiging import visible_vestiging
from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.toegang.rechten import BEHEERT_ERKENNINGEN
from marketplace.web.forms import Form, filled, last_day, read_form
from marketplace.web.organisaties.forms import EditErkenningForm, NewErkenningForm
from marketplace.web.organisaties.woorden import ERKENNING, erkenning_differences
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.saving import save_form
from marketplace.web.templating import redirect, render
from marketplace.werkprocessen.queries import list_kwalificaties

MADE = "De erkenning is opgeslagen. Geldt zij niet voor al het werk? Kies dan hieronder waarvoor wel."
SEEN = {"gezien": "Lees wie dit merkt en zet een vinkje. Daarna kunt u opslaan."}
NOBODY = Gevolgen((), ())


async def show_new(request: Request) -> Response:
    """An empty form, for the vestiging in the path."""
    form = filled(gecontroleerd_op=clock(request).today())
    return await _show_new(request, form, await _vestiging(request))


async def create(request: Request) -> Response:
    """Record the erkenning; then it can be limited."""
    vestiging = await _vestiging(request)

    async def write(data: NewErkenningForm) -> Response:
        made = await service.create_erkenning(
            await connection(request),
            actor_as(request, *zicht.READS),
            clock=clock(request),
            vestiging_id=vestiging.id,
            new=data.to_erkenning(),
        )
        return redirect(request, f"/erkenningen/{made}/bewerken", melding=MADE)

    form = await read_form(request, NewErkenningForm)
    return await save_form(request, form, write, partial(_show_new, request, vestiging=vestiging))


async def show_edit(request: Request) -> Response:
    """The form with what is there now."""
    vestiging, now = await _erkenning(request)
    form = filled(
        tot=last_day(now.tot),
        werkprocessen=now.werkprocessen or (),
        gecontroleerd_op=now.gecontroleerd_op,
        versie=now.versie,
    )
    return await _show_edit(request, form, vestiging, now)


async def save(request: Request) -> Response:
    """Write what was typed; an earlier end only when its consequences were seen."""
    vestiging, found = await _erkenning(request)
    conn, actor = await connection(request), actor_as(request, *zicht.READS)
    form = await read_form(request, EditErkenningForm)
    gevolgen = await _gevolgen(request, found, form.data)

    async def write(data: EditErkenningForm) -> Response:
        if (gevolgen.plekken or gevolgen.mensen) and not data.gezien:
            raise InvalidInput(fields=SEEN)
        await service.edit_erkenning(
            conn,
            actor,
            clock=clock(request),
            erkenning_id=found.id,
            versie=data.versie,
            edit=data.to_edit(),
            reden=data.reden,
        )
        path = f"/organisaties/{vestiging.organisatie_id}"
        return redirect(request, path, melding="De erkenning is opgeslagen.")

    async def overtaken(data: EditErkenningForm) -> Response:
        vestiging, now = await _erkenning(request)
        limits = await service.list_limits(conn, now.crebo)
        names: dict[object, str] = {number: words for number, words, _ in limits}
        rows = erkenning_differences(service.edit_of(now), data.to_edit(), names)
        still = await _gevolgen(request, now, data)
        return await _show_edit(request, form.overtaken_by(rows, versie=now.versie), vestiging, now, still)

    show = partial(_show_edit, request, vestiging=vestiging, now=found, gevolgen=gevolgen)
    return await save_form(request, form, write, show, overtaken)


async def _gevolgen(request: Request, now: Erkenning, data: EditErkenningForm | None) -> Gevolgen:
    """Who feels it when the erkenning ends earlier, as was typed."""
    tot = data.to_edit().tot if data else None
    if tot is None or tot <= now.van or (now.tot is not None and tot >= now.tot):
        return NOBODY
    return await list_gevolgen(await connection(request), actor_as(request, *zicht.READS), now, tot)


async def _vestiging(request: Request) -> Vestiging:
    """The vestiging that the path names, where the actor records erkenningen."""
    actor = actor_as(request, *zicht.READS)
    found = await visible_vestiging(await connection(request), actor, path_id(request))
    expect_within(
        zicht.editors_of_erkenningen(actor), Bij(found.organisatie_id, found.regio_code), BEHEERT_ERKENNINGEN
    )
    return found


async def _erkenning(request: Request) -> tuple[Vestiging, Erkenning]:
    """The erkenning that the path names, with its vestiging, where the actor records erkenningen."""
    actor = actor_as(request, *zicht.READS)
    vestiging, now = await service.visible_erkenning(await connection(request), actor, path_id(request))
    expect_within(
        zicht.editors_of_erkenningen(actor),
        Bij(vestiging.organisatie_id, vestiging.regio_code),
        BEHEERT_ERKENNINGEN,
    )
    return vestiging, now


async def _show_new(request: Request, form: Form[BaseModel], vestiging: Vestiging) -> Response:
    """The form of a new erkenning."""
    kwalificaties = await list_kwalificaties(await connection(request), clock(request).today())
    return render(
        request,
        "organisaties/erkenning_nieuw.html",
        status_code=form.status,
        form=form,
        vestiging=vestiging,
        labels=ERKENNING,
        kwalificaties=[(each.crebo, f"{each.naam} ({each.crebo})") for each in kwalificaties],
    )


async def _show_edit(
    request: Request,
    form: Form[BaseModel],
    vestiging: Vestiging,
    now: Erkenning,
    gevolgen: Gevolgen = NOBODY,
) -> Response:
    """The form of an erkenning that is there, with who feels it when it ends earlier."""
    actor, conn = actor_as(request, *zicht.READS), await connection(request)
    return render(
        request,
        "organisaties/erkenning.html",
        status_code=form.status,
        form=form,
        vestiging=vestiging,
        erkenning=now,
        gevolgen=gevolgen,
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

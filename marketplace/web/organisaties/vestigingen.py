"""The form that makes or edits a vestiging, and putting one away."""

from http import HTTPStatus

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.errors import InvalidInput, StaleVersion
from marketplace.organisaties import vestiging as service
from marketplace.organisaties import zicht
from marketplace.organisaties.model import Organisatie, Vestiging
from marketplace.organisaties.organisatie import visible_organisatie
from marketplace.regios.queries import list_plaatsen
from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.organisaties.forms import EditVestigingForm, VersieForm, VestigingForm
from marketplace.web.organisaties.woorden import VESTIGING, vestiging_differences
from marketplace.web.overtaken import Regel
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.templating import redirect, render


async def show_new(request: Request) -> Response:
    """An empty form, for the organisatie in the path."""
    return await _show(request, filled(), await _organisatie(request))


async def create(request: Request) -> Response:
    """Make the vestiging and go back to the organisatie."""
    organisatie = await _organisatie(request)
    form = await read_form(request, VestigingForm)
    if form.data is None:
        return await _show(request, form, organisatie, status=HTTPStatus.BAD_REQUEST)
    try:
        await service.create_vestiging(
            await connection(request),
            actor_as(request, *zicht.READS),
            clock=clock(request),
            organisatie_id=organisatie.id,
            gegevens=form.data.to_gegevens(),
        )
    except InvalidInput as refusal:
        form = form.with_errors(refusal.fields)
        return await _show(request, form, organisatie, status=HTTPStatus.BAD_REQUEST)
    return redirect(request, f"/organisaties/{organisatie.id}", melding="De vestiging is toegevoegd.")


async def show_edit(request: Request) -> Response:
    """The form with what is there now."""
    organisatie, found = await _vestiging(request)
    form = filled(
        naam=found.naam, plaats=found.plaats_id, leerbedrijf_id=found.leerbedrijf_id, versie=found.versie
    )
    return await _show(request, form, organisatie, found)


async def save(request: Request) -> Response:
    """Write what was typed; what cannot be written comes back as it was typed, with what is there now."""
    organisatie, found = await _vestiging(request)
    form = await read_form(request, EditVestigingForm)
    if form.data is None:
        return await _show(request, form, organisatie, found, status=HTTPStatus.BAD_REQUEST)
    conn, gegevens = await connection(request), form.data.to_gegevens()
    try:
        await service.edit_vestiging(
            conn,
            actor_as(request, *zicht.READS),
            clock=clock(request),
            vestiging_id=found.id,
            versie=form.data.versie,
            gegevens=gegevens,
        )
    except InvalidInput as refusal:
        form = form.with_errors(refusal.fields)
        return await _show(request, form, organisatie, found, status=HTTPStatus.BAD_REQUEST)
    except StaleVersion:
        rows = vestiging_differences(found, gegevens, await _plaatsen(request, organisatie, found))
        return await _show(request, form, organisatie, found, rows, status=HTTPStatus.CONFLICT)
    return redirect(request, f"/organisaties/{organisatie.id}", melding="De vestiging is opgeslagen.")


async def archive(request: Request) -> Response:
    """Put a vestiging away; what keeps it is said."""
    _, found = await _vestiging(request)
    form = await read_form(request, VersieForm)
    await service.archive_vestiging(
        await connection(request),
        actor_as(request, *zicht.READS),
        clock=clock(request),
        vestiging_id=found.id,
        versie=form.data.versie if form.data else 0,
    )
    melding = "De vestiging staat in het archief. U kunt haar terughalen."
    return redirect(request, f"/organisaties/{found.organisatie_id}", melding=melding)


async def restore(request: Request) -> Response:
    """Bring a vestiging back."""
    _, found = await _vestiging(request)
    form = await read_form(request, VersieForm)
    await service.restore_vestiging(
        await connection(request),
        actor_as(request, *zicht.READS),
        clock=clock(request),
        vestiging_id=found.id,
        versie=form.data.versie if form.data else 0,
    )
    path = f"/organisaties/{found.organisatie_id}"
    return redirect(request, path, melding="De vestiging is teruggehaald.")


async def _organisatie(request: Request) -> Organisatie:
    """The organisatie that the path names."""
    actor = actor_as(request, *zicht.READS)
    return await visible_organisatie(await connection(request), actor, path_id(request))


async def _vestiging(request: Request) -> tuple[Organisatie, Vestiging]:
    """The vestiging that the path names, with its organisatie."""
    actor, conn = actor_as(request, *zicht.READS), await connection(request)
    found = await service.visible_vestiging(conn, actor, path_id(request))
    return await visible_organisatie(conn, actor, found.organisatie_id), found


async def _show(
    request: Request,
    form: Form[BaseModel],
    organisatie: Organisatie,
    found: Vestiging | None = None,
    overtaken: list[Regel] | None = None,
    *,
    status: int = HTTPStatus.OK,
) -> Response:
    """The form as it stands; `found` None makes a new one."""
    actor, conn = actor_as(request, *zicht.READS), await connection(request)
    return render(
        request,
        "organisaties/vestiging.html",
        status_code=status,
        form=form,
        organisatie=organisatie,
        vestiging=found,
        overtaken=overtaken,
        versie=found.versie if found and overtaken is not None else form.one("versie"),
        labels=VESTIGING,
        momenten=await list_geschiedenis(conn, actor, "vestiging", found.id) if found else [],
        plaatsen=list((await _plaatsen(request, organisatie, found)).items()),
    )


async def _plaatsen(request: Request, organisatie: Organisatie, found: Vestiging | None) -> dict[int, str]:
    """The places to choose from: those of the regio, and its own where the regio has lost that gemeente."""
    conn, vandaag = await connection(request), clock(request).today()
    names = {
        each.id: each.naam if each.naam == each.gemeente else f"{each.naam} ({each.gemeente})"
        for each in await list_plaatsen(conn, organisatie.regio_code, vandaag)
    }
    return names if found is None else {found.plaats_id: found.plaats, **names}


ROUTES = [
    Route("/organisaties/{id:int}/vestigingen/nieuw", show_new),
    Route("/organisaties/{id:int}/vestigingen/nieuw", create, methods=["POST"]),
    Route("/vestigingen/{id:int}/bewerken", show_edit),
    Route("/vestigingen/{id:int}/bewerken", save, methods=["POST"]),
    Route("/vestigingen/{id:int}/archiveren", archive, methods=["POST"]),
    Route("/vestigingen/{id:int}/terughalen", restore, methods=["POST"]),
]

"""The form that makes or edits a vestiging, and putting one away."""

from functools import partial

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.organisaties import vestiging as service
from marketplace.organisaties import zicht
from marketplace.organisaties.model import Organisatie, Vestiging
from marketplace.organisaties.organisatie import editable_organisatie, visible_organisatie
from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.keuzes import load_plaatsen
from marketplace.web.organisaties.forms import EditVestigingForm, VestigingForm
from marketplace.web.organisaties.woorden import VESTIGING, vestiging_differences
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.saving import Geweigerd, Step, VersieForm, WaaromForm, save_form, take_step
from marketplace.web.templating import redirect, render


async def show_new(request: Request) -> Response:
    """An empty form, for the organisatie in the path."""
    return await _show(request, filled(), await _organisatie(request))


async def create(request: Request) -> Response:
    """Make the vestiging and go back to the organisatie."""
    organisatie = await _organisatie(request)

    async def write(data: VestigingForm) -> Response:
        await service.create_vestiging(
            await connection(request),
            actor_as(request, *zicht.READS),
            clock=clock(request),
            organisatie_id=organisatie.id,
            gegevens=data.to_gegevens(),
        )
        return redirect(request, f"/organisaties/{organisatie.id}", melding="De vestiging is toegevoegd.")

    form = await read_form(request, VestigingForm)
    return await save_form(request, form, write, partial(_show, request, organisatie=organisatie))


async def show_edit(request: Request) -> Response:
    """The form with what is there now."""
    return await _show_stored(request)


async def save(request: Request) -> Response:
    """Write what was typed; what cannot be written comes back as it was typed, with what is there now."""
    organisatie, found = await _vestiging(request)
    form = await read_form(request, EditVestigingForm)

    async def write(data: EditVestigingForm) -> Response:
        await service.edit_vestiging(
            await connection(request),
            actor_as(request, *zicht.READS),
            clock=clock(request),
            vestiging_id=found.id,
            versie=data.versie,
            gegevens=data.to_gegevens(),
        )
        return redirect(request, f"/organisaties/{organisatie.id}", melding="De vestiging is opgeslagen.")

    async def overtaken(data: EditVestigingForm) -> Response:
        organisatie, now = await _vestiging(request)
        plaatsen = dict(await _plaatsen(request, organisatie, now))
        rows = vestiging_differences(now, data.to_gegevens(), plaatsen)
        return await _show(request, form.overtaken_by(rows, versie=now.versie), organisatie, now)

    show = partial(_show, request, organisatie=organisatie, found=found)
    return await save_form(request, form, write, show, overtaken)


async def archive(request: Request) -> Response:
    """Put a vestiging away; what keeps it is said on its page."""
    melding = "De vestiging staat in het archief. U kunt haar terughalen."
    return await _step(request, service.archive_vestiging, melding, WaaromForm)


async def restore(request: Request) -> Response:
    """Bring a vestiging back."""
    return await _step(request, service.restore_vestiging, "De vestiging is teruggehaald.")


async def _step(request: Request, verb: Step, melding: str, model: type[VersieForm] = VersieForm) -> Response:
    """Take a step over a version, back to the page of the organisatie; refused, back to the form."""
    organisatie, found = await _vestiging(request)
    actor = actor_as(request, *zicht.READS)
    step = partial(verb, await connection(request), actor, clock=clock(request), vestiging_id=found.id)
    done = redirect(request, f"/organisaties/{organisatie.id}", melding=melding)
    return await take_step(request, step, done, partial(_show_stored, request), model)


async def _organisatie(request: Request) -> Organisatie:
    """The organisatie that the path names, which the actor edits."""
    actor = actor_as(request, *zicht.READS)
    return await editable_organisatie(await connection(request), actor, path_id(request))


async def _vestiging(request: Request) -> tuple[Organisatie, Vestiging]:
    """The vestiging that the path names, which the actor edits, with its organisatie."""
    actor, conn = actor_as(request, *zicht.READS), await connection(request)
    found = await service.editable_vestiging(conn, actor, path_id(request))
    return await visible_organisatie(conn, actor, found.organisatie_id), found


async def _show_stored(request: Request, geweigerd: Geweigerd | None = None) -> Response:
    """The form with what is there now, and what was in the way of a step."""
    organisatie, found = await _vestiging(request)
    form = filled(
        naam=found.naam, plaats=found.plaats_id, leerbedrijf_id=found.leerbedrijf_id, versie=found.versie
    )
    return await _show(request, form, organisatie, found, geweigerd)


async def _show(
    request: Request,
    form: Form[BaseModel],
    organisatie: Organisatie,
    found: Vestiging | None = None,
    geweigerd: Geweigerd | None = None,
) -> Response:
    """The form as it stands; `found` None makes a new one."""
    actor, conn = actor_as(request, *zicht.READS), await connection(request)
    return render(
        request,
        "organisaties/vestiging.html",
        status_code=geweigerd.status if geweigerd else form.status,
        geweigerd=geweigerd,
        form=form,
        organisatie=organisatie,
        vestiging=found,
        labels=VESTIGING,
        momenten=await list_geschiedenis(conn, actor, "vestiging", found.id) if found else [],
        plaatsen=await _plaatsen(request, organisatie, found),
    )


async def _plaatsen(
    request: Request, organisatie: Organisatie, found: Vestiging | None
) -> list[tuple[int, str]]:
    """The places to choose from: those of the regio, and its own where the regio has lost that gemeente."""
    now = (found.plaats_id, found.plaats) if found else None
    conn = await connection(request)
    return await load_plaatsen(conn, organisatie.regio_code, clock(request).today(), now)


ROUTES = [
    Route("/organisaties/{id:int}/vestigingen/nieuw", show_new),
    Route("/organisaties/{id:int}/vestigingen/nieuw", create, methods=["POST"]),
    Route("/vestigingen/{id:int}/bewerken", show_edit),
    Route("/vestigingen/{id:int}/bewerken", save, methods=["POST"]),
    Route("/vestigingen/{id:int}/archiveren", archive, methods=["POST"]),
    Route("/vestigingen/{id:int}/terughalen", restore, methods=["POST"]),
]

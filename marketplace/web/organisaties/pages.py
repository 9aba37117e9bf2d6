"""Organisaties: the list, one with all that belongs to it, and the form that makes or edits one."""

from functools import partial

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.organisaties import organisatie as service
from marketplace.organisaties import overzicht, zicht
from marketplace.organisaties.model import Organisatie
from marketplace.organisaties.zoekteksten import list_zoekteksten
from marketplace.regios.queries import get_regio
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BEHEERT_ORGANISATIES, ZIET_PLEKKEN
from marketplace.toegang.weigeren import only_for
from marketplace.web.filters import read_filters, search_words
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.keuzes import load_keuzes
from marketplace.web.organisaties import erkenningen, opleidingen, praktijkopleiders, vestigingen
from marketplace.web.organisaties.forms import EditOrganisatieForm, FilterForm, NewOrganisatieForm
from marketplace.web.organisaties.organisatie import organisatie_page
from marketplace.web.organisaties.woorden import ORGANISATIE, organisatie_differences
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.saving import Step, VersieForm, WaaromForm, save_form, take_step
from marketplace.web.templating import redirect, render


async def show_organisaties(request: Request) -> Response:
    """The list with its filters."""
    actor = actor_as(request, *zicht.READS)
    conn = await connection(request)
    form, filters = read_filters(request, FilterForm)
    gevonden = await search_words(conn, actor, filters.woorden, list_zoekteksten)
    ids = gevonden.sleutels if gevonden else None
    return render(
        request,
        "organisaties/lijst.html",
        form=form,
        filters=filters,
        lijst=await overzicht.list_organisaties(conn, actor, filters.to_filter(ids)),
        gevonden=gevonden,
        keuzes=await overzicht.list_keuzes(conn, actor),
        sectoren=(await load_keuzes(conn)).sector_options(),
        mag_maken=bool(zicht.editors(actor)[1]),
        ziet_plekken=actor.heeft(*ZIET_PLEKKEN),
    )


async def show_organisatie(request: Request) -> Response:
    """One organisatie with its vestigingen, plekken, praktijkopleiders, erkenningen and opleidingen."""
    return await organisatie_page(request, path_id(request))


async def show_new(request: Request) -> Response:
    """An empty form."""
    regios = zicht.editors(_maker(request))[1]
    return await _show_form(request, filled(regio=regios[0] if len(regios) == 1 else None), None)


async def create(request: Request) -> Response:
    """Make the organisatie and show it."""
    actor = _maker(request)

    async def write(data: NewOrganisatieForm) -> Response:
        made = await service.create_organisatie(
            await connection(request),
            actor,
            clock=clock(request),
            regio_code=data.regio,
            gegevens=data.to_gegevens(),
        )
        melding = "De organisatie is opgeslagen. Voeg nu een vestiging toe."
        return redirect(request, f"/organisaties/{made}", melding=melding)

    form = await read_form(request, NewOrganisatieForm)
    return await save_form(request, form, write, partial(_show_form, request, found=None))


def _maker(request: Request) -> Actor:
    """Who acts, when there is a regio where they make organisaties; raises Forbidden otherwise."""
    actor = actor_as(request, *zicht.READS)
    if not zicht.editors(actor)[1]:
        raise only_for(*BEHEERT_ORGANISATIES)
    return actor


async def show_edit(request: Request) -> Response:
    """The form with what is there now."""
    found = await _organisatie(request)
    form = filled(naam=found.naam, soort=found.soort, kvk=found.kvk, versie=found.versie)
    return await _show_form(request, form, found)


async def save(request: Request) -> Response:
    """Write what was typed; what cannot be written comes back as it was typed, with what is there now."""
    found = await _organisatie(request)
    form = await read_form(request, EditOrganisatieForm)
    conn = await connection(request)

    async def write(data: EditOrganisatieForm) -> Response:
        await service.edit_organisatie(
            conn,
            actor_as(request, *zicht.READS),
            clock=clock(request),
            organisatie_id=found.id,
            versie=data.versie,
            gegevens=data.to_gegevens(),
        )
        return redirect(request, f"/organisaties/{found.id}", melding="De organisatie is opgeslagen.")

    async def overtaken(data: EditOrganisatieForm) -> Response:
        now = await _organisatie(request)
        rows = organisatie_differences(now, data.to_gegevens(), dict(await overzicht.list_soorten(conn)))
        return await _show_form(request, form.overtaken_by(rows, versie=now.versie), now)

    return await save_form(request, form, write, partial(_show_form, request, found=found), overtaken)


async def archive(request: Request) -> Response:
    """Put an organisatie away; what keeps it is said on its page."""
    melding = "De organisatie staat in het archief. U kunt haar terughalen."
    return await _step(request, service.archive_organisatie, melding, WaaromForm)


async def restore(request: Request) -> Response:
    """Bring an organisatie back."""
    return await _step(request, service.restore_organisatie, "De organisatie is teruggehaald.")


async def _step(request: Request, verb: Step, melding: str, model: type[VersieForm] = VersieForm) -> Response:
    """Take a step over a version, back to the page."""
    actor, organisatie_id = actor_as(request, *zicht.READS), path_id(request)
    step = partial(
        verb, await connection(request), actor, clock=clock(request), organisatie_id=organisatie_id
    )
    done = redirect(request, f"/organisaties/{organisatie_id}", melding=melding)
    return await take_step(request, step, done, partial(organisatie_page, request, organisatie_id), model)


async def _organisatie(request: Request) -> Organisatie:
    """The organisatie that the path names, which the actor edits."""
    actor = actor_as(request, *zicht.READS)
    return await service.editable_organisatie(await connection(request), actor, path_id(request))


async def _show_form(request: Request, form: Form[BaseModel], found: Organisatie | None) -> Response:
    """The form as it stands; `found` None makes a new one."""
    actor, conn = actor_as(request, *zicht.READS), await connection(request)
    regios = [await get_regio(conn, code) for code in zicht.editors(actor)[1]]
    return render(
        request,
        "organisaties/bewerken.html",
        status_code=form.status,
        form=form,
        organisatie=found,
        labels=ORGANISATIE,
        soorten=await overzicht.list_soorten(conn),
        regios=[(each.code, each.naam) for each in regios if each],
    )


ROUTES = [
    Route("/organisaties", show_organisaties),
    Route("/organisaties/nieuw", show_new),
    Route("/organisaties/nieuw", create, methods=["POST"]),
    Route("/organisaties/{id:int}", show_organisatie),
    Route("/organisaties/{id:int}/bewerken", show_edit),
    Route("/organisaties/{id:int}/bewerken", save, methods=["POST"]),
    Route("/organisaties/{id:int}/archiveren", archive, methods=["POST"]),
    Route("/organisaties/{id:int}/terughalen", restore, methods=["POST"]),
    *vestigingen.ROUTES,
    *praktijkopleiders.ROUTES,
    *erkenningen.ROUTES,
    *opleidingen.ROUTES,
]

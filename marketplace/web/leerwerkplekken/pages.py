"""Looking at leerwerkplekken: the list, one plek, and putting it into planning or taking it out."""

from collections.abc import Mapping
from functools import partial
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.errors import InvalidInput
from marketplace.leerwerkplekken import queries, service
from marketplace.leerwerkplekken.keuzes import list_keuzes
from marketplace.leerwerkplekken.zoekteksten import list_zoekteksten
from marketplace.toegang.rechten import BEWERKT_PLEKKEN, LEEST_ORGANISATIES, ZIET_PLEKKEN
from marketplace.web.filters import read_filters, search_words
from marketplace.web.keuzes import load_keuzes
from marketplace.web.leerwerkplekken import bewerken, links
from marketplace.web.leerwerkplekken.forms import FilterForm
from marketplace.web.leerwerkplekken.plek import plek_context
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.saving import Geweigerd, Step, VersieForm, WaaromForm, take_step
from marketplace.web.templating import redirect, render


async def show_leerwerkplekken(request: Request) -> Response:
    """The list with its filters: the plekken of the own organisatie, or of the own region."""
    actor = actor_as(request, *ZIET_PLEKKEN)
    conn = await connection(request)
    form, filters = read_filters(request, FilterForm)
    vandaag = clock(request).today()
    gevonden = await search_words(conn, actor, filters.woorden, list_zoekteksten)
    ids = gevonden.sleutels if gevonden else None
    lijst = await queries.list_leerwerkplekken(conn, actor, filters.to_filter(ids, vandaag), vandaag)
    return render(
        request,
        "leerwerkplekken/lijst.html",
        form=form,
        filters=filters,
        lijst=lijst,
        gevonden=gevonden,
        keuzes=await list_keuzes(conn, actor),
        in_regio=actor.heeft(*LEEST_ORGANISATIES),
        mag_maken=actor.heeft(*BEWERKT_PLEKKEN),
        namen=(await load_keuzes(conn)).names(),
    )


async def show_leerwerkplek(request: Request) -> Response:
    """One plek in plain words."""
    return await _show(request)


async def publish(request: Request) -> Response:
    """Let a plek take part in planning; what lacks is said on its page."""
    melding = "De leerwerkplek is gepubliceerd en doet mee in de volgende rekenrun."
    try:
        return await _step(request, service.publish_leerwerkplek, melding)
    except InvalidInput as refusal:
        return await _show(request, fouten=refusal.fields)


async def close(request: Request) -> Response:
    """Take a plek out of planning; what is still promised there is said on its page."""
    melding = "De leerwerkplek is gesloten. Wie er al werkt, blijft."
    return await _step(request, service.close_leerwerkplek, melding, model=WaaromForm)


async def delete(request: Request) -> Response:
    """Remove a concept and go back to the list."""
    return await _step(request, service.delete_concept, "Het concept is verwijderd.", "/leerwerkplekken")


async def _step(
    request: Request,
    verb: Step,
    melding: str,
    to: str | None = None,
    *,
    model: type[VersieForm] = VersieForm,
) -> Response:
    """Take a step over a version, back to the page."""
    actor, plek_id = actor_as(request, *BEWERKT_PLEKKEN), path_id(request)
    step = partial(verb, await connection(request), actor, clock=clock(request), plek_id=plek_id)
    done = redirect(request, to or f"/leerwerkplekken/{plek_id}", melding=melding)
    return await take_step(request, step, done, partial(_show, request), model)


async def _show(
    request: Request, geweigerd: Geweigerd | None = None, *, fouten: Mapping[str, str] | None = None
) -> Response:
    """The page of a plek, with what was in the way of a step and what lacks for publishing."""
    actor, conn = actor_as(request, *ZIET_PLEKKEN), await connection(request)
    plek = await service.visible_leerwerkplek(conn, actor, path_id(request))
    refused = geweigerd.status if geweigerd else HTTPStatus.OK
    return render(
        request,
        "leerwerkplekken/plek.html",
        status_code=HTTPStatus.BAD_REQUEST if fouten else refused,
        fouten=fouten,
        geweigerd=geweigerd,
        beloofd=isinstance(geweigerd and geweigerd.weigering, service.StillPromised),
        **await plek_context(request, plek),
    )


ROUTES = [
    Route("/leerwerkplekken", show_leerwerkplekken),
    Route("/leerwerkplekken/nieuw", bewerken.show_new),
    Route("/leerwerkplekken/nieuw", bewerken.create, methods=["POST"]),
    Route("/leerwerkplekken/{id:int}", show_leerwerkplek),
    Route("/leerwerkplekken/{id:int}/bewerken", bewerken.show_edit),
    Route("/leerwerkplekken/{id:int}/bewerken", bewerken.save, methods=["POST"]),
    Route("/leerwerkplekken/{id:int}/link", links.make_link, methods=["POST"]),
    Route("/leerwerkplekken/{id:int}/link-intrekken", links.withdraw_link, methods=["POST"]),
    Route("/leerwerkplekken/{id:int}/publiceren", publish, methods=["POST"]),
    Route("/leerwerkplekken/{id:int}/sluiten", close, methods=["POST"]),
    Route("/leerwerkplekken/{id:int}/verwijderen", delete, methods=["POST"]),
]

"""Kandidaten as an accountmanager sees them: pseudonymous, in plain words."""

from datetime import timedelta
from http import HTTPStatus

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.errors import InvalidInput, StaleVersion
from marketplace.kandidaten import inzagen, queries, service
from marketplace.kandidaten.model import KandidaatProfiel, Persoonsgegevens
from marketplace.kandidaten.wijziging import MAX_STEPS
from marketplace.regios.queries import get_wachttermijn, list_gemeenten
from marketplace.toegang.model import Rol
from marketplace.web.filters import read_filters
from marketplace.web.formats import hoofdletter
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.kandidaten.forms import (
    DoelForm,
    FilterForm,
    ProfielForm,
    form_of,
    to_wijziging,
)
from marketplace.web.kandidaten.profiel import profile_context
from marketplace.web.kandidaten.verschil import LABELS, differences
from marketplace.web.overtaken import Regel
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.templating import redirect, render
from marketplace.werkprocessen.model import TAALNIVEAUS
from marketplace.werkprocessen.queries import list_sectoren, list_voorwaarden
from solver.matching.spreektaal import VERVOER


async def show_kandidaten(request: Request) -> Response:
    """The list with its filters; filters that make no sense narrow nothing."""
    actor = actor_as(request, Rol.ACCOUNTMANAGER)
    conn = await connection(request)
    form, filters = read_filters(request, FilterForm)
    vandaag, regios = clock(request).today(), actor.regios_als(Rol.ACCOUNTMANAGER)
    termijn = await get_wachttermijn(conn, regios, vandaag)
    return render(
        request,
        "kandidaten/lijst.html",
        form=form,
        filters=filters,
        lijst=await queries.list_kandidaten(conn, actor, filters.to_filter()),
        sectoren={each.code: each.kort for each in await list_sectoren(conn)},
        gemeenten=[(each.id, each.naam) for each in await list_gemeenten(conn, regios, vandaag)],
        vervoer=VERVOER,
        grens=None if termijn is None else vandaag - timedelta(weeks=termijn),
    )


async def show_kandidaat(request: Request) -> Response:
    """One profile."""
    profiel = await _profiel(request)
    return await _profile_page(request, profiel, filled())


async def show_edit(request: Request) -> Response:
    """The form with what is there now."""
    profiel = await _profiel(request)
    return await _form(request, profiel, form_of(profiel))


async def save(request: Request) -> Response:
    """Write what was typed; what cannot be written comes back as it was typed, with what is there now."""
    profiel = await _profiel(request)
    form: Form[ProfielForm] = await read_form(request, ProfielForm)
    versie = form.data.versie if form.data else None
    wijziging, form = to_wijziging(form)
    if wijziging is None or versie is None:
        return await _form(request, profiel, form, status=HTTPStatus.BAD_REQUEST)
    conn = await connection(request)
    actor = actor_as(request, Rol.ACCOUNTMANAGER)
    try:
        changed = await service.edit_profiel(
            conn, actor, clock=clock(request), kandidaat_id=profiel.id, versie=versie, wijziging=wijziging
        )
    except InvalidInput as refusal:
        return await _form(request, profiel, form.with_errors(refusal.fields), status=HTTPStatus.BAD_REQUEST)
    except StaleVersion:
        names: dict[object, str] = {each.code: each.naam for each in await list_voorwaarden(conn)}
        rows = differences(profiel, wijziging, names)
        return await _form(request, profiel, form, rows, status=HTTPStatus.CONFLICT)
    melding = "Het profiel is opgeslagen." if changed else "Er was niets veranderd."
    return redirect(request, f"/kandidaten/{profiel.id}", melding=melding)


async def reveal(request: Request) -> Response:
    """Who a kandidaat is, once, after the purpose has been logged."""
    profiel = await _profiel(request)
    form = await read_form(request, DoelForm)
    if form.data is None:
        return await _profile_page(request, profiel, form, status=HTTPStatus.BAD_REQUEST)
    try:
        gegevens: Persoonsgegevens = await service.reveal_persoonsgegevens(
            await connection(request),
            actor_as(request, Rol.ACCOUNTMANAGER),
            clock=clock(request),
            kandidaat_id=profiel.id,
            doel=form.data.doel,
        )
    except InvalidInput as refusal:
        wrong = form.with_errors(refusal.fields)
        return await _profile_page(request, profiel, wrong, status=HTTPStatus.BAD_REQUEST)
    return render(
        request,
        "kandidaten/persoonsgegevens.html",
        profiel=profiel,
        gegevens=gegevens,
        inzagen=await inzagen.list_inzagen(
            await connection(request), actor_as(request, Rol.ACCOUNTMANAGER), profiel.id
        ),
    )


async def allow_again(request: Request) -> Response:
    """Let the next run propose a pair that a rejection had forbidden."""
    actor = actor_as(request, Rol.ACCOUNTMANAGER)
    conn = await connection(request)
    kandidaat_id = await service.allow_again(
        conn, actor, clock=clock(request), uitsluiting_id=path_id(request, "uitsluiting_id")
    )
    return redirect(
        request,
        f"/kandidaten/{kandidaat_id}",
        melding="Deze plek mag de volgende keer weer worden voorgesteld.",
    )


async def _profiel(request: Request) -> KandidaatProfiel:
    """The profile that the path names, for an accountmanager of its region."""
    actor = actor_as(request, Rol.ACCOUNTMANAGER)
    return await service.visible_kandidaat(await connection(request), actor, path_id(request))


async def _profile_page(
    request: Request,
    profiel: KandidaatProfiel,
    form: Form[DoelForm] | Form[BaseModel],
    *,
    status: int = HTTPStatus.OK,
) -> Response:
    """The profile with the form that asks for a purpose."""
    context = await profile_context(request, profiel)
    return render(request, "kandidaten/profiel.html", status_code=status, **context, form=form)


async def _form(
    request: Request,
    profiel: KandidaatProfiel,
    form: Form[ProfielForm] | Form[BaseModel],
    overtaken: list[Regel] | None = None,
    *,
    status: int = HTTPStatus.OK,
) -> Response:
    """The form as it stands; when overtaken it carries the new version, so that saving is a choice."""
    conn = await connection(request)
    return render(
        request,
        "kandidaten/bewerken.html",
        status_code=status,
        profiel=profiel,
        form=form,
        overtaken=overtaken,
        versie=profiel.versie if overtaken is not None else form.one("versie") or profiel.versie,
        labels=LABELS,
        vervoer=[(code, hoofdletter(words)) for code, words in VERVOER.items()],
        voorwaarden=await list_voorwaarden(conn),
        talen=[(level, hoofdletter(words)) for level, words in enumerate(TAALNIVEAUS)],
        stappen=min(MAX_STEPS, max(4, len(form.many("begeleiding_week")) + 1)),
    )


ROUTES = [
    Route("/kandidaten", show_kandidaten),
    Route("/kandidaten/{id:int}", show_kandidaat),
    Route("/kandidaten/{id:int}/bewerken", show_edit),
    Route("/kandidaten/{id:int}/bewerken", save, methods=["POST"]),
    Route("/kandidaten/{id:int}/persoonsgegevens", reveal, methods=["POST"]),
    Route("/kandidaten/uitsluitingen/{uitsluiting_id:int}/intrekken", allow_again, methods=["POST"]),
]

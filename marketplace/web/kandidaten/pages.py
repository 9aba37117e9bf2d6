"""Kandidaten as an accountmanager sees them: pseudonymous, in plain words."""

from datetime import timedelta
from http import HTTPStatus

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.errors import InvalidInput, StaleVersion
from marketplace.kandidaten import groepen, inzagen, queries, service
from marketplace.kandidaten.model import KandidaatProfiel, Persoonsgegevens, Stand
from marketplace.kandidaten.wijziging import MAX_SECTOREN, MAX_STEPS
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
    readable_part,
    to_wijziging,
    with_more_errors,
)
from marketplace.web.kandidaten.profiel import profile_context, say_groep
from marketplace.web.kandidaten.verschil import LABELS, differences
from marketplace.web.keuzes import NIVEAU_OPTIONS, TALEN, load_keuzes
from marketplace.web.overtaken import Regel
from marketplace.web.request import actor_as, clock, connection, local_path, path_id
from marketplace.web.templating import redirect, render
from marketplace.werkprocessen.model import NIVEAUS
from marketplace.werkprocessen.queries import list_kwalificaties, list_sectoren
from solver.matching.spreektaal import VERVOER


async def show_kandidaten(request: Request) -> Response:
    """The list with its filters; filters that make no sense narrow nothing."""
    actor = actor_as(request, Rol.ACCOUNTMANAGER)
    conn = await connection(request)
    form, filters = read_filters(request, FilterForm)
    wanted = await queries.list_wenssectoren(conn, actor)
    vandaag, regios = clock(request).today(), actor.regios_als(Rol.ACCOUNTMANAGER)
    termijn = await get_wachttermijn(conn, regios, vandaag)
    grens = None if termijn is None else vandaag - timedelta(weeks=termijn)
    sectoren = await list_sectoren(conn)
    return render(
        request,
        "kandidaten/lijst.html",
        form=form,
        filters=filters,
        lijst=await queries.list_kandidaten(conn, actor, filters.to_filter(grens)),
        sectoren={each.code: each.kort for each in sectoren},
        sector_opties=[(each.code, each.kort) for each in sectoren if each.code in wanted],
        groepen=[(each.id, say_groep(each)) for each in await groepen.list_groepen(conn, actor)],
        gemeenten=[(each.id, each.naam) for each in await list_gemeenten(conn, regios, vandaag)],
        vervoer=VERVOER,
        grens=grens,
    )


async def show_kandidaat(request: Request) -> Response:
    """One profile."""
    profiel = await _profiel(request)
    return await _profile_page(request, profiel, filled())


async def show_edit(request: Request) -> Response:
    """The form with what is there now."""
    profiel = await _profiel(request)
    return await _form(request, profiel, form_of(profiel, request.query_params.get("naar", "")))


async def save(request: Request) -> Response:
    """Write what was typed; what cannot be written comes back as it was typed, with what is there now."""
    profiel = await _profiel(request)
    form: Form[ProfielForm] = await read_form(request, ProfielForm)
    versie = form.data.versie if form.data else None
    wijziging, form = to_wijziging(form)
    conn = await connection(request)
    if wijziging is None or versie is None:
        if rest := readable_part(form, profiel):
            more = await service.wrong_fields(conn, profiel, rest, clock(request).today())
            form = with_more_errors(form, more)
        return await _form(request, profiel, form, status=HTTPStatus.BAD_REQUEST)
    actor = actor_as(request, Rol.ACCOUNTMANAGER)
    try:
        changed = await service.edit_profiel(
            conn, actor, clock=clock(request), kandidaat_id=profiel.id, versie=versie, wijziging=wijziging
        )
    except InvalidInput as refusal:
        return await _form(request, profiel, form.with_errors(refusal.fields), status=HTTPStatus.BAD_REQUEST)
    except StaleVersion:
        profiel = await _profiel(request)
        rows = differences(profiel, wijziging, (await load_keuzes(conn)).names())
        return await _form(request, profiel, form, rows, status=HTTPStatus.CONFLICT)
    melding = "Het profiel is opgeslagen." if changed else "Er was niets veranderd."
    if changed and form.one("naar"):
        melding += " Reken opnieuw om te zien wat dat verandert."
    return redirect(request, _terug(profiel, form), melding=melding)


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
    keuzes = await load_keuzes(conn)
    kwalificaties = {
        each.crebo: f"{each.naam} (niveau {each.niveau})"
        for each in await list_kwalificaties(conn, clock(request).today())
    }
    if profiel.crebo is not None and profiel.kwalificatie is not None:
        kwalificaties.setdefault(profiel.crebo, profiel.kwalificatie)
    learned = {*profiel.with_stand(Stand.GEOEFEND), *profiel.with_stand(Stand.BEWEZEN)}
    return render(
        request,
        "kandidaten/bewerken.html",
        status_code=status,
        profiel=profiel,
        form=form,
        overtaken=overtaken,
        versie=profiel.versie if overtaken is not None else form.one("versie") or profiel.versie,
        labels=LABELS,
        terug=_terug(profiel, form),
        werkprocessen=keuzes.groups(without=learned),
        geleerd=bool(learned),
        kwalificaties=list(kwalificaties.items()),
        sectoren=keuzes.sector_options(),
        max_sectoren=MAX_SECTOREN,
        vormen=[(each.code, each.naam) for each in keuzes.vormen],
        niveaus=NIVEAU_OPTIONS,
        niveau_bewezen=NIVEAUS[profiel.niveau_bewezen] if profiel.niveau_bewezen else "",
        vervoer=[(code, hoofdletter(words)) for code, words in VERVOER.items()],
        voorwaarden=keuzes.voorwaarde_options(),
        talen=TALEN,
        stappen=min(MAX_STEPS, max(4, len(form.many("begeleiding_week")) + 1)),
    )


def _terug(profiel: KandidaatProfiel, form: Form[ProfielForm] | Form[BaseModel]) -> str:
    """Where somebody came from who asked to go back there, else the profile."""
    return local_path(form.one("naar"), f"/kandidaten/{profiel.id}")


ROUTES = [
    Route("/kandidaten", show_kandidaten),
    Route("/kandidaten/{id:int}", show_kandidaat),
    Route("/kandidaten/{id:int}/bewerken", show_edit),
    Route("/kandidaten/{id:int}/bewerken", save, methods=["POST"]),
    Route("/kandidaten/{id:int}/persoonsgegevens", reveal, methods=["POST"]),
    Route("/kandidaten/uitsluitingen/{uitsluiting_id:int}/intrekken", allow_again, methods=["POST"]),
]

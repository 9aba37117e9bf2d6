"""Who a kandidaat is: shown once for a purpose, and edited from there."""

from functools import partial
from http import HTTPStatus
from typing import Annotated

from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.datum import datum
from marketplace.kandidaten import identiteit, inzagen
from marketplace.kandidaten.model import Identiteit, KandidaatProfiel, Persoonsgegevens
from marketplace.web.fields import KorteTekst, VeiligeTekst, Versie
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.kandidaten.profiel import profile_page
from marketplace.web.kandidaten.rechten import BEWERKERS, KENNERS, may, profile_of, profile_to_edit
from marketplace.web.kandidaten.velden import Email, Geboortedatum, Telefoon
from marketplace.web.overtaken import Regel, Woorden
from marketplace.web.request import actor_as, clock, connection
from marketplace.web.saving import save_form
from marketplace.web.templating import redirect, render

IDENTITEIT_LABELS = {
    "naam": "Naam",
    "geboortedatum": "Geboortedatum",
    "telefoon": "Telefoon",
    "email": "E-mailadres",
}


class DoelForm(BaseModel):
    """What persoonsgegevens are needed for."""

    doel: Annotated[VeiligeTekst, Field(min_length=identiteit.MIN_DOEL)]


class IdentiteitVelden(BaseModel):
    """Who somebody is, as people type it."""

    naam: KorteTekst
    geboortedatum: Geboortedatum
    telefoon: Telefoon | None = None
    email: Email | None = None


class IdentiteitForm(IdentiteitVelden):
    """An edit of who somebody is, with the purpose of the look that it began with; new without a version."""

    doel: str = ""
    versie: Versie | None = None


def to_identiteit(data: IdentiteitVelden) -> Identiteit:
    """What was typed, as a value."""
    return Identiteit(
        naam=data.naam, geboortedatum=data.geboortedatum, telefoon=data.telefoon, email=data.email
    )


async def reveal(request: Request) -> Response:
    """Who a kandidaat is, once, after the purpose has been logged."""
    profiel = await profile_of(request, *KENNERS)

    async def look(data: DoelForm) -> Response:
        gegevens = await _look(request, profiel, data.doel)
        return await _show(request, profiel, _form_of(gegevens, data.doel), gegevens)

    form = await read_form(request, DoelForm)
    return await save_form(request, form, look, partial(profile_page, request, profiel))


async def show_first(request: Request) -> Response:
    """An empty form for somebody of whom nothing is known; else back to the profile, to give a purpose."""
    profiel = await profile_to_edit(request)
    conn = await connection(request)
    if await inzagen.has_persoonsgegevens(conn, actor_as(request, *BEWERKERS), profiel.id):
        return redirect(request, f"/kandidaten/{profiel.id}")
    return await _show(request, profiel, filled())


async def save(request: Request) -> Response:
    """Write what was typed; what was overtaken is shown beside it, which is a look for the same purpose."""
    profiel = await profile_to_edit(request)
    form = await read_form(request, IdentiteitForm)

    async def write(data: IdentiteitForm) -> Response:
        await _write(request, profiel, data)
        return redirect(request, f"/kandidaten/{profiel.id}", melding="De persoonsgegevens zijn opgeslagen.")

    async def overtaken(data: IdentiteitForm) -> Response:
        doel = data.doel or "Persoonsgegevens vergelijken na een wijziging door een ander"
        now = await _look(request, profiel, doel)
        rows = _differences(now, to_identiteit(data))
        return await _show(request, profiel, form.overtaken_by(rows, versie=now.versie))

    return await save_form(request, form, write, partial(_show, request, profiel), overtaken)


async def _write(request: Request, profiel: KandidaatProfiel, data: IdentiteitForm) -> None:
    """Write for the first time, or over the version that was looked at."""
    conn, actor = await connection(request), actor_as(request, *BEWERKERS)
    typed = to_identiteit(data)
    if data.versie is None:
        await identiteit.record_persoonsgegevens(
            conn, actor, clock=clock(request), kandidaat_id=profiel.id, identiteit=typed
        )
    else:
        await identiteit.edit_persoonsgegevens(
            conn,
            actor,
            clock=clock(request),
            kandidaat_id=profiel.id,
            versie=data.versie,
            identiteit=typed,
            doel=data.doel,
        )


async def _look(request: Request, profiel: KandidaatProfiel, doel: str) -> Persoonsgegevens:
    """Who a kandidaat is, with the look logged."""
    return await identiteit.reveal_persoonsgegevens(
        await connection(request),
        actor_as(request, *KENNERS),
        clock=clock(request),
        kandidaat_id=profiel.id,
        doel=doel,
    )


def _form_of(gegevens: Persoonsgegevens, doel: str) -> Form[BaseModel]:
    """The form with what is there now."""
    return filled(
        naam=gegevens.naam,
        geboortedatum=gegevens.geboortedatum,
        telefoon=gegevens.telefoon,
        email=gegevens.email,
        doel=doel,
        versie=gegevens.versie,
    )


def _differences(now: Persoonsgegevens, typed: Identiteit) -> list[Regel]:
    """Every field in which what was typed differs from what is there."""
    words = Woorden(
        IDENTITEIT_LABELS,
        {
            "geboortedatum": lambda each: datum(each.geboortedatum),
            "telefoon": lambda each: each.telefoon or "niet bekend",
            "email": lambda each: each.email or "niet bekend",
        },
        {},
    )
    there = Identiteit(naam=now.naam, geboortedatum=now.geboortedatum, telefoon=now.telefoon, email=now.email)
    return words.differences(identiteit.changed_fields(now, typed), typed, there)


async def _show(
    request: Request,
    profiel: KandidaatProfiel,
    form: Form[BaseModel],
    gegevens: Persoonsgegevens | None = None,
) -> Response:
    """The page; with the form for who may edit."""
    conn, actor = await connection(request), actor_as(request, *KENNERS)
    return render(
        request,
        "kandidaten/persoonsgegevens.html",
        # Overtaken is no 409 here: that would undo the log of the look at what is there now.
        status_code=HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK,
        profiel=profiel,
        gegevens=gegevens,
        form=form if may(actor, profiel).bewerken else None,
        labels=IDENTITEIT_LABELS,
        inzagen=await inzagen.list_inzagen(conn, actor, profiel.id),
    )


ROUTES = [
    Route("/kandidaten/{id:int}/persoonsgegevens", reveal, methods=["POST"]),
    Route("/kandidaten/{id:int}/persoonsgegevens/wijzigen", show_first),
    Route("/kandidaten/{id:int}/persoonsgegevens/wijzigen", save, methods=["POST"]),
]

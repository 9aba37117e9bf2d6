"""The form of a profile: of somebody known, and what it shares with that of somebody new."""

from functools import partial

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.db import Connection
from marketplace.kandidaten import regels, service
from marketplace.kandidaten.model import KandidaatProfiel, Stand
from marketplace.kandidaten.wijziging import MAX_SECTOREN, MAX_STEPS
from marketplace.web.formats import hoofdletter
from marketplace.web.forms import Form, read_form
from marketplace.web.kandidaten.forms import (
    ProfielForm,
    form_of,
    readable_part,
    to_wijziging,
    with_more_errors,
)
from marketplace.web.kandidaten.rechten import BEWERKERS, profile_to_edit
from marketplace.web.kandidaten.verschil import LABELS, differences
from marketplace.web.keuzes import FASE_OPTIONS, NIVEAU_OPTIONS, TALEN, load_keuzes
from marketplace.web.request import actor_as, clock, connection, local_path
from marketplace.web.saving import save_form
from marketplace.web.templating import redirect, render
from marketplace.werkprocessen.model import NIVEAUS
from marketplace.werkprocessen.queries import list_kwalificaties
from solver.spreektaal import VERVOER


async def show_edit(request: Request) -> Response:
    """The form with what is there now."""
    profiel = await profile_to_edit(request)
    return await _form(request, profiel, form_of(profiel, request.query_params.get("naar", "")))


async def save(request: Request) -> Response:
    """Write what was typed; what cannot be written comes back as it was typed, with what is there now."""
    profiel = await profile_to_edit(request)
    wijziging, form = to_wijziging(await read_form(request, ProfielForm))
    conn = await connection(request)
    if wijziging is None:
        if rest := readable_part(form, ProfielForm, form_of(profiel).typed):
            more = await regels.wrong_fields(
                conn, rest, clock(request).today(), [profiel.regio_code], profiel
            )
            form = with_more_errors(form, more)
        return await _form(request, profiel, form)

    async def write(data: ProfielForm) -> Response:
        changed = await service.edit_profiel(
            conn,
            actor_as(request, *BEWERKERS),
            clock=clock(request),
            kandidaat_id=profiel.id,
            versie=data.versie,
            wijziging=wijziging,
        )
        melding = "Het profiel is opgeslagen." if changed else "Er was niets veranderd."
        if changed and data.naar:
            melding += " Herstel het plan om te zien wat dat verandert."
        return redirect(request, _terug(profiel, form), melding=melding)

    async def overtaken(_: ProfielForm) -> Response:
        now = await profile_to_edit(request)
        rows = differences(now, wijziging, (await load_keuzes(conn)).names())
        return await _form(request, now, form.overtaken_by(rows, versie=now.versie))

    return await save_form(request, form, write, partial(_form, request, profiel), overtaken)


async def field_context(
    conn: Connection, request: Request, form: Form[BaseModel], profiel: KandidaatProfiel | None
) -> dict[str, object]:
    """What `velden.html` asks for: every choice; without a profile for somebody new."""
    keuzes = await load_keuzes(conn)
    kwalificaties = {
        each.crebo: f"{each.naam} (niveau {each.niveau}, crebo {each.crebo})"
        for each in await list_kwalificaties(conn, clock(request).today())
    }
    learned: set[int] = set()
    bewezen, praktijkleren = None, False
    if profiel is not None:
        bewezen, praktijkleren = profiel.niveau_bewezen, profiel.praktijkleren
        learned = {*profiel.with_stand(Stand.GEOEFEND), *profiel.with_stand(Stand.BEWEZEN)}
        if profiel.crebo is not None and profiel.kwalificatie is not None:
            kwalificaties.setdefault(profiel.crebo, f"{profiel.kwalificatie} (crebo {profiel.crebo})")
    return {
        "praktijkleren": praktijkleren,
        "kwalificatie_hint": "Bij praktijkleren past alleen een bedrijf dat hiervoor is erkend."
        + (" Zonder kwalificatie zoekt deze persoon werk zonder praktijkleren." if profiel is None else ""),
        "werkprocessen": keuzes.groups(without=learned),
        "geleerd": bool(learned),
        "kwalificaties": list(kwalificaties.items()),
        "sectoren": keuzes.sector_options(),
        "max_sectoren": MAX_SECTOREN,
        "vormen": [(each.code, each.naam) for each in keuzes.vormen],
        "niveaus": NIVEAU_OPTIONS,
        "niveau_bewezen": NIVEAUS[bewezen] if bewezen else "",
        "vervoer": [(code, hoofdletter(words)) for code, words in VERVOER.items()],
        "voorwaarden": keuzes.voorwaarde_options(),
        "talen": TALEN,
        "fasen": FASE_OPTIONS,
        "stappen": min(MAX_STEPS, max(4, len(form.many("begeleiding_week")) + 1)),
    }


async def _form(request: Request, profiel: KandidaatProfiel, form: Form[BaseModel]) -> Response:
    """The form as it stands."""
    conn = await connection(request)
    return render(
        request,
        "kandidaten/bewerken.html",
        status_code=form.status,
        profiel=profiel,
        form=form,
        labels=LABELS,
        terug=_terug(profiel, form),
        **await field_context(conn, request, form, profiel),
    )


def _terug(profiel: KandidaatProfiel, form: Form[BaseModel]) -> str:
    """Where somebody came from who asked to go back there, else the profile."""
    return local_path(form.one("naar"), f"/kandidaten/{profiel.id}")


ROUTES = [
    Route("/kandidaten/{id:int}/bewerken", show_edit),
    Route("/kandidaten/{id:int}/bewerken", save, methods=["POST"]),
]

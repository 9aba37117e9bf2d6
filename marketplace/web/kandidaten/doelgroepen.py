"""The form of the doelgroepen of one person, for who edits the profile."""

from functools import partial

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.kandidaten.doelgroepen import list_doelgroepen, list_doelgroepsoorten, set_doelgroepen
from marketplace.kandidaten.model import KandidaatProfiel
from marketplace.web.fields import Datum, Keuzes
from marketplace.web.formats import opsomming
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.kandidaten.rechten import BEWERKERS, profile_to_edit
from marketplace.web.overtaken import difference
from marketplace.web.request import actor_as, clock, connection
from marketplace.web.saving import save_form
from marketplace.web.templating import redirect, render

LABELS = {"doelgroepen": "Bij welke doelgroepen hoort deze persoon?", "vanaf": "Vanaf welke dag klopt dit?"}


class DoelgroepenForm(BaseModel):
    """What holds from a day on, and what held when the form was opened."""

    doelgroepen: Keuzes
    gezien: Keuzes
    vanaf: Datum


async def show_doelgroepen(request: Request) -> Response:
    """The form with what holds today."""
    profiel = await profile_to_edit(request)
    now = await _codes(request, profiel)
    form = filled(doelgroepen=now, gezien=now, vanaf=clock(request).today())
    return await _show(request, profiel, form)


async def save(request: Request) -> Response:
    """Write what holds from a day on."""
    profiel = await profile_to_edit(request)
    form = await read_form(request, DoelgroepenForm)

    async def write(data: DoelgroepenForm) -> Response:
        await set_doelgroepen(
            await connection(request),
            actor_as(request, *BEWERKERS),
            clock=clock(request),
            kandidaat_id=profiel.id,
            codes=data.doelgroepen,
            gezien=data.gezien,
            vanaf=data.vanaf,
        )
        return redirect(request, f"/kandidaten/{profiel.id}", melding="De doelgroepen zijn opgeslagen.")

    async def overtaken(data: DoelgroepenForm) -> Response:
        soorten = await list_doelgroepsoorten(await connection(request))
        now = await _codes(request, profiel)
        typed, there = (
            opsomming(naam for code, naam in soorten if code in codes) or "geen"
            for codes in (data.doelgroepen, now)
        )
        rows = difference(LABELS["doelgroepen"], typed, there)
        return await _show(request, profiel, form.overtaken_by(rows, gezien=now))

    return await save_form(request, form, write, partial(_show, request, profiel), overtaken)


async def _codes(request: Request, profiel: KandidaatProfiel) -> tuple[str, ...]:
    """To which the person belongs today."""
    actor, vandaag = actor_as(request, *BEWERKERS), clock(request).today()
    found = await list_doelgroepen(await connection(request), actor, profiel.id, vandaag)
    return tuple(each.code for each in found)


async def _show(request: Request, profiel: KandidaatProfiel, form: Form[BaseModel]) -> Response:
    """The form as it stands."""
    return render(
        request,
        "kandidaten/doelgroepen.html",
        status_code=form.status,
        profiel=profiel,
        form=form,
        labels=LABELS,
        soorten=await list_doelgroepsoorten(await connection(request)),
    )


ROUTES = [
    Route("/kandidaten/{id:int}/doelgroepen", show_doelgroepen),
    Route("/kandidaten/{id:int}/doelgroepen", save, methods=["POST"]),
]

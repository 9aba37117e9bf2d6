"""The form of the doelgroepen of one person, for who edits the profile."""

from http import HTTPStatus

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.errors import InvalidInput, StaleVersion
from marketplace.kandidaten.doelgroepen import list_doelgroepen, list_doelgroepsoorten, set_doelgroepen
from marketplace.kandidaten.model import KandidaatProfiel
from marketplace.web.fields import Datum, Keuzes
from marketplace.web.formats import opsomming
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.kandidaten.rechten import BEWERKERS, profile_to_edit
from marketplace.web.overtaken import Regel
from marketplace.web.request import actor_as, clock, connection
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
    return await _show(request, profiel, filled(doelgroepen=now, vanaf=clock(request).today()))


async def save(request: Request) -> Response:
    """Write what holds from a day on."""
    profiel = await profile_to_edit(request)
    form = await read_form(request, DoelgroepenForm)
    if form.data is None:
        return await _show(request, profiel, form, status=HTTPStatus.BAD_REQUEST)
    try:
        await set_doelgroepen(
            await connection(request),
            actor_as(request, *BEWERKERS),
            clock=clock(request),
            kandidaat_id=profiel.id,
            codes=form.data.doelgroepen,
            gezien=form.data.gezien,
            vanaf=form.data.vanaf,
        )
    except InvalidInput as refusal:
        return await _show(request, profiel, form.with_errors(refusal.fields), status=HTTPStatus.BAD_REQUEST)
    except StaleVersion:
        return await _show(request, profiel, form, status=HTTPStatus.CONFLICT)
    return redirect(request, f"/kandidaten/{profiel.id}", melding="De doelgroepen zijn opgeslagen.")


async def _codes(request: Request, profiel: KandidaatProfiel) -> tuple[str, ...]:
    """To which the person belongs today."""
    actor, vandaag = actor_as(request, *BEWERKERS), clock(request).today()
    found = await list_doelgroepen(await connection(request), actor, profiel.id, vandaag)
    return tuple(each.code for each in found)


async def _show(
    request: Request,
    profiel: KandidaatProfiel,
    form: Form[DoelgroepenForm] | Form[BaseModel],
    *,
    status: int = HTTPStatus.OK,
) -> Response:
    """The form, with what is there now beside what was ticked when it was overtaken."""
    soorten = await list_doelgroepsoorten(await connection(request))
    now, names = await _codes(request, profiel), dict(soorten)
    gezien = form.many("gezien") if status == HTTPStatus.BAD_REQUEST else now

    def say(codes: tuple[str, ...]) -> str:
        return opsomming(names.get(each, each) for each in codes) or "geen"

    typed = form.many("doelgroepen")
    overtaken = [] if set(typed) == set(now) else [Regel(LABELS["doelgroepen"], say(typed), say(now))]
    return render(
        request,
        "kandidaten/doelgroepen.html",
        status_code=status,
        profiel=profiel,
        form=form,
        labels=LABELS,
        soorten=soorten,
        gezien=gezien,
        overtaken=overtaken if status == HTTPStatus.CONFLICT else None,
    )


ROUTES = [
    Route("/kandidaten/{id:int}/doelgroepen", show_doelgroepen),
    Route("/kandidaten/{id:int}/doelgroepen", save, methods=["POST"]),
]

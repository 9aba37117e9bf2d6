"""Where a person stands: what can be next, what that does, and the archive."""

from functools import partial
from typing import Literal

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.errors import InvalidInput
from marketplace.kandidaten.model import KandidaatProfiel, KandidaatStatus
from marketplace.kandidaten.status import ASKS_REASON, BUSY, ENDED, archive, make_matchbaar, next_steps
from marketplace.voorstellen.vertrek import Openstaand, get_openstaand, leave
from marketplace.web.fields import Datum, VrijeTekst
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.kandidaten.profiel import STATUS_UITLEG
from marketplace.web.kandidaten.rechten import BESLISSERS, profile_to_decide
from marketplace.web.request import actor_as, clock, connection
from marketplace.web.saving import VersieForm, save_form
from marketplace.web.templating import redirect, render

LABELS = {"sinds": "Wacht op een plek sinds", "reden": "Waarom?"}


class StapForm(VersieForm):
    """A step: where to, since when for who can be matched, and why where that is asked."""

    naar: KandidaatStatus
    sinds: Datum | None = None
    reden: VrijeTekst = ""


class ArchiefForm(VersieForm):
    """Into the archive, or with `terug` out of it."""

    terug: Literal["ja"] | None = None


async def show_status(request: Request) -> Response:
    """What can be next; with a step in the address, what that asks."""
    profiel = await profile_to_decide(request)
    asked = request.query_params.get("naar")
    naar = next((each for each in next_steps(profiel) if each == asked), None)
    return await _show(request, profiel, filled(sinds=clock(request).today()), naar)


async def change(request: Request) -> Response:
    """Take the step; what is lacking comes back beside its field."""
    profiel = await profile_to_decide(request)
    form = await read_form(request, StapForm)
    naar = next((each for each in KandidaatStatus if each == form.one("naar")), None)

    async def write(data: StapForm) -> Response:
        await _step(request, profiel, data)
        return redirect(request, f"/kandidaten/{profiel.id}", melding="De status is gewijzigd.")

    async def overtaken(_: StapForm) -> Response:
        now = await profile_to_decide(request)
        return await _show(request, now, form.moved_on(), naar if naar in next_steps(now) else None)

    return await save_form(request, form, write, partial(_show, request, profiel, naar=naar), overtaken)


async def change_archive(request: Request) -> Response:
    """Put somebody in the archive or bring them back."""
    profiel = await profile_to_decide(request)
    form = await read_form(request, ArchiefForm)

    async def write(data: ArchiefForm) -> Response:
        archief = data.terug is None
        await archive(
            await connection(request),
            actor_as(request, *BESLISSERS),
            clock=clock(request),
            kandidaat_id=profiel.id,
            versie=data.versie,
            archief=archief,
        )
        melding = (
            "De kandidaat staat in het archief." if archief else "De kandidaat is terug uit het archief."
        )
        return redirect(request, f"/kandidaten/{profiel.id}", melding=melding)

    async def overtaken(_: ArchiefForm) -> Response:
        return await _show(request, await profile_to_decide(request), form.moved_on())

    return await save_form(request, form, write, partial(_show, request, profiel), overtaken)


async def _step(request: Request, profiel: KandidaatProfiel, data: StapForm) -> None:
    """Ask the verb of this step; raises InvalidInput with fields."""
    conn, actor = await connection(request), actor_as(request, *BESLISSERS)
    if data.naar is KandidaatStatus.MATCHBAAR:
        if data.sinds is None:
            raise InvalidInput(fields={"sinds": "Vul dit veld in."})
        await make_matchbaar(
            conn,
            actor,
            clock=clock(request),
            kandidaat_id=profiel.id,
            versie=data.versie,
            sinds=data.sinds,
        )
        return
    await leave(
        conn,
        actor,
        clock=clock(request),
        kandidaat_id=profiel.id,
        versie=data.versie,
        naar=data.naar,
        reden=data.reden if data.naar in ASKS_REASON else None,
    )


async def _show(
    request: Request, profiel: KandidaatProfiel, form: Form[BaseModel], naar: KandidaatStatus | None = None
) -> Response:
    """The page with what leaving would touch."""
    conn, actor = await connection(request), actor_as(request, *BESLISSERS)
    openstaand = Openstaand(beloftes=0, wachtend=0, plekken=())
    if profiel.status in BUSY:
        openstaand = await get_openstaand(conn, actor, clock(request), profiel.id)
    return render(
        request,
        "kandidaten/status.html",
        status_code=form.status,
        profiel=profiel,
        form=form,
        labels=LABELS,
        naar=naar,
        stappen=next_steps(profiel),
        met_reden=ASKS_REASON,
        uitleg=STATUS_UITLEG,
        openstaand=openstaand,
        archief=profiel.status in ENDED,
    )


ROUTES = [
    Route("/kandidaten/{id:int}/status", show_status),
    Route("/kandidaten/{id:int}/status", change, methods=["POST"]),
    Route("/kandidaten/{id:int}/archief", change_archive, methods=["POST"]),
]

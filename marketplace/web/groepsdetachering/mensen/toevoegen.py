"""The form that makes a kandidaat of the SW-bedrijf a medewerker."""

from functools import partial
from typing import Annotated

from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.groepsdetachering.mensen.service import NieuweMedewerker, add_medewerker, list_nieuwelingen
from marketplace.toegang.rechten import PLANT_MENSEN
from marketplace.web.fields import Geheel, Nummer
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.groepsdetachering.bedrijf.onderdeel import bij, planned_bedrijf
from marketplace.web.groepsdetachering.mensen.pagina import LIJST
from marketplace.web.groepsdetachering.mensen.woorden import afdeling_options, trede_options
from marketplace.web.groepsdetachering.pagina import home_of, save_planned, show_bedrijf
from marketplace.web.request import actor_as, connection

LABELS = {
    "kandidaat": "Wie wordt medewerker?",
    "afdeling": "Op welke afdeling?",
    "trede": "Op welke trede staat deze persoon nu?",
}


class ToevoegForm(BaseModel):
    """Who, where, and how far."""

    kandidaat: Nummer
    afdeling: Nummer | None = None
    trede: Annotated[Geheel, Field(ge=1, le=9)]


async def show_new(request: Request) -> Response:
    """The form; an id in the address is chosen already."""
    chosen = request.query_params.get("kandidaat", "")
    return await _show(request, filled(kandidaat=chosen, trede=1))


async def create(request: Request) -> Response:
    """Make somebody a medewerker and go on with what is known of them."""
    form = await read_form(request, ToevoegForm)
    number = form.data.kandidaat if form.data else 0
    return await save_planned(
        request,
        form,
        lambda conn, actor, data: add_medewerker(
            conn,
            actor,
            bij(request),
            NieuweMedewerker(kandidaat_id=data.kandidaat, afdeling_id=data.afdeling, trede=data.trede),
        ),
        partial(_show, request),
        (
            f"{home_of(request)}/mensen/{number}/bewerken",
            "Toegevoegd. Vul nu in wat u van deze persoon weet.",
        ),
    )


async def _show(request: Request, form: Form[BaseModel]) -> Response:
    """The form as it stands."""
    bedrijf = await planned_bedrijf(request)
    actor = actor_as(request, *PLANT_MENSEN)
    found = await list_nieuwelingen(await connection(request), actor, bedrijf.id)
    return show_bedrijf(
        request,
        "mensen/toevoegen.html",
        bedrijf,
        form,
        form=form,
        labels=LABELS,
        kandidaten=[(each.kandidaat_id, f"{each.kenmerk}, {each.plaats}") for each in found],
        afdelingen=afdeling_options(bedrijf),
        treden=trede_options(bedrijf),
    )


ROUTES = [
    Route(f"{LIJST}/toevoegen", show_new),
    Route(f"{LIJST}/toevoegen", create, methods=["POST"]),
]

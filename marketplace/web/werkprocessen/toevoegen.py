"""The form that adds a kwalificatie to the catalogue."""

from functools import partial

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.web.forms import Form, filled, read_form
from marketplace.web.keuzes import NIVEAU_OPTIONS
from marketplace.web.request import clock, connection
from marketplace.web.saving import save_form
from marketplace.web.templating import redirect, render
from marketplace.web.werkprocessen.bewerken import keeper
from marketplace.web.werkprocessen.forms import LABELS, NewKwalificatieForm
from marketplace.werkprocessen import service
from marketplace.werkprocessen.model import NewKwalificatie
from marketplace.werkprocessen.queries import list_sectoren


async def show_new(request: Request) -> Response:
    """An empty form."""
    keeper(request)
    return await _show(request, filled())


async def create(request: Request) -> Response:
    """Add the kwalificatie and go on to its werkprocessen; what is wrong is said at its field."""
    who = keeper(request)

    async def write(data: NewKwalificatieForm) -> Response:
        new = NewKwalificatie(**data.model_dump(), tot=None)
        await service.add_kwalificatie(await connection(request), who, clock=clock(request), new=new)
        melding = "De kwalificatie is toegevoegd. Voeg nu het werk toe dat erbij hoort."
        return redirect(request, f"/kwalificaties/{new.crebo}", melding=melding)

    form = await read_form(request, NewKwalificatieForm)
    return await save_form(request, form, write, partial(_show, request))


async def _show(request: Request, form: Form[BaseModel]) -> Response:
    """The form as it stands."""
    return render(
        request,
        "werkprocessen/kwalificatie_nieuw.html",
        status_code=form.status,
        form=form,
        labels=LABELS,
        niveaus=NIVEAU_OPTIONS,
        sectoren=[(each.code, each.naam) for each in await list_sectoren(await connection(request))],
    )


ROUTES = [
    Route("/kwalificaties/nieuw", show_new),
    Route("/kwalificaties/nieuw", create, methods=["POST"]),
]

"""The form that mends what stands of a kwalificatie; its crebo is what it is known by, and stays."""

from functools import partial

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.web.forms import Form, filled, read_form
from marketplace.web.keuzes import NIVEAU_OPTIONS
from marketplace.web.overtaken import difference
from marketplace.web.request import clock, connection, path_id
from marketplace.web.saving import save_form
from marketplace.web.templating import redirect, render
from marketplace.web.werkprocessen.bewerken import keeper
from marketplace.web.werkprocessen.forms import LABELS, EditKwalificatieForm, KwalificatieVelden
from marketplace.werkprocessen import service
from marketplace.werkprocessen.model import KwalificatieGegevens
from marketplace.werkprocessen.queries import list_sectoren


async def show_edit(request: Request) -> Response:
    """The form with what is there."""
    keeper(request)
    now = await service.known_kwalificatie(await connection(request), path_id(request))
    typed = {name: getattr(now, name) for name in KwalificatieVelden.model_fields}
    return await _show(request, filled(**typed, versie=now.versie))


async def save(request: Request) -> Response:
    """Write it; what somebody else wrote meanwhile is shown beside what was typed."""
    who, conn, crebo = keeper(request), await connection(request), path_id(request)
    form = await read_form(request, EditKwalificatieForm)

    async def write(data: EditKwalificatieForm) -> Response:
        await service.edit_kwalificatie(
            conn, who, clock=clock(request), crebo=crebo, versie=data.versie, gegevens=data.to_gegevens()
        )
        return redirect(request, f"/kwalificaties/{crebo}", melding="De kwalificatie is opgeslagen.")

    async def overtaken(data: EditKwalificatieForm) -> Response:
        now = await service.known_kwalificatie(conn, crebo)
        sectoren = {each.code: each.naam for each in await list_sectoren(conn)}

        def say(gegevens: KwalificatieVelden | KwalificatieGegevens, name: str) -> str:
            value = getattr(gegevens, name)
            return dict(NIVEAU_OPTIONS)[value] if name == "niveau" else sectoren.get(value, value)

        rows = [
            row
            for name in KwalificatieVelden.model_fields
            for row in difference(LABELS[name], say(data, name), say(now, name))
        ]
        return await _show(request, form.overtaken_by(rows, versie=now.versie))

    return await save_form(request, form, write, partial(_show, request), overtaken)


async def _show(request: Request, form: Form[BaseModel]) -> Response:
    """The form as it stands."""
    conn = await connection(request)
    return render(
        request,
        "werkprocessen/kwalificatie_bewerken.html",
        status_code=form.status,
        kwalificatie=await service.known_kwalificatie(conn, path_id(request)),
        form=form,
        labels=LABELS,
        niveaus=NIVEAU_OPTIONS,
        sectoren=[(each.code, each.naam) for each in await list_sectoren(conn)],
    )


ROUTES = [
    Route("/kwalificaties/{id:int}/bewerken", show_edit),
    Route("/kwalificaties/{id:int}/bewerken", save, methods=["POST"]),
]

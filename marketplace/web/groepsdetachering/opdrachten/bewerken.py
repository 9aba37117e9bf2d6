"""The form that makes or edits an opdracht."""

from functools import partial

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.bordnaam import next_colour
from marketplace.db import Connection
from marketplace.groepsdetachering.bedrijf.model import Bedrijf
from marketplace.groepsdetachering.opdrachten import service
from marketplace.groepsdetachering.opdrachten.model import Inlener, Opdracht
from marketplace.groepsdetachering.opdrachten.queries import list_inleners, list_opdrachten
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import PLANT_MENSEN
from marketplace.web.forms import Form, read_form
from marketplace.web.groepsdetachering.opdrachten.forms import (
    LABELS,
    TOONT,
    WAARDEN,
    OpdrachtForm,
    edit_form,
    form_of,
    new_form,
)
from marketplace.web.groepsdetachering.opdrachten.pagina import (
    EEN,
    LIJST,
    change,
    page_of,
    visible_opdracht,
)
from marketplace.web.groepsdetachering.pagina import home_of, save_planned, show_bedrijf, visible_bedrijf
from marketplace.web.groepsdetachering.velden import DAG_OPTIONS
from marketplace.web.keuzes import KLEUR_OPTIONS, NIVEAU_OPTIONS, load_keuzes
from marketplace.web.request import actor_as, clock, connection


async def show_new(request: Request) -> Response:
    """An empty form."""
    actor_as(request, *PLANT_MENSEN)
    bedrijf, conn = await visible_bedrijf(request), await connection(request)
    live = await list_opdrachten(conn, [bedrijf.id], bedrijf.id, service.LIVE)
    form = new_form(clock(request).today(), next_colour([each.kleur for each in live]))
    return await _show(request, form, bedrijf=bedrijf, opdracht=None)


async def create(request: Request) -> Response:
    """Make the opdracht."""
    bedrijf = await visible_bedrijf(request)

    async def write(conn: Connection, actor: Actor, data: OpdrachtForm) -> None:
        await service.make_opdracht(
            conn, actor, clock=clock(request), organisatie_id=bedrijf.id, gegevens=data.to_gegevens()
        )

    return await save_planned(
        request,
        await read_form(request, OpdrachtForm),
        write,
        partial(_show, request, bedrijf=bedrijf, opdracht=None),
        (f"{home_of(request)}/opdrachten", "De opdracht is gemaakt en doet mee in het plan."),
    )


async def show_edit(request: Request) -> Response:
    """The form with what is there now."""
    actor_as(request, *PLANT_MENSEN)
    bedrijf, opdracht = await visible_opdracht(request)
    return await _show(request, form_of(opdracht), bedrijf=bedrijf, opdracht=opdracht)


async def save(request: Request) -> Response:
    """Write what was typed."""
    bedrijf, opdracht = await visible_opdracht(request)
    form = await read_form(request, edit_form(opdracht.werkprocessen))

    async def write(conn: Connection, actor: Actor, data: OpdrachtForm) -> None:
        asked = change(request, data.model_dump()["versie"])
        await service.edit_opdracht(conn, actor, asked, data.to_gegevens())

    before = {str(each.werkproces_id) for each in opdracht.werkprocessen}
    more = set(form.many("werkprocessen")) - before
    return await save_planned(
        request,
        form,
        write,
        partial(_show, request, bedrijf=bedrijf, opdracht=opdracht),
        (f"{page_of(request)}/bewerken#werk", "Opgeslagen. Zeg nu wie het nieuwe werk moet kunnen.")
        if more
        else (page_of(request), "De opdracht is opgeslagen."),
    )


async def _show(
    request: Request, form: Form[BaseModel], *, bedrijf: Bedrijf, opdracht: Opdracht | None
) -> Response:
    """The form as it stands; `opdracht` None makes a new one."""
    actor, conn = actor_as(request, *PLANT_MENSEN), await connection(request)
    keuzes = await load_keuzes(conn)
    names = keuzes.names()
    werk = (
        [(each.werkproces_id, names[each.werkproces_id]) for each in opdracht.werkprocessen]
        if opdracht
        else []
    )
    inleners = await list_inleners(conn, actor, bedrijf.id)
    return show_bedrijf(
        request,
        "opdrachten/bewerken.html",
        bedrijf,
        form,
        form=form,
        opdracht=opdracht,
        labels=LABELS | {f"aantal_{number}": f"Hoeveel mensen: {naam}" for number, naam in werk},
        werk=werk,
        keuzes=keuzes,
        kleuren=KLEUR_OPTIONS,
        dagen=DAG_OPTIONS,
        niveaus=NIVEAU_OPTIONS,
        waarden=WAARDEN,
        toont=TOONT,
        treden=[(each.nummer, f"{each.nummer}. {each.naam}") for each in bedrijf.treden],
        vestigingen=_options(inleners, opdracht),
    )


def _options(inleners: list[Inlener], opdracht: Opdracht | None) -> list[tuple[int, str]]:
    """The companies to choose from, and the one of now where it went to the archive."""
    now = {opdracht.vestiging_id: opdracht.waar} if opdracht else {}
    names = {each.vestiging_id: each.waar for each in inleners}
    return list((now | names).items())


ROUTES = [
    Route(f"{LIJST}/nieuw", show_new),
    Route(f"{LIJST}/nieuw", create, methods=["POST"]),
    Route(f"{EEN}/bewerken", show_edit),
    Route(f"{EEN}/bewerken", save, methods=["POST"]),
]

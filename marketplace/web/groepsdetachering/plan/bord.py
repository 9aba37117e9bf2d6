"""The week board: three views of it, and its moves by mouse, keyboard or form; each can be undone."""

from collections.abc import Awaitable, Callable
from datetime import date
from functools import partial
from typing import Any, TypeVar

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.db import Connection
from marketplace.errors import Conflict, InvalidInput, Refusal, StaleVersion
from marketplace.groepsdetachering.plan import bord, groepen, overnemen, plannen, rekenen
from marketplace.groepsdetachering.plan.bord import Bord, Wens
from marketplace.groepsdetachering.plan.groepen import GroepWens
from marketplace.groepsdetachering.plan.overzicht import Overzicht, load_overzicht
from marketplace.groepsdetachering.plan.writes import GROEPSPLANNEN
from marketplace.rekenruns import queries
from marketplace.rekenruns.concepten import get_zet
from marketplace.rekenruns.service import AlreadyRunning
from marketplace.toegang.rechten import LEEST_MENSEN, PLANT_MENSEN
from marketplace.web.doorbell import ring_after
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.groepsdetachering.pagina import PAD, home_of, may_plan
from marketplace.web.groepsdetachering.plan.beeld import Beeld
from marketplace.web.groepsdetachering.plan.forms import (
    BEELDEN,
    MOST_ANDERS,
    BordForm,
    GroepForm,
    GroepWegForm,
    OvernemenForm,
    RekenForm,
    VastForm,
    ZetForm,
)
from marketplace.web.groepsdetachering.plan.kiezen import choices_of, group_of
from marketplace.web.groepsdetachering.plan.naast import alternatieven
from marketplace.web.groepsdetachering.plan.rondes import map_of
from marketplace.web.groepsdetachering.plan.woorden import link_names
from marketplace.web.groepsdetachering.woorden import LAGEN
from marketplace.web.request import actor_as, clock, connection, path_id, settings
from marketplace.web.templating import redirect, render

F = TypeVar("F", bound=BordForm)
MOST_PICKED = 40
GEEN_AANTAL = f"Vul een heel getal in van 0 tot en met {MOST_ANDERS}, of laat het veld leeg."


async def show_bord(request: Request) -> Response:
    """The concept of a SW-bedrijf in a week, else what was published, else how to begin."""
    return await _page(request)


def _asked_week(request: Request, over: Overzicht) -> date:
    """The week in the address, or the first of the plan that is not over."""
    asked = request.query_params.get("week", "")
    weken = [each for each in (over.plan.weken if over.plan else ()) if each >= over.van]
    return next((each for each in weken if each.isoformat() == asked), over.van)


async def _page(
    request: Request, geweigerd: Refusal | None = None, form: Form[BaseModel] | None = None
) -> Response:
    """The board as it is now, with what was in the way of a move and what was typed to have it filled in."""
    actor, conn = actor_as(request, *LEEST_MENSEN), await connection(request)
    over = await load_overzicht(conn, actor, clock(request), path_id(request))
    week = _asked_week(request, over)
    shown = request.query_params.get("beeld", "")
    beeld, concept = Beeld(over, week), over.concept
    found = await plannen.list_voorstellen(conn, actor, over.wereld.bedrijf.id)
    return render(
        request,
        "groepsdetachering/plan/bord.html",
        status_code=geweigerd.status if geweigerd else 200,
        geweigerd=geweigerd,
        form=form or filled(),
        over=over,
        bedrijf=over.wereld.bedrijf,
        thuis=home_of(request),
        mag=may_plan(request, over.wereld.bedrijf),
        week=week,
        welk=shown if shown in BEELDEN else BEELDEN[0],
        verder=request.query_params.get("verder") == "ja",
        allen=request.query_params.get("wie") == "allen",
        beeld=beeld,
        kaart=partial(map_of, over),
        zin=partial(link_names, home_of(request), namen=over.namen),
        kan_terug=concept and await get_zet(conn, GROEPSPLANNEN, concept.id, opnieuw=False),
        kan_opnieuw=concept and await get_zet(conn, GROEPSPLANNEN, concept.id, opnieuw=True),
        alternatieven=alternatieven(over, found),
        lagen=[LAGEN[each] for each in over.wereld.bedrijf.beleid.lagen],
        run=await queries.get_latest_of_bedrijf(conn, actor, over.wereld.bedrijf.id),
        **_chosen(request, over, week),
    )


def _chosen(request: Request, over: Overzicht, week: date) -> dict[str, Any]:
    """What was picked in the address: somebody in a week, or the group of an opdracht."""
    picked = request.query_params.get("kies", "")
    kind, _, rest = picked[:MOST_PICKED].partition("-")
    if kind == "groep" and rest.isascii() and rest.isdecimal() and over.concept:
        return {"groepkeuze": group_of(over, int(rest), week), "menskeuze": None}
    if kind.isascii() and kind.isdecimal() and over.concept:
        weeks = {each.isoformat(): each for each in over.concept.weken}
        actor = actor_as(request, *LEEST_MENSEN)
        chosen = choices_of(over, actor, clock(request), int(kind), weeks.get(rest, week))
        return {"groepkeuze": None, "menskeuze": chosen}
    return {"groepkeuze": None, "menskeuze": None}


async def _change(
    request: Request, model: type[F], verb: Callable[[Connection, Bord, F], Awaitable[object]]
) -> Response:
    """Answer a move: the board as it is then, or with what was in the way."""
    actor, conn = actor_as(request, *PLANT_MENSEN), await connection(request)
    form = await read_form(request, model)
    if form.data is None:
        return await _page(request, _wrong(form))
    try:
        async with conn.transaction():
            on = await bord.open_bord(
                conn,
                actor,
                clock=clock(request),
                organisatie_id=path_id(request),
                versie=form.data.versie,
            )
            await verb(conn, on, form.data)
    except Conflict as refusal:
        return await _page(request, refusal)
    return redirect(request, f"{home_of(request)}/bord{form.data.terug}")


def _wrong(form: Form[Any]) -> Refusal:
    """What was wrong with a move."""
    others = [sentence for name, sentence in form.errors.items() if name != "versie"]
    return InvalidInput(others[0]) if others else StaleVersion()


async def begin(request: Request) -> Response:
    """Begin a concept: empty, or as the published plan stands."""
    actor = actor_as(request, *PLANT_MENSEN)
    await bord.begin(await connection(request), actor, clock=clock(request), organisatie_id=path_id(request))
    return redirect(request, f"{home_of(request)}/bord")


async def put(request: Request) -> Response:
    """Put somebody somewhere."""

    async def write(conn: Connection, on: Bord, data: ZetForm) -> None:
        wens = Wens(
            kandidaat_id=data.kandidaat,
            week=data.week,
            opdracht_id=data.opdracht,
            dagen=data.dagen if data.per_dag else None,
            verder=data.verder,
        )
        await bord.put(conn, on, wens)

    return await _change(request, ZetForm, write)


async def change_group(request: Request) -> Response:
    """Let an opdracht have a group that runs so."""

    async def write(conn: Connection, on: Bord, data: GroepForm) -> None:
        wens = GroepWens(
            opdracht_id=data.opdracht,
            week=data.week,
            werkleider_id=data.werkleider,
            dagen=data.dagen,
            bus_id=data.bus,
            invaller_id=data.invaller,
            invaldagen=data.invaldagen,
            verder=data.verder,
        )
        await groepen.change_group(conn, on, wens)

    return await _change(request, GroepForm, write)


async def end_group(request: Request) -> Response:
    """Let an opdracht have no group."""

    async def write(conn: Connection, on: Bord, data: GroepWegForm) -> None:
        await groepen.end_group(conn, on, data.opdracht, data.week, verder=data.verder)

    return await _change(request, GroepWegForm, write)


async def pin(request: Request) -> Response:
    """Pin a place, a werkleider, or all of a week, or let them go."""

    async def write(conn: Connection, on: Bord, data: VastForm) -> None:
        plan, everything = on.concept, data.kandidaat is None and data.opdracht is None
        places = [
            (each.kandidaat_id, each.week)
            for each in plan.indelingen
            if each.week == data.week and (everything or each.kandidaat_id == data.kandidaat)
        ]
        groups = [
            (each.opdracht_id, each.week)
            for each in plan.groepen
            if each.week == data.week and (everything or each.opdracht_id == data.opdracht)
        ]
        await bord.pin(conn, on, places, groups, vast=data.vast)

    return await _change(request, VastForm, write)


async def undo(request: Request) -> Response:
    """Undo the last move."""

    async def write(conn: Connection, on: Bord, _: BordForm) -> None:
        await bord.undo(conn, on, opnieuw=False)

    return await _change(request, BordForm, write)


async def redo(request: Request) -> Response:
    """Do the last undone move again."""

    async def write(conn: Connection, on: Bord, _: BordForm) -> None:
        await bord.undo(conn, on, opnieuw=True)

    return await _change(request, BordForm, write)


async def take_over(request: Request) -> Response:
    """Lay an alternative on the board."""

    async def write(conn: Connection, on: Bord, data: OvernemenForm) -> None:
        await overnemen.take_over(conn, on, data.plan)

    return await _change(request, OvernemenForm, write)


async def ask(request: Request) -> Response:
    """Have the rest filled in; what is pinned stays."""
    actor = actor_as(request, *PLANT_MENSEN)
    form = await read_form(request, RekenForm)
    if form.data is None:
        return await _page(request, InvalidInput(GEEN_AANTAL), form)
    where = f"{home_of(request)}/bord{form.data.terug}"
    try:
        made = await rekenen.request_plan(
            await connection(request),
            actor,
            clock=clock(request),
            organisatie_id=path_id(request),
            hoogstens=settings(request).solve_seconds,
            vraag={"soort": "vullen"} | form.data.limits,
        )
    except AlreadyRunning:
        return redirect(request, where, melding="Er wordt al gerekend.")
    return ring_after(request, redirect(request, where), made)


_BORD = f"{PAD}/bord"
ROUTES = [
    Route(_BORD, show_bord),
    Route(f"{_BORD}/beginnen", begin, methods=["POST"]),
    Route(f"{_BORD}/zetten", put, methods=["POST"]),
    Route(f"{_BORD}/groep", change_group, methods=["POST"]),
    Route(f"{_BORD}/groep-weg", end_group, methods=["POST"]),
    Route(f"{_BORD}/vast", pin, methods=["POST"]),
    Route(f"{_BORD}/ongedaan", undo, methods=["POST"]),
    Route(f"{_BORD}/opnieuw", redo, methods=["POST"]),
    Route(f"{_BORD}/overnemen", take_over, methods=["POST"]),
    Route(f"{_BORD}/rekenen", ask, methods=["POST"]),
]

"""What if: an opdracht comes, a werkleider is away, a group is split; each answer compares two plans."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.db import Connection
from marketplace.errors import Conflict, NotFound, Refusal
from marketplace.groepsdetachering.opdrachten.model import Opdracht, OpdrachtStatus
from marketplace.groepsdetachering.opdrachten.queries import list_opdrachten
from marketplace.groepsdetachering.plan import rekenen
from marketplace.groepsdetachering.plan.antwoord import adopt, get_antwoord, list_antwoorden, split
from marketplace.groepsdetachering.plan.overzicht import Overzicht, load_overzicht
from marketplace.groepsdetachering.plan.vraag import is_about
from marketplace.rekenruns import queries
from marketplace.rekenruns.service import AlreadyRunning
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import LEEST_MENSEN, PLANT_MENSEN
from marketplace.web.doorbell import ring_after
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.groepsdetachering.pagina import PAD, home_of, may_plan
from marketplace.web.groepsdetachering.plan.verschil import Verteld, tell
from marketplace.web.groepsdetachering.plan.vragen import FORMS, LABELS, VraagForm, say_vraag
from marketplace.web.request import actor_as, clock, connection, path_id, settings
from marketplace.web.saving import save_form
from marketplace.web.templating import redirect, render

EARLIER = 10


async def show_vragen(request: Request) -> Response:
    """The questions that can be asked, and those that were."""
    return await _page(request, filled(), "")


async def _page(request: Request, form: Form[Any], welk: str, geweigerd: Refusal | None = None) -> Response:
    """The page with what was typed in one of its forms."""
    actor, conn = actor_as(request, *LEEST_MENSEN), await connection(request)
    over = await load_overzicht(conn, actor, clock(request), path_id(request))
    bedrijf = over.wereld.bedrijf
    asked = await list_opdrachten(conn, [bedrijf.id], bedrijf.id, [OpdrachtStatus.GEVRAAGD])
    running = {each.opdracht_id for each in over.stuk.groepen}
    opdrachten = [
        each
        for each in over.wereld.opdrachten
        if each.van < over.tot and each.tot > over.van and each.status is not OpdrachtStatus.INGETROKKEN
    ]
    names = _names(over, asked)
    return render(
        request,
        "groepsdetachering/plan/wat_als.html",
        status_code=geweigerd.status if geweigerd else form.status,
        over=over,
        bedrijf=bedrijf,
        thuis=home_of(request),
        mag=may_plan(request, bedrijf),
        geweigerd=geweigerd,
        form=form,
        welk=welk,
        labels=LABELS,
        nieuw=[*asked, *(each for each in opdrachten if each.id not in running)],
        lopend=[each for each in opdrachten if each.id in running],
        eerder=[
            (each, say_vraag(each.vraag, names))
            for each in await list_antwoorden(conn, actor, bedrijf.id, EARLIER)
        ],
    )


def _names(over: Overzicht, asked: Sequence[Opdracht]) -> dict[str, Mapping[int, str]]:
    """The names of what questions are about, also of opdrachten that were only asked for."""
    names = dict(over.namen.by_kind)
    return names | {"opdracht": {**{each.id: each.kort for each in asked}, **names["opdracht"]}}


async def ask(request: Request) -> Response:
    """Ask a question and go to its answer."""
    actor = actor_as(request, *PLANT_MENSEN)
    welk = str(request.path_params["welk"])
    if welk not in FORMS:
        raise NotFound
    form = await read_form(request, FORMS[welk])

    async def write(data: VraagForm) -> Response:
        made = await rekenen.request_plan(
            await connection(request),
            actor,
            clock=clock(request),
            organisatie_id=path_id(request),
            hoogstens=settings(request).solve_seconds,
            vraag={**data.to_vraag(), "versie": data.versie},
        )
        return ring_after(request, redirect(request, f"{home_of(request)}/wat-als/{made}"), made)

    try:
        return await save_form(request, form, write, lambda one: _page(request, one, welk))
    except AlreadyRunning as refusal:
        return await _page(request, form, welk, refusal)


async def show_antwoord(request: Request) -> Response:
    """The answer to a question, or how far it is."""
    return await _answer(request)


async def _answer(request: Request, geweigerd: Refusal | None = None) -> Response:
    """The page of an answer, with what was in the way of using it."""
    actor, conn = actor_as(request, *LEEST_MENSEN), await connection(request)
    antwoord = await get_antwoord(conn, actor, path_id(request, "run"))
    if antwoord is None or antwoord.organisatie_id != path_id(request):
        raise NotFound
    over = await load_overzicht(conn, actor, clock(request), antwoord.organisatie_id)
    asked = await list_opdrachten(
        conn, [antwoord.organisatie_id], antwoord.organisatie_id, [OpdrachtStatus.GEVRAAGD]
    )
    names = _names(over, asked)
    verteld: Verteld | None = tell(antwoord, names) if antwoord.wat_als else None
    return render(
        request,
        "groepsdetachering/plan/antwoord.html",
        status_code=geweigerd.status if geweigerd else 200,
        over=over,
        bedrijf=over.wereld.bedrijf,
        thuis=home_of(request),
        mag=may_plan(request, over.wereld.bedrijf),
        geweigerd=geweigerd,
        antwoord=antwoord,
        vraag=say_vraag(antwoord.vraag, names),
        verteld=verteld,
        zonder_tarief=any(
            each.id == antwoord.vraag.get("opdracht") and not each.tarief
            for each in (*asked, *over.wereld.opdrachten)
        ),
        run=await queries.get_rekenrun(conn, actor, antwoord.id),
        veranderd=over.concept is None or not is_about(antwoord.vraag, over.concept.id, over.concept.versie),
    )


async def use(request: Request) -> Response:
    """Lay an answer on the board."""

    async def lay(conn: Connection, actor: Actor, at: dict[str, Any]) -> str:
        await adopt(conn, actor, **at)
        return "Het antwoord ligt op het bord. U kunt het nog ongedaan maken."

    return await _step(request, lay)


async def make_two(request: Request) -> Response:
    """Make two opdrachten of one."""

    async def cut(conn: Connection, actor: Actor, at: dict[str, Any]) -> str:
        await split(conn, actor, **at)
        return "Er zijn nu twee opdrachten. Vul de rest in om ook de tweede groep te maken."

    return await _step(request, cut)


async def _step(
    request: Request, step: Callable[[Connection, Actor, dict[str, Any]], Awaitable[str]]
) -> Response:
    """Answer a button at an answer: the board, or what was in the way."""
    actor, conn = actor_as(request, *PLANT_MENSEN), await connection(request)
    at = {
        "clock": clock(request),
        "organisatie_id": path_id(request),
        "run_id": path_id(request, "run"),
    }
    try:
        async with conn.transaction():
            melding = await step(conn, actor, at)
    except Conflict as refusal:
        return await _answer(request, refusal)
    return redirect(request, f"{home_of(request)}/bord", melding=melding)


_WAT_ALS = f"{PAD}/wat-als"
ROUTES = [
    Route(_WAT_ALS, show_vragen),
    Route(f"{_WAT_ALS}/{{run:int}}", show_antwoord),
    Route(f"{_WAT_ALS}/{{run:int}}/gebruiken", use, methods=["POST"]),
    Route(f"{_WAT_ALS}/{{run:int}}/splitsen", make_two, methods=["POST"]),
    Route(f"{_WAT_ALS}/{{welk:str}}", ask, methods=["POST"]),
]

"""Rekenruns: ask for one, follow it live, stop it, start it again."""

from functools import partial
from typing import Annotated

from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response

from marketplace.matching import service
from marketplace.matching.queries import get_newest_id, get_published_id, list_namen, list_plan_ids
from marketplace.rekenruns import queries
from marketplace.rekenruns.model import RekenrunSoort
from marketplace.rekenruns.service import AlreadyRunning, get_own
from marketplace.rekenruns.service import cancel_rekenrun as cancel
from marketplace.rekenruns.service import finish_rekenrun as finish
from marketplace.toegang.rechten import BESLIST, LEEST_MENSEN, LEEST_REGIO, PLANT_MENSEN
from marketplace.voorstellen.plan_queries import get_plan
from marketplace.voorstellen.queries import list_held
from marketplace.web.doorbell import ring_after
from marketplace.web.fields import Geheel, KorteTekst
from marketplace.web.filters import Filters, read_filters
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.matching.regio import chosen_regio
from marketplace.web.matching.verloop import Verloop
from marketplace.web.matching.woorden import klok, link_names, named_kandidaten, say_bound, say_lagen
from marketplace.web.request import actor_as, clock, connection, path_id, settings
from marketplace.web.saving import save_form
from marketplace.web.templating import redirect, render

MOST_VERPLAATST = 999
LABELS = {
    "soort": "Wat moet Plekwijs doen?",
    "max_verplaatst": "Hoeveel mensen mag het plan hooguit verplaatsen?",
}


class RekenForm(BaseModel):
    """Which kind of run, and how many people of the published plan may be moved; empty: any number."""

    soort: RekenrunSoort = RekenrunSoort.NIEUW
    max_verplaatst: Annotated[Geheel, Field(ge=0, le=MOST_VERPLAATST)] | None = None


class RunFilters(Filters):
    """Of which regio."""

    regio: KorteTekst | None = None


async def show_rekenruns(request: Request) -> Response:
    """The runs of a region, newest first."""
    return await _render(request, filled())


async def _render(request: Request, form: Form[BaseModel]) -> Response:
    """The page with the form to ask for a run, as it was filled in."""
    actor = actor_as(request, *LEEST_REGIO)
    conn = await connection(request)
    regio = await chosen_regio(request, conn, actor)
    _, filters = read_filters(request, RunFilters)
    lijst = await queries.list_rekenruns(conn, actor, regio.code, vanaf=filters.vanaf, aantal=filters.aantal)
    return render(
        request,
        "matching/rekenruns.html",
        status_code=form.status,
        form=form,
        labels=LABELS,
        published=await get_published_id(conn, regio.code),
        te_herstellen=await get_newest_id(conn, regio.code) is not None,
        regio=regio,
        filters=filters,
        lijst=lijst,
        plannen=await list_plan_ids(conn, actor, [each.id for each in lijst.regels]),
        run=await queries.get_latest_rekenrun(conn, actor, regio.code),
    )


async def ask_rekenrun(request: Request) -> Response:
    """Put a run in the queue and go and follow it: a plan that is mended is soon there, on its own page."""
    actor = actor_as(request, *BESLIST)
    conn = await connection(request)
    regio = await chosen_regio(request, conn, actor)

    async def write(data: RekenForm) -> Response:
        made = await service.request_rekenrun(
            conn,
            actor,
            clock=clock(request),
            regio_code=regio.code,
            hoogstens=settings(request).solve_seconds,
            max_verplaatst=data.max_verplaatst,
            soort=data.soort,
        )
        mends = data.soort is RekenrunSoort.HERSTEL
        where = f"/plan?regio={regio.code}" if mends else f"/rekenruns/{made}"
        return ring_after(request, redirect(request, where), made)

    try:
        return await save_form(request, await read_form(request, RekenForm), write, partial(_render, request))
    except AlreadyRunning:
        running = await queries.get_latest_rekenrun(conn, actor, regio.code)
        if running is None or running.status.is_final:  # it ended in this very moment
            raise
        melding = "Er wordt al gerekend voor deze regio. Hier kunt u het volgen."
        return redirect(request, f"/rekenruns/{running.id}", melding=melding)


async def show_rekenrun(request: Request) -> Response:
    """One run with what it reported so far; where it failed, with the voorstellen that stand in the way."""
    actor = actor_as(request, *LEEST_REGIO, *LEEST_MENSEN)
    conn = await connection(request)
    run = await get_own(conn, actor, path_id(request))
    if run.roulatie_id is not None:
        return redirect(request, f"/roulaties/{run.roulatie_id}/bord")
    if run.organisatie_id is not None:
        return redirect(request, f"/groepsdetachering/{run.organisatie_id}/bord")
    namen = await list_namen(conn, [run.regio_code], [run.fout or ""])
    named = set(named_kandidaten(run.fout or ""))
    vast = await list_held(conn, actor, sorted(named), clock(request).today())
    stappen = await queries.list_voortgang(conn, actor, run.id)
    plan_id = (await list_plan_ids(conn, actor, [run.id])).get(run.id)
    return render(
        request,
        "matching/rekenrun.html",
        run=run,
        zin=lambda text: link_names(text, namen),
        vast=vast,
        los=len(named) > len(vast),
        stappen=stappen,
        verloop=Verloop.of(stappen),
        plan=await get_plan(conn, actor, plan_id) if plan_id else None,
        say_bound=say_bound,
        say_lagen=say_lagen,
        klok=klok,
    )


async def cancel_rekenrun(request: Request) -> Response:
    """Stop a run."""
    actor = actor_as(request, *BESLIST, *PLANT_MENSEN)
    conn = await connection(request)
    run = await cancel(conn, actor, clock=clock(request), rekenrun_id=path_id(request))
    return redirect(request, f"/rekenruns/{run.id}")


async def finish_rekenrun(request: Request) -> Response:
    """Stop a run and keep the best plan so far."""
    actor = actor_as(request, *BESLIST, *PLANT_MENSEN)
    conn = await connection(request)
    run = await finish(conn, actor, clock=clock(request), rekenrun_id=path_id(request))
    return redirect(request, f"/rekenruns/{run.id}")


async def retry_rekenrun(request: Request) -> Response:
    """Start again what failed or was stopped."""
    actor = actor_as(request, *BESLIST)
    conn = await connection(request)
    made = await service.retry_rekenrun(conn, actor, clock=clock(request), rekenrun_id=path_id(request))
    return ring_after(request, redirect(request, f"/rekenruns/{made}"), made)

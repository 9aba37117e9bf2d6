"""Rekenruns: ask for one, follow it live, stop it, start it again."""

from starlette.requests import Request
from starlette.responses import Response

from marketplace.matching import service
from marketplace.matching.queries import list_namen, list_plan_ids
from marketplace.rekenruns import queries
from marketplace.rekenruns.service import AlreadyRunning, get_own
from marketplace.rekenruns.service import cancel_rekenrun as cancel
from marketplace.toegang.model import Rol
from marketplace.voorstellen.queries import list_held
from marketplace.web.doorbell import ring_after
from marketplace.web.matching.regio import chosen_regio
from marketplace.web.matching.woorden import klok, link_names, named_kandidaten
from marketplace.web.request import actor_as, clock, connection, path_id, settings
from marketplace.web.templating import redirect, render


async def show_rekenruns(request: Request) -> Response:
    """The latest runs of the actor's regions."""
    actor = actor_as(request, Rol.ACCOUNTMANAGER)
    conn = await connection(request)
    regio = await chosen_regio(request, conn, actor)
    runs = await queries.list_rekenruns(conn, actor)
    return render(
        request,
        "matching/rekenruns.html",
        regio=regio,
        runs=runs,
        plannen=await list_plan_ids(conn, actor, [each.id for each in runs]),
        run=await queries.get_latest_rekenrun(conn, actor, regio.code),
    )


async def ask_rekenrun(request: Request) -> Response:
    """Put a run in the queue and go and follow it."""
    actor = actor_as(request, Rol.ACCOUNTMANAGER)
    conn = await connection(request)
    regio = await chosen_regio(request, conn, actor)
    try:
        made = await service.request_rekenrun(
            conn,
            actor,
            clock=clock(request),
            regio_code=regio.code,
            hoogstens=settings(request).solve_seconds,
        )
    except AlreadyRunning:
        running = await queries.get_latest_rekenrun(conn, actor, regio.code)
        if running is None or running.status.is_final:  # it ended in this very moment
            raise
        melding = "Er wordt al gerekend voor deze regio. Hier kunt u het volgen."
        return redirect(request, f"/rekenruns/{running.id}", melding=melding)
    return ring_after(request, redirect(request, f"/rekenruns/{made}"), made)


async def show_rekenrun(request: Request) -> Response:
    """One run with what it reported so far; where it failed, with the voorstellen that stand in the way."""
    actor = actor_as(request, Rol.ACCOUNTMANAGER)
    conn = await connection(request)
    run = await get_own(conn, actor, path_id(request))
    namen = await list_namen(conn, [run.regio_code])
    named = set(named_kandidaten(run.fout or ""))
    vast = await list_held(conn, actor, sorted(named), clock(request).today())
    return render(
        request,
        "matching/rekenrun.html",
        run=run,
        zin=lambda text: link_names(text, namen),
        vast=vast,
        los=len(named) > len(vast),
        stappen=await queries.list_voortgang(conn, actor, run.id),
        klok=klok,
    )


async def cancel_rekenrun(request: Request) -> Response:
    """Stop a run."""
    actor = actor_as(request, Rol.ACCOUNTMANAGER)
    conn = await connection(request)
    run = await cancel(conn, actor, clock=clock(request), rekenrun_id=path_id(request))
    return redirect(request, f"/rekenruns/{run.id}")


async def retry_rekenrun(request: Request) -> Response:
    """Start again what failed or was stopped."""
    actor = actor_as(request, Rol.ACCOUNTMANAGER)
    conn = await connection(request)
    made = await service.retry_rekenrun(conn, actor, clock=clock(request), rekenrun_id=path_id(request))
    return ring_after(request, redirect(request, f"/rekenruns/{made}"), made)
